namespace AlphaKit.Data.Simulation;

/// <summary>
/// income, balancesheet, cashflow, fina_indicator: cumulative figures, every version announced up to the last day. A correction comes as
/// a second row with a later f_ann_date and update_flag 1; a first version always has update_flag 0, so that it does not foretell one.
/// </summary>
internal static class StatementTables
{
    private static readonly string[] s_income = ["total_revenue", "revenue", "total_cogs", "oper_cost", "sell_exp", "admin_exp", "rd_exp", "fin_exp", "operate_profit", "total_profit", "income_tax", "n_income", "n_income_attr_p", "minority_gain", "basic_eps", "diluted_eps"];
    private static readonly string[] s_balance = ["total_share", "money_cap", "accounts_receiv", "inventories", "total_cur_assets", "fix_assets", "goodwill", "total_nca", "total_assets", "total_cur_liab", "total_ncl", "total_liab", "minority_int", "total_hldr_eqy_exc_min_int", "total_hldr_eqy_inc_min_int"];
    private static readonly string[] s_cash = ["net_profit", "c_fr_sale_sg", "n_cashflow_act", "c_pay_acq_const_fiolta", "n_cashflow_inv_act", "n_cash_flows_fnc_act", "free_cashflow", "n_incr_cash_cash_equ"];
    private static readonly string[] s_indicators = ["eps", "dt_eps", "bps", "ocfps", "profit_dedt", "gross_margin", "current_ratio", "netprofit_margin", "grossprofit_margin", "roe", "roe_waa", "roa", "debt_to_assets", "assets_turn", "netprofit_yoy", "or_yoy"];

    private delegate void Items(Company company, int k, double income, double shares, Span<double> values);

    public static SourceTable Income(World world) => Render(world, "income", s_income, true, static (company, k, income, shares, v) =>
    {
        Statement s = company.Statements[k];
        double revenue = s.CumulativeRevenue, profit = income * 1.2;
        ReadOnlySpan<double> values = [revenue, revenue, revenue - profit, revenue * 0.72, revenue * 0.06, revenue * 0.07, revenue * 0.04, revenue * 0.01, profit, profit, profit - income, income, income, 0, Math.Round(income / shares, 4), Math.Round(income / shares, 4)];
        values.CopyTo(v);
    });

    public static SourceTable BalanceSheet(World world) => Render(world, "balancesheet", s_balance, true, static (company, k, income, shares, v) =>
    {
        Statement s = company.Statements[k];
        double assets = s.Assets, current = assets * 0.55, debt = assets - s.Equity;
        ReadOnlySpan<double> values = [shares, assets * 0.15, assets * 0.12, assets * 0.13, current, assets * 0.2, assets * 0.02, assets - current, assets, debt * 0.75, debt * 0.25, debt, 0, s.Equity, s.Equity];
        values.CopyTo(v);
    });

    public static SourceTable CashFlow(World world) => Render(world, "cashflow", s_cash, true, static (company, k, income, shares, v) =>
    {
        Statement s = company.Statements[k];
        double operating = income * s.CashRatio + (0.02 * s.CumulativeRevenue), spent = 0.04 * s.CumulativeRevenue;
        ReadOnlySpan<double> values = [income, s.CumulativeRevenue * 1.05, operating, spent, -spent, 0.3 * (spent - operating), operating - spent, operating - spent + (0.3 * (spent - operating))];
        values.CopyTo(v);
    });

    public static SourceTable Indicators(World world) => Render(world, "fina_indicator", s_indicators, false, static (company, k, income, shares, v) =>
    {
        Statement s = company.Statements[k];
        double revenue = s.CumulativeRevenue, operating = (income * s.CashRatio) + (0.02 * revenue), yoy = double.NaN, revenueYoy = double.NaN;
        if (k >= 4)
        {
            Statement before = company.Statements[k - 4];
            yoy = Percent((income - before.CumulativeIncome) / Math.Abs(before.CumulativeIncome));
            revenueYoy = Percent((revenue / before.CumulativeRevenue) - 1);
        }

        double opening = s.Equity - income;
        ReadOnlySpan<double> values = [Math.Round(income / shares, 4), Math.Round(income / shares, 4), Math.Round(s.Equity / shares, 4), Math.Round(operating / shares, 4), income * 0.92, revenue * 0.28, Math.Round(0.55 * s.Assets / Math.Max(1, 0.75 * (s.Assets - s.Equity)), 4), Percent(income / revenue), 28, Percent(income / s.Equity), Percent(income * 2 / (opening + s.Equity)), Percent(income / s.Assets), Percent(1 - (s.Equity / s.Assets)), Math.Round(revenue / s.Assets, 4), yoy, revenueYoy];
        values.CopyTo(v);
    });

    private static SourceTable Render(World world, string table, string[] items, bool versioned, Items fill)
    {
        Rows rows = new(table);
        List<Symbol> symbols = rows.Symbols("ts_code");
        List<DateOnly> announced = rows.Dates("ann_date"), version = versioned ? rows.Dates("f_ann_date") : [], end = rows.Dates("end_date");
        List<string> report = versioned ? rows.Texts("report_type") : [], kind = versioned ? rows.Texts("comp_type") : [], flag = rows.Texts("update_flag");
        List<double>[] columns = [.. items.Select(rows.Numbers)];
        double[] values = new double[items.Length];
        DateOnly last = world.Days[^1];
        foreach (StockPath path in world.Paths)
        {
            List<Statement> statements = path.Company.Statements;
            for (int k = 0; k < statements.Count; k++)
            {
                Statement s = statements[k];
                DateOnly[] dates = s.Restated is { } restated ? [s.Announced, restated] : [s.Announced];
                foreach (DateOnly date in dates)
                {
                    if (date > last || path.Company.Delisted <= date) continue;
                    bool corrected = date != s.Announced;
                    symbols.Add(path.Profile.Symbol);
                    announced.Add(versioned ? s.Announced : date);
                    version.Add(date);
                    end.Add(s.PeriodEnd);
                    report.Add("1");
                    kind.Add("1");
                    flag.Add(corrected ? "1" : "0");
                    fill(path.Company, k, corrected ? s.CumulativeIncome * (1 + s.Correction) : s.CumulativeIncome, SharesOn(path, s.PeriodEnd), values);
                    for (int c = 0; c < values.Length; c++) columns[c].Add(Math.Round(values[c], 4));
                }
            }
        }

        return rows.Build();
    }

    /// <summary>Total shares at a day: those at the start and what payouts issued since.</summary>
    private static double SharesOn(StockPath path, DateOnly day)
    {
        double shares = path.Profile.InitialShares;
        foreach (Payout payout in path.Company.Payouts)
        {
            if (payout.Ex <= day) shares = Math.Round(shares * (1 + payout.NewShares));
        }

        return shares;
    }

    private static double Percent(double ratio) => Math.Round(ratio * 100, 4);
}
