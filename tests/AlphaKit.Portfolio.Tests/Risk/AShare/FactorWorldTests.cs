using AlphaKit.TestSupport;

namespace AlphaKit.Portfolio.Tests;

[Trait("Speed", "Slow")]
public sealed class FactorWorldTests : IClassFixture<FactorWorldTests.Estimated>
{
    private readonly Estimated _it;

    public FactorWorldTests(Estimated it) => _it = it;

    [Fact]
    public void Factor_volatilities_come_back_within_their_sampling_error()
    {
        // The mean over a year and a half of daily estimates with an effective sample of 200 days: about 5 % of error in each, so 15 % are three of them.
        Assert.InRange(MeanVolatility(RiskFactors.Country), 0.85 * FactorWorld.CountryVolatility, 1.15 * FactorWorld.CountryVolatility);
        Assert.InRange(MeanVolatility("size"), 0.85 * FactorWorld.SizeVolatility, 1.15 * FactorWorld.SizeVolatility);
        double ratio = 0;
        for (int k = 0; k < _it.World.Industries; k++)
        {
            // Industry returns less their cap-weighted mean.
            double truth = FactorWorld.IndustryVolatility * Math.Sqrt(_it.World.Shares.Select((s, j) => Math.Pow((j == k ? 1 : 0) - s, 2)).Sum());
            ratio += MeanVolatility(RiskFactors.NameOf(Industry.All[k])) / truth / _it.World.Industries;
        }

        Assert.InRange(ratio, 0.95, 1.15);
    }

    [Fact]
    public void Specific_volatilities_come_back_within_their_sampling_error()
    {
        DateOnly day = _it.History.Calendar.Last;
        FactorRisk risk = _it.History.At(day);
        double sum = 0, worst = 0, error = 0;
        for (int i = 0; i < risk.Symbols.Count; i++)
        {
            double ratio = Math.Sqrt(risk.SpecificVariance.Span[i]) / _it.World.Specific[i];
            sum += ratio / risk.Symbols.Count;
            worst = Math.Max(worst, Math.Abs(ratio - 1));
            error += (ratio - 1) * (ratio - 1) / risk.Symbols.Count;
        }

        // With lags the estimate of one share has an error of about 11 %; the mean of 400 shares half a percent, and the regime follows the last weeks.
        Assert.InRange(sum, 0.94, 1.06);
        Assert.InRange(Math.Sqrt(error), 0, 0.2);
        Assert.InRange(worst, 0, 0.7);
    }

    [Fact]
    public void Exposures_to_size_are_those_of_the_definition()
    {
        FactorRisk risk = _it.History.At(_it.History.Calendar.First);
        int size = risk.IndexOf("size");
        for (int i = 0; i < risk.Symbols.Count; i++) Assert.Equal(_it.World.Size[i], risk.ExposuresOf(i)[size], 1e-5);
    }

    [Fact]
    [Trait("Claim", "risk_bias_mean")]
    [Trait("Claim", "risk_bias_farthest")]
    public void Random_portfolios_have_a_bias_near_one()
    {
        // Long-only, long-short and single-factor portfolios; 400 days give a bias statistic a standard error of 3.5 %.
        RandomStream random = RandomStream.Create(11, "portfolios");
        int n = _it.World.Size.Length;
        List<double> bias = [];
        for (int p = 0; p < 12; p++)
        {
            double[] w = [.. Enumerable.Range(0, n).Select(_ => p % 2 == 0 ? random.NextDouble() : random.NextNormal())];
            if (p % 3 == 0)
            {
                // Every twentieth share only.
                for (int i = 0; i < n; i++)
                {
                    if (i % 20 != p) w[i] = 0;
                }
            }

            double total = w.Sum(Math.Abs);
            double[] weights = [.. w.Select(x => x / total)];
            bias.Add(RiskEvaluation.Score(_it.History, _it.World.Panel, _ => weights).Bias);
        }

        Claim.Between("risk_bias_mean", bias.Average(), 0.95, 1.05);
        Claim.AtMost("risk_bias_farthest", bias.Max(b => Math.Abs(b - 1)), 0.1);
    }

    [Fact]
    public void Every_regression_obeys_the_industry_constraint()
    {
        IReadOnlyList<string> factors = _it.History.Factors;
        foreach (DateOnly day in _it.History.Calendar)
        {
            double sum = 0;
            for (int k = 0; k < _it.World.Industries; k++)
                sum += _it.World.Shares[k] * _it.History.FactorReturns(day).Span[factors.ToList().IndexOf(RiskFactors.NameOf(Industry.All[k]))];
            Assert.Equal(0, sum, 1e-8);
        }
    }

    [Fact]
    public void Residuals_are_uncorrelated_with_the_truth_of_the_factors()
    {
        // Weighted by √cap, residuals of a day are orthogonal to every exposure of the day before.
        DateOnly day = _it.History.Calendar[100], before = _it.History.Calendar[99];
        FactorRisk risk = _it.History.At(before);
        ReadOnlySpan<float> u = _it.History.Residuals(day).Span;
        ReadOnlySpan<float> cap = _it.World.Panel[Field.MarketCap, before];
        for (int k = 0; k < risk.Factors.Count; k++)
        {
            if (risk.Factors[k].StartsWith("industry", StringComparison.Ordinal)) continue;
            double sum = 0, scale = 0;
            for (int i = 0; i < risk.Symbols.Count; i++)
            {
                sum += Math.Sqrt(cap[i]) * u[i] * risk.ExposuresOf(i)[k];
                scale += Math.Sqrt(cap[i]) * Math.Abs(u[i] * risk.ExposuresOf(i)[k]);
            }

            Assert.Equal(0, sum / scale, 1e-4);
        }
    }

    [Fact]
    public void Statistics_say_what_the_world_is()
    {
        // Explained share of √cap-weighted variance: (0.014² + exposures · 0.006² + industries) against specific 0.0132² on the mean.
        Assert.InRange(_it.History.Regressions.Average(r => r.RSquared), 0.4, 0.8);
        Assert.All(_it.History.Regressions, r => Assert.True(r.AdjustedRSquared < r.RSquared && r.Instruments == _it.World.Size.Length));
        Assert.True(_it.History.Regressions.Average(r => Math.Abs(r.TStatistics[1]) > 2 ? 1.0 : 0) > 0.6);
        Assert.All(_it.History.Regressions, r => Assert.All(r.VarianceInflation, v => Assert.True(double.IsNaN(v) || v >= 1 - 1e-9)));
        Assert.InRange(_it.History.FactorMultiplier(_it.History.Calendar.Last), 0.8, 1.2);
        Assert.InRange(_it.History.SpecificMultiplier(_it.History.Calendar.Last), 0.9, 1.1);
    }

    private double MeanVolatility(string factor)
    {
        double sum = 0;
        int count = 0;
        for (int t = 0; t < _it.History.Calendar.Count; t += 10, count++)
        {
            FactorRisk risk = _it.History.At(_it.History.Calendar[t]);
            int k = risk.IndexOf(factor);
            sum += Math.Sqrt(risk.Covariance.Span[(k * risk.Factors.Count) + k]);
        }

        return sum / count;
    }

    /// <summary>The world and its estimate, made once.</summary>
    public sealed class Estimated
    {
        public Estimated()
        {
            World = new FactorWorld(400, 800, 8, 3);
            AShareRiskOptions options = new() { Styles = [RiskStyle.Size, RiskStyle.Beta, RiskStyle.ResidualVolatility], Factors = new() { EigenDraws = 20 } };
            History = new AShareRiskModel(options).EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[390], To = World.Panel.Calendar.Last }).GetAwaiter().GetResult();
        }

        internal FactorWorld World { get; }

        internal AShareRiskHistory History { get; }
    }
}
