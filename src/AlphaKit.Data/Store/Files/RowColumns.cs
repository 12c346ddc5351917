using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Columns as arrays: picking, joining and comparing rows.</summary>
internal static class RowColumns
{
    /// <summary>The rows named, in that order.</summary>
    public static SourceColumn Take(SourceColumn column, ReadOnlySpan<int> rows)
    {
        switch (column.Kind)
        {
            case SourceColumnKind.Symbol: return SourceColumn.Of(column.Name, Pick(column.Symbols, rows));
            case SourceColumnKind.Date: return SourceColumn.Of(column.Name, Pick(column.Dates, rows));
            case SourceColumnKind.Number: return SourceColumn.Of(column.Name, Pick(column.Numbers, rows));
            default: return SourceColumn.Of(column.Name, Pick(column.Texts, rows));
        }
    }

    /// <summary>The same values under another name.</summary>
    public static SourceColumn Rename(SourceColumn column, string name) => column.Kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(name, column.Symbols.ToArray()),
        SourceColumnKind.Date => SourceColumn.Of(name, column.Dates.ToArray()),
        SourceColumnKind.Number => SourceColumn.Of(name, column.Numbers.ToArray()),
        _ => SourceColumn.Of(name, column.Texts.ToArray()),
    };

    public static bool IsMissing(SourceColumn column, int row) => column.Kind switch
    {
        SourceColumnKind.Symbol => column.Symbols[row].IsNone,
        SourceColumnKind.Date => column.Dates[row] == SourceColumn.NoDate,
        SourceColumnKind.Number => double.IsNaN(column.Numbers[row]),
        _ => column.Texts[row].Length == 0,
    };

    public static string Shown(SourceColumn column, int row) => IsMissing(column, row) ? "(missing)" : column.Kind switch
    {
        SourceColumnKind.Symbol => column.Symbols[row].ToString(),
        SourceColumnKind.Date => column.Dates[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SourceColumnKind.Number => column.Numbers[row].ToString("R", CultureInfo.InvariantCulture),
        _ => column.Texts[row],
    };

    public static int Compare(SourceColumn column, int a, int b) => column.Kind switch
    {
        SourceColumnKind.Symbol => column.Symbols[a].CompareTo(column.Symbols[b]),
        SourceColumnKind.Date => column.Dates[a].CompareTo(column.Dates[b]),
        SourceColumnKind.Number => column.Numbers[a].CompareTo(column.Numbers[b]),
        _ => string.CompareOrdinal(column.Texts[a], column.Texts[b]),
    };

    /// <summary>Orders rows by event date, then key, then time of recording, then content: an order that depends on nothing else.</summary>
    public static void Sort(int[] rows, StoreTable table, Func<string, SourceColumn?> find, long[] recorded, UInt128[] content)
    {
        SourceColumn[] columns = [.. new[] { table.EventDate }.Concat(table.Key).Where(c => c is not null).Distinct().Select(c => find(c!)).Where(c => c is not null)!];
        Comparison<int> order = Order;
        bool sorted = true;
        for (int i = 1; i < rows.Length && sorted; i++) sorted = order(rows[i - 1], rows[i]) <= 0;
        if (!sorted) Array.Sort(rows, order);

        int Order(int a, int b)
        {
            foreach (SourceColumn column in columns)
            {
                int by = Compare(column, a, b);
                if (by != 0) return by;
            }

            int later = recorded[a].CompareTo(recorded[b]);
            return later != 0 ? later : content[a].CompareTo(content[b]);
        }
    }

    private static T[] Pick<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
    {
        T[] picked = new T[rows.Length];
        for (int i = 0; i < picked.Length; i++) picked[i] = values[rows[i]];
        return picked;
    }
}
