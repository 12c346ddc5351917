namespace AlphaKit.Portfolio.Tests;

public sealed class OverlaidSourceTests
{
    [Fact]
    public void A_factor_is_applied_once_and_not_again_on_days_without_decision()
    {
        // Wanted 80 %, cut to half on every day: 40 % is asked for once, then kept.
        Stage stage = new([10, 10, 10, 10]);
        stage.Play(Stage.Wants(stage, (0, [0.8])).With(new Fixed(0.5, 0.5, 0.5, 0.5)));
        Assert.Equal([0.0, 0.4, 0.4, 0.4], stage.Held.Select(h => h[0]), Near);
        Assert.Equal([true, false, false, false], stage.Targets.Select(t => t.KeepReason is null));
    }

    [Fact]
    public void A_change_of_factor_between_decisions_trades_and_its_release_restores()
    {
        Stage stage = new([10, 10, 10, 10, 10]);
        stage.Play(Stage.Wants(stage, (0, [0.8])).With(new Fixed(1, 0.5, 0.5, 1, 1)));
        Assert.Equal([0.0, 0.8, 0.4, 0.4, 0.8], stage.Held.Select(h => h[0]), Near);
        Assert.Equal([true, true, false, true, false], stage.Targets.Select(t => t.KeepReason is null));
    }

    [Fact]
    public void A_further_cut_starts_from_what_was_asked_for_not_from_what_the_market_left()
    {
        // Halved to 40 % on day 1, refused; halved again on day 2: 20 %, though 80 % is still held.
        Stage stage = new([10, 10, 10, 10, 10]) { Blocked = (day, _) => day == 2 };
        stage.Play(Stage.Wants(stage, (0, [0.8])).With(new Fixed(1, 0.5, 0.25, 0.25, 0.25)));
        Assert.Equal([0.0, 0.8, 0.8, 0.2, 0.2], stage.Held.Select(h => h[0]), Near);
    }

    [Fact]
    public void A_sale_that_was_refused_is_asked_for_again_and_not_twice_as_much()
    {
        // Halved on day 1; the market refuses on days 2 and 3. Each day 40 % is asked for, never 20 %.
        Stage stage = new([10, 10, 10, 10, 10, 10]) { Blocked = (day, _) => day is 2 or 3 };
        OverlaidSource source = Stage.Wants(stage, (0, [0.8])).With(new Fixed(1, 0.5, 0.5, 0.5, 0.5, 0.5));
        stage.Play(source);
        Assert.Equal([0.0, 0.8, 0.8, 0.8, 0.4, 0.4], stage.Held.Select(h => h[0]), Near);
        Assert.Equal([0.4, 0.4, 0.4], stage.Targets.Skip(1).Take(3).Select(t => t[stage.Symbols[0]]), Near);
        Assert.Equal("keep: nothing planned", stage.Targets[4].ToString());
        Assert.Equal(2, source.Events.Count(e => e.State == "asked again"));
    }

    [Fact]
    public void Names_without_a_change_keep_every_share()
    {
        Stage stage = new([10, 10, 11, 12], [7.77f, 7.79f, 7.81f, 7.83f]);
        stage.Play(Stage.Wants(stage, (0, [0.3, 0.31])).With(new OneName(2, 0)));
        Assert.Equal(0, stage.Held[3][0]);

        // 1,000,000 · 0.31 / 7.77 = 39,897 shares, on the days before and after the other name is sold.
        Assert.Equal((double)(39_897m * 7.81m / stage.Values[2]), stage.Held[2][1], 6);
        Assert.Equal((double)(39_897m * 7.83m / stage.Values[3]), stage.Held[3][1], 6);
    }

    [Fact]
    public void The_order_of_overlays_does_not_matter()
    {
        IOverlay[] overlays = [new Fixed(1, 0.5, 0.7, 1, 0.2), new OneName(2, 0.5), new ExposureLimits { MaxWeight = 0.2, MaxInvested = 0.5 }];
        double[][] Weights(params IOverlay[] order)
        {
            Stage stage = new([10, 11, 9, 10, 12], [5, 5, 6, 7, 7], [20, 19, 18, 22, 21]);
            return [.. stage.Play(Stage.Wants(stage, (0, [0.3, 0.3, 0.3]), (3, [0.5, 0.2, 0.3])).With(order)).Held];
        }

        double[][] expected = Weights(overlays);
        foreach (IOverlay[] order in (IOverlay[][])[[overlays[1], overlays[0], overlays[2]], [overlays[2], overlays[1], overlays[0]]])
            Assert.Equal(expected.SelectMany(w => w), Weights(order).SelectMany(w => w), Near);
        Assert.InRange(expected[^1].Sum(), 0.4, 0.55);
    }

    [Fact]
    public void Without_a_demand_the_target_is_that_of_the_strategy()
    {
        Stage stage = new([10, 10], [5, 5]);
        ITargetSource plain = Stage.Wants(stage, (0, [0.3, 0.4]));
        DecisionContext context = stage.Context(0, Holdings.OnlyCash(100));
        Assert.Equal(plain.Decide(context).Items, plain.With(new Fixed(1, 1), new DrawdownSwitch()).Decide(context).Items);
        Assert.Equal("nothing planned", plain.With(new Fixed(1, 1)).Decide(stage.Context(1, Holdings.OnlyCash(100))).KeepReason);
    }

    [Fact]
    public void A_source_used_for_two_runs_remembers_nothing_of_the_first()
    {
        float[] prices = [10, 10, 9, 9, 9, 10, 10, 9, 9, 9, 10];
        OverlaidSource Source(Stage s) => Stage.Always(s, 0.9).With(new DrawdownSwitch(), new StopLoss { CoolDown = 3 });
        Stage stage = new(prices);
        OverlaidSource source = Source(stage);
        double[] first = [.. stage.Play(source).Held.Select(h => h[0])];
        string log = source.Log.ToCsv();
        Assert.True(source.Events.Count > 0);

        // Again from the same day; then from a later day, with another amount of cash; each against a fresh source.
        Assert.Equal(first, stage.Play(source).Held.Select(h => h[0]));
        Assert.Equal(log, source.Log.ToCsv());
        double[] later = [.. stage.Play(Source(stage), 4, 500_000m).Held.Select(h => h[0])];
        stage.Play(source, 0);
        Assert.Equal(later, stage.Play(source, 4, 500_000m).Held.Select(h => h[0]));

        // Runs side by side have their own.
        OverlaidSource one = source.Start(), two = source.Start();
        Assert.Empty(one.Events);
        Assert.Equal(first, stage.Play(one).Held.Select(h => h[0]));
        Assert.Equal(first, stage.Play(two).Held.Select(h => h[0]));
    }

    [Fact]
    public void A_later_run_after_one_that_ended_in_cash_starts_afresh()
    {
        // The first run is stopped out and ends in cash; the second begins the day after with the same cash as the first began with.
        Stage stage = new([10, 10, 8, 8, 8, 8, 8]), begin = new([10, 10, 8, 8]);
        OverlaidSource source = Stage.Wants(stage, (0, [0.9]), (4, [0.9])).With(new StopLoss());
        begin.Play(source);
        Assert.Equal(0, begin.Held[^1][0]);
        stage.Play(source, 4);
        Assert.Equal(0.9, stage.Held[1][0], 6);
    }

    [Fact]
    public void A_paced_strategy_decides_on_the_first_dealing_day_of_the_week()
    {
        // Days are Mon 4 to Fri 8 March, Mon 11 to Wed 13 March 2024: decided on Friday for Monday.
        Stage stage = new([1, 1, 1, 1, 1, 1, 1, 1]);
        stage.Play(Stage.Always(stage, 0.5).Paced(Pace.Weekly));
        Assert.Equal([4], Enumerable.Range(0, 8).Where(t => stage.Targets[t].KeepReason is null));
        Assert.NotNull(Stage.Always(stage, 0.5).Paced(Pace.Monthly).Decide(stage.Context(4, Holdings.OnlyCash(1))).KeepReason);
        Assert.Throws<ArgumentOutOfRangeException>(() => Stage.Always(stage, 0.5).Paced((Pace)7));
    }

    [Fact]
    public void Drafts_refuse_factors_that_raise()
    {
        Stage stage = new([10, 10]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Stage.Always(stage, 0.5).With(new Fixed(1.1)).Decide(stage.Context(0, Holdings.OnlyCash(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Stage.Always(stage, 0.5).With(new OneName(0, double.NaN)).Decide(stage.Context(0, Holdings.OnlyCash(1))));
    }

    [Fact]
    public void More_overlays_join_the_ones_that_are_there()
    {
        Stage stage = new([10, 10]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss()).With(new DrawdownSwitch(), new ExposureLimits { MaxIndustry = 0.2 });
        Assert.Equal("plan with stop loss, drawdown switch, exposure limits", source.Name);
        Assert.Equal([Field.AdjustedClose, Field.AdjustedOpen, Field.Industry], source.RequiredFields);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 2e-5;

    /// <summary>A given factor on each day.</summary>
    private sealed class Fixed(params double[] factors) : IOverlay, IOverlayRun
    {
        private int _day = -1;

        public string Name => "fixed";

        public IOverlayRun Start() => new Fixed(factors);

        public void Apply(DecisionContext context, TargetDraft draft) => draft.Scale(factors[++_day]);
    }

    /// <summary>A factor on the first name from a day on.</summary>
    private sealed class OneName(int from, double factor) : IOverlay, IOverlayRun
    {
        private int _day = -1;

        public string Name => "one name";

        public IOverlayRun Start() => new OneName(from, factor);

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            if (++_day >= from) draft.Scale(Situation.Name(1), factor);
        }
    }
}
