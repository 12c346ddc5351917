namespace AlphaKit.Factors.Tests.Analysis;

/// <summary>Numbers of statsmodels 0.13.5, made by
/// <code>
/// y = np.array([0.03,-0.01,0.05,0.02,0.04,-0.02,0.01,0.06,0.03,-0.03,0.02,0.05])
/// sm.OLS(y,np.ones(12)).fit(cov_type='HAC',cov_kwds={'maxlags':L,'use_correction':False}).tvalues[0]
/// </code>
/// </summary>
public sealed class NeweyWestTests
{
    private static readonly double[] Series = [0.03, -0.01, 0.05, 0.02, 0.04, -0.02, 0.01, 0.06, 0.03, -0.03, 0.02, 0.05];

    [Theory]
    [InlineData(0, 2.6219128763314026)]
    [InlineData(1, 2.98466833596634)]
    [InlineData(4, 6.118627623360033)]
    public void T_statistic_equals_statsmodels(int lags, double expected) =>
        Assert.Equal(expected, NeweyWest.Summarise(Series, lags).TStatistic, 1e-9);

    /// <summary>Mean .25/12; Σx² = .0143, so Σ(x−m)² = .0143 − .25²/12 and the deviation has divisor 11; 9 of 12 days above 0.</summary>
    [Fact]
    public void Moments_are_those_of_the_days_present()
    {
        double[] gaps = [double.NaN, .. Series, double.NaN];
        SeriesSummary s = NeweyWest.Summarise(gaps, 4);
        double sigma = Math.Sqrt((0.0143 - (0.25 * 0.25 / 12)) / 11);
        Assert.Equal(12, s.Days);
        Assert.Equal(0.25 / 12, s.Mean, 1e-12);
        Assert.Equal(sigma, s.StandardDeviation, 1e-12);
        Assert.Equal(0.25 / 12 / sigma, s.Ratio, 1e-10);
        Assert.Equal(0.75, s.PositiveShare);
        Assert.Equal(6.118627623360033, s.TStatistic, 1e-9);
    }

    [Fact]
    public void A_constant_series_has_no_t_statistic()
    {
        SeriesSummary s = NeweyWest.Summarise([0.1, 0.1, 0.1], 1);
        Assert.Equal(0, s.StandardDeviation);
        Assert.True(double.IsNaN(s.TStatistic));
        Assert.True(double.IsNaN(s.Ratio));
    }
}
