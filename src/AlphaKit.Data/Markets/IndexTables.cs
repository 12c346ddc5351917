using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Turns index tables into typed rows.</summary>
internal static class IndexTables
{
    public static LoadedTable Bars(CheckedTable table)
    {
        ReadOnlySpan<Symbol> symbols = table.Get("ts_code").Symbols;
        ReadOnlySpan<DateOnly> dates = table.Get("trade_date").Dates;
        Dictionary<(Symbol, DateOnly), int> owners = new(symbols.Length);
        List<IndexBar> bars = new(symbols.Length);
        for (int row = 0; row < symbols.Length; row++)
        {
            if (!table.IsImported(row)) continue;
            if (!owners.TryAdd((symbols[row], dates[row]), row))
            {
                RowPlacement.RepeatedRow(table, row, owners[(symbols[row], dates[row])], symbols[row], dates[row]);
                continue;
            }

            double close = table.Number("close", row);
            if (!(close > 0 && double.IsFinite(close)))
            {
                table.Reject(row, ValidationRule.ImpossibleValue, symbols[row], dates[row], () => $"close {close:R} is not a positive number");
                continue;
            }

            bars.Add(new IndexBar(
                symbols[row], dates[row], table.Number("open", row), table.Number("high", row), table.Number("low", row), close,
                table.Number("vol", row, table.Schema.FindColumn("vol")!.Factor), table.Number("amount", row, table.Schema.FindColumn("amount")!.Factor)));
        }

        return LoadedTable.OfRows(bars.OrderBy(b => b.Date).ThenBy(b => b.Index).ToArray());
    }

    public static LoadedTable Weights(CheckedTable table)
    {
        SourceColumn indices = table.Get("index_code"), members = table.Get("con_code"), dates = table.Get("trade_date"), weights = table.Get("weight");
        Dictionary<(Symbol, DateOnly, Symbol), int> owners = new(table.Count);
        List<int> kept = new(table.Count);
        for (int row = 0; row < table.Count; row++)
        {
            if (!table.IsImported(row)) continue;
            (Symbol, DateOnly, Symbol) key = (indices.Symbols[row], dates.Dates[row], members.Symbols[row]);
            if (!owners.TryAdd(key, row))
            {
                RowPlacement.RepeatedRow(table, row, owners[key], members.Symbols[row], dates.Dates[row]);
                continue;
            }

            double weight = weights.Numbers[row];
            if (!(weight >= 0 && weight <= 100))
            {
                table.Reject(row, ValidationRule.ImpossibleValue, members.Symbols[row], dates.Dates[row], () => $"weight {weight:R} of {indices.Symbols[row]} is not 0 to 100 percent");
                continue;
            }

            kept.Add(row);
        }

        List<IndexConstituent> rows = new(kept.Count);
        foreach (IGrouping<(DateOnly Date, Symbol Index), int> snapshot in kept.GroupBy(r => (dates.Dates[r], indices.Symbols[r])))
        {
            int count = snapshot.Count(), expected = IndexFamily.MemberCount(snapshot.Key.Index);
            string detail = string.Create(CultureInfo.InvariantCulture, $"snapshot of {snapshot.Key.Index} on {snapshot.Key.Date:yyyy-MM-dd} has {count} members, {expected} are expected");
            if (expected > 0 && count < 0.9 * expected)
            {
                foreach (int row in snapshot) table.Reject(row, ValidationRule.SnapshotTruncated, members.Symbols[row], snapshot.Key.Date, () => detail);
                continue;
            }

            if (expected > 0 && count != expected) table.Report(snapshot.First(), ValidationRule.SnapshotCount, snapshot.Key.Index, snapshot.Key.Date, () => detail);
            foreach (int row in snapshot)
                rows.Add(new IndexConstituent(snapshot.Key.Index, snapshot.Key.Date, members.Symbols[row], weights.Numbers[row] / 100));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.Date).ThenBy(r => r.Index).ThenBy(r => r.Symbol).ToArray());
    }
}
