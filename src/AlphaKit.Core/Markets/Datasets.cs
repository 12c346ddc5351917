namespace AlphaKit;

/// <summary>The datasets that AlphaKit itself knows.</summary>
public static class Datasets
{
    /// <summary>Dividends, bonus shares, transfers and rights; selected by ex-date.</summary>
    public static Dataset<CorporateAction> CorporateActions { get; } = new("corporate_actions", "Dividends, bonus and rights issues, by ex-date.");

    /// <summary>Daily bars of indices; selected by trading day.</summary>
    public static Dataset<IndexBar> IndexBars { get; } = new("index_bars", "Daily index bars, by trading day.");

    /// <summary>Index constituents with weights, one row per snapshot and member; selected by snapshot date, symbols are indices.</summary>
    public static Dataset<IndexConstituent> IndexConstituents { get; } = new("index_constituents", "Index weights, by snapshot date.");

    /// <summary>Industry membership intervals; selected by first day.</summary>
    public static Dataset<IndustryMembership> IndustryMemberships { get; } = new("industry_memberships", "Shenwan level-1 membership intervals, by first day.");

    /// <summary>Name intervals, from which ST state follows; selected by first day.</summary>
    public static Dataset<NameChange> NameChanges { get; } = new("name_changes", "Names in force, by first day.");

    /// <summary>Financial statements, every published version; selected by announcement.</summary>
    public static Dataset<FinancialStatement> FinancialStatements { get; } = new("financial_statements", "Statement versions, by announcement date.");

    /// <summary>Earnings forecasts; selected by announcement.</summary>
    public static Dataset<EarningsForecast> EarningsForecasts { get; } = new("earnings_forecasts", "Earnings forecasts, by announcement date.");

    /// <summary>Minute bars; selected by trading day.</summary>
    public static Dataset<MinuteBar> MinuteBars { get; } = new("minute_bars", "Minute bars, by trading day.");

    /// <summary>Tick trades; selected by trading day.</summary>
    public static Dataset<TickTrade> TickTrades { get; } = new("tick_trades", "Tick-by-tick trades and cancellations, by trading day.");

    /// <summary>Order messages; selected by trading day.</summary>
    public static Dataset<TickOrder> TickOrders { get; } = new("tick_orders", "Order messages, by trading day.");
}
