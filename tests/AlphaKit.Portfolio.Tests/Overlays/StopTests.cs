namespace AlphaKit.Portfolio.Tests;

public sealed class StopTests
{
    [Fact]
    public void A_loss_of_ten_percent_sells_and_a_gain_does_not()
    {
        // Bought on day 1 at 10. First name: 9.01 is 9.9 % down, 9 is 10 %: asked for on day 3, gone on day 4. The second gains 30 %.
        Stage stage = new([10, 10, 9.01f, 9, 9, 9], [10, 10, 12, 13, 13, 13]);
        OverlaidSource source = Stage.Wants(stage, (0, [0.4, 0.4])).With(new StopLoss());
        stage.Play(source);
        Assert.Equal([false, true, true, true, false, false], stage.Held.Select(h => h[0] > 0));
        Assert.Equal([false, true, true, true, true, true], stage.Held.Select(h => h[1] > 0));
        OverlayEvent stop = Assert.Single(source.Events);
        Assert.Equal((3, Situation.Name(1), "stopped"), (stage.Calendar.IndexOf(stop.Date), stop.Symbol, stop.State));
        Assert.Equal(-0.1, stop.Value, 6);
    }

    [Fact]
    public void A_stop_of_five_percent_is_a_setting()
    {
        Stage stage = new([10, 10, 9.4f, 9.4f]);
        stage.Play(Stage.Always(stage, 0.4).With(new StopLoss { Loss = 0.05 }));
        Assert.Equal(0, stage.Held[3][0]);
    }

    [Fact]
    public void A_blocked_sale_is_asked_for_until_it_is_dealt_even_if_the_price_comes_back()
    {
        // Stopped on day 2; days 3 and 4 are locked at the lower limit; on day 4 the price is back above the stop, still it is sold on day 5.
        Stage stage = new([10, 10, 8, 7.2f, 10.5f, 10.5f, 10.5f]) { Blocked = (day, _) => day is 3 or 4 };
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss());
        stage.Play(source);
        Assert.Equal([false, true, true, true, true, false, false], stage.Held.Select(h => h[0] > 0));
        Assert.All(stage.Targets.Skip(2), t => Assert.Equal(0, t[stage.Symbols[0]]));
        Assert.Single(source.Events);
    }

    [Fact]
    public void The_name_comes_back_after_its_cool_down()
    {
        // Stopped on day 2, sold on day 3; 3 trading days after the stop it may be bought: decided on day 5, held on day 6.
        Stage stage = new([10, 10, 9, 9, 9, 9, 9, 9]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss { CoolDown = 3 });
        stage.Play(source);
        Assert.Equal([false, true, true, false, false, false, true, true], stage.Held.Select(h => h[0] > 0));
        Assert.Equal([(2, "stopped"), (5, "released")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
    }

    [Fact]
    public void A_name_that_is_still_held_is_not_released_though_its_cool_down_is_over()
    {
        // Stopped on day 2, refused on days 3 and 4, sold on day 5; the cool-down of one day was over on day 3.
        Stage stage = new([10, 10, 9, 9, 9, 9, 9]) { Blocked = (day, _) => day is 3 or 4 };
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss { CoolDown = 1 });
        stage.Play(source);
        Assert.Equal([(2, "stopped"), (5, "released")], source.Events.Select(e => (stage.Calendar.IndexOf(e.Date), e.State)));
    }

    [Fact]
    public void A_purchase_price_outlives_days_on_which_the_name_is_not_in_the_data()
    {
        // Bought at 10, unknown on day 2, at 8.9 on day 3: 11 % down.
        Stage both = new([10, 10, 10, 10], [10, 10, 9.5f, 8.9f]), one = new([10, 10, 10, 10]);
        OverlaidSource source = Stage.Always(both, 0.2, 0.5).With(new StopLoss());
        Holdings Held(decimal price) => new(500, 0, [new Holding(both.Symbols[1], 50, 50, price)]);
        _ = source.Decide(both.Context(1, Held(10)));
        _ = source.Decide(one.Context(2, Held(9.5m)));
        Assert.Equal(0, source.Decide(both.Context(3, Held(8.9m)))[both.Symbols[1]]);
    }

    [Fact]
    public void Where_the_dealing_day_has_no_open_its_close_is_the_purchase_price()
    {
        // Decided on day 0 and dealt on day 1 at 10 by its close; seen on day 2 at 9.5; 8.95 is 10.5 % below 10 and 5.8 % below 9.5.
        Stage stage = new Stage([10, 10, 9.5f, 8.95f]).With(Field.AdjustedOpen, [10, float.NaN, 9.5f, 8.95f]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss());
        Holdings Held(decimal price) => new(500, 0, [new Holding(stage.Symbols[0], 50, 50, price)]);
        _ = source.Decide(stage.Context(0, Holdings.OnlyCash(1000)));
        Assert.Equal(0.5, source.Decide(stage.Context(2, Held(9.5m))).Invested, 9);
        Assert.Equal(0, source.Decide(stage.Context(3, Held(8.95m))).Invested);
    }

    [Fact]
    public void A_second_purchase_averages_the_price()
    {
        // 40,000 shares at 10 and about 40,000 at 8.5 cost 9.25 on average: 8.4 is 9.2 % below it, though 16 % below the first price; 8.3 is 10.3 %.
        Stage stage = new([10, 10, 9.5f, 8.5f, 8.4f, 8.3f, 8.3f]);
        OverlaidSource source = Stage.Wants(stage, (0, [0.4]), (2, [0.775])).With(new StopLoss { Loss = 0.1 });
        stage.Play(source);
        Assert.Equal(5, stage.Calendar.IndexOf(Assert.Single(source.Events).Date));
        Assert.Equal(0, stage.Held[6][0]);
    }

    [Fact]
    public void A_dividend_is_no_loss()
    {
        // The price falls 15 % by a dividend that the adjusted price does not show.
        Stage stage = new Stage([10, 10, 8.5f, 8.5f]).With(Field.AdjustedClose, [10, 10, 10, 10]).With(Field.AdjustedOpen, [10, 10, 10, 10]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss(), new TrailingStop());
        stage.Play(source);
        Assert.Empty(source.Events);
    }

    [Fact]
    public void A_trailing_stop_follows_the_highest_close()
    {
        // Bought at 10; highest close 13: 11.8 is 9.2 % below, 11.7 is 10 %, though above the purchase price.
        Stage stage = new([15, 10, 12, 13, 11.8f, 11.7f, 11.7f]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new TrailingStop());
        stage.Play(source);
        Assert.Equal(5, stage.Calendar.IndexOf(Assert.Single(source.Events).Date));
        Assert.Equal(0, stage.Held[6][0]);
    }

    [Fact]
    public void The_highest_close_counts_also_between_decisions()
    {
        // Decided on days 0 and 1 and then on 4: the peak of day 3 was never seen at a decision.
        Stage stage = new([10, 10, 12, 14, 12]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new TrailingStop());
        _ = source.Decide(stage.Context(0, Holdings.OnlyCash(1000)));
        Holdings held = new(500, 0, [new Holding(stage.Symbols[0], 50, 50, 12)]);
        Assert.Equal(0, source.Decide(stage.Context(4, held)).Invested);
    }

    [Fact]
    public void Positions_that_a_run_begins_with_are_taken_at_their_price_then()
    {
        Stage stage = new([20, 10, 9.5f, 8.9f]);
        OverlaidSource source = Stage.Always(stage, 0.5).With(new StopLoss());
        Holdings Held(decimal price) => new(500, 0, [new Holding(stage.Symbols[0], 50, 50, price)]);
        Assert.Equal(0.5, source.Decide(stage.Context(1, Held(10))).Invested, 9);
        Assert.Equal(0.5, source.Decide(stage.Context(2, Held(9.5m))).Invested, 9);
        Assert.Equal(0, source.Decide(stage.Context(3, Held(8.9m))).Invested);
    }

    [Fact]
    public void A_stopped_name_alone_is_sold_on_days_without_decision()
    {
        Stage stage = new([10, 10, 8, 8], [10, 10, 10, 10]);
        stage.Play(Stage.Wants(stage, (0, [0.4, 0.4])).With(new StopLoss()));
        Assert.Equal(0, stage.Held[3][0]);
        Assert.Equal(stage.Held[2][1], stage.Held[3][1], 12);
    }

    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopLoss { Loss = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StopLoss { CoolDown = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrailingStop { Fall = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrailingStop { EntryPrice = Field.Open });
    }
}
