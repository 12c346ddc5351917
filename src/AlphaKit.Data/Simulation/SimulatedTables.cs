namespace AlphaKit.Data.Simulation;

/// <summary>Renders tables by name from the compact state; nothing rendered is kept.</summary>
internal static class SimulatedTables
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "trade_cal", "stock_basic", "daily", "adj_factor", "daily_basic", "stk_limit", "suspend_d", "stock_st", "namechange", "moneyflow", "cyq_perf", "margin_detail",
        "hk_hold", "index_daily", "index_weight", "index_member_all", "dividend", "income", "balancesheet", "cashflow", "fina_indicator", "forecast",
    ];

    public static SourceTable Render(World world, string table, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return table switch
        {
            "trade_cal" => MasterTables.TradeCalendar(world),
            "stock_basic" => MasterTables.StockBasic(world),
            "daily" => PriceTables.Daily(world, stop),
            "adj_factor" => PriceTables.AdjFactor(world, stop),
            "daily_basic" => ValuationTable.Render(world, stop),
            "stk_limit" => PriceTables.StkLimit(world, stop),
            "suspend_d" => PriceTables.Suspensions(world),
            "stock_st" => PriceTables.SpecialTreatment(world),
            "namechange" => MasterTables.NameChanges(world),
            "moneyflow" => FlowTable.Render(world, stop),
            "cyq_perf" => ChipTable.Render(world, stop),
            "margin_detail" => HoldingTables.Margin(world, stop),
            "hk_hold" => HoldingTables.Northbound(world, stop),
            "index_daily" => new IndexTables(world).Daily(),
            "index_weight" => new IndexTables(world).Weights(),
            "index_member_all" => MasterTables.IndustryMembers(world),
            "dividend" => EventTables.Dividends(world),
            "income" => StatementTables.Income(world),
            "balancesheet" => StatementTables.BalanceSheet(world),
            "cashflow" => StatementTables.CashFlow(world),
            "fina_indicator" => StatementTables.Indicators(world),
            "forecast" => EventTables.Forecasts(world),
            _ => throw new ArgumentException($"There is no table '{table}'; there are {string.Join(", ", Names)}.", nameof(table)),
        };
    }
}
