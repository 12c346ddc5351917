using System.Globalization;

namespace AlphaKit.Data;

/// <summary>A source table whose structure fits its schema, with what became of each row so far.</summary>
internal sealed class CheckedTable
{
    private readonly IRowLocator? _locator;
    private readonly string _sourceName;
    private readonly ValidationLog _log;

    private CheckedTable(VendorTable schema, SourceTable rows, string sourceName, IRowLocator? locator, ValidationLog log)
    {
        Schema = schema;
        Rows = rows;
        Outcomes = new RowOutcome[rows.RowCount];
        _sourceName = sourceName;
        _locator = locator;
        _log = log;
    }

    public VendorTable Schema { get; }

    public SourceTable Rows { get; }

    public RowOutcome[] Outcomes { get; }

    public string Name => Schema.Name;

    public int Count => Rows.RowCount;

    /// <summary>Checks columns and keys.</summary>
    public static CheckedTable Of(VendorTable schema, SourceTable rows, string sourceName, PriceBasis basis, IRowLocator? locator, ValidationLog log)
    {
        CheckedTable table = new(schema, rows, sourceName, locator, log);
        foreach (VendorColumn column in schema.Columns)
        {
            bool needed = column.Need is ColumnNeed.Key or ColumnNeed.Required || (column.Need == ColumnNeed.RequiredWhenRaw && basis == PriceBasis.Raw);
            SourceColumn? found = column.In(rows);
            if (found is null)
            {
                if (!needed) continue;
                throw new DataValidationException(
                    ValidationRule.RequiredColumn, schema.Name, new RowLocation(rows.Origin, 0), $"column {column.Name}", string.Join(", ", rows.Columns.Select(c => c.Name)),
                    $"Column '{column.Name}' is needed{(column.Alias is null ? "" : $" (or '{column.Alias}')")}; these columns are there.");
            }

            if (found.Kind != column.Kind)
            {
                throw new DataValidationException(
                    ValidationRule.RequiredColumn, schema.Name, new RowLocation(rows.Origin, 0), $"column {column.Name}", found.Kind.ToString(),
                    $"Column '{column.Name}' must hold values of kind {column.Kind}.");
            }

            if (column.Need == ColumnNeed.Key) table.CheckKey(found);
        }

        return table;
    }

    public SourceColumn Get(string column) =>
        Find(column) ?? throw new InvalidOperationException($"Table '{Name}' was checked without column '{column}'.");

    public SourceColumn? Find(string column) => Schema.FindColumn(column)?.In(Rows);

    public double Number(string column, int row, double factor = 1) => Find(column) is { } found ? found.Numbers[row] * factor : double.NaN;

    public string Text(string column, int row) => Find(column) is { } found ? found.Texts[row] : "";

    public DateOnly? Date(string column, int row) => Find(column) is { } found && found.Dates[row] != SourceColumn.NoDate ? found.Dates[row] : null;

    public bool IsImported(int row) => Outcomes[row] == RowOutcome.Imported;

    public RowLocation Locate(int row) => row < 0 ? new RowLocation(Rows.Origin, 0) : _locator?.Locate(_sourceName, row) ?? new RowLocation(Rows.Origin, row + 1);

    public void Reject(int row, ValidationRule rule, Symbol symbol, DateOnly? date, Func<string> detail)
    {
        Outcomes[row] = RowOutcome.Rejected;
        _log.Add(rule, this, row, symbol, date, detail);
    }

    public void Collapse(int row, Symbol symbol, DateOnly? date, int original)
    {
        Outcomes[row] = RowOutcome.Collapsed;
        _log.Add(ValidationRule.ExactDuplicate, this, row, symbol, date, () => $"copy of {Locate(original)}");
    }

    public void Report(int row, ValidationRule rule, Symbol symbol, DateOnly? date, Func<string> detail) => _log.Add(rule, this, row, symbol, date, detail);

    public DataValidationException Fail(ValidationRule rule, int row, string key, string value, string expected) =>
        new(rule, Name, Locate(row), key, value, expected);

    public bool SameContent(int a, int b)
    {
        foreach (SourceColumn column in Rows.Columns)
        {
            bool same = column.Kind switch
            {
                SourceColumnKind.Symbol => column.Symbols[a] == column.Symbols[b],
                SourceColumnKind.Date => column.Dates[a] == column.Dates[b],
                SourceColumnKind.Number => column.Numbers[a].Equals(column.Numbers[b]),
                _ => string.Equals(column.Texts[a], column.Texts[b], StringComparison.Ordinal),
            };
            if (!same) return false;
        }

        return true;
    }

    /// <summary>The first column in which two rows differ, with both values.</summary>
    public string Difference(int a, int b)
    {
        foreach (SourceColumn column in Rows.Columns)
        {
            string left = Shown(column, a), right = Shown(column, b);
            if (left != right) return $"{column.Name} {left} and {right}";
        }

        return "nothing";
    }

    /// <summary>Writes the count of each file to the log; every row has its outcome now.</summary>
    public void Close()
    {
        List<string> order = [];
        Dictionary<string, long[]> files = new(StringComparer.Ordinal);
        string? last = null;
        long[] counts = [];
        for (int row = 0; row < Count; row++)
        {
            string file = _locator is null ? Rows.Origin : Locate(row).File;
            if (!ReferenceEquals(file, last))
            {
                last = file;
                if (!files.TryGetValue(file, out counts!))
                {
                    files.Add(file, counts = new long[3]);
                    order.Add(file);
                }
            }

            counts[(int)Outcomes[row]]++;
        }

        if (Count == 0) _log.AddFiles([new FileTally(Rows.Origin, Name, 0, 0, 0, 0)]);
        _log.AddFiles(order.Select(f => new FileTally(f, Name, files[f].Sum(), files[f][0], files[f][1], files[f][2])));
    }

    private void CheckKey(SourceColumn column)
    {
        for (int row = 0; row < Count; row++)
        {
            if (column.Kind == SourceColumnKind.Symbol && column.Symbols[row].IsNone)
            {
                if (_locator?.UnreadSymbol(_sourceName, row) is not { Length: > 0 } text)
                    throw Fail(ValidationRule.KeyPresent, row, $"column {column.Name}", "", "A symbol is needed in every row.");
                if (IsImported(row)) Reject(row, ValidationRule.SymbolMalformed, default, null, () => $"'{text}' in column {column.Name}");
            }
            else if (column.Kind == SourceColumnKind.Date && column.Dates[row] == SourceColumn.NoDate)
            {
                throw Fail(ValidationRule.KeyPresent, row, $"column {column.Name}", "", "A date is needed in every row.");
            }
            else if (column.Kind == SourceColumnKind.Text && column.Texts[row].Length == 0)
            {
                throw Fail(ValidationRule.KeyPresent, row, $"column {column.Name}", "", "A value is needed in every row.");
            }
        }
    }

    private static string Shown(SourceColumn column, int row) => column.Kind switch
    {
        SourceColumnKind.Symbol => column.Symbols[row].ToString(),
        SourceColumnKind.Date => column.Dates[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SourceColumnKind.Number => column.Numbers[row].ToString("R", CultureInfo.InvariantCulture),
        _ => column.Texts[row],
    };
}
