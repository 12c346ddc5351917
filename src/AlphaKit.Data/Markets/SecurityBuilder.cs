using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Makes the security master: stock_basic, completed by shares that have bars but no record.</summary>
internal static class SecurityBuilder
{
    public static SecurityMaster Build(CheckedTable? stockBasic, CheckedTable? bars, List<string> notes)
    {
        Dictionary<Symbol, Security> securities = [];
        if (stockBasic is not null) AddRecords(stockBasic, securities);
        int known = securities.Count;
        if (bars is not null)
        {
            string column = bars.Name == "index_weight" ? "con_code" : "ts_code";
            Symbol last = default;
            foreach (Symbol symbol in bars.Get(column).Symbols)
            {
                if (symbol == last) continue;
                last = symbol;
                if (symbol.Kind == InstrumentKind.Stock && !securities.ContainsKey(symbol)) securities.Add(symbol, new Security(symbol, "", null));
            }
        }

        int added = securities.Count - known;
        if (stockBasic is null)
        {
            notes.Add("There is no stock_basic: shares are those that have bars, their listing and delisting days are unknown, and an unknown listing day counts as long ago.");
        }
        else if (added > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{added} shares have bars but no stock_basic record; they are kept with unknown listing day. (stock_basic leaves out delisted shares unless they are asked for: list_status L, D and P.)"));
        }

        return new SecurityMaster(securities.Values);
    }

    private static void AddRecords(CheckedTable table, Dictionary<Symbol, Security> securities)
    {
        ReadOnlySpan<Symbol> symbols = table.Get("ts_code").Symbols;
        Dictionary<Symbol, int> rows = [];
        for (int row = 0; row < symbols.Length; row++)
        {
            if (!table.IsImported(row)) continue;
            Symbol symbol = symbols[row];
            if (symbol.Kind != InstrumentKind.Stock)
            {
                table.Reject(row, ValidationRule.NotAShare, symbol, null, () => $"{symbol} is of kind {symbol.Kind}");
                continue;
            }

            if (!rows.TryAdd(symbol, row))
            {
                RowPlacement.RepeatedRow(table, row, rows[symbol], symbol, table.Date("list_date", row) ?? DateOnly.MinValue);
                continue;
            }

            DateOnly? listed = table.Date("list_date", row), delisted = table.Date("delist_date", row);
            if (listed is not null && delisted < listed)
            {
                table.Reject(row, ValidationRule.ImpossibleInterval, symbol, listed, () => $"listed {listed:yyyy-MM-dd}, delisted {delisted:yyyy-MM-dd}");
                continue;
            }

            double price = table.Number("issue_price", row);
            securities[symbol] = new Security(symbol, table.Text("name", row), listed, delisted, price > 0 ? (decimal)price : null);
        }
    }
}
