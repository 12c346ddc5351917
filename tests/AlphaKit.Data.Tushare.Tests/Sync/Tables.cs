namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Compares stored tables with what they were made from.</summary>
internal static class Tables
{
    /// <summary>Contents of the rows by the columns that both have: a hash of each, and where it stands.</summary>
    private static Dictionary<UInt128, int> Rows(SourceTable table, IReadOnlyList<string> columns, Func<SourceTable, int, bool>? keep = null)
    {
        SourceColumn[] chosen = [.. columns.Select(c => table.Find(c)!)];
        Dictionary<UInt128, int> rows = new(table.RowCount);
        for (int row = 0; row < table.RowCount; row++)
        {
            if (keep is null || keep(table, row)) rows[Hash(chosen, row)] = row;
        }

        return rows;
    }

    /// <summary>128 bits over the values of a row; numbers by their bits, zeros and missing numbers alike.</summary>
    private static UInt128 Hash(SourceColumn[] columns, int row)
    {
        ulong low = 0x9E3779B97F4A7C15, high = 0xC2B2AE3D27D4EB4F;
        void Add(ulong value)
        {
            low = Mixed(low ^ value);
            high = Mixed(high + (value * 0xD6E8FEB86659FD93));
        }

        foreach (SourceColumn column in columns)
        {
            switch (column.Kind)
            {
                case SourceColumnKind.Date:
                    Add((ulong)column.Dates[row].DayNumber);
                    break;
                case SourceColumnKind.Number:
                    Add((ulong)BitConverter.DoubleToInt64Bits(double.IsNaN(column.Numbers[row]) ? double.NaN : column.Numbers[row] + 0.0));
                    break;
                default:
                    string text = column.Kind == SourceColumnKind.Symbol ? column.Symbols[row].ToString() : column.Texts[row];
                    Add((ulong)text.Length);
                    foreach (char letter in text) Add(letter);
                    break;
            }
        }

        return new UInt128(high, low);
    }

    // The last steps of splitmix64.
    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A row as text; numbers by their bits.</summary>
    private static string Text(IReadOnlyList<SourceColumn> columns, int row) => string.Join('|', columns.Select(c => c.Kind switch
    {
        SourceColumnKind.Symbol => c.Symbols[row].ToString(),
        SourceColumnKind.Date => c.Dates[row].DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
        SourceColumnKind.Number => BitConverter.DoubleToInt64Bits(double.IsNaN(c.Numbers[row]) ? double.NaN : c.Numbers[row] + 0.0).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => c.Texts[row],
    }));

    private static IEnumerable<string> Beyond(string what, SourceTable table, IReadOnlyList<string> columns, Dictionary<UInt128, int> rows, Dictionary<UInt128, int> others) =>
        rows.Where(r => !others.ContainsKey(r.Key)).Select(r => $"{table.Name} {what} {Text([.. columns.Select(c => table.Find(c)!)], r.Value)}");

    /// <summary>Rows of a table that another lacks.</summary>
    public static IEnumerable<string> Beyond(SourceTable table, SourceTable other, Func<SourceTable, int, bool>? keep = null)
    {
        string[] columns = [.. table.Columns.Select(c => c.Name).Where(c => other.Find(c) is not null)];
        return Beyond("has", table, columns, Rows(table, columns, keep), Rows(other, columns));
    }

    private static bool IsServed(TushareEndpoint endpoint, SourceTable table, int row)
    {
        if (endpoint.EventDate is not { Kind: SourceColumnKind.Date } date || table.Find(date.Name) is not { } days) return true;
        return !(days.Dates[row] < endpoint.Since || days.Dates[row] > endpoint.Until);
    }

    /// <summary>
    /// Rows that one has and the other lacks, over all tables of the plan that the source has; how many rows were compared. Days of the source that
    /// the vendor does not have do not count: special treatment begins in 2016, chip distribution in 2018.
    /// </summary>
    public static async Task<(long Compared, List<string> Different)> CompareAsync(IMarketDataSource source, MarketStore store, TushareSyncPlan plan, Func<SourceTable, int, bool>? keep = null)
    {
        long compared = 0;
        List<string> different = [];
        foreach (string name in plan.Tables.Where(source.Tables.Contains))
        {
            SourceTable made = await source.ReadAsync(name);
            if (made.RowCount == 0) continue;
            if (store.Describe(name) is not { Columns.Count: > 0 })
            {
                different.Add($"{name}: nothing is stored of {made.RowCount} rows");
                continue;
            }

            SourceTable kept = await store.Latest.ReadAsync(name, null);
            TushareEndpoint endpoint = TushareEndpoints.Get(name);
            string[] columns = [.. made.Columns.Select(c => c.Name).Where(c => endpoint.OrdinalOf(c) >= 0)];
            different.AddRange(columns.Where(c => kept.Find(c) is null).Select(c => $"{name}: column {c} is not stored"));
            if (different.Count > 0) break;
            Dictionary<UInt128, int> expected = Rows(made, columns, (t, i) => IsServed(endpoint, t, i) && keep?.Invoke(t, i) != false), actual = Rows(kept, columns);
            compared += expected.Count;
            different.AddRange(Beyond("lacks", made, columns, expected, actual).Concat(Beyond("has", kept, columns, actual, expected)));
        }

        return (compared, different);
    }
}
