using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>
/// What a backtest was exposed to, close by close, and what that earned, in terms of a risk model. Everything is active (portfolio less benchmark)
/// where a benchmark index was given, else of the portfolio alone.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record ExposureReport
{
    internal ExposureReport()
    {
    }

    /// <summary>Name of the benchmark whose weights were taken off; empty for none.</summary>
    public required string Benchmark { get; init; }

    /// <summary>One row per close: date, then for each style the exposure Σ (w − v) x.</summary>
    public required Table Styles { get; init; }

    /// <summary>One row per close: date, then for each industry the weight Σ (w − v).</summary>
    public required Table Industries { get; init; }

    /// <summary>What factors and choice of shares earned.</summary>
    public required FactorAttribution Attribution { get; init; }

    /// <summary>What industries and choice within them earned, by day, before costs; null without a benchmark.</summary>
    public required BrinsonAttribution? Brinson { get; init; }

    /// <summary>What the reader must know: names without exposures, days left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
