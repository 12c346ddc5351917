using System.Globalization;
using System.Text;

namespace AlphaKit;

/// <summary>
/// A result table: named, typed columns of equal length. Written as CSV with full precision, so that equal results are equal bytes.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Table
{
    /// <summary>Most rows that <see cref="ToString"/> shows; files hold all of them.</summary>
    public const int ShownRows = 60;

    /// <summary>Makes a table.</summary>
    /// <param name="name">Its name, also the file name; letters, digits, underscores.</param>
    /// <param name="columns">Its columns, of equal length, names unique.</param>
    /// <exception cref="ArgumentException">Lengths differ, a name comes twice, or the table's name has other characters.</exception>
    public Table(string name, params IReadOnlyList<TableColumn> columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(columns);
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_') throw new ArgumentException($"Table name '{name}' may hold letters, digits and underscores only.", nameof(name));
        }

        Name = name;
        Columns = [.. columns];
        RowCount = columns.Count == 0 ? 0 : columns[0].Count;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (TableColumn column in columns)
        {
            if (column.Count != RowCount)
                throw new ArgumentException($"Column '{column.Name}' of table '{name}' has {column.Count} values, '{columns[0].Name}' has {RowCount}.", nameof(columns));
            if (!names.Add(column.Name)) throw new ArgumentException($"Table '{name}' has two columns '{column.Name}'.", nameof(columns));
        }
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that name.</summary>
    /// <param name="column">The name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public TableColumn this[string column]
    {
        get
        {
            foreach (TableColumn candidate in Columns)
            {
                if (string.Equals(candidate.Name, column, StringComparison.Ordinal)) return candidate;
            }

            throw new KeyNotFoundException($"Table '{Name}' has no column '{column}'; it has {string.Join(", ", Columns.Select(c => c.Name))}.");
        }
    }

    /// <summary>The table as CSV (RFC 4180, comma, LF, header), with full precision.</summary>
    public string ToCsv()
    {
        StringBuilder text = new();
        text.AppendJoin(',', Columns.Select(c => Quote(c.Name))).Append('\n');
        for (int row = 0; row < RowCount; row++)
        {
            for (int c = 0; c < Columns.Count; c++)
            {
                if (c > 0) text.Append(',');
                text.Append(Quote(Columns[c].Exact(row)));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Hash of <see cref="ToCsv"/>.</summary>
    public string Hash() => ContentHash.Of(ToCsv());

    /// <summary>Writes <c>NAME.csv</c> into a folder; the file appears whole or not at all.</summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>The path of the file.</returns>
    public async Task<string> SaveCsvAsync(string folder, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, Name + ".csv");
        await AtomicFile.WriteAsync(path, ToCsv(), cancellationToken).ConfigureAwait(false);
        return path;
    }

    /// <summary>The table as aligned text for a console: at most the first <see cref="ShownRows"/> rows, then how many more there are.</summary>
    public override string ToString()
    {
        int shown = Math.Min(RowCount, ShownRows);
        int[] widths = [.. Columns.Select(c => Math.Max(c.Name.Length, Enumerable.Range(0, shown).Select(r => c.Shown(r).Length).DefaultIfEmpty(0).Max()))];
        StringBuilder text = new();
        AppendLine(c => Columns[c].Name);
        AppendLine(c => new string('-', widths[c]));
        for (int row = 0; row < shown; row++) AppendLine(c => Columns[c].Shown(row));
        if (shown < RowCount) text.Append(CultureInfo.InvariantCulture, $"… {RowCount - shown} more rows\n");
        return text.ToString();

        void AppendLine(Func<int, string> cell)
        {
            for (int c = 0; c < Columns.Count; c++)
            {
                if (c > 0) text.Append("  ");
                bool left = Columns[c].Kind is ColumnKind.Text or ColumnKind.Date;
                text.Append(left ? cell(c).PadRight(widths[c]) : cell(c).PadLeft(widths[c]));
            }

            text.Append('\n');
        }
    }

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny("\",\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
