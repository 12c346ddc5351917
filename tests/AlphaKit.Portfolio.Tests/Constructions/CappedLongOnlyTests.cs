using AlphaKit.TestSupport;

namespace AlphaKit.Portfolio.Tests;

public sealed class CappedLongOnlyTests
{
    [Fact]
    public void Scores_are_standardised_so_their_scale_does_not_matter()
    {
        Situation s = new(1, 2, 3, 4), scaled = new(110, 210, 310, 410);
        TargetWeights a = new CappedLongOnly(s.Scores) { MaxWeight = 0.5 }.Decide(s.Context());
        TargetWeights b = new CappedLongOnly(scaled.Scores) { MaxWeight = 0.5 }.Decide(scaled.Context());
        Assert.Equal(a.Items.Select(i => i.Key), b.Items.Select(i => i.Key));
        foreach ((KeyValuePair<Symbol, double> x, KeyValuePair<Symbol, double> y) in a.Items.Zip(b.Items)) Assert.Equal(x.Value, y.Value, 6);
    }

    [Fact]
    public void Equal_scores_give_equal_weights()
    {
        Situation s = new(7, 7, 7, 7);
        Assert.All(new CappedLongOnly(s.Scores) { MaxWeight = 0.5, Invested = 0.8 }.Decide(s.Context()).Items, i => Assert.Equal(0.2, i.Value, 12));
    }

    [Fact]
    public void Only_the_best_names_are_bought_and_others_only_shrink()
    {
        Situation s = new(1, 2, 3, 4, 5) { Weights = [0, 0.2, 0, 0, 0] };
        TargetWeights target = new CappedLongOnly(s.Scores) { Names = 2, MaxWeight = 0.5 }.Decide(s.Context());
        Assert.Equal(0, target[Situation.Name(1)]);
        Assert.Equal(0, target[Situation.Name(3)]);
        Assert.True(target[Situation.Name(2)] <= 0.2);
        Assert.Equal(1, target.Invested, 12);
    }

    [Fact]
    public void Turnover_counts_both_sides_against_the_drifted_weights()
    {
        Situation s = new(1, 2, 3, 4) { Weights = [0.5, 0.3, 0.1, 0.1] };
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.6, TurnoverCap = 0.2, RiskAversion = 5 };
        CappedSolution solution = source.Solve(s.Context());
        double turnover = s.Symbols.Select((symbol, i) => Math.Abs(solution[symbol] - s.Weights[i])).Sum();
        Assert.Equal(0.2, turnover, 9);
        Assert.Equal(0.2, solution.PlannedTurnover, 9);
        Assert.Contains(solution.BindingConstraints, b => b.StartsWith("turnover cap", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_purchase_is_free_or_built_in_steps()
    {
        Situation s = new(1, 2, 3, 4);
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.5, TurnoverCap = 0.3, Invested = 0.8 };
        Assert.Equal(0.8, source.Decide(s.Context()).Invested, 12);
        Assert.Equal(0.3, (source with { FirstPurchase = FirstPurchase.InSteps }).Decide(s.Context()).Invested, 12);
    }

    [Fact]
    public void A_half_built_portfolio_moves_as_far_as_the_turnover_cap_allows()
    {
        Situation s = new(1, 2, 3, 4) { Weights = [0, 0, 0.1, 0.1] };
        TargetWeights target = new CappedLongOnly(s.Scores) { MaxWeight = 0.5, TurnoverCap = 0.3, Invested = 0.8 }.Decide(s.Context());
        Assert.Equal(0.5, target.Invested, 9);
    }

    [Fact]
    public void Suspended_names_keep_their_drifted_weight_and_are_not_bought()
    {
        Situation s = new(1, 2, 3, 4) { Weights = [0.25, 0, 0, 0], Suspended = [true, false, false, true] };
        TargetWeights target = new CappedLongOnly(s.Scores) { MaxWeight = 0.4 }.Decide(s.Context());
        Assert.Equal(0.25, target[Situation.Name(1)], 12);
        Assert.Equal(0, target[Situation.Name(4)]);
        Assert.Equal(1, target.Invested, 12);
    }

    [Fact]
    public void A_suspended_holding_above_the_cap_is_tolerated_or_refused_by_policy()
    {
        Situation s = new(1, 2, 3, 4) { Weights = [0.5, 0, 0, 0], Suspended = [true, false, false, false] };
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.4 };
        Assert.Equal(0.5, source.Decide(s.Context())[Situation.Name(1)], 12);
        CappedLongOnly strict = source with { PassiveBreach = PassiveBreach.Refuse };
        InfeasibleProblemException e = Assert.Throws<InfeasibleProblemException>(() => strict.Solve(s.Context()));
        Assert.Contains("600001.SH holds 50.00", e.Message, StringComparison.Ordinal);
        Assert.Equal(e.Message, strict.Decide(s.Context()).KeepReason);
    }

    [Fact]
    public void Shares_that_cannot_be_sold_yet_are_kept()
    {
        Situation s = new Situation(1, 2, 3, 4) { Weights = [0.3, 0, 0, 0] }.WithUnsellable(0, 0.2);
        Assert.Equal(0.2, new CappedLongOnly(s.Scores) { MaxWeight = 0.4, RiskAversion = 1 }.Decide(s.Context())[Situation.Name(1)], 12);
    }

    [Fact]
    public void Holdings_without_score_are_sold_or_held_by_policy()
    {
        Situation s = new(float.NaN, 2, 3, 4) { Weights = [0.3, 0, 0, 0] };
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.5 };
        Assert.Equal(0, source.Decide(s.Context())[Situation.Name(1)]);
        Assert.Equal(0.3, (source with { Unscored = UnscoredHolding.Hold }).Decide(s.Context())[Situation.Name(1)], 12);
    }

    [Fact]
    public void Too_small_caps_keep_the_holdings_and_say_why()
    {
        Situation s = new(1, 2, 3, 4) { Weights = [0.1, 0, 0, 0] };
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.03, Invested = 0.8 };
        Assert.Throws<InfeasibleProblemException>(() => source.Solve(s.Context()));
        TargetWeights target = source.Decide(s.Context());
        Assert.Contains("upper bounds, which sum to 12.0000", target.KeepReason, StringComparison.Ordinal);
        Assert.Empty(target.Items);
    }

    [Fact]
    public void Without_any_score_the_holdings_are_kept_and_solving_is_refused()
    {
        Situation s = new(float.NaN, float.NaN, 1) { Outside = [false, false, true] };
        CappedLongOnly source = new(s.Scores);
        Assert.Contains("2 of 3 scores are missing, 1 are of names outside the universe", source.Decide(s.Context()).KeepReason, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => source.Solve(s.Context()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void Options_outside_their_range_are_refused(double value)
    {
        Scores scores = new Situation(1, 2).Scores;
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { MaxWeight = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { Invested = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { TurnoverCap = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { RiskAversion = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { Names = (int)Math.Min(0, double.IsNaN(value) ? 0 : value) });
    }

    [Fact]
    public void Targets_meet_every_constraint_whatever_the_situation() => Properties.Holds(Situations.Any, s =>
    {
        CappedLongOnly source = new(s.Scores) { MaxWeight = 0.15, Invested = 0.8, TurnoverCap = 0.5 };
        DecisionContext context = s.Context();
        TargetWeights target = source.Decide(context);
        if (target.KeepReason is not null) return target.Items.Count == 0;
        double held = s.Symbols.Sum(context.Holdings.WeightOf);
        double wanted = held == 0 ? 0.8 : Math.Clamp(0.8, held - 0.5, held + 0.5);
        double turnover = s.Symbols.Sum(x => Math.Abs(target[x] - context.Holdings.WeightOf(x)));
        return Math.Abs(target.Invested - wanted) <= 1e-9
            && (held == 0 || turnover <= 0.5 + 1e-9)
            && s.Symbols.Select((symbol, i) => (symbol, i)).All(n =>
                s.Suspended[n.i] ? Math.Abs(target[n.symbol] - context.Holdings.WeightOf(n.symbol)) <= 1e-15 : target[n.symbol] is >= 0 and <= 0.15)
            && target.Items.SequenceEqual(source.Decide(s.Context()).Items);
    });

    [Fact]
    public void Scores_of_later_days_change_no_bit_of_a_decision()
    {
        Situation s = new(1, 4, 2, 3) { Weights = [0.1, 0.2, 0.3, 0.1] };
        PanelAxes longer = new(new TradingCalendar([Situation.Yesterday, Situation.Today, Situation.Tomorrow]), s.Symbols);
        foreach (float poison in new[] { float.NaN, 1e9f })
        {
            Scores later = new("test", longer, FieldMatrix.Create(3, 4, (t, row) =>
            {
                if (t == 1) s.ScoreRow.CopyTo(row);
                else if (t == 2) row.Fill(poison);
            }), Clock.Close);
            Assert.Equal(
                new CappedLongOnly(s.Scores) { MaxWeight = 0.4, TurnoverCap = 0.3 }.Decide(s.Context()).Items,
                new CappedLongOnly(later) { MaxWeight = 0.4, TurnoverCap = 0.3 }.Decide(s.Context()).Items);
            Assert.Equal(
                new TopQuantile(s.Scores) { Fraction = 0.5 }.Decide(s.Context()).Items,
                new TopQuantile(later) { Fraction = 0.5 }.Decide(s.Context()).Items);
        }
    }

    [Fact]
    public void Policies_without_a_name_are_refused()
    {
        Scores scores = new Situation(1, 2).Scores;
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { FirstPurchase = (FirstPurchase)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { Unscored = (UnscoredHolding)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CappedLongOnly(scores) { PassiveBreach = (PassiveBreach)9 });
    }

    [Fact]
    public void Most_random_situations_can_be_solved()
    {
        // Guards the property above against passing because everything is kept.
        int solved = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            RandomStream random = RandomStream.Create((ulong)seed, "solved");
            Situation s = new([.. Enumerable.Range(0, 30).Select(_ => (float)random.NextNormal())]) { Weights = [.. Enumerable.Repeat(0.02, 30)] };
            if (new CappedLongOnly(s.Scores) { MaxWeight = 0.15, Invested = 0.8, TurnoverCap = 0.5 }.Decide(s.Context()).KeepReason is null) solved++;
        }

        Assert.Equal(200, solved);
    }
}
