namespace AlphaKit.Backtest;

/// <summary>The results of a sweep, in the order of its cases.</summary>
/// <param name="Names">The names of the cases.</param>
/// <param name="Results">Their results.</param>
public sealed record SweepResult(IReadOnlyList<string> Names, IReadOnlyList<BacktestResult> Results)
{
    /// <summary>
    /// One row per case: name, total_return, annual_return, volatility, sharpe, max_drawdown, realised_turnover, trades, unfilled (orders),
    /// fees (CNY, taxes and slippage not in it). Choosing the best row of many is itself a fit: count the cases as trials.
    /// </summary>
    public Table Table => new(
        "sweep",
        TableColumn.Text("name", Names),
        TableColumn.Number("total_return", Results.Select(r => r.Performance.TotalReturn), "P2"),
        TableColumn.Number("annual_return", Results.Select(r => r.Performance.AnnualisedReturn), "P2"),
        TableColumn.Number("volatility", Results.Select(r => r.Performance.AnnualisedVolatility), "P2"),
        TableColumn.Number("sharpe", Results.Select(r => r.Performance.Sharpe), "F2"),
        TableColumn.Number("max_drawdown", Results.Select(r => r.Performance.MaxDrawdown), "P2"),
        TableColumn.Number("realised_turnover", Results.Select(r => r.Performance.Activity.RealisedTurnover), "P2"),
        TableColumn.Integer("trades", Results.Select(r => (long)r.Performance.Activity.Trades)),
        TableColumn.Integer("unfilled", Results.Select(r => (long)r.Performance.Activity.RejectedOrders)),
        TableColumn.Money("fees", Results.Select(r => Fees(r.Performance.Activity.Costs))));

    private static decimal Fees(Costs costs) => costs.Commission + costs.StampDuty + costs.TransferFee + costs.OtherFees;
}
