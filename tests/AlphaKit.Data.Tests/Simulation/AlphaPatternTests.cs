namespace AlphaKit.Data.Simulation.Tests;

public sealed class AlphaPatternTests
{
    private static readonly SimulationOptions s_options = new() { Seed = 5, Stocks = 150, From = new DateOnly(2017, 1, 3), To = new DateOnly(2019, 6, 28), AlphaStrength = 0.3, IpoRate = 0 };

    public static TheoryData<AlphaPattern> Patterns => [AlphaPattern.Interaction, AlphaPattern.Regimes, AlphaPattern.Frequencies];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void The_driver_is_what_the_formula_of_its_pattern_says(AlphaPattern pattern)
    {
        World world = new(s_options with { Stocks = 12, AlphaPattern = pattern }, default);
        double[] market = new CommonFactors(s_options.Seed, world.Days.Length).Market;
        HashSet<int> states = [];
        foreach (StockPath path in world.Paths)
        {
            for (int i = 250; i < path.Count; i += 13)
            {
                double s = path.Signal[i], trend = market.Skip(path.First + i - 59).Take(60).Sum() / (0.016 * Math.Sqrt(60));
                int state = trend > 0.5 ? 1 : trend < -0.5 ? -1 : 0;
                states.Add(state);
                double expected = pattern switch
                {
                    AlphaPattern.Interaction => (0.5 * s) - (Math.Sqrt(0.75) * s * Z(0, 10)),
                    AlphaPattern.Regimes => state == 1 ? s : state == -1 ? -Z(0, 5) : Z(20, 120),
                    _ => (-Z(0, 5) + Z(40, 100) + Z(100, 240)) / Math.Sqrt(3),
                };
                Assert.Equal(expected, path.Driver[i], 1e-4);

                double Z(int from, int to) => Enumerable.Range(from, to - from).Sum(k => News(path, i - k)) / Math.Sqrt(to - from);
            }
        }

        Assert.Equal(3, states.Count);
    }

    /// <summary>ε from z = κ·d + √(1 − κ²)·ε; strength 0.3 over 5 days has κ² = 0.09·5 / (A² − 0.18·B), A = Σφ^k (k = 0..4), B = Σ(5 − k)φ^k (k = 1..4), φ = 2^(−1/5).</summary>
    private static double News(StockPath path, int i)
    {
        const double Loading = 0.18229041;
        return path.Traded(i) && i > 0 ? (path.Shock[i] - (Loading * path.Driver[i - 1])) / Math.Sqrt(1 - (Loading * Loading)) : 0;
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    [Trait("Speed", "Slow")]
    public void The_driver_predicts_and_with_strength_zero_it_does_not(AlphaPattern pattern)
    {
        Assert.True(T(0.3) > 6, $"t = {T(0.3)}");
        Assert.InRange(T(0), -2.5, 2.5);

        double T(double strength)
        {
            SimulatedMarket market = SimulatedMarket.Create(s_options with { AlphaPattern = pattern, AlphaStrength = strength });
            List<double> ics = new Returns(market).RankIcs((t, j) => market.Alpha.Signal.Row(t)[j], 1, 2);
            return ics.Average() / Returns.StandardError(ics);
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_longer_span_leaves_the_driver_as_it_was(AlphaPattern pattern)
    {
        SimulationOptions options = s_options with { Stocks = 20, AlphaPattern = pattern, To = new DateOnly(2018, 6, 29) };
        PlantedAlpha shorter = SimulatedMarket.Create(options).Alpha, longer = SimulatedMarket.Create(options with { To = new DateOnly(2018, 12, 28) }).Alpha;
        for (int t = 0; t < shorter.Axes.Days; t++) Assert.Equal(shorter.Signal.Row(t).ToArray(), longer.Signal.Row(t).ToArray());
    }

    [Fact]
    public void Patterns_are_part_of_the_version_and_have_no_closed_form()
    {
        SimulationOptions small = s_options with { Stocks = 10, To = new DateOnly(2017, 3, 31) };
        SimulatedMarket linear = SimulatedMarket.Create(small), other = SimulatedMarket.Create(small with { AlphaPattern = AlphaPattern.Regimes });
        Assert.NotEqual(linear.Version, other.Version);
        Assert.Equal(linear.Alpha.DailyLoading, other.Alpha.DailyLoading);
        Assert.Equal(0.3, linear.Alpha.Ic, 12);
        Assert.Contains("FactorAnalysis", Assert.Throws<InvalidOperationException>(() => other.Alpha.ExpectedRankIc(1, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => other.Alpha.Ic);
        Assert.Throws<InvalidOperationException>(() => other.Alpha.RankIc);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { AlphaPattern = (AlphaPattern)9 });
    }
}
