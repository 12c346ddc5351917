using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Rows to be written, checked against the definition of their table: named columns, hashes, and the partition of each row.</summary>
internal sealed class Delivery
{
    private readonly SourceTable _rows;
    private readonly Dictionary<string, SourceColumn> _columns = new(StringComparer.Ordinal);
    private readonly StoreTable _table;

    private Delivery(StoreTable table, SourceTable rows)
    {
        _table = table;
        _rows = rows;
        VendorTable? known = VendorTable.Find(table.Name);
        foreach (SourceColumn column in rows.Columns)
        {
            string name = known?.FindColumn(column.Name)?.Name ?? column.Name;
            if (!_columns.TryAdd(name, name == column.Name ? column : RowColumns.Rename(column, name))) throw Wrong(ValidationRule.RequiredColumn, -1, $"column {name}", column.Name, "The column comes twice, once under another name.");
        }
    }

    /// <summary>The columns of the table with those that this delivery adds.</summary>
    public IReadOnlyList<StoreColumn> Columns { get; private set; } = [];

    public UInt128[] Keys { get; private set; } = [];

    public UInt128[] Contents { get; private set; } = [];

    public SourceColumn? Find(string name) => _columns.GetValueOrDefault(name);

    /// <exception cref="DataValidationException">A column is of the wrong kind, a key value is missing, or a number is not finite.</exception>
    public static Delivery Of(StoreTable table, SourceTable rows, IReadOnlyList<StoreColumn> known)
    {
        Delivery delivery = new(table, rows);
        delivery.MergeColumns(known);
        delivery.CheckValues();
        delivery.Keys = RowHashes.Of(table.Key.Select(delivery.Find).Where(c => c is not null)!, rows.RowCount);
        delivery.Contents = RowHashes.Of(delivery._columns.Values, rows.RowCount);
        return delivery;
    }

    /// <summary>The rows of each partition, without word-for-word copies; how many of those there were.</summary>
    public SortedDictionary<string, List<int>> Partitions(out long repeated)
    {
        SortedDictionary<string, List<int>> partitions = new(StringComparer.Ordinal);
        HashSet<UInt128> seen = new(Contents.Length);
        Dictionary<UInt128, int>? owners = _table.Keys == StoreKeys.Unique ? new(Contents.Length) : null;
        repeated = 0;
        string last = "";
        List<int>? rows = null;
        for (int row = 0; row < Contents.Length; row++)
        {
            if (!seen.Add(Contents[row]))
            {
                repeated++;
                continue;
            }

            if (owners is not null && !owners.TryAdd(Keys[row], row))
            {
                int first = owners[Keys[row]];
                throw Wrong(
                    ValidationRule.UniqueKey, row, $"key {ShownKey(row)}", Difference(first, row),
                    $"Row {first + 1} of the delivery has the same key with other values; one of the two is wrong. Nothing was written.");
            }

            string partition = PartitionOf(row);
            if (rows is null || partition != last)
            {
                last = partition;
                if (!partitions.TryGetValue(partition, out rows)) partitions.Add(partition, rows = []);
            }

            rows.Add(row);
        }

        return partitions;
    }

    /// <summary>The event dates of some rows: first and last; <see cref="SourceColumn.NoDate"/> where there is none.</summary>
    public (DateOnly First, DateOnly Last) Span(IReadOnlyList<int> rows) => SpanOf(_table.EventDate is { } column ? Find(column) : null, rows);

    public static (DateOnly First, DateOnly Last) SpanOf(SourceColumn? dates, IReadOnlyList<int> rows)
    {
        if (dates is null || rows.Count == 0) return (SourceColumn.NoDate, SourceColumn.NoDate);
        DateOnly first = DateOnly.MaxValue, last = DateOnly.MinValue;
        foreach (int row in rows)
        {
            DateOnly date = dates.Dates[row];
            if (date < first) first = date;
            if (date > last) last = date;
        }

        return (first, last);
    }

    private void MergeColumns(IReadOnlyList<StoreColumn> known)
    {
        List<StoreColumn> columns = [.. known];
        foreach (string name in _table.Key.Concat(_columns.Keys))
        {
            if (Find(name) is not { } column) continue;
            if (name == PartFile.RecordedColumn) throw Wrong(ValidationRule.RequiredColumn, -1, $"column {name}", name, "The store itself writes this column; rename yours.");
            StoreColumn? stored = columns.Find(c => c.Name == name);
            if (stored is null) columns.Add(new StoreColumn(name, column.Kind));
            else if (stored.Kind != column.Kind) throw Wrong(ValidationRule.RequiredColumn, -1, $"column {name}", column.Kind.ToString(), $"The store holds values of kind {stored.Kind} there.");
        }

        foreach (string name in _table.Announced.Concat(_table.Endings).Append(_table.EventDate).Where(c => c is not null).Distinct()!)
        {
            if (Find(name) is { } column && column.Kind != SourceColumnKind.Date) throw Wrong(ValidationRule.RequiredColumn, -1, $"column {name}", column.Kind.ToString(), "The table is defined with dates there.");
        }

        Columns = columns;
    }

    private void CheckValues()
    {
        SourceColumn first = Find(_table.Key[0]) ?? throw Wrong(ValidationRule.RequiredColumn, -1, $"column {_table.Key[0]}", string.Join(", ", _columns.Keys), "The column is the key of the table; these are there.");
        for (int row = 0; row < _rows.RowCount; row++)
        {
            if (RowColumns.IsMissing(first, row)) throw Wrong(ValidationRule.KeyPresent, row, $"column {first.Name}", "", "A value is needed in every row.");
        }

        foreach (SourceColumn column in _columns.Values.Where(c => c.Kind == SourceColumnKind.Number))
        {
            ReadOnlySpan<double> numbers = column.Numbers;
            for (int row = 0; row < numbers.Length; row++)
            {
                if (double.IsInfinity(numbers[row])) throw Wrong(ValidationRule.ReadableValue, row, $"column {column.Name}, key {ShownKey(row)}", RowColumns.Shown(column, row), "A number or nothing is expected.");
            }
        }
    }

    private string PartitionOf(int row)
    {
        if (_table.Partition == StorePartition.Whole) return "all";
        DateOnly date = Find(_table.EventDate!) is { } dates ? dates.Dates[row] : SourceColumn.NoDate;
        if (date == SourceColumn.NoDate) return "undated";
        return date.ToString(
            _table.Partition switch { StorePartition.Year => "yyyy", StorePartition.Month => "yyyy-MM", _ => "yyyy-MM-dd" },
            CultureInfo.InvariantCulture);
    }

    private string ShownKey(int row) => string.Join(' ', _table.Key.Select(Find).Where(c => c is not null).Select(c => RowColumns.Shown(c!, row)));

    private string Difference(int a, int b)
    {
        foreach (SourceColumn column in _columns.Values)
        {
            string left = RowColumns.Shown(column, a), right = RowColumns.Shown(column, b);
            if (left != right) return $"{column.Name} {left} and {right}";
        }

        return "nothing";
    }

    private DataValidationException Wrong(ValidationRule rule, int row, string key, string value, string expected) =>
        new(rule, _table.Name, new RowLocation(_rows.Origin, row + 1), key, value, expected);
}
