namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Compares stored tables with what they were made from.</summary>
internal static class Tables
{
    /// <summary>Rows as texts of the columns that both have, without copies, ordered; numbers by their bits.</summary>
    public static SortedSet<string> Rows(SourceTable table, IReadOnlyList<string> columns, Func<SourceTable, int, bool>? keep = null)
    {
        SourceColumn[] chosen = [.. columns.Select(c => table.Find(c)!)];
        SortedSet<string> rows = new(StringComparer.Ordinal);
        for (int row = 0; row < table.RowCount; row++)
        {
            if (keep is not null && !keep(table, row)) continue;
            rows.Add(string.Join('|', chosen.Select(c => c.Kind switch
            {
                SourceColumnKind.Symbol => c.Symbols[row].ToString(),
                SourceColumnKind.Date => c.Dates[row].DayNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
                SourceColumnKind.Number => BitConverter.DoubleToInt64Bits(double.IsNaN(c.Numbers[row]) ? double.NaN : c.Numbers[row] + 0.0).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => c.Texts[row],
            })));
        }

        return rows;
    }

    /// <summary>Rows that one has and the other lacks, over all tables of the plan that the source has; how many rows were compared.</summary>
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
            SortedSet<string> expected = Rows(made, columns, keep), actual = Rows(kept, columns);
            compared += expected.Count;
            different.AddRange(expected.Except(actual).Take(5).Select(r => $"{name}: lacks {r}"));
            different.AddRange(actual.Except(expected).Take(5).Select(r => $"{name}: has {r}"));
        }

        return (compared, different);
    }
}
