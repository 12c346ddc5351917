namespace AlphaKit.Portfolio.Tests;

public sealed class LinearShrinkageTests
{
    [Theory]
    [InlineData(0.0, 0.06305586576480597, 0.559234753056979, 0.29385025186028274, -0.4185344926841491)]
    [InlineData(0.8, 0.1254746912748061, 1.0442539014495045, 0.6367459407579878, -0.12742977150456686)]
    public void Scaled_identity_agrees_with_scikit_learn(double common, double intensity, double c00, double c01, double c36)
    {
        // scikit-learn 1.2.1, ledoit_wolf; the maker of these numbers is shrinkage.py in this folder.
        ReturnWindow window = ReturnWindows.Waves(common);
        Assert.Equal(intensity, LinearShrinkage.ScaledIdentity(window, out _), 12);
        AssertCovariance(new LedoitWolfModel(ShrinkageTarget.ScaledIdentity).Estimate(window), c00, c01, c36);
    }

    [Theory]
    [InlineData(0.0, -0.10984648262788586, 0.05534676330862213, 0.5603335219153327, 0.29291176727753404, -0.4252217801467117)]
    [InlineData(0.8, 0.3031764805346797, 0.1359841525402878, 1.0692475910674186, 0.6687182896049813, -0.09148389252977429)]
    public void Constant_correlation_agrees_with_the_definition_of_the_paper(double common, double correlation, double intensity, double c00, double c01, double c36)
    {
        // numpy 1.24.2, loop by loop; shrinkage.py in this folder.
        ReturnWindow window = ReturnWindows.Waves(common);
        Assert.Equal(intensity, LinearShrinkage.ConstantCorrelation(window, out double mean), 12);
        Assert.Equal(correlation, mean, 12);
        AssertCovariance(new LedoitWolfModel().Estimate(window), c00, c01, c36);
    }

    [Theory]
    [InlineData(ShrinkageTarget.ScaledIdentity)]
    [InlineData(ShrinkageTarget.ConstantCorrelation)]
    public void More_instruments_than_days_have_the_form_of_fewer(ShrinkageTarget target)
    {
        // The same returns twice: once with T > N (factored N × N), once cut to five days (one factor per day); both must equal (1 − δ) S + δ F.
        foreach (ReturnWindow window in new[] { ReturnWindows.Waves(0.8), ReturnWindows.Waves(0.8, days: 5) })
        {
            int n = window.Count;
            double[,] dense = RiskSamples.Dense(new LedoitWolfModel(target).Estimate(window));
            double delta = target == ShrinkageTarget.ScaledIdentity ? LinearShrinkage.ScaledIdentity(window, out double parameter) : LinearShrinkage.ConstantCorrelation(window, out parameter);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    double goal = target == ShrinkageTarget.ScaledIdentity
                        ? i == j ? parameter : 0
                        : (i == j ? 1 : parameter) * Math.Sqrt(ReturnWindows.Sample(window, i, i) * ReturnWindows.Sample(window, j, j));
                    Assert.Equal(((1 - delta) * ReturnWindows.Sample(window, i, j)) + (delta * goal), dense[i, j], 12);
                }
            }
        }
    }

    [Fact]
    public void Independent_returns_are_shrunk_almost_whole()
    {
        // With T = 40, N = 30 and equal variances the target is the truth.
        RandomStream random = RandomStream.Create(4, "shrinkage");
        double[] x = [.. Enumerable.Range(0, 1200).Select(_ => random.NextNormal())];
        Assert.True(LinearShrinkage.ScaledIdentity(new ReturnWindow(RiskSamples.Day, RiskSamples.Symbols(30), x, 40), out _) > 0.9);
    }

    private static void AssertCovariance(FactorRisk risk, double c00, double c01, double c36)
    {
        double[,] dense = RiskSamples.Dense(risk);
        Assert.Equal(c00, dense[0, 0], 12);
        Assert.Equal(c01, dense[0, 1], 12);
        Assert.Equal(c36, dense[3, 6], 12);
    }
}
