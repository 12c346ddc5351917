using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>The headline figures of a backtest.</summary>
internal static class HeadlineSection
{
    /// <summary>Eight cards.</summary>
    public static IReadOnlyList<HeadlineCard> Of(Performance p) =>
    [
        new("Annual return", "年化收益", Show.Percent(p.AnnualisedReturn), $"{Show.Signed(p.TotalReturn)} in total", $"累计 {Show.Signed(p.TotalReturn)}", Sign(p.AnnualisedReturn)),
        new("Annual excess", "年化超额", Show.Signed(p.ArithmeticExcess), $"benchmark {Show.Percent(p.BenchmarkAnnualisedReturn)} a year", $"基准年化 {Show.Percent(p.BenchmarkAnnualisedReturn)}", Sign(p.ArithmeticExcess)),
        new("Sharpe ratio", "夏普比率", Show.Fixed(p.Sharpe, 2), $"volatility {Show.Percent(p.AnnualisedVolatility)}", $"年化波动 {Show.Percent(p.AnnualisedVolatility)}"),
        new("Maximum drawdown", "最大回撤", Show.Percent(p.MaxDrawdown), Drawdown(p).English, Drawdown(p).Chinese, Sign(p.MaxDrawdown)),
        new("Information ratio", "信息比率", Show.Fixed(p.InformationRatio, 2), $"tracking error {Show.Percent(p.TrackingError)}", $"跟踪误差 {Show.Percent(p.TrackingError)}"),
        new("Turnover per rebalance", "单次换手率", Show.Percent(p.Activity.RealisedTurnover), $"two-sided; planned {Show.Percent(p.Activity.PlannedTurnover)}", $"双边；计划 {Show.Percent(p.Activity.PlannedTurnover)}"),
        new("Annual cost", "年化成本", Show.Percent(p.AnnualCost, 2), $"{Show.Cny((double)p.Activity.Costs.Total)} in total", $"合计 {Show.Yuan((double)p.Activity.Costs.Total)}"),
        new("Monthly win rate", "月胜率", Show.Percent(p.MonthlyWinRate, 0), $"{Show.Percent(p.ExcessMonthlyWinRate, 0)} against the benchmark", $"相对基准 {Show.Percent(p.ExcessMonthlyWinRate, 0)}"),
    ];

    private static Words Drawdown(Performance p) => p.MaxDrawdownPeak is { } from && p.MaxDrawdownTrough is { } to
        ? $"{Show.Day(from)} → {Show.Day(to)}"
        : ("no fall below an earlier high", "从未低于前高");

    private static int Sign(double value) => double.IsFinite(value) ? Math.Sign(value) : 0;
}
