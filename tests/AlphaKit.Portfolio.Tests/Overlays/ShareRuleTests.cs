namespace AlphaKit.Portfolio.Tests;

public sealed class ShareRuleTests
{
    // Rises on every day: a prediction of a fall is wrong.
    private static readonly float[] s_rising = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

    [Fact]
    public void Three_wrong_predictions_in_a_row_ban_when_the_third_is_known()
    {
        // Horizon 1, delay 1: the prediction of day T is known on T + 2. Wrong on 0, 1, 2: banned on day 4, for 3 days: released on day 7.
        Stage stage = new(s_rising);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new Blacklist(Scores(stage, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1)) { Horizon = 1, Days = 3 });
        stage.Play(source);
        Assert.Equal([(4, "banned"), (7, "released")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
        Assert.Equal([true, true, true, true, false, false, false, true], stage.Targets.Take(8).Select(t => t.Invested > 0));
    }

    [Fact]
    public void A_right_prediction_in_between_begins_the_count_anew_and_a_missing_one_does_not()
    {
        Stage stage = new(s_rising);
        Assert.Empty(Bans(stage, -1, -1, 1, -1, -1, 1, 1, 1, 1, 1, 1, 1));
        Assert.Equal([5], Bans(stage, -1, -1, float.NaN, -1, 1, 1, 1, 1, 1, 1, 1, 1));
    }

    [Fact]
    public void After_a_ban_three_more_are_needed()
    {
        Stage stage = new(s_rising);
        Assert.Equal([4, 7], Bans(stage, -1, -1, -1, -1, -1, -1, 1, 1, 1, 1, 1, 1));
    }

    [Fact]
    public void An_immature_outcome_is_not_counted()
    {
        // With a horizon of 5 the prediction of day 2 is known on day 8.
        Stage stage = new(s_rising);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new Blacklist(Scores(stage, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));
        stage.Play(source);
        Assert.Equal(8, stage.Calendar.IndexOf(Assert.Single(source.Events).Date));
    }

    [Fact]
    public void The_ban_does_not_depend_on_when_a_run_begins()
    {
        Stage stage = new(s_rising);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new Blacklist(Scores(stage, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1)) { Horizon = 1, Days = 3 });
        stage.Play(source, 6);
        Assert.Equal([false, true, true], stage.Targets.Take(3).Select(t => t.Invested > 0));
    }

    [Fact]
    public void Classes_may_have_a_flat_middle_and_judging_may_skip_overlaps()
    {
        // All returns are below 20 %: flat. Scores 0.5 between 0.4 and 0.6 predict just that.
        Stage stage = new(s_rising);
        Blacklist flat = new(Scores(stage, [.. Enumerable.Repeat(0.5f, 12)])) { Horizon = 1, UpAbove = 0.6, DownBelow = 0.4, Flat = 0.2 };
        OverlaidSource source = Stage.Always(stage, 0.5).With(flat);
        Assert.Empty(Play(stage, source).Events);
        Assert.NotEmpty(Play(stage, Stage.Always(stage, 0.5).With(flat with { Flat = 0.01 })).Events);

        // Every second prediction, 0, 2, 4: the third is known on day 6.
        source = Stage.Always(stage, 0.5).With(new Blacklist(Scores(stage, -1, 1, -1, 1, -1, 1, 1, 1, 1, 1, 1, 1)) { Horizon = 1, Every = 2 });
        Assert.Equal(6, stage.Calendar.IndexOf(Assert.Single(Play(stage, source).Events).Date));
    }

    [Fact]
    public void Calendar_days_count_weekends_and_a_banned_holding_may_be_kept()
    {
        // Banned on Friday 8 March (day 4); three calendar days later is Monday (day 5).
        Stage stage = new(s_rising);
        Blacklist rule = new(Scores(stage, -1, -1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1)) { Horizon = 1, Days = 3, DayKind = DayKind.Calendar, Holding = BannedHolding.Keep };
        OverlaidSource source = Play(stage, Stage.Wants(stage, (0, [0.3]), (4, [0.6])).With(rule));
        Assert.Equal([(4, "banned"), (5, "released")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
        Assert.Equal(stage.Held[4][0], stage.Targets[4][stage.Symbols[0]], 9);
    }

    [Fact]
    public void Settings_of_the_blacklist_are_checked()
    {
        Scores scores = Scores(new Stage([1, 1]), 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blacklist(scores) { Wrong = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blacklist(scores) { Horizon = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Blacklist(scores) { UpAbove = double.NaN });
        Assert.Throws<InvalidOperationException>(() => new Blacklist(scores) { DownBelow = 0.1 }.Start());
    }

    [Fact]
    public void Crowded_financing_is_penalised_in_a_straight_line_and_held_down_until_twenty_percent()
    {
        // 20 %: nothing. 21 %: 0.8. 21.5 %: 0.7 is less than a step of 0.2 away. 22 %: 0.6. 25 %: suspended, 0. 22 %: still 0. 20 %: resumed.
        Stage stage = Margin(20, 21, 21.5f, 22, 25, 22, 20, 20);
        OverlaidSource source = Play(stage, Stage.Always(stage, 0.5).With(new MarginPenalty()));
        Assert.Equal([0.5, 0.4, 0.4, 0.3, 0, 0, 0.5, 0.5], stage.Targets.Select(t => t.Invested), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([(1, "factor"), (3, "factor"), (4, "suspended"), (6, "resumed")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
        Assert.Equal(0.6, new MarginPenalty().FactorOf(0.22), 12);
        Assert.Equal(0.7, new MarginPenalty { Floor = 0.4 }.FactorOf(0.225), 12);
    }

    [Fact]
    public void Balances_of_the_day_are_known_the_next_morning_only()
    {
        Stage stage = Margin(20, 25, 25);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new MarginPenalty());
        Assert.Equal(0.5, source.Start().Decide(stage.Context(1, Holdings.OnlyCash(100), Clock.Evening)).Invested);
        Assert.Equal(0, source.Start().Decide(stage.Context(1, Holdings.OnlyCash(100), Clock.NextMorning)).Invested);
        Assert.Equal(0, source.Start().Decide(stage.Context(2, Holdings.OnlyCash(100), Clock.Evening)).Invested);
    }

    [Fact]
    public void A_share_that_leaves_the_margin_list_is_forgotten()
    {
        Stage stage = Margin(25, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN);
        OverlaidSource source = Play(stage, Stage.Always(stage, 0.5).With(new MarginPenalty()));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0.5, 0.5], stage.Targets.Select(t => t.Invested));
        Assert.Equal("forgotten", source.Events[^1].State);
        Assert.Throws<InvalidOperationException>(() => new MarginPenalty { From = 0.3 }.Start());
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarginPenalty { Floor = 1.1 });
    }

    [Fact]
    public void A_dense_new_peak_at_a_high_price_warns_until_it_sinks()
    {
        // History 0 to 10. Median cost 5, 5, 8, 8, 6.5, 5.5: two days later +60 %, height 0.8. Width (8.5 − 7.5)/16 = 0.06. At 6.5 the height is
        // above 0.6 and the cost above that of two days before? 6.5 < 8: cleared.
        Stage stage = Chips([5, 5, 8, 8, 6.5f, 5.5f], half: 0.5f);
        OverlaidSource source = Play(stage, Stage.Always(stage, 0.4).With(new DistributionWarning { Window = 2 }));
        Assert.Equal([0.4, 0.4, 0.2, 0.2, 0.4, 0.4], stage.Targets.Select(t => t.Invested), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([(2, "warned"), (4, "cleared")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
    }

    [Fact]
    public void A_warning_stays_until_the_median_cost_no_longer_rises()
    {
        // Rise over two days: 60 %, 70 %, 7.5 % (below the 20 % that a new warning needs), -1.2 %.
        Stage stage = Chips([5, 5, 8, 8.5f, 8.6f, 8.4f], half: 0.5f);
        OverlaidSource source = Play(stage, Stage.Always(stage, 0.4).With(new DistributionWarning { Window = 2 }));
        Assert.Equal([(2, "warned"), (5, "cleared")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
    }

    [Fact]
    public void A_wide_or_low_or_old_peak_does_not_warn()
    {
        DistributionWarning rule = new() { Window = 2 };
        Stage wide = Chips([5, 5, 8, 8], half: 2), low = Chips([3, 3, 6, 6], half: 0.5f), old = Chips([8, 8, 8, 8], half: 0.5f);
        foreach (Stage stage in (Stage[])[wide, low, old]) Assert.Empty(Play(stage, Stage.Always(stage, 0.4).With(rule)).Events);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistributionWarning { Window = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DistributionWarning { MaxWidth = 0 });
    }

    private static OverlaidSource Play(Stage stage, OverlaidSource source)
    {
        stage.Play(source);
        return source;
    }

    private static int[] Bans(Stage stage, params float[] scores)
    {
        OverlaidSource source = Play(stage, Stage.Always(stage, 0.5).With(new Blacklist(Scores(stage, scores)) { Horizon = 1, Days = 1 }));
        return [.. source.Events.Where(e => e.State == "banned").Select(e => stage.Calendar.IndexOf(e.Date))];
    }

    private static Scores Scores(Stage stage, params float[] values) =>
        new("predictions", new PanelAxes(stage.Calendar, stage.Symbols), FieldMatrix.FromRowMajor(values, stage.Calendar.Count, 1), Clock.Close);

    private static Stage Margin(params float[] balances)
    {
        float[] cap = [.. balances.Select(_ => 100f)], price = [.. balances.Select(_ => 10f)];
        return new Stage(price).With(Field.FinancingBalance, balances).With(Field.FloatMarketCap, cap);
    }

    private static Stage Chips(float[] median, float half)
    {
        float[] Each(Func<float, float> of) => [.. median.Select(of)];
        return new Stage(Each(_ => 10)).With(Field.ChipHistoryLow, Each(_ => 0)).With(Field.ChipHistoryHigh, Each(_ => 10))
            .With(Field.ChipCost5, Each(m => m - half)).With(Field.ChipCost50, median).With(Field.ChipCost95, Each(m => m + half));
    }
}
