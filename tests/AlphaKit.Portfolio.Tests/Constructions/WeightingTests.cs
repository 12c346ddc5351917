namespace AlphaKit.Portfolio.Tests;

public sealed class WeightingTests
{
    private static readonly FactorRisk s_risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(3), [1e-4, 4e-4, 16e-4]);

    [Fact]
    public void A_pool_is_weighted_by_risk()
    {
        // The best two of three, σ 2 % and 4 %: 2/3 and 1/3 of the invested 90 %.
        Situation s = new(1, 3, 2);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Names = 2, Invested = 0.9, Weighting = new InverseVolatility(Risks.Always(s_risk)) }.Decide(s.Context());
        Assert.Equal(0.6, target[Situation.Name(2)], 12);
        Assert.Equal(0.3, target[Situation.Name(3)], 12);
        Assert.Equal(0, target[Situation.Name(1)]);
    }

    [Fact]
    public void What_a_cap_takes_goes_to_the_others_in_proportion()
    {
        // 4/7, 2/7, 1/7 capped at 0.5: the rest, 0.5, is shared 2 : 1.
        Situation s = new(1, 1, 1);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, MaxWeight = 0.5, Weighting = new RiskParity(Risks.Always(s_risk)) }.Decide(s.Context());
        Assert.Equal(0.5, target[Situation.Name(1)], 9);
        Assert.Equal(1 / 3.0, target[Situation.Name(2)], 9);
        Assert.Equal(1 / 6.0, target[Situation.Name(3)], 9);
    }

    [Fact]
    public void What_cannot_be_sold_is_a_lower_bound()
    {
        // Name 3 keeps 0.4; the other 0.6 is shared 2 : 1.
        Situation s = new Situation(1, 1, 1) { Weights = [0, 0, 0.4] }.WithUnsellable(2, 0.4);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Weighting = new InverseVolatility(Risks.Always(s_risk)) }.Decide(s.Context());
        Assert.Equal(0.4, target[Situation.Name(1)], 12);
        Assert.Equal(0.2, target[Situation.Name(2)], 12);
        Assert.Equal(0.4, target[Situation.Name(3)], 12);
    }

    [Fact]
    public void Risk_parity_tilted_by_probability_multiplies_both()
    {
        // 4 : 2 : 1 times 0.5, 0.6, 0.8 = 2 : 1.2 : 0.8.
        Situation s = new(0.5f, 0.6f, 0.8f);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Weighting = new ScoreTilt(new RiskParity(Risks.Always(s_risk))) }.Decide(s.Context());
        Assert.Equal(0.5, target[Situation.Name(1)], 6);
        Assert.Equal(0.3, target[Situation.Name(2)], 6);
        Assert.Equal(0.2, target[Situation.Name(3)], 6);
    }

    [Fact]
    public void An_exponential_tilt_takes_any_scores()
    {
        // z of −1 and 3 is −1 and 1: e^−1 : e^1.
        double[] tilted = ScoreTilt.Of([0.5, 0.5], [-1, 3], TiltKind.Exponential, 1);
        Assert.Equal(Math.E / (Math.E + (1 / Math.E)), tilted[1], 14);
        Assert.Equal([0.5, 0.5], ScoreTilt.Of([1, 1], [2, 2], TiltKind.Exponential, 3));
        Assert.Equal([0.25, 0.75], ScoreTilt.Of([0.25, 0.75], [0.1f, 0.9f], TiltKind.Proportional, 0), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void A_negative_score_cannot_tilt_in_proportion()
    {
        Assert.Throws<ArgumentException>(() => ScoreTilt.Of([1, 1], [-0.1f, 0.5f]));
        Assert.Throws<ArgumentException>(() => ScoreTilt.Of([1, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => ScoreTilt.Of([1], [0.5f, 0.5f]));
        Assert.Throws<ArgumentException>(() => ScoreTilt.Of([double.NaN], [0.5f]));
        Situation s = new(-0.5f, 0.6f, 0.8f);
        WeightingException error = Assert.Throws<WeightingException>(() => new TopQuantile(s.Scores) { Fraction = 1, Weighting = new ScoreTilt() }.Decide(s.Context()));
        Assert.Equal(Situation.Name(1), error.Symbol);
    }

    [Fact]
    public void Names_without_risk_or_budget_leave_their_place_to_the_next()
    {
        Situation s = new(1, 2, 3, 4);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Names = 1, Weighting = new InverseVolatility(Risks.Always(s_risk)) }.Decide(s.Context());
        Assert.Equal(Situation.Name(3), Assert.Single(target.Items).Key);
        RiskParity budgets = new(Risks.Always(s_risk)) { Budgets = new Dictionary<Symbol, double> { [Situation.Name(1)] = 1, [Situation.Name(2)] = 4 } };
        target = new TopQuantile(s.Scores) { Fraction = 1, Weighting = budgets }.Decide(s.Context());
        Assert.Equal([0.5, 0.5], target.Items.Select(i => i.Value), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Without_risk_of_the_day_the_holdings_are_kept()
    {
        Situation s = new(1, 2, 3);
        RiskHistory stale = Risks.Always(s_risk, Situation.Yesterday);
        Assert.Contains("days of risk", new TopQuantile(s.Scores) { Weighting = new InverseVolatility(stale) }.Decide(s.Context()).KeepReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weighting_that_gives_no_proportions_is_named()
    {
        Situation s = new(1, 2);
        foreach (double[] bad in (double[][])[[1], [1, -1], [0, 0], [double.NaN, 1]])
        {
            WeightingException error = Assert.Throws<WeightingException>(() => new TopQuantile(s.Scores) { Fraction = 1, Weighting = new Given(bad) }.Decide(s.Context()));
            Assert.Equal("given", error.Weighting);
        }
    }

    [Fact]
    public void The_universe_is_held_at_two_percent_each_and_four_fifths_at_most()
    {
        Situation few = new(new float[30]) { Outside = [.. Enumerable.Range(0, 30).Select(i => i == 4)], Suspended = [.. Enumerable.Range(0, 30).Select(i => i == 5)] };
        TargetWeights target = new UniversePortfolio(Universe.AShares).Decide(few.Context());
        Assert.Equal(28, target.Items.Count);
        Assert.All(target.Items, i => Assert.Equal(0.02, i.Value, 15));
        Situation many = new(new float[100]);
        target = new UniversePortfolio(Universe.AShares).Decide(many.Context());
        Assert.All(target.Items, i => Assert.Equal(0.008, i.Value, 15));
        Assert.Equal(0.8, target.Invested, 12);
    }

    private sealed class Given(double[] weights) : IWeighting
    {
        public string Name => "given";

        public double[] Weights(DecisionContext context, IReadOnlyList<Symbol> symbols, ReadOnlySpan<float> scores) => weights;
    }
}
