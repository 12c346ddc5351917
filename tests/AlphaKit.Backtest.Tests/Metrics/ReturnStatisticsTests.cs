namespace AlphaKit.Backtest.Tests;

/// <summary>
/// Vectors and expected values of the empyrical library's own published tests (test_stats.py, 252 days a year); its leading NaN of the mixed
/// series is a return of zero for compounding and is skipped by means, so both forms are used here where the definition asks for it.
/// </summary>
public sealed class ReturnStatisticsTests
{
    private const double N = 252;
    private static readonly double[] Mixed = [0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10];
    private static readonly double[] MixedWithStart = [0, .. Mixed];
    private static readonly double[] Positive = [0.01, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01];
    private static readonly double[] Negative = [0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05];

    [Fact]
    public void Annual_return_matches_the_published_value() =>
        Assert.Equal(1.9135925373194231, ReturnStatistics.AnnualisedReturn(MixedWithStart, N), 1e-9);

    [Fact]
    public void Annual_volatility_matches_the_published_value() =>
        Assert.Equal(0.9136465399704637, ReturnStatistics.AnnualisedVolatility(Mixed, N), 1e-9);

    [Fact]
    public void Sharpe_matches_the_published_values()
    {
        Assert.Equal(1.7238613961706866, ReturnStatistics.Sharpe(Mixed, 0, N), 1e-9);
        Assert.Equal(52.915026221291804, ReturnStatistics.Sharpe(Positive, 0, N), 1e-9);
        Assert.Equal(-24.406808633910085, ReturnStatistics.Sharpe(Negative, 0, N), 1e-9);
    }

    [Fact]
    public void Sortino_matches_the_published_value() => Assert.Equal(2.605531251673693, ReturnStatistics.Sortino(Mixed, 0, N), 1e-9);

    [Fact]
    public void Calmar_matches_the_published_value() => Assert.Equal(19.135925373194233, ReturnStatistics.Calmar(MixedWithStart, N), 1e-9);

    [Fact]
    public void Maximum_drawdown_matches_the_published_value() => Assert.Equal(-0.1, ReturnStatistics.MaxDrawdown(Mixed).Depth, 1e-12);

    [Fact]
    public void Drawdown_knows_its_high_its_low_and_its_recovery()
    {
        // 1 → 1.10 → 0.99 → 0.88(−20 %) → 1.10 → …: high at 0, low at 2, back at 3.
        Drawdown d = ReturnStatistics.MaxDrawdown([0.10, -0.10, -1.0 / 9, 0.25, 0.01]);
        Assert.Equal(-0.2, d.Depth, 1e-12);
        Assert.Equal((0, 2), (d.Peak, d.Trough));
        Assert.Equal(4, ReturnStatistics.MaxDrawdown([0.10, -0.10, -1.0 / 9, 0.20, 0.10]).Recovery);
    }

    [Fact]
    public void A_fall_from_the_start_counts_and_may_never_recover()
    {
        Drawdown d = ReturnStatistics.MaxDrawdown([-0.05, 0.01]);
        Assert.Equal(-0.05, d.Depth, 1e-12);
        Assert.Equal((-1, 0, -1), (d.Peak, d.Trough, d.Recovery));
    }

    [Fact]
    public void Without_a_fall_there_is_no_drawdown_and_no_calmar()
    {
        Assert.Equal(new Drawdown(0, -1, -1, -1), ReturnStatistics.MaxDrawdown(Positive));
        Assert.True(double.IsNaN(ReturnStatistics.Calmar(Positive, N)));
    }

    [Fact]
    public void Empty_and_single_series_are_nan_and_not_zero()
    {
        Assert.True(double.IsNaN(ReturnStatistics.AnnualisedReturn([], N)));
        Assert.True(double.IsNaN(ReturnStatistics.StandardDeviation([0.01])));
        Assert.True(double.IsNaN(ReturnStatistics.Sharpe([0.01], 0, N)));
        Assert.True(double.IsNaN(ReturnStatistics.Sharpe([0.01, 0.01], 0, N)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnStatistics.AnnualisedReturn([0.01], 0));
    }
}
