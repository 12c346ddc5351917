namespace AlphaKit.Data.Tushare;

/// <summary>Rows of one reply as columns, in the order of the interface's table, in the vendor's units.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TushareBatch
{
    internal TushareBatch(TushareEndpoint endpoint, IReadOnlyList<SourceColumn> columns, IReadOnlyList<string> missing, IReadOnlyList<TushareRejectedRow> rejected)
    {
        Endpoint = endpoint;
        Columns = columns;
        Missing = missing;
        Rejected = rejected;
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
    }

    /// <summary>The interface.</summary>
    public TushareEndpoint Endpoint { get; }

    /// <summary>Every column of the interface; one that the reply lacks is all missing and named in <see cref="Missing"/>.</summary>
    public IReadOnlyList<SourceColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Columns that the reply did not have: the vendor drops names that it does not know without a word.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Rows that were set aside.</summary>
    public IReadOnlyList<TushareRejectedRow> Rejected { get; }

    /// <summary>A code.</summary>
    /// <param name="column">Position of the column.</param>
    /// <param name="row">Row, from 0.</param>
    public Symbol SymbolAt(int column, int row) => Columns[column].Symbols[row];

    /// <summary>A date, or null where it is missing.</summary>
    /// <param name="column">Position of the column.</param>
    /// <param name="row">Row, from 0.</param>
    public DateOnly? DateAt(int column, int row)
    {
        DateOnly value = Columns[column].Dates[row];
        return value == SourceColumn.NoDate ? null : value;
    }

    /// <summary>A number in the vendor's unit, or null where it is missing.</summary>
    /// <param name="column">Position of the column.</param>
    /// <param name="row">Row, from 0.</param>
    public double? NumberAt(int column, int row)
    {
        double value = Columns[column].Numbers[row];
        return double.IsNaN(value) ? null : value;
    }

    /// <summary>A text, or null where it is missing.</summary>
    /// <param name="column">Position of the column.</param>
    /// <param name="row">Row, from 0.</param>
    public string? TextAt(int column, int row)
    {
        string value = Columns[column].Texts[row];
        return value.Length == 0 ? null : value;
    }

    /// <summary>The rows as a table that importers read; columns that the reply lacked are left out.</summary>
    public SourceTable ToTable() => new(Endpoint.Name, [.. Columns.Where(c => !Missing.Contains(c.Name))], "Tushare");

    /// <summary>The rows with these numbers.</summary>
    internal TushareBatch Take(IReadOnlyList<int> rows) => new(Endpoint, [.. Columns.Select(c => ColumnRows.Take(c, rows))], Missing, Rejected);
}
