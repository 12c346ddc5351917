namespace AlphaKit.Reports;

/// <summary>Parts of tables.</summary>
internal static class TableRows
{
    /// <summary>The same table with some of its rows, in the order given.</summary>
    public static Table Select(this Table table, IReadOnlyList<int> rows) => new(table.Name, [.. table.Columns.Select(c => c.Kind switch
    {
        ColumnKind.Date => TableColumn.Date(c.Name, rows.Select(i => c.Dates[i])),
        ColumnKind.Text => TableColumn.Text(c.Name, rows.Select(c.Exact)),
        ColumnKind.Integer => TableColumn.Integer(c.Name, rows.Select(i => (long)c.Numbers[i])),
        _ => TableColumn.Number(c.Name, rows.Select(i => c.Numbers[i]), c.Format),
    })]);
}
