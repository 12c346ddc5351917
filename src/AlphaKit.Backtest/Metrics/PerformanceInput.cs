namespace AlphaKit.Backtest;

/// <summary>The series that <see cref="Performance.Of"/> measures.</summary>
public sealed record PerformanceInput
{
    /// <summary>The trading days.</summary>
    public required TradingCalendar Calendar { get; init; }

    /// <summary>Simple daily returns of the portfolio, one per day; finite.</summary>
    public required IReadOnlyList<double> Returns { get; init; }

    /// <summary>Simple daily returns of the benchmark, one per day; finite.</summary>
    public required IReadOnlyList<double> BenchmarkReturns { get; init; }

    /// <summary>Name of the benchmark.</summary>
    public required string Benchmark { get; init; }

    /// <summary>Trading days per year, positive; see <see cref="TradingCalendar.DaysPerYear"/>.</summary>
    public required double DaysPerYear { get; init; }

    /// <summary>Riskless return per year.</summary>
    public double RiskFreeRate { get; init; }

    /// <summary>Mean net asset value over the days, CNY; NaN where unknown.</summary>
    public double MeanNetAssetValue { get; init; } = double.NaN;

    /// <summary>What was traded.</summary>
    public TradingActivity Activity { get; init; } = TradingActivity.None;
}
