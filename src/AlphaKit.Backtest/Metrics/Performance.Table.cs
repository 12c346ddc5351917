using System.Globalization;

namespace AlphaKit.Backtest;

public sealed partial record Performance
{
    /// <summary>
    /// The measures as a table: metric, shown (as people read it), value (exact; dates as yyyymmdd, as columns hold one type), formula.
    /// </summary>
    public Table ToTable()
    {
        List<(string Name, double Value, string Formula)> rows =
        [
            ("days", Days, "trading days"),
            ("days_per_year", DaysPerYear, "N, by which everything is annualised"),
            ("risk_free_rate", RiskFreeRate, "rf per year; per day (1 + rf)^(1/N) - 1"),
            ("total_return", TotalReturn, "prod(1 + r) - 1"),
            ("annualised_return", AnnualisedReturn, "(1 + total)^(N / days) - 1"),
            ("annualised_volatility", AnnualisedVolatility, "std(r, n - 1) * sqrt(N)"),
            ("sharpe", Sharpe, "mean(r - rf) / std(r - rf, n - 1) * sqrt(N)"),
            ("sortino", Sortino, "mean(r - rf) * N / (sqrt(mean(min(r - rf, 0)^2)) * sqrt(N))"),
            ("max_drawdown", MaxDrawdown, "min(value / running max - 1), start included"),
            ("max_drawdown_peak", Number(MaxDrawdownPeak), "yyyymmdd of the high before it"),
            ("max_drawdown_trough", Number(MaxDrawdownTrough), "yyyymmdd of the low"),
            ("max_drawdown_recovery", Number(MaxDrawdownRecovery), "yyyymmdd when the high was reached again; empty if not"),
            ("calmar", Calmar, "annualised_return / |max_drawdown|"),
            ("daily_win_rate", DailyWinRate, "share of days with r > 0"),
            ("monthly_win_rate", MonthlyWinRate, "share of months with return > 0"),
            ("benchmark_total_return", BenchmarkTotalReturn, $"prod(1 + b) - 1; b: {Benchmark}"),
            ("benchmark_annualised_return", BenchmarkAnnualisedReturn, "(1 + benchmark total)^(N / days) - 1"),
            ("arithmetic_excess", ArithmeticExcess, "annualised_return - benchmark_annualised_return"),
            ("geometric_excess", GeometricExcess, "(1 + annualised_return) / (1 + benchmark_annualised_return) - 1"),
            ("compounded_excess", CompoundedExcess, "prod(1 + e)^(N / days) - 1, e = r - b"),
            ("tracking_error", TrackingError, "std(e, n - 1) * sqrt(N)"),
            ("information_ratio", InformationRatio, "mean(e) / std(e, n - 1) * sqrt(N)"),
            ("compounded_information_ratio", CompoundedInformationRatio, "compounded_excess / tracking_error"),
            ("excess_max_drawdown", ExcessMaxDrawdown, "max drawdown of prod(1 + e)"),
            ("excess_calmar", ExcessCalmar, "compounded_excess / |excess_max_drawdown|"),
            ("excess_daily_win_rate", ExcessDailyWinRate, "share of days with r > b"),
            ("excess_monthly_win_rate", ExcessMonthlyWinRate, "share of months with return > benchmark return"),
            ("excess_max_drawdown_peak", Number(ExcessMaxDrawdownPeak), "yyyymmdd of the high before it"),
            ("excess_max_drawdown_trough", Number(ExcessMaxDrawdownTrough), "yyyymmdd of the low"),
            ("excess_max_drawdown_recovery", Number(ExcessMaxDrawdownRecovery), "yyyymmdd when the high was reached again; empty if not"),
            ("beta", Beta, "cov(r, b) / var(b)"),
            ("alpha", Alpha, "(1 + mean(r - rf) - beta * mean(b - rf))^N - 1"),
            ("correlation", Correlation, "Pearson's, r and b"),
            ("value_at_risk", ValueAtRisk, "5 % quantile of r, linear interpolation; one day"),
            ("conditional_value_at_risk", ConditionalValueAtRisk, "mean of the floor(0.05 (days - 1)) + 1 lowest r; one day"),
            ("skewness", Skewness, "m3 / m2^1.5, divisor n"),
            ("kurtosis", Kurtosis, "m4 / m2^2, divisor n; 3 for a normal distribution"),
            ("probabilistic_sharpe", ProbabilisticSharpe, "Phi(SR sqrt(n - 1) / sqrt(1 - skew SR + (kurt - 1)/4 SR^2)), SR per day, only trial"),
            ("rebalances", Activity.Rebalances, "dealing days with a target"),
            ("trades", Activity.Trades, "fills"),
            ("rejected_orders", Activity.RejectedOrders, "orders not filled in full"),
            ("trade_win_rate", Activity.TradeWinRate, "share of sales above cost, FIFO, fees included"),
            ("planned_turnover", Activity.PlannedTurnover, "mean per rebalance of sum|target - drifted weight|, two-sided"),
            ("realised_turnover", Activity.RealisedTurnover, "mean per rebalance of traded amount / NAV at the decision, two-sided"),
            ("annual_turnover", AnnualTurnover, "realised_turnover * rebalances / years, two-sided"),
            ("commission", (double)Activity.Costs.Commission, "CNY"),
            ("stamp_duty", (double)Activity.Costs.StampDuty, "CNY"),
            ("transfer_fee", (double)Activity.Costs.TransferFee, "CNY"),
            ("other_fees", (double)Activity.Costs.OtherFees, "CNY"),
            ("slippage", (double)Activity.Costs.Slippage, "CNY, inside the amounts"),
            ("dividend_tax", (double)Activity.Costs.DividendTax, "CNY"),
            ("annual_cost", AnnualCost, "(fees + slippage + dividend tax) / mean NAV / years"),
        ];
        return new Table(
            "metrics",
            TableColumn.Text("metric", rows.Select(r => r.Name)),
            TableColumn.Text("shown", rows.Select(r => Shown(r.Name, r.Value))),
            TableColumn.Number("value", rows.Select(r => r.Value), "R"),
            TableColumn.Text("formula", rows.Select(r => r.Formula)));
    }

    /// <summary>The main measures in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{First:yyyy-MM-dd} … {Last:yyyy-MM-dd}: {AnnualisedReturn:P2} a year (benchmark {BenchmarkAnnualisedReturn:P2}), volatility {AnnualisedVolatility:P2}, Sharpe {Sharpe:F2}, drawdown {MaxDrawdown:P2}, information ratio {InformationRatio:F2}; N = {DaysPerYear:F1}");

    private static string Shown(string name, double value)
    {
        if (double.IsNaN(value)) return "–";
        string format = name switch
        {
            "max_drawdown_peak" or "max_drawdown_trough" or "max_drawdown_recovery"
                or "excess_max_drawdown_peak" or "excess_max_drawdown_trough" or "excess_max_drawdown_recovery" => "0000-00-00",
            "days" or "rebalances" or "trades" or "rejected_orders" => "N0",
            "commission" or "stamp_duty" or "transfer_fee" or "other_fees" or "slippage" or "dividend_tax" => "N2",
            "days_per_year" => "F1",
            "sharpe" or "sortino" or "calmar" or "information_ratio" or "compounded_information_ratio" or "excess_calmar"
                or "beta" or "correlation" or "skewness" or "kurtosis" => "F2",
            _ => "P2",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static double Number(DateOnly? day) => day is { } d ? (d.Year * 10000) + (d.Month * 100) + d.Day : double.NaN;
}
