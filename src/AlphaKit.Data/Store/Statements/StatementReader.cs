namespace AlphaKit.Data;

/// <summary>Reads statement tables of a store by columns, under the rules by which an import reads them.</summary>
internal static class StatementReader
{
    private static readonly string[] s_identity = ["ts_code", "end_date", "ann_date", "f_ann_date", "report_type", "update_flag"];

    public static async Task ReadAsync(StoreView view, string table, StatementVersions target, CancellationToken cancellationToken)
    {
        HashSet<string> held = [.. view.ColumnsOf(table)];
        string[] lacking = [.. target.Names.Where(n => !held.Contains(n))];
        if (lacking.Length > 0) throw new ArgumentException($"Table '{table}' has no column {string.Join(", ", lacking)}.");
        string[] identity = [.. s_identity.Where(held.Contains)];
        SourceTable rows = await view.ReadAsync(table, [.. identity, .. target.Names], cancellationToken).ConfigureAwait(false);
        bool[] counts = Counting(rows);
        int[]? present = HasTies(rows, counts) ? Present(await view.ReadAsync(table, null, cancellationToken).ConfigureAwait(false)) : null;
        SourceColumn symbols = rows.Find("ts_code")!, ends = rows.Find("end_date")!;
        SourceColumn[] items = [.. target.Names.Select(n => rows.Find(n)!)];
        for (int row = 0; row < rows.RowCount; row++)
        {
            if (!counts[row]) continue;
            double[] values = new double[items.Length];
            for (int i = 0; i < values.Length; i++) values[i] = items[i].Numbers[row];
            target.Add(symbols.Symbols[row], ends.Dates[row], Announced(rows, row), values, Rank(rows, row, present));
        }
    }

    private static bool[] Counting(SourceTable rows)
    {
        SourceColumn ends = rows.Find("end_date")!;
        SourceColumn? types = rows.Find("report_type");
        bool[] counts = new bool[rows.RowCount];
        for (int row = 0; row < counts.Length; row++)
            counts[row] = (types?.Texts[row] ?? "") is "" or "1" or "4" or "5" && ends.Dates[row] != SourceColumn.NoDate && Announced(rows, row) > ends.Dates[row];
        return counts;
    }

    /// <summary>Whether two rows of one share, period and day must be ranked by how many values they have.</summary>
    private static bool HasTies(SourceTable rows, bool[] counts)
    {
        SourceColumn symbols = rows.Find("ts_code")!, ends = rows.Find("end_date")!;
        SourceColumn? flags = rows.Find("update_flag");
        HashSet<(Symbol, DateOnly, DateOnly, bool)> seen = new(counts.Length);
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] && !seen.Add((symbols.Symbols[row], ends.Dates[row], Announced(rows, row), flags?.Texts[row] == "1"))) return true;
        }

        return false;
    }

    private static int[] Present(SourceTable rows)
    {
        int[] counts = new int[rows.RowCount];
        foreach (SourceColumn column in rows.Columns)
        {
            for (int row = 0; row < counts.Length; row++)
            {
                if (!RowColumns.IsMissing(column, row)) counts[row]++;
            }
        }

        return counts;
    }

    private static int Rank(SourceTable rows, int row, int[]? present) =>
        (rows.Find("update_flag")?.Texts[row] == "1" ? 1 << 20 : 0) + (present?[row] ?? 0);

    private static DateOnly Announced(SourceTable rows, int row)
    {
        DateOnly version = rows.Find("f_ann_date")?.Dates[row] ?? SourceColumn.NoDate;
        return version != SourceColumn.NoDate ? version : rows.Find("ann_date")?.Dates[row] ?? SourceColumn.NoDate;
    }
}
