using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests.Enhancement;

public sealed class IndexEnhancementTests
{
    [Fact]
    public void The_first_purchase_is_inside_every_band_and_earns_more_than_the_index() => Properties.Holds(Gen.Choose(0, 100_000), seed =>
    {
        EnhancementMarket market = new((ulong)seed);
        IndexEnhancement strategy = Strategy(market);
        TargetWeights target = strategy.Decide(market.Context());
        Assert.Null(target.KeepReason);
        Assert.Equal("", market.Faults(target, strategy, null));
        double[] b = market.Benchmark;
        return EnhancementMarket.Symbols.Select((s, i) => market.Score[i] * (target[s] - b[i])).Sum() > 0;
    }, 60);

    [Fact]
    public void Later_decisions_keep_to_the_turnover_cap_against_the_drifted_weights() => Properties.Holds(Gen.Choose(0, 100_000), seed =>
    {
        EnhancementMarket market = new((ulong)seed) { Held = Drift((ulong)seed) };
        IndexEnhancement strategy = Strategy(market) with { TurnoverCap = 0.3, Invested = 0.99 };
        TargetWeights target = strategy.Decide(market.Context());
        Assert.Null(target.KeepReason);
        Assert.Equal("", market.Faults(target, strategy, 0.3));
        return true;
    }, 60);

    [Fact]
    public void A_suspended_holding_keeps_its_weight_and_a_suspended_member_is_not_bought()
    {
        EnhancementMarket market = new(3) { Held = Drift(3) };
        market.Held[5] = 0.06;
        market.Held[7] = 0;
        (market.Suspended[5], market.Suspended[7]) = (1, 1);
        IndexEnhancement strategy = Strategy(market) with { TurnoverCap = 0.6, IndustryActive = 0.06, SizeExposure = 0.5, Invested = 0.99 };
        TargetWeights target = strategy.Decide(market.Context());
        Assert.Equal("", market.Faults(target, strategy, 0.6));
        Assert.Equal(0.06, target[EnhancementMarket.Symbols[5]], 6);
        Assert.Equal(0, target[EnhancementMarket.Symbols[7]]);
    }

    [Fact]
    public void A_holding_outside_index_and_scores_may_only_shrink()
    {
        EnhancementMarket market = new(4) { Held = Drift(4) };
        market.Score[50] = float.NaN;
        market.Held[50] = 0.005;
        TargetWeights target = (Strategy(market) with { TurnoverCap = 0.6, Invested = 0.99 }).Decide(market.Context());
        Assert.InRange(target[EnhancementMarket.Symbols[50]], 0, 0.005 + 1e-9);
    }

    [Fact]
    public void A_failed_rebalance_keeps_the_holdings_and_tells_the_cause()
    {
        EnhancementMarket market = Impossible();
        List<EnhancementDecision> log = [];
        TargetWeights target = (Strategy(market) with { TurnoverCap = 0.05, Decided = log.Add }).Decide(market.Context());
        Assert.Contains("turnover", target.KeepReason, StringComparison.Ordinal);
        EnhancementDecision decision = Assert.Single(log);
        Assert.Equal((target.KeepReason, null), (decision.Cause, decision.Solution));
    }

    [Fact]
    public void A_failed_rebalance_throws_when_asked_to() =>
        Assert.Throws<InfeasibleProblemException>(() => (Strategy(Impossible()) with { TurnoverCap = 0.05, OnInfeasible = InfeasiblePolicy.Throw }).Decide(Impossible().Context()));

    [Fact]
    public void Loosening_the_turnover_keeps_every_other_limit_and_needs_no_more_than_it_takes()
    {
        EnhancementMarket market = Impossible();
        IndexEnhancement strategy = Strategy(market) with { TurnoverCap = 0.05, OnInfeasible = InfeasiblePolicy.Relax, RelaxationOrder = [EnhancementConstraint.Turnover] };
        EnhancementDecision decision = strategy.Solve(market.Context());
        EnhancementRelaxation relaxation = Assert.Single(decision.Relaxations);
        Assert.Equal((EnhancementConstraint.Turnover, 0.05), (relaxation.Constraint, relaxation.Limit));
        Assert.Equal("", market.Faults(decision.Target, strategy, relaxation.Loosened));
        Assert.NotNull(decision.Cause);

        // One per cent less, and nothing is found.
        IndexEnhancement tighter = strategy with { TurnoverCap = relaxation.Loosened * 0.99, OnInfeasible = InfeasiblePolicy.Keep };
        Assert.NotNull(tighter.Decide(market.Context()).KeepReason);
    }

    [Fact]
    public void The_first_limit_of_the_order_gives_way()
    {
        EnhancementMarket market = Impossible();
        IndexEnhancement strategy = Strategy(market) with
        {
            TurnoverCap = 0.05,
            OnInfeasible = InfeasiblePolicy.Relax,
            RelaxationOrder = [EnhancementConstraint.ActiveWeight, EnhancementConstraint.Industry, EnhancementConstraint.Size, EnhancementConstraint.ConstituentShare],
        };
        EnhancementDecision decision = strategy.Solve(market.Context());
        Assert.NotNull(decision.Solution);
        Assert.DoesNotContain(decision.Relaxations, r => r.Constraint == EnhancementConstraint.Turnover);
        Assert.True(decision.Solution.PlannedTurnover <= 0.05 + 1e-7);
    }

    [Fact]
    public void A_conflict_without_a_limit_of_the_order_keeps_the_holdings() =>
        Assert.NotNull((Strategy(Impossible()) with { TurnoverCap = 0.05, OnInfeasible = InfeasiblePolicy.Relax, RelaxationOrder = [] }).Decide(Impossible().Context()).KeepReason);

    [Fact]
    public void Unknown_index_weights_and_missing_scores_keep_the_holdings()
    {
        EnhancementMarket market = new(5);
        Array.Fill(market.Weight, float.NaN);
        Assert.Contains("000905.SH", Strategy(market).Decide(market.Context()).KeepReason, StringComparison.Ordinal);
        EnhancementMarket silent = new(5);
        Array.Fill(silent.Score, float.NaN);
        Assert.Contains("no share has a score", Strategy(silent).Decide(silent.Context()).KeepReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_later_changes_a_decision()
    {
        EnhancementMarket clean = new(6), poisoned = new(6) { Poison = 1e6f };
        Assert.Equal(Strategy(clean).Decide(clean.Context()).Items, Strategy(poisoned).Decide(poisoned.Context()).Items);
    }

    [Fact]
    public void Equal_decisions_are_equal_bits()
    {
        EnhancementMarket market = new(8) { Held = Drift(8) };
        Assert.Equal(Strategy(market).Decide(market.Context()).Items, Strategy(market).Decide(market.Context()).Items);
    }

    [Fact]
    public void Limits_outside_their_range_are_refused()
    {
        IndexEnhancement strategy = Strategy(new EnhancementMarket());
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { ActiveWeight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { ConstituentShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { IndustryActive = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { SizeExposure = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { TurnoverCap = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => strategy with { Others = -1 });
        Assert.Throws<ArgumentException>(() => strategy with { RelaxationOrder = [EnhancementConstraint.Size, EnhancementConstraint.Size] });
    }

    private static IndexEnhancement Strategy(EnhancementMarket market) => new(market.Scores(), EnhancementMarket.Index) { TurnoverCap = null };

    // The index at 99 %, moved a little: inside no band for sure, but near.
    private static double[] Drift(ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "drift");
        double[] weights = [.. new EnhancementMarket(seed).Benchmark.Select(b => b * (0.95 + (0.1 * random.NextDouble())))];
        double sum = weights.Sum();
        return [.. weights.Select(w => Math.Round(w / sum * 0.99, 8))];
    }

    // Everything in twenty shares outside the index: 5 % of turnover does not bring that near.
    private static EnhancementMarket Impossible() =>
        new(7) { Held = [.. Enumerable.Range(0, EnhancementMarket.Shares).Select(i => i < EnhancementMarket.Members ? 0 : 0.0495)] };
}
