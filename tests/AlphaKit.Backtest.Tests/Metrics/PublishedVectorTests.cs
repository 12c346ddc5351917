using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

/// <summary>
/// Vectors and values of the empyrical library's published tests (test_stats.py; 252 days a year; its leading NaN is left out where its functions skip
/// it and is a 0 where they count it), and of the paper on the deflated Sharpe ratio. Alpha is the compounded one of empyrical 0.5.
/// </summary>
public sealed class PublishedVectorTests
{
    private const double N = 252;
    private static readonly double[] Mixed = [0.01, 0.10, -0.04, 0.02, 0.03, 0.02, 0.01, -0.10];
    private static readonly double[] Negative = [-0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05];
    private static readonly double[] Benchmark = [0.01, 0, 0.01, 0, 0.01, 0, 0.01, 0];
    private static readonly double[] One = [-0.00171614, 0.01322056, 0.03063862, -0.01422057, -0.00489779, 0.01268925, -0.03357711, 0.01797036];
    private static readonly double[] Two = [0.01846232, 0.00793951, -0.01448395, 0.00422537, -0.00339611, 0.03756813, 0.0151531, 0.03549769];

    [Fact]
    [Trait("Claim", "published_performance_values")]
    public void Measures_equal_the_published_values()
    {
        double[] flat = [.. Mixed.Select(_ => 0.01)];
        (string Name, double Measured, double Expected)[] cases =
        [
            ("annual return", ReturnStatistics.AnnualisedReturn([0, .. Mixed], N), 1.9135925373194231),
            ("annual return of one day", ReturnStatistics.AnnualisedReturn([0.01], N), 11.274002099240244),
            ("annual return, weekly", ReturnStatistics.AnnualisedReturn([0, .. Mixed], 52), 0.24690830513998208),
            ("annual return, monthly", ReturnStatistics.AnnualisedReturn([0, .. Mixed], 12), 0.052242061386048144),
            ("annual volatility", ReturnStatistics.AnnualisedVolatility(Mixed, N), 0.9136465399704637),
            ("annual volatility, weekly", ReturnStatistics.AnnualisedVolatility([0, .. Mixed], 52), 0.38851569394870583),
            ("annual volatility, monthly", ReturnStatistics.AnnualisedVolatility([0, .. Mixed], 12), 0.18663690238892558),
            ("calmar", ReturnStatistics.Calmar([0, .. Mixed], N), 19.135925373194233),
            ("calmar, weekly", ReturnStatistics.Calmar([0, .. Mixed], 52), 2.4690830513998208),
            ("calmar, monthly", ReturnStatistics.Calmar([0, .. Mixed], 12), 0.52242061386048144),
            ("max drawdown", ReturnStatistics.MaxDrawdown([0, .. Negative]).Depth, -0.36590730349873601),
            ("max drawdown, three days", ReturnStatistics.MaxDrawdown([0.10, -0.10, 0.10]).Depth, -0.10),
            ("sharpe", ReturnStatistics.Sharpe(Mixed, 0, N), 1.7238613961706866),
            ("sharpe against a series", ReturnStatistics.Sharpe(ReturnStatistics.Excess(Mixed, Benchmark), 0, N), 0.34111411441060574),
            ("sharpe of losses", ReturnStatistics.Sharpe([0, .. Negative], 0, N), -24.406808633910085),
            ("downside risk", ReturnStatistics.DownsideDeviation(Mixed, 0, N), 0.60448325038829653),
            ("downside risk, required", ReturnStatistics.DownsideDeviation(Mixed, 0.1, N), 1.7161730681956295),
            ("downside risk, weekly", ReturnStatistics.DownsideDeviation([0, .. Mixed], 0, 52), 0.25888650451930134),
            ("downside risk, first column", ReturnStatistics.DownsideDeviation(One, 0, N), 0.20671788246185202),
            ("downside risk, second column", ReturnStatistics.DownsideDeviation(Two, 0, N), 0.083495680595704475),
            ("sortino", ReturnStatistics.Sortino(Mixed, 0, N), 2.605531251673693),
            ("sortino, required", ReturnStatistics.Sortino(Mixed, 0.01, N), -1.3934779588919977),
            ("sortino of losses", ReturnStatistics.Sortino([0, .. Negative], 0, N), -13.532743075043401),
            ("sortino, first column", ReturnStatistics.Sortino(One, 0, N), 3.0639640966566306),
            ("sortino, second column", ReturnStatistics.Sortino(Two, 0, N), 38.090963117002495),
            ("information ratio", ReturnStatistics.Sharpe(Mixed, 0, 1), 0.10859306069076737),
            ("information ratio against a line", ReturnStatistics.Sharpe(ReturnStatistics.Excess(Mixed, flat), 0, 1), -0.06515583641446039),
            ("omega", ReturnStatistics.Omega(Mixed, Math.Pow(11, 1 / N) - 1), 0.83354263497557934),
            ("omega against a line", ReturnStatistics.Omega(Mixed, 0.01), 0.8125),
            ("alpha", ReturnStatistics.Alpha(Mixed, Negative, 0, N), -0.9997853834885004),
            ("beta", ReturnStatistics.Beta(Mixed, Negative), -0.71296296296296313),
            ("beta to itself", ReturnStatistics.Beta(Mixed, Mixed), 1),
            ("alpha to itself", ReturnStatistics.Alpha(Mixed, Mixed, 0, N), 0),
            ("stability", ReturnStatistics.Stability(Mixed), 0.1529973665111273),
            ("total return of losses", ReturnStatistics.TotalReturn([0, .. Negative]), -0.36590730349873601),
        ];
        string[] wrong = [.. cases.Where(c => !(Math.Abs(c.Measured - c.Expected) <= 1e-9)).Select(c => FormattableString.Invariant($"{c.Name}: {c.Measured} instead of {c.Expected}"))];
        Assert.True(wrong.Length == 0, string.Join("; ", wrong));
        Claim.Exactly("published_performance_values", cases.Length - wrong.Length, 35);
    }

    // By the definitions, with Python 3's math and statistics modules: sorted positions for quantiles, fmean and sums for moments and slopes.
    [Fact]
    public void Measures_equal_what_python_computes_from_their_definitions()
    {
        double[] benchmark = [0.01, -0.02, 0.01, 0.01, -0.01, 0.02, 0.005, -0.03];
        Assert.Equal(-0.9997947536952747, ReturnStatistics.Alpha(Mixed, Negative, 0.0001, N), 1e-12);
        Assert.Equal(-0.079, ReturnStatistics.ValueAtRisk(Mixed), 1e-12);
        Assert.Equal(0.01, ReturnStatistics.ValueAtRisk(Mixed, 0.3), 1e-12);
        Assert.Equal(-0.1, ReturnStatistics.ConditionalValueAtRisk(Mixed), 1e-12);
        Assert.Equal(-0.043333333333333335, ReturnStatistics.ConditionalValueAtRisk(Mixed, 0.3), 1e-12);
        Assert.Equal(-0.03, ReturnStatistics.ConditionalValueAtRisk(Mixed, 0.5), 1e-12);   // the four lowest of eight
        Assert.Equal(0.955696202531645, ReturnStatistics.TailRatio(Mixed), 1e-12);
        Assert.Equal(-0.3650572690177865, ReturnStatistics.Skewness(Mixed), 1e-12);
        Assert.Equal(3.119534731656992, ReturnStatistics.Kurtosis(Mixed), 1e-12);
        Assert.Equal(-0.3440621399029617, ReturnStatistics.Correlation(Mixed, Negative), 1e-12);
        Assert.Equal(0.10638335316663426, ReturnStatistics.UpCapture(Mixed, benchmark, N), 1e-12);
        Assert.Equal(-4.173981748229245, ReturnStatistics.DownCapture(Mixed, benchmark, N), 1e-9);
    }

    [Fact]
    public void What_has_no_answer_is_nan()
    {
        double[] flat = [0.01, 0.01, 0.01, 0.01];
        Assert.True(double.IsNaN(ReturnStatistics.Beta([0.01, 0.02, 0, 0.01], flat)));
        Assert.True(double.IsNaN(ReturnStatistics.Alpha([0.01, 0.02, 0, 0.01], flat, 0, N)));
        Assert.True(double.IsNaN(ReturnStatistics.Correlation(flat, [0.01, 0.02, 0, 0.01])));
        Assert.True(double.IsNaN(ReturnStatistics.Omega([0.01, 0.02], 0)));
        Assert.True(double.IsNaN(ReturnStatistics.ValueAtRisk([])));
        Assert.True(double.IsNaN(ReturnStatistics.ConditionalValueAtRisk([])));
        Assert.True(double.IsNaN(ReturnStatistics.TailRatio([0, 0])));
        Assert.True(double.IsNaN(ReturnStatistics.Stability([0.01, -1, 0.01])));
        Assert.True(double.IsNaN(ReturnStatistics.Skewness(flat)));
        Assert.True(double.IsNaN(ReturnStatistics.Kurtosis(flat)));
        Assert.True(double.IsNaN(ReturnStatistics.UpCapture([0.01], [-0.01], N)));
        Assert.Throws<ArgumentException>(() => ReturnStatistics.Beta([0.01], [0.01, 0.02]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnStatistics.Quantile([0.01], 1.5));
    }

    // Bailey and López de Prado's example: 2.5 a year over 1,250 days, skewness −3, kurtosis 10, trials with variance 1/2 a year.
    [Theory]
    [InlineData(46, 0.10036237061765357, 0.9505017068755786)]
    [InlineData(88, 0.11114576178358426, 0.910153014744707)]
    [InlineData(100, 0.11317200186513214, 0.9003968344493904)]
    public void The_deflated_sharpe_ratio_equals_the_papers_example(int trials, double expectedMaximum, double deflated)
    {
        SharpeEvidence evidence = SharpeEvidence.Of(2.5 / Math.Sqrt(250), 1250, -3, 10, trials, 0.5 / 250);
        Assert.Equal(expectedMaximum, evidence.ExpectedMaximum, 1e-12);
        Assert.Equal(deflated, evidence.Deflated, 1e-12);
        Assert.Equal(0.9999968595078976, evidence.Probabilistic, 1e-12);
    }

    [Fact]
    public void Evidence_from_returns_uses_their_moments_and_the_trials_variance()
    {
        Assert.Equal(0.6106203604025079, SharpeEvidence.Of(Mixed, 1).Probabilistic, 1e-12);
        Assert.Equal(0.1040639972637441, SharpeEvidence.Of(Mixed, 10).Deflated, 1e-12);
        Assert.Equal(0, SharpeEvidence.Of(Mixed, 1).ExpectedMaximum);
        Assert.Equal(0.02 * 0.02 / 2, SharpeEvidence.Of(Mixed, [0.10, 0.12]).TrialVariance, 1e-15);
        Assert.Throws<ArgumentException>(() => SharpeEvidence.Of(Mixed, [0.1, double.NaN]));
        Assert.Throws<ArgumentException>(() => SharpeEvidence.Of(Mixed, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharpeEvidence.Of(Mixed, 0));
    }

    // Python: 0.5·math.erfc(−x/√2) and statistics.NormalDist().inv_cdf.
    [Fact]
    public void The_normal_distribution_is_exact()
    {
        (double X, double P)[] cumulative = [(-3.7, 0.00010779973347738823), (-1, 0.15865525393145707), (0.3, 0.6179114221889526), (2.5, 0.9937903346742238), (6, 0.9999999990134123), (0, 0.5), (40, 1), (-40, 0)];
        foreach ((double x, double p) in cumulative) Assert.Equal(p, NormalDistribution.Cumulative(x), 1e-15);
        (double P, double X)[] quantiles = [(0.01, -2.3263478740408408), (0.3, -0.5244005127080407), (0.975, 1.9599639845400536), (0.9963212055882856, 2.680210444966887)];
        foreach ((double p, double x) in quantiles) Assert.Equal(x, NormalDistribution.Quantile(p), 1e-12);
        Assert.Equal(-4.753424308822899, NormalDistribution.Quantile(1e-6), 1e-9);
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
    }
}
