namespace AlphaKit.Data.Tushare;

/// <summary>Chosen rows of columns.</summary>
internal static class ColumnRows
{
    public static SourceColumn Take(SourceColumn column, IReadOnlyList<int> rows) => column.Kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(column.Name, Pick(column.Symbols, rows)),
        SourceColumnKind.Date => SourceColumn.Of(column.Name, Pick(column.Dates, rows)),
        SourceColumnKind.Number => SourceColumn.Of(column.Name, Pick(column.Numbers, rows)),
        _ => SourceColumn.Of(column.Name, Pick(column.Texts, rows)),
    };

    private static T[] Pick<T>(ReadOnlySpan<T> values, IReadOnlyList<int> rows)
    {
        T[] picked = new T[rows.Count];
        for (int i = 0; i < picked.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }
}
