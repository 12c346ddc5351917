using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>
/// Numbers of pandas 1.5.3, made by
/// <code>
/// s = pd.Series([3.0,1.0,4.0,1.5,5.0,9.0,2.5,6.0,np.nan,3.5,5.5,8.0])
/// s.rolling(3).mean(); s.rolling(3).std(); s.rolling(3).std(ddof=0); s.rolling(3).sum(); s.rolling(3).max(); s.rolling(3).min()
/// s.rolling(3,min_periods=2).mean(); s.rolling(3,min_periods=2).std()
/// s.ewm(span=3,adjust=False,ignore_na=True,min_periods=3).mean().where(s.notna())
/// z = pd.Series([3.0,1.0,np.nan,3.0,2.0,3.0]); z.rank(pct=True); (z-z.mean())/z.std()
/// </code>
/// </summary>
public sealed class PandasGoldenTests
{
    private const double M = double.NaN;

    private static readonly Panel Data = TestPanels.Series(Field.AdjustedClose, 3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.5, 6.0, M, 3.5, 5.5, 8.0);

    [Fact]
    public void Rolling_mean() => Check(Mean(Close, 3), M, M, 2.6666666667, 2.1666666667, 3.5, 5.1666666667, 5.5, 5.8333333333, M, M, M, 5.6666666667);

    [Fact]
    public void Rolling_sum() => Check(Sum(Close, 3), M, M, 8, 6.5, 10.5, 15.5, 16.5, 17.5, M, M, M, 17);

    [Fact]
    public void Rolling_maximum() => Check(TsMax(Close, 3), M, M, 4, 4, 5, 9, 9, 9, M, M, M, 8);

    [Fact]
    public void Rolling_minimum() => Check(TsMin(Close, 3), M, M, 1, 1, 1.5, 1.5, 2.5, 2.5, M, M, M, 3.5);

    [Fact]
    public void Rolling_sample_deviation() =>
        Check(Std(Close, 3), M, M, 1.5275252317, 1.6072751268, 1.8027756377, 3.7527767497, 3.2787192622, 3.2532035493, M, M, M, 2.2546248764);

    [Fact]
    public void Rolling_population_deviation() => Check(
        Std(Close, 3, Deviation.Population), M, M, 1.2472191289, 1.3123346457, 1.4719601444, 3.0641293851, 2.6770630674, 2.6562295751, M, M, M, 1.8408935029);

    [Fact]
    public void Rolling_mean_of_at_least_two() => Check(
        Mean(Close, 3, MinPeriods.AtLeast(2)), M, 2, 2.6666666667, 2.1666666667, 3.5, 5.1666666667, 5.5, 5.8333333333, 4.25, 4.75, 4.5, 5.6666666667);

    [Fact]
    public void Rolling_deviation_of_at_least_two() => Check(
        Std(Close, 3, Deviation.Sample, MinPeriods.AtLeast(2)),
        M, 1.4142135624, 1.5275252317, 1.6072751268, 1.8027756377, 3.7527767497, 3.2787192622, 3.2532035493, 2.4748737342, 1.767766953, 1.4142135624, 2.2546248764);

    [Fact]
    public void Exponential_mean() => Check(Ema(Close, 3), M, M, 3, 2.25, 3.625, 6.3125, 4.40625, 5.203125, M, 4.3515625, 4.92578125, 6.462890625);

    [Fact]
    public void Cross_sectional_rank_and_z_score()
    {
        Panel day = TestPanels.Of(Field.AdjustedClose, [[3, 1, float.NaN, 3, 2, 3]]);
        AssertRow([0.8, 0.2, M, 0.8, 0.4, 0.8], Rank(Close).Compute(day).Values.Row(0).ToArray());
        AssertRow([0.6708203932, -1.5652475842, M, 0.6708203932, -0.4472135955, 0.6708203932], ZScore(Close).Compute(day).Values.Row(0).ToArray());
    }

    private static void Check(Factor factor, params double[] expected) => AssertRow(expected, factor.Compute(Data).Values.Column(0));

    private static void AssertRow(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int t = 0; t < expected.Length; t++) TestPanels.Near(expected[t], actual[t], $"position {t}");
    }
}
