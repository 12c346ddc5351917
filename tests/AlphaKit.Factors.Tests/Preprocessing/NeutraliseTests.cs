namespace AlphaKit.Factors.Tests.Preprocessing;

/// <summary>Numbers of numpy, made by
/// <code>
/// g = np.array([0,0,0,1,1,1,2,2]); cap = np.float32([10,20,40,15,30,90,25,50]).astype(float); y = np.array([1.0,3,2,5,4,9,2,7])
/// X = np.column_stack([g==k for k in range(3)]+[np.log(cap)]).astype(float); y - X @ np.linalg.lstsq(X,y,rcond=None)[0]
/// X2 = np.column_stack([np.ones(8),np.log(cap)]);                             y - X2 @ np.linalg.lstsq(X2,y,rcond=None)[0]
/// </code>
/// </summary>
public sealed class NeutraliseTests
{
    private const float M = float.NaN;
    private static readonly float[] Industries = [0, 0, 0, 1, 1, 1, 2, 2];
    private static readonly float[] Caps = [10, 20, 40, 15, 30, 90, 25, 50];
    private static readonly float[] Y = [1, 3, 2, 5, 4, 9, 2, 7];
    private static readonly CrossSectionStep[] Step = [Neutralise.IndustryAndSize()];

    [Fact]
    public void Equals_least_squares_on_dummies_and_log_size() => Near(
        [0.5691447455, 1.0, -1.5691447455, 0.875108357, -1.6940363886, 0.8189280316, -1.7154276272, 1.7154276272],
        StepRunner.Run(Y, Step, null, (Field.Industry, Industries), (Field.MarketCap, Caps)));

    [Fact]
    public void Without_industries_size_alone_counts_and_the_notes_say_so()
    {
        FeatureTensor x = StepRunner.Run(Y, Step, null, (Field.MarketCap, Caps));
        Near([-0.1126486851, -0.1236134177, -3.1345781503, 2.7110123561, -0.2999523765, 1.512743932, -1.7709994629, 1.2180358045], x);
        Assert.Contains("neutralised on size only", Assert.Single(x.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_size_industry_alone_counts_and_the_notes_say_so()
    {
        FeatureTensor x = StepRunner.Run(Y, Step, null, (Field.Industry, Industries));
        Near([-1, 1, 0, -1, -2, 3, -2.5, 2.5], x);
        Assert.Contains("neutralised on industry only", Assert.Single(x.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Float_market_value_stands_in_for_total_and_the_notes_say_so()
    {
        FeatureTensor x = StepRunner.Run(Y, Step, null, (Field.Industry, Industries), (Field.FloatMarketCap, Caps));
        Near([0.5691447455, 1.0, -1.5691447455, 0.875108357, -1.6940363886, 0.8189280316, -1.7154276272, 1.7154276272], x);
        Assert.Contains("size is float_market_cap", Assert.Single(x.Notes), StringComparison.Ordinal);
        Assert.Equal(Clock.Evening, x.KnownAt);
    }

    [Fact]
    public void With_neither_it_is_an_error() =>
        Assert.Equal(Field.Industry, Assert.Throws<FieldNotAvailableException>(() => StepRunner.Run(Y, Step)).Field);

    [Fact]
    public void Size_factors_are_regressed_on_industries_only() => Near(
        [-1, 1, 0, -1, -2, 3, -2.5, 2.5],
        StepRunner.Run(Y, [Neutralise.IndustryAndSize("signal")], null, (Field.Industry, Industries), (Field.MarketCap, Caps)));

    [Fact]
    public void Size_itself_leaves_nothing_rather_than_rounding_noise()
    {
        float[] logCaps = [.. Caps.Select(c => (float)Math.Log(c))];
        FeatureTensor x = StepRunner.Run(logCaps, [.. Step, Standardise.ZScore()], null, (Field.Industry, Industries), (Field.MarketCap, Caps));
        Assert.All(x.Row(), v => Assert.True(float.IsNaN(v)));
        Assert.Equal("Neutralise.IndustryAndSize() made all values missing of 'signal' on 1 of 1 days.", Assert.Single(x.Notes));
    }

    [Fact]
    public void Members_without_industry_or_size_are_missing_and_do_not_disturb_the_rest()
    {
        FeatureTensor x = StepRunner.Run(
            [.. Y, 50, 60, 70, 80, M],
            Step,
            [.. Enumerable.Repeat(true, 11), false, true],
            (Field.Industry, [.. Industries, M, 1, 1, 1, 1]),
            (Field.MarketCap, [.. Caps, 10, M, 0, 30, 20]));
        Near([0.5691447455, 1.0, -1.5691447455, 0.875108357, -1.6940363886, 0.8189280316, -1.7154276272, 1.7154276272, M, M, M, M, M], x);
    }

    [Fact]
    public void The_result_is_orthogonal_to_every_dummy_and_to_size()
    {
        Panel panel = TestPanels.Random(40, 120, gaps: 0.05, outside: 0.2, seed: 21);
        FeatureTensor x = FactorSet.Of(new NamedFactor("r", BasicFactors.Return5)).Then(Neutralise.IndustryAndSize()).Compute(panel);
        for (int t = 5; t < 40; t++)
        {
            int[] there = [.. Enumerable.Range(0, 120).Where(i => !float.IsNaN(x[0].Values[t, i]))];
            Assert.True(there.Length > 50);
            double Sum(Func<int, double> weight) => there.Sum(i => weight(i) * x[0].Values[t, i]);
            for (int g = 0; g < 5; g++) Assert.Equal(0, Sum(i => panel[Field.Industry][t, i] == g ? 1 : 0), 1e-6);
            Assert.Equal(0, Sum(i => Math.Log(panel[Field.MarketCap][t, i])), 2e-5);
        }
    }

    private static void Near(double[] expected, FeatureTensor actual)
    {
        float[] row = actual.Row();
        for (int i = 0; i < expected.Length; i++) TestPanels.Near(expected[i], row[i], $"column {i}");
    }
}
