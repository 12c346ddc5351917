namespace AlphaKit.Portfolio.Tests;

public sealed class PrincipalComponentTests
{
    [Fact]
    public void Two_components_agree_with_numpy()
    {
        // numpy 1.24.2, eigh; shrinkage.py in this folder.
        ReturnWindow window = ReturnWindows.Waves(0);
        FactorRisk risk = new PrincipalComponentModel(2).Estimate(window);
        double[,] dense = RiskSamples.Dense(risk);
        Assert.Equal(2.1925748939234775, risk.Covariance.Span[0], 12);
        Assert.Equal(1.8868812374035544, risk.Covariance.Span[3], 12);
        Assert.Equal(0.3166857633286515, dense[0, 1], 12);
        Assert.Equal(-0.4588183473538008, dense[3, 6], 12);
        Assert.Equal(0.03239046022824188, risk.SpecificVariance.Span[0], 12);
    }

    [Fact]
    public void The_variances_are_those_of_the_sample_whatever_the_components()
    {
        foreach (int days in new[] { 5, 30 })
        {
            ReturnWindow window = ReturnWindows.Waves(0.8, days);
            foreach (int components in new[] { 1, 3, 100 })
            {
                double[,] dense = RiskSamples.Dense(new PrincipalComponentModel(components).Estimate(window));
                for (int i = 0; i < window.Count; i++)
                {
                    Assert.Equal(ReturnWindows.Sample(window, i, i), dense[i, i], 12);

                    // All components are the sample covariance.
                    if (components == 100) Assert.Equal(ReturnWindows.Sample(window, i, 2), dense[i, 2], 12);
                }
            }
        }
    }
}
