namespace AlphaKit.Data;

/// <summary>A table as Tushare lays it out: its columns with units, its key, and what is switched off without it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial class VendorTable
{
    private VendorTable(string name, TableShape shape, string switchesOff, IReadOnlyList<VendorColumn> columns, bool takesItems = false)
    {
        Name = name;
        Shape = shape;
        SwitchesOff = switchesOff;
        Columns = columns;
        TakesItems = takesItems;
    }

    /// <summary>The vendor's name, for example <c>daily</c>.</summary>
    public string Name { get; }

    /// <summary>What its rows are.</summary>
    public TableShape Shape { get; }

    /// <summary>What cannot be done without the table, in words.</summary>
    public string SwitchesOff { get; }

    /// <summary>The columns that AlphaKit knows.</summary>
    public IReadOnlyList<VendorColumn> Columns { get; }

    /// <summary>True if every further column is a line item (statements); otherwise further columns are ignored and listed.</summary>
    public bool TakesItems { get; }

    /// <summary>The key columns.</summary>
    public IEnumerable<VendorColumn> Keys => Columns.Where(c => c.Need == ColumnNeed.Key);

    /// <summary>The fields that its columns fill.</summary>
    public IEnumerable<Field> Fields => Columns.Where(c => c.Field is not null).Select(c => c.Field!);

    /// <summary>The column of that name or alias, or null.</summary>
    /// <param name="name">The vendor's name.</param>
    public VendorColumn? FindColumn(string name)
    {
        foreach (VendorColumn column in Columns)
        {
            if (string.Equals(column.Name, name, StringComparison.Ordinal) || string.Equals(column.Alias, name, StringComparison.Ordinal)) return column;
        }

        return null;
    }

    /// <summary>The table of that name, or null; <c>daily_qfq</c> and <c>daily_hfq</c> are <c>daily</c> with adjusted prices.</summary>
    /// <param name="name">The vendor's name.</param>
    public static VendorTable? Find(string name)
    {
        if (name is "daily_qfq" or "daily_hfq") name = "daily";
        foreach (VendorTable table in All)
        {
            if (string.Equals(table.Name, name, StringComparison.Ordinal)) return table;
        }

        return null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
