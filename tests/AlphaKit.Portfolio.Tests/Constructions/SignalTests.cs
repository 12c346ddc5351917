namespace AlphaKit.Portfolio.Tests;

public sealed class SignalTests
{
    [Fact]
    public void Weights_of_four_fifths_reach_one_all_the_same()
    {
        // All parts 1 must give 1, not 0.8; 0.3/0.8 = 0.375, 0.2/0.8 = 0.25, 0.1/0.8 = 0.125.
        Scores signal = CompositeSignal.Of(Part(1, 1, 0), Part(1, 0, 0), Part(1, 0, 0), Part(1, 0, 1));
        Assert.Equal([1f, 0.375f, 0.125f], signal.Values.Row(1).ToArray());
        Assert.Equal([TradeSignal.Buy, TradeSignal.Sell, TradeSignal.Sell], signal.Values.Row(1).ToArray().Select(v => CompositeSignal.Read(v)));
    }

    [Fact]
    public void Thresholds_are_symmetric_and_exclusive()
    {
        Assert.Equal(TradeSignal.Hold, CompositeSignal.Read(0.6f));
        Assert.Equal(TradeSignal.Buy, CompositeSignal.Read(0.61f));
        Assert.Equal(TradeSignal.Hold, CompositeSignal.Read(0.4f));
        Assert.Equal(TradeSignal.Sell, CompositeSignal.Read(0.39f));
        Assert.Equal(TradeSignal.Hold, CompositeSignal.Read(float.NaN));
    }

    [Fact]
    public void A_missing_part_leaves_no_signal_unless_it_has_no_weight()
    {
        Scores whole = Part(0.5f, 0.5f), holed = Part(float.NaN, 0.7f);
        Assert.True(float.IsNaN(CompositeSignal.Combine("x", [new(whole, 1), new(holed, 1)]).Values[1, 0]));
        Assert.Equal(0.5f, CompositeSignal.Combine("x", [new(whole, 1), new(holed, 0)]).Values[1, 0]);
    }

    [Fact]
    public void A_signal_is_known_when_its_last_part_is()
    {
        Scores early = new Situation(0.1f) { KnownAt = Clock.Close }.Scores, late = new Situation(0.1f) { KnownAt = Clock.NextMorning }.Scores;
        Assert.Equal(Clock.NextMorning, CompositeSignal.Combine("x", [new(early, 1), new(late, 1)]).KnownAt);
        Assert.Equal(Clock.Close, CompositeSignal.Combine("x", [new(early, 1), new(late, 0)]).KnownAt);
    }

    [Fact]
    public void Ranks_fill_zero_to_one_with_ties_at_their_mean()
    {
        // Ranks 1, 2.5, 2.5, 4 of 4: (rank − ½)/4.
        Assert.Equal([0.125f, 0.5f, 0.5f, float.NaN, 0.875f], CompositeSignal.UnitRank(new Situation(-3, 2, 2, float.NaN, 100).Scores).Values.Row(1).ToArray());
    }

    [Fact]
    public void Bad_parts_are_refused_by_name()
    {
        Assert.Contains("600002", Assert.Throws<ArgumentException>(() => CompositeSignal.Combine("x", [new(Part(0.5f, 1.1f), 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CompositeSignal.Combine("x", []));
        Assert.Throws<ArgumentException>(() => CompositeSignal.Combine("x", [new(Part(0.5f), 0)]));
        Assert.Throws<ArgumentException>(() => CompositeSignal.Combine("x", [new(Part(0.5f), double.NaN)]));
        Assert.Throws<ArgumentException>(() => CompositeSignal.Combine("x", [new(Part(0.5f), 1), new(Part(0.5f, 0.5f), 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalWeights { Trend = -1 });
    }

    [Fact]
    public void Buy_sell_and_hold_by_hand()
    {
        // 1: Buy, not held → bought. 2: Hold, held at 5 % → cut to the cap 3 %. 3: Sell, held → sold. 4: Hold, not held → not bought.
        // 5: Buy, held at 1 % → kept, not topped up. 6: no signal, held → kept. 7: Sell but suspended → stays.
        Situation s = new(0.9f, 0.5f, 0.1f, 0.5f, 0.8f, float.NaN, 0.2f)
        {
            Weights = [0, 0.05, 0.02, 0, 0.01, 0.02, 0.04],
            Suspended = [false, false, false, false, false, false, true],
        };
        TargetWeights target = new SignalPortfolio(s.Scores).Decide(s.Context());
        Assert.Equal([0.03, 0.03, 0, 0, 0.01, 0.02, 0.04], s.Symbols.Select(x => target[x]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_strongest_signals_are_bought_while_the_invested_share_lasts()
    {
        Situation s = new(0.7f, 0.9f, 0.8f, 0.95f) { Weights = [0.03, 0, 0, 0] };
        TargetWeights target = new SignalPortfolio(s.Scores) { Invested = 0.1, MaxWeight = 0.04 }.Decide(s.Context());
        Assert.Equal([0.03, 0.03, 0, 0.04], s.Symbols.Select(x => target[x]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Crossed_thresholds_are_refused()
    {
        Situation s = new(0.7f);
        Assert.Throws<InvalidOperationException>(() => new SignalPortfolio(s.Scores) { BuyAbove = 0.3 }.Decide(s.Context()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignalPortfolio(s.Scores) { BuyAbove = double.NaN });
    }

    private static Scores Part(params float[] values) => new Situation(values).Scores;
}
