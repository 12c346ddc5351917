namespace AlphaKit.Data;

/// <summary>Turns event tables into typed rows, ordered by the date that selects them, then by symbol.</summary>
internal static class EventTables
{
    public static LoadedTable NameChanges(CheckedTable table, MarketAxes axes)
    {
        List<NameChange> rows = [];
        foreach (int row in Kept(table, axes, r => (table.Get("ts_code").Symbols[r], table.Get("start_date").Dates[r], table.Text("name", r))))
        {
            Symbol symbol = table.Get("ts_code").Symbols[row];
            DateOnly from = table.Get("start_date").Dates[row];
            DateOnly? to = table.Date("end_date", row), announced = table.Date("ann_date", row);
            if (to < from)
            {
                table.Reject(row, ValidationRule.ImpossibleInterval, symbol, from, () => $"{table.Text("name", row)} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
                continue;
            }

            if (announced > from) table.Report(row, ValidationRule.LateName, symbol, from, () => $"announced {announced:yyyy-MM-dd}, starts {from:yyyy-MM-dd}");
            rows.Add(new NameChange(symbol, table.Text("name", row), from, to, announced));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.From).ThenBy(r => r.Symbol).ToArray());
    }

    public static LoadedTable Industries(CheckedTable table, MarketAxes axes)
    {
        List<IndustryMembership> rows = [];
        foreach (int row in Kept(table, axes, r => (table.Get("ts_code").Symbols[r], table.Get("in_date").Dates[r], table.Text("l1_code", r))))
        {
            Symbol symbol = table.Get("ts_code").Symbols[row];
            DateOnly from = table.Get("in_date").Dates[row];
            DateOnly? until = table.Date("out_date", row);
            string code = table.Text("l1_code", row);
            if (!Symbol.TryParse(code, out Symbol index) || Industry.FromIndex(index) is not { } industry)
            {
                table.Reject(row, ValidationRule.UnknownIndustry, symbol, from, () => $"l1_code {code}");
                continue;
            }

            if (until <= from)
            {
                table.Reject(row, ValidationRule.ImpossibleInterval, symbol, from, () => $"in {from:yyyy-MM-dd}, out {until:yyyy-MM-dd}");
                continue;
            }

            rows.Add(new IndustryMembership(symbol, industry, from, until?.AddDays(-1)));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.From).ThenBy(r => r.Symbol).ToArray());
    }

    public static LoadedTable CorporateActions(CheckedTable table, MarketAxes axes)
    {
        for (int row = 0; row < table.Count; row++)
        {
            if (!table.IsImported(row)) continue;
            Symbol symbol = table.Get("ts_code").Symbols[row];
            string stage = table.Text("div_proc", row);
            DateOnly? ex = table.Date("ex_date", row), record = table.Date("record_date", row);
            if (stage != "实施") table.Reject(row, ValidationRule.NotImplemented, symbol, ex, () => $"div_proc {stage}");
            else if (ex is null || record is null || !(Cash(table, row) > 0 || Shares(table, row).Sum > 0))
                table.Reject(row, ValidationRule.IncompleteAction, symbol, ex, () => $"record {record:yyyy-MM-dd}, ex {ex:yyyy-MM-dd}, cash {Cash(table, row)}, shares {Shares(table, row).Sum}");
            else if (record >= ex)
                table.Reject(row, ValidationRule.ImpossibleInterval, symbol, ex, () => $"record {record:yyyy-MM-dd} is not before ex {ex:yyyy-MM-dd}");
        }

        List<CorporateAction> rows = [];
        foreach (int row in Kept(table, axes, r => (table.Get("ts_code").Symbols[r], table.Get("ex_date").Dates[r], table.Date("end_date", r))))
        {
            DateOnly ex = table.Get("ex_date").Dates[row];
            (decimal bonus, decimal transfer, _) = Shares(table, row);
            rows.Add(new CorporateAction(
                table.Get("ts_code").Symbols[row],
                table.Date("imp_ann_date", row) ?? table.Date("ann_date", row) ?? table.Get("record_date").Dates[row],
                table.Get("record_date").Dates[row],
                ex,
                Cash(table, row) > 0 ? table.Date("pay_date", row) ?? ex : null,
                bonus + transfer > 0 ? table.Date("div_listdate", row) ?? ex : null,
                Cash(table, row),
                bonus,
                transfer));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.ExDate).ThenBy(r => r.Symbol).ToArray());
    }

    public static LoadedTable Forecasts(CheckedTable table, MarketAxes axes)
    {
        List<EarningsForecast> rows = [];
        foreach (int row in Kept(table, axes, r => (table.Get("ts_code").Symbols[r], table.Get("ann_date").Dates[r], table.Get("end_date").Dates[r])))
        {
            rows.Add(new EarningsForecast(
                table.Get("ts_code").Symbols[row],
                table.Get("ann_date").Dates[row],
                table.Get("end_date").Dates[row],
                table.Text("type", row),
                Converted(table, "p_change_min", row),
                Converted(table, "p_change_max", row),
                Converted(table, "net_profit_min", row),
                Converted(table, "net_profit_max", row)));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.Announced).ThenBy(r => r.Symbol).ThenBy(r => r.PeriodEnd).ToArray());
    }

    public static LoadedTable Statements(CheckedTable table, MarketAxes axes, StatementKind kind)
    {
        for (int row = 0; row < table.Count; row++)
        {
            if (!table.IsImported(row)) continue;
            Symbol symbol = table.Get("ts_code").Symbols[row];
            DateOnly end = table.Get("end_date").Dates[row];
            string type = table.Text("report_type", row);
            DateOnly? announced = Announced(table, row);
            if (type is not ("" or "1" or "4" or "5")) table.Reject(row, ValidationRule.OtherReportType, symbol, end, () => $"report_type {type}");
            else if (announced is null || announced <= end)
                table.Reject(row, ValidationRule.AnnouncedBeforeEnd, symbol, end, () => $"period ends {end:yyyy-MM-dd}, announced {(announced is null ? "never" : $"{announced:yyyy-MM-dd}")}");
        }

        SourceColumn[] items = [.. table.Rows.Columns.Where(c => c.Kind == SourceColumnKind.Number && table.Schema.FindColumn(c.Name) is null)];
        List<FinancialStatement> rows = [];
        foreach (int row in Kept(table, axes, r => (table.Get("ts_code").Symbols[r], table.Get("end_date").Dates[r], Announced(table, r))))
        {
            Dictionary<string, double> values = new(StringComparer.Ordinal);
            foreach (SourceColumn item in items)
            {
                if (!double.IsNaN(item.Numbers[row])) values.Add(item.Name, item.Numbers[row]);
            }

            DateOnly announced = Announced(table, row)!.Value;
            DateOnly first = table.Date("ann_date", row) is { } published && published < announced ? published : announced;
            rows.Add(new FinancialStatement(table.Get("ts_code").Symbols[row], kind, table.Get("end_date").Dates[row], first, announced, values));
        }

        return LoadedTable.OfRows(rows.OrderBy(r => r.Announced).ThenBy(r => r.Symbol).ThenBy(r => r.PeriodEnd).ToArray());
    }

    private static DateOnly? Announced(CheckedTable table, int row) => table.Date("f_ann_date", row) ?? table.Date("ann_date", row);

    private static double Converted(CheckedTable table, string column, int row) => table.Number(column, row, table.Schema.FindColumn(column)!.Factor);

    private static decimal Cash(CheckedTable table, int row) => Exact(table.Number("cash_div_tax", row));

    private static (decimal Bonus, decimal Transfer, decimal Sum) Shares(CheckedTable table, int row)
    {
        decimal bonus = Exact(table.Number("stk_bo_rate", row)), transfer = Exact(table.Number("stk_co_rate", row)), all = Exact(table.Number("stk_div", row));

        // Some rows give only the sum; the part that is not known to be bonus from profit is then a transfer from reserves.
        if (bonus + transfer == 0) transfer = all;
        return (bonus, transfer, bonus + transfer);
    }

    private static decimal Exact(double value) => double.IsFinite(value) ? Math.Round((decimal)value, 10) : 0m;

    /// <summary>The rows to import: of the shares of this market, exact copies collapsed, of different rows of one key the better one.</summary>
    private static List<int> Kept<TKey>(CheckedTable table, MarketAxes axes, Func<int, TKey> keyOf)
        where TKey : notnull
    {
        Dictionary<TKey, int> owners = [];
        for (int row = 0; row < table.Count; row++)
        {
            if (!table.IsImported(row)) continue;
            Symbol symbol = table.Get("ts_code").Symbols[row];
            if (axes.Panel.ColumnOf(symbol) < 0)
            {
                table.Reject(row, symbol.Kind == InstrumentKind.Stock ? ValidationRule.UnknownSymbol : ValidationRule.NotAShare, symbol, null, () => $"{symbol} is not among the shares of this market");
                continue;
            }

            TKey key = keyOf(row);
            if (owners.TryAdd(key, row)) continue;
            int other = owners[key];
            if (table.SameContent(row, other))
            {
                table.Collapse(row, symbol, null, other);
                continue;
            }

            bool newer = Rank(table, row).CompareTo(Rank(table, other)) > 0;
            int loser = newer ? other : row;
            if (newer) owners[key] = row;
            table.Reject(loser, ValidationRule.DuplicateEvent, symbol, null, () => $"{table.Locate(newer ? row : other)} is kept; they differ in {table.Difference(other, row)}");
        }

        return [.. owners.Values.Order()];
    }

    private static (int Flag, int Values) Rank(CheckedTable table, int row)
    {
        int values = 0;
        foreach (SourceColumn column in table.Rows.Columns)
        {
            bool present = column.Kind switch
            {
                SourceColumnKind.Number => !double.IsNaN(column.Numbers[row]),
                SourceColumnKind.Date => column.Dates[row] != SourceColumn.NoDate,
                SourceColumnKind.Text => column.Texts[row].Length > 0,
                _ => true,
            };
            if (present) values++;
        }

        return (table.Text("update_flag", row) == "1" ? 1 : 0, values);
    }
}
