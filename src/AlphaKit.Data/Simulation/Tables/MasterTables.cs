namespace AlphaKit.Data.Simulation;

/// <summary>Reference tables: stock_basic, trade_cal, namechange, index_member_all.</summary>
internal static class MasterTables
{
    public static SourceTable StockBasic(World world)
    {
        Rows rows = new("stock_basic");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<string> code = rows.Texts("symbol"), names = rows.Texts("name"), market = rows.Texts("market"), exchange = rows.Texts("exchange"), status = rows.Texts("list_status");
        List<DateOnly> listed = rows.Dates("list_date"), delisted = rows.Dates("delist_date");
        List<double> issued = rows.Numbers("issue_price");
        DateOnly last = world.Days[^1];
        foreach (StockPath path in world.Paths)
        {
            Symbol symbol = path.Profile.Symbol;
            DateOnly? end = path.Company.Delisted is { } day && day <= last ? day : null;
            symbols.Add(symbol);
            code.Add(symbol.Code);
            names.Add(Names.Of(path, last)[^1].Name);
            market.Add(symbol.Board switch { Board.ChiNext => "创业板", Board.Star => "科创板", Board.Beijing => "北交所", _ => "主板" });
            exchange.Add(symbol.Exchange switch { Exchange.Shanghai => "SSE", Exchange.Shenzhen => "SZSE", _ => "BSE" });
            bool halted = path.Company.Halt is { } halt && last >= halt.From && last <= halt.To;
            status.Add(end is not null ? "D" : halted ? "P" : "L");
            listed.Add(path.Profile.Listed);
            delisted.Add(end ?? SourceColumn.NoDate);
            issued.Add(path.Profile.IsNew ? path.Profile.PriceCents / 100.0 : double.NaN);
        }

        return rows.Build();
    }

    public static SourceTable TradeCalendar(World world)
    {
        Rows rows = new("trade_cal");
        List<string> exchange = rows.Texts("exchange");
        List<DateOnly> dates = rows.Dates("cal_date"), before = rows.Dates("pretrade_date");
        List<double> open = rows.Numbers("is_open");
        int next = 0;
        DateOnly previous = HolidayRules.TradingDays(world.Days[0].AddDays(-20), world.Days[0].AddDays(-1))[^1];
        for (DateOnly day = world.Options.From; day <= world.Options.To; day = day.AddDays(1))
        {
            bool trading = next < world.Days.Length && world.Days[next] == day;
            exchange.Add("SSE");
            dates.Add(day);
            open.Add(trading ? 1 : 0);
            before.Add(previous);
            if (!trading) continue;
            previous = day;
            next++;
        }

        return rows.Build();
    }

    public static SourceTable NameChanges(World world)
    {
        Rows rows = new("namechange");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<string> names = rows.Texts("name");
        List<DateOnly> start = rows.Dates("start_date"), end = rows.Dates("end_date"), announced = rows.Dates("ann_date");
        List<string> reasons = rows.Texts("change_reason");
        foreach (StockPath path in world.Paths)
        {
            foreach ((DateOnly from, DateOnly? to, string name, string reason) in Names.Of(path, world.Days[^1]))
            {
                symbols.Add(path.Profile.Symbol);
                names.Add(name);
                start.Add(from);
                end.Add(to ?? SourceColumn.NoDate);
                announced.Add(from.AddDays(-1));
                reasons.Add(reason);
            }
        }

        return rows.Build();
    }

    public static SourceTable IndustryMembers(World world)
    {
        Rows rows = new("index_member_all");
        List<string> industries = rows.Texts("l1_code"), industryNames = rows.Texts("l1_name");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<string> names = rows.Texts("name");
        List<DateOnly> start = rows.Dates("in_date"), end = rows.Dates("out_date");
        List<string> current = rows.Texts("is_new");
        foreach (StockPath path in world.Paths)
        {
            List<(DateOnly Start, int Industry)> history = IndustryHistory.Of(path.Profile, world.Options);
            for (int k = 0; k < history.Count; k++)
            {
                bool last = k + 1 == history.Count;
                Industry industry = Industry.All[history[k].Industry];
                industries.Add(industry.Index.ToString());
                industryNames.Add(industry.Chinese);
                symbols.Add(path.Profile.Symbol);
                names.Add(path.Profile.Name);
                start.Add(history[k].Start);
                end.Add(last ? SourceColumn.NoDate : history[k + 1].Start);
                current.Add(last ? "Y" : "N");
            }
        }

        return rows.Build();
    }
}
