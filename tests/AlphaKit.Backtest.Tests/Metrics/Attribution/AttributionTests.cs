using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

public sealed class AttributionTests
{
    private static readonly DateOnly D1 = new(2024, 3, 29), D2 = new(2024, 6, 28);

    [Fact]
    public void One_period_splits_as_worked_by_hand()
    {
        // B = 0.4·10 % + 0.3·(−5 %) + 0.3·2 % = 3.1 %; P = 0.5·12 % + 0.3·(−4 %) + 0.2·2 % = 5.2 %; excess 2.1 %.
        BrinsonAttribution a = BrinsonAttribution.Of([new BrinsonPeriod(D1, [new("x", 0.5, 0.12, 0.4, 0.10), new("y", 0.3, -0.04, 0.3, -0.05), new("z", 0.2, 0.02, 0.3, 0.02)])]);
        Assert.Equal(0.021, a.Excess, 1e-12);
        Assert.Equal((0.1 * (0.10 - 0.031)) + (-0.1 * (0.02 - 0.031)), a.Allocation, 1e-12);   // 0.0069 + 0.0011 = 0.0080
        Assert.Equal((0.4 * 0.02) + (0.3 * 0.01), a.Selection, 1e-12);                          // 0.0110
        Assert.Equal(0.1 * 0.02, a.Interaction, 1e-12);                                         // 0.0020
        Assert.Equal(["x", "y", "z"], Enumerable.Range(0, 3).Select(i => a.Groups["group"].Exact(i)));
        Assert.Equal(0.0069, a.Groups["allocation"].Numbers[0], 1e-12);
    }

    [Fact]
    public void Two_periods_link_to_the_compounded_excess()
    {
        // Cariño by hand: P 10 % then −5 %, B 5 % then 0: totals 4.5 % and 5 %; excess −0.5 %.
        double k1 = Math.Log(1.10 / 1.05) / 0.05, k2 = Math.Log(0.95) / -0.05, k = Math.Log(1.045 / 1.05) / -0.005;
        BrinsonAttribution a = BrinsonAttribution.Of([new BrinsonPeriod(D1, [new("x", 1, 0.10, 1, 0.05)]), new BrinsonPeriod(D2, [new("x", 1, -0.05, 1, 0)])]);
        Assert.Equal((0.05 * k1 / k) - (0.05 * k2 / k), a.Selection, 1e-12);
        Assert.Equal(-0.005, a.Selection, 1e-12);
        Assert.Equal(0, a.Allocation, 1e-15);
    }

    [Fact]
    public void Effects_sum_to_the_excess_whatever_is_held() => Properties.Holds(FsCheck.Fluent.Gen.Choose(1, 10000), seed =>
    {
        RandomStream random = RandomStream.Create((ulong)seed, "brinson");
        string[] groups = ["banks", "steel", "media", "banks", "steel", "coal"];
        List<BrinsonPeriod> periods = [];
        for (int t = 0; t < 6; t++)
        {
            double[] p = Weights(random, 0.9), b = Weights(random, 1), r = [.. groups.Select(_ => 0.08 * random.NextNormal())];
            periods.Add(BrinsonPeriod.OfShares(D1.AddDays(t), groups, p, b, r));
        }

        BrinsonAttribution a = BrinsonAttribution.Of(periods);
        double rows = a.Groups["total"].Numbers.Sum();
        return Math.Abs(a.Allocation + a.Selection + a.Interaction - a.Excess) < 1e-12 && Math.Abs(rows - a.Excess) < 1e-12;
    });

    private static double[] Weights(RandomStream random, double sum)
    {
        double[] w = [.. Enumerable.Range(0, 6).Select(_ => random.NextDouble() < 0.3 ? 0 : random.NextDouble())];
        double all = w.Sum();
        return all == 0 ? [sum, 0, 0, 0, 0, 0] : [.. w.Select(x => x / all * sum)];
    }

    [Fact]
    public void What_is_not_invested_is_a_group_of_its_own()
    {
        BrinsonPeriod period = BrinsonPeriod.OfShares(D1, ["x", "y"], [0.6, 0.2], [0.5, 0.5], [0.1, 0]);
        BrinsonGroup cash = period.Groups.Single(g => g.Name == BrinsonPeriod.Cash);
        Assert.Equal(0.2, cash.PortfolioWeight, 1e-12);
        Assert.Equal(0, cash.PortfolioReturn);
        Assert.Equal(0.06, period.PortfolioReturn, 1e-12);
        Assert.Equal(0.05, period.BenchmarkReturn, 1e-12);
    }

    [Fact]
    public void Periods_that_do_not_add_up_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new BrinsonPeriod(D1, [new("x", 0.9, 0.1, 1, 0.1)]));
        Assert.Throws<ArgumentException>(() => new BrinsonPeriod(D1, [new("x", 0.5, 0.1, 0.5, 0.1), new("x", 0.5, 0.1, 0.5, 0.1)]));
        Assert.Throws<ArgumentException>(() => new BrinsonPeriod(D1, [new("x", 1, double.NaN, 1, 0.1)]));
        Assert.Throws<ArgumentException>(() => BrinsonPeriod.OfShares(D1, ["x"], [-0.1], [1], [0]));
        Assert.Throws<ArgumentException>(() => BrinsonPeriod.OfShares(D1, ["x"], [1], [1], [double.NaN]));
        Assert.Throws<InsufficientDataException>(() => BrinsonAttribution.Of([]));
        BrinsonPeriod one = new(D1, [new("x", 1, 0.1, 1, 0.1)]);
        Assert.Throws<ArgumentException>(() => BrinsonAttribution.Of([one, one]));
        Assert.Throws<ArgumentException>(() => BrinsonAttribution.Of([new BrinsonPeriod(D1, [new("x", 1, -1, 1, 0.1)])]));
    }

    [Fact]
    public void Factors_explain_exposure_times_return_and_the_rest_is_specific()
    {
        FactorAttribution a = FactorAttribution.Of(["size", "banks"], [new FactorPeriod(D1, 0.03, 0.01, [-0.5, 0.2], [-0.02, 0.03])]);
        Assert.Equal(0.02, a.Excess, 1e-15);
        Assert.Equal(0.010, a.Factors["contribution"].Numbers[0], 1e-12);
        Assert.Equal(0.006, a.Factors["contribution"].Numbers[1], 1e-12);
        Assert.Equal(0.004, a.SpecificReturn, 1e-12);
        Assert.Equal("specific", a.Factors["factor"].Exact(2));
    }

    [Fact]
    public void Contributions_sum_to_the_excess_over_many_periods() => Properties.Holds(FsCheck.Fluent.Gen.Choose(1, 10000), seed =>
    {
        RandomStream random = RandomStream.Create((ulong)seed, "factors");
        FactorPeriod[] periods = [.. Enumerable.Range(0, 30).Select(t => new FactorPeriod(D1.AddDays(t), 0.02 * random.NextNormal(), 0.02 * random.NextNormal(),
            [random.NextNormal(), random.NextNormal()], [0.01 * random.NextNormal(), t == 3 ? double.NaN : 0.01 * random.NextNormal()]))];
        FactorAttribution a = FactorAttribution.Of(["one", "two"], periods);
        double last = a.Cumulative["one"].Numbers[29] + a.Cumulative["two"].Numbers[29] + a.Cumulative["specific"].Numbers[29];
        return Math.Abs(a.Factors["contribution"].Numbers.Sum() - a.Excess) < 1e-12 && Math.Abs(last - a.Excess) < 1e-12;
    });

    [Fact]
    public void Factor_periods_that_do_not_fit_are_refused()
    {
        FactorPeriod[] periods = [.. Enumerable.Range(0, 5).Select(t => new FactorPeriod(D1.AddDays(t), 0.01 * t, 0.005, [0.1 * t], [0.01]))];
        Assert.Throws<ArgumentException>(() => FactorAttribution.Of(["x", "x"], periods));
        Assert.Throws<ArgumentException>(() => FactorAttribution.Of(["x"], [periods[0] with { Exposures = [double.NaN] }]));
        Assert.Throws<ArgumentException>(() => FactorAttribution.Of(["x"], [periods[0] with { Exposures = [1, 2] }]));
        Assert.Throws<InsufficientDataException>(() => FactorAttribution.Of(["x"], []));
    }
}
