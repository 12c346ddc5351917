namespace AlphaKit.Backtest;

/// <summary>
/// The measures of a backtest, as decimals (0.01 is one percent). Every one stands with its formula in <see cref="ToTable"/>.
/// <c>e</c> is the daily excess r − b over the benchmark.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial record Performance
{
    /// <summary>First day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Trading days.</summary>
    public required int Days { get; init; }

    /// <summary>Trading days per year (N) by which everything is annualised.</summary>
    public required double DaysPerYear { get; init; }

    /// <summary>Riskless return per year, for Sharpe and Sortino; per day (1 + rf)^(1/N) − 1.</summary>
    public required double RiskFreeRate { get; init; }

    /// <summary>Π(1 + r) − 1.</summary>
    public required double TotalReturn { get; init; }

    /// <summary>(1 + total)^(N / days) − 1.</summary>
    public required double AnnualisedReturn { get; init; }

    /// <summary>Standard deviation (n − 1) of r × √N.</summary>
    public required double AnnualisedVolatility { get; init; }

    /// <summary>mean(r − rf) / standard deviation × √N.</summary>
    public required double Sharpe { get; init; }

    /// <summary>mean(r − rf) × N / (√mean(min(r − rf, 0)²) × √N).</summary>
    public required double Sortino { get; init; }

    /// <summary>Deepest fall from an earlier high; zero or negative.</summary>
    public required double MaxDrawdown { get; init; }

    /// <summary>Day of the high before the deepest fall (the first day if the start itself is the high); null without a drawdown.</summary>
    public required DateOnly? MaxDrawdownPeak { get; init; }

    /// <summary>Day of its trough; null without a drawdown.</summary>
    public required DateOnly? MaxDrawdownTrough { get; init; }

    /// <summary>Day on which the high was reached again; null if it was not.</summary>
    public required DateOnly? MaxDrawdownRecovery { get; init; }

    /// <summary>Annualised return / |maximum drawdown|, both of the portfolio itself.</summary>
    public required double Calmar { get; init; }

    /// <summary>Share of days with r &gt; 0.</summary>
    public required double DailyWinRate { get; init; }

    /// <summary>Share of calendar months with a positive return.</summary>
    public required double MonthlyWinRate { get; init; }

    /// <summary>Name of the benchmark.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Π(1 + b) − 1.</summary>
    public required double BenchmarkTotalReturn { get; init; }

    /// <summary>Annualised return of the benchmark.</summary>
    public required double BenchmarkAnnualisedReturn { get; init; }

    /// <summary>Arithmetic annual excess: annualised return − annualised return of the benchmark.</summary>
    public required double ArithmeticExcess { get; init; }

    /// <summary>Geometric annual excess: (1 + annualised return) / (1 + that of the benchmark) − 1.</summary>
    public required double GeometricExcess { get; init; }

    /// <summary>Daily-compounded annual excess: (Π(1 + e))^(N / days) − 1.</summary>
    public required double CompoundedExcess { get; init; }

    /// <summary>Standard deviation (n − 1) of e × √N.</summary>
    public required double TrackingError { get; init; }

    /// <summary>mean(e) / standard deviation (n − 1) of e × √N.</summary>
    public required double InformationRatio { get; init; }

    /// <summary>Daily-compounded annual excess / tracking error: the reading common in A-share reports.</summary>
    public required double CompoundedInformationRatio { get; init; }

    /// <summary>Deepest fall of Π(1 + e) from an earlier high.</summary>
    public required double ExcessMaxDrawdown { get; init; }

    /// <summary>Daily-compounded annual excess / |excess maximum drawdown|; some reports call this one Calmar.</summary>
    public required double ExcessCalmar { get; init; }

    /// <summary>Share of days with r &gt; b.</summary>
    public required double ExcessDailyWinRate { get; init; }

    /// <summary>Share of calendar months in which the portfolio returned more than the benchmark.</summary>
    public required double ExcessMonthlyWinRate { get; init; }

    /// <summary>Day of the high before the deepest fall of Π(1 + e); null without a fall.</summary>
    public required DateOnly? ExcessMaxDrawdownPeak { get; init; }

    /// <summary>Day of its trough; null without a fall.</summary>
    public required DateOnly? ExcessMaxDrawdownTrough { get; init; }

    /// <summary>Day on which that high was reached again; null if it was not.</summary>
    public required DateOnly? ExcessMaxDrawdownRecovery { get; init; }

    /// <summary>cov(r, b) / var(b).</summary>
    public required double Beta { get; init; }

    /// <summary>Jensen's alpha per year, compounded: (1 + mean(r − rf) − β mean(b − rf))^N − 1.</summary>
    public required double Alpha { get; init; }

    /// <summary>Correlation of r and b.</summary>
    public required double Correlation { get; init; }

    /// <summary>Historical value at risk of one day: the 5 % quantile of r.</summary>
    public required double ValueAtRisk { get; init; }

    /// <summary>Historical expected shortfall of one day: the mean of the worst 5 % of r.</summary>
    public required double ConditionalValueAtRisk { get; init; }

    /// <summary>Skewness of r.</summary>
    public required double Skewness { get; init; }

    /// <summary>Kurtosis of r; 3 for a normal distribution.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>Probability that the true Sharpe ratio is above 0 (probabilistic Sharpe ratio), see <see cref="SharpeEvidence"/>.</summary>
    public required double ProbabilisticSharpe { get; init; }

    /// <summary>Traded amount / mean net asset value per year, two-sided: realised turnover × rebalances / years; NaN without rebalances.</summary>
    public double AnnualTurnover => Activity.RealisedTurnover * Activity.Rebalances / (Days / DaysPerYear);

    /// <summary>What was traded and what it cost.</summary>
    public required TradingActivity Activity { get; init; }

    /// <summary>Total costs, slippage included, / mean net asset value / years; NaN where there is no net asset value.</summary>
    public required double AnnualCost { get; init; }
}
