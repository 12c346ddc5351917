using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

public sealed class TopQuantileTests
{
    [Fact]
    public void The_best_fraction_is_held_at_equal_weight()
    {
        Situation s = new(0.1f, 0.9f, -0.5f, 0.7f, 0.2f);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 0.4, Invested = 0.8 }.Decide(s.Context());
        Assert.Equal([Situation.Name(2), Situation.Name(4)], target.Items.Select(i => i.Key));
        Assert.All(target.Items, i => Assert.Equal(0.4, i.Value, 15));
        Assert.Equal(0.8, target.Invested, 15);
    }

    [Fact]
    public void The_smaller_of_fraction_and_number_of_names_counts()
    {
        Situation s = new(5, 4, 3, 2, 1);
        Assert.Equal(3, new TopQuantile(s.Scores) { Fraction = 1, Names = 3 }.Decide(s.Context()).Items.Count);
        Assert.Equal(2, new TopQuantile(s.Scores) { Fraction = 0.4, Names = 3 }.Decide(s.Context()).Items.Count);
        Assert.Single(new TopQuantile(s.Scores) { Fraction = 0.01 }.Decide(s.Context()).Items);
    }

    [Fact]
    public void What_the_cap_leaves_over_stays_in_cash()
    {
        // 4 names at most 2 % each cannot carry 80 %.
        Situation s = new(5, 4, 3, 2, 1);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 0.8, MaxWeight = 0.02, Invested = 0.8 }.Decide(s.Context());
        Assert.Equal(0.08, target.Invested, 15);
    }

    [Fact]
    public void Suspended_unscored_and_foreign_names_are_not_bought()
    {
        Situation s = new(5, 4, float.NaN, 2, 1) { Suspended = [true, false, false, false, false], Outside = [false, true, false, false, false] };
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Names = 1 }.Decide(s.Context());
        Assert.Equal(Situation.Name(4), Assert.Single(target.Items).Key);
    }

    [Fact]
    public void A_suspended_holding_keeps_its_weight_and_leaves_less_for_the_rest()
    {
        Situation s = new(5, 4, 3) { Suspended = [false, false, true], Weights = [0, 0, 0.25] };
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1, Names = 2, Invested = 0.95 }.Decide(s.Context());
        Assert.Equal(0.35, target[Situation.Name(1)], 12);
        Assert.Equal(0.35, target[Situation.Name(2)], 12);
        Assert.Equal(0.25, target[Situation.Name(3)], 12);
    }

    [Fact]
    public void A_part_that_cannot_be_sold_never_leads_to_leverage()
    {
        Situation s = new Situation(5, 4) { Weights = [0.8, 0] }.WithUnsellable(0, 0.8);
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 1 }.Decide(s.Context());
        Assert.Equal(0.8, target[Situation.Name(1)], 12);
        Assert.Equal(0.2, target[Situation.Name(2)], 12);
    }

    [Fact]
    public void Dropped_names_are_sold()
    {
        Situation s = new(1, 5) { Weights = [0.5, 0] };
        TargetWeights target = new TopQuantile(s.Scores) { Fraction = 0.5 }.Decide(s.Context());
        Assert.Equal(0, target[Situation.Name(1)]);
    }

    [Fact]
    public void Without_any_score_the_holdings_are_kept_with_the_reason()
    {
        Situation s = new(float.NaN, float.NaN) { Weights = [0.5, 0] };
        TargetWeights target = new TopQuantile(s.Scores).Decide(s.Context());
        Assert.Contains("2 of 2 scores are missing", target.KeepReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_scores_have_no_best()
    {
        Situation s = new(1, 1, 1);
        Assert.Contains("all 3 scores are equal", new TopQuantile(s.Scores) { Fraction = 0.4 }.Decide(s.Context()).KeepReason, StringComparison.Ordinal);
        Assert.Equal(3, new TopQuantile(s.Scores) { Fraction = 1 }.Decide(s.Context()).Items.Count);
    }

    [Fact]
    public void Scores_known_only_after_the_decision_are_not_used()
    {
        // The scores of today come in the evening; yesterday's row is empty, so there is nothing to decide on.
        Situation s = new(1, 2) { KnownAt = Clock.Evening };
        Assert.NotNull(new TopQuantile(s.Scores).Decide(s.Context()).KeepReason);
    }

    [Fact]
    public void Suspensions_are_asked_for_only_where_the_market_tells_them()
    {
        Situation s = new(1, 2) { Suspended = [false, true] };
        Assert.Equal([Field.IsSuspended], new TopQuantile(s.Scores).RequiredFields);
        TopQuantile blind = new(s.Scores, new MarketCoverage([Field.Close], []));
        Assert.Empty(blind.RequiredFields);
        Assert.Equal(Situation.Name(2), Assert.Single(blind.Decide(s.Context()).Items).Key);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Shares_outside_their_range_are_refused(double value)
    {
        Scores scores = new Situation(1, 2).Scores;
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopQuantile(scores) { Fraction = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopQuantile(scores) { MaxWeight = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopQuantile(scores) { Invested = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopQuantile(scores) { Names = 0 });
    }

    [Fact]
    public void Weights_stay_within_their_bounds_whatever_the_situation() => Properties.Holds(Situations.Any, s =>
    {
        TopQuantile source = new(s.Scores) { Fraction = 0.3, MaxWeight = 0.2, Invested = 0.8 };
        TargetWeights target = source.Decide(s.Context());
        if (target.KeepReason is not null) return true;
        DecisionContext context = s.Context();
        double frozen = s.Symbols.Where((_, i) => s.Suspended[i]).Sum(context.Holdings.WeightOf);
        return target.Invested <= Math.Max(0.8, frozen) + 1e-12
            && s.Symbols.Select((symbol, i) => (symbol, i)).All(n => s.Suspended[n.i]
                ? target[n.symbol] == context.Holdings.WeightOf(n.symbol)
                : target[n.symbol] is >= 0 and <= 0.2 && (target[n.symbol] == 0 || (!float.IsNaN(s.ScoreRow[n.i]) && !s.Outside[n.i])))
            && target.Items.SequenceEqual(source.Decide(s.Context()).Items);
    });
}
