namespace AlphaKit.Data.Simulation;

/// <summary>dividend and forecast: what was announced up to the last day.</summary>
internal static class EventTables
{
    public static SourceTable Dividends(World world)
    {
        Rows rows = new("dividend");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<DateOnly> end = rows.Dates("end_date"), announced = rows.Dates("ann_date");
        List<string> stage = rows.Texts("div_proc");
        List<double> stock = rows.Numbers("stk_div"), bonus = rows.Numbers("stk_bo_rate"), transfer = rows.Numbers("stk_co_rate"), net = rows.Numbers("cash_div"), cash = rows.Numbers("cash_div_tax");
        List<DateOnly> record = rows.Dates("record_date"), ex = rows.Dates("ex_date"), pay = rows.Dates("pay_date"), listed = rows.Dates("div_listdate"), implemented = rows.Dates("imp_ann_date");
        DateOnly last = world.Days[^1];
        foreach (StockPath path in world.Paths)
        {
            foreach (Payout payout in path.Company.Payouts)
            {
                bool gone = path.Company.Delisted is { } delisted && payout.Ex >= delisted;
                if (payout.Implemented > last || gone) continue;
                symbols.Add(path.Profile.Symbol);
                end.Add(payout.Year);
                announced.Add(payout.Proposed);
                stage.Add("实施");
                stock.Add(payout.NewShares);
                bonus.Add(payout.Bonus);
                transfer.Add(payout.Transfer);
                net.Add(Math.Round(payout.Cash * 0.9, 4));
                cash.Add(payout.Cash);
                record.Add(payout.Record);
                ex.Add(payout.Ex);
                pay.Add(payout.Cash > 0 ? payout.Ex : SourceColumn.NoDate);
                listed.Add(payout.NewShares > 0 ? payout.Ex : SourceColumn.NoDate);
                implemented.Add(payout.Implemented);
            }
        }

        return rows.Build();
    }

    public static SourceTable Forecasts(World world)
    {
        Rows rows = new("forecast");
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<DateOnly> announced = rows.Dates("ann_date"), end = rows.Dates("end_date"), first = rows.Dates("first_ann_date");
        List<string> type = rows.Texts("type");
        List<double> changeLow = rows.Numbers("p_change_min"), changeHigh = rows.Numbers("p_change_max");
        List<double> low = rows.Numbers("net_profit_min"), high = rows.Numbers("net_profit_max"), before = rows.Numbers("last_parent_net");
        DateOnly last = world.Days[^1];
        foreach (StockPath path in world.Paths)
        {
            foreach (Guidance guidance in path.Company.Guidances)
            {
                if (guidance.Announced > last || path.Company.Delisted <= guidance.Announced) continue;
                symbols.Add(path.Profile.Symbol);
                announced.Add(guidance.Announced);
                first.Add(guidance.Announced);
                end.Add(guidance.PeriodEnd);
                type.Add(TypeOf(guidance));
                bool comparable = guidance.Previous > 0;
                changeLow.Add(comparable ? Math.Round(((guidance.Low / guidance.Previous) - 1) * 100, 2) : double.NaN);
                changeHigh.Add(comparable ? Math.Round(((guidance.High / guidance.Previous) - 1) * 100, 2) : double.NaN);
                low.Add(Math.Round(guidance.Low / 1e4, 2));
                high.Add(Math.Round(guidance.High / 1e4, 2));
                before.Add(double.IsNaN(guidance.Previous) ? double.NaN : Math.Round(guidance.Previous / 1e4, 2));
            }
        }

        return rows.Build();
    }

    private static string TypeOf(Guidance guidance)
    {
        double middle = (guidance.Low + guidance.High) / 2;
        if (middle < 0) return guidance.Previous < 0 ? "续亏" : "首亏";
        if (guidance.Previous < 0) return "扭亏";
        double growth = double.IsNaN(guidance.Previous) ? 0 : (middle / guidance.Previous) - 1;
        return growth switch { > 0.5 => "预增", > 0.05 => "略增", < -0.5 => "预减", < -0.05 => "略减", _ => "续盈" };
    }
}
