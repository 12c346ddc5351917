using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class FillRulesTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11)];

    private static Task<BacktestResult> BuyOnDay1(FakeMarket market, DealPrice price = DealPrice.Open) =>
        market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)), market.Daily() with { DealPrice = price });

    private static Task<BacktestResult> SellOnDay2(FakeMarket market, DealPrice price = DealPrice.Open) =>
        market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)).On(Week[1]), market.Daily() with { DealPrice = price });

    private static FakeMarket Start() => new FakeMarket(Week).Bar(Pudong, Week[0], 10);

    [Theory]
    [InlineData(11.00, "AtUpperLimit")]
    [InlineData(10.99, "")]
    public async Task A_buy_at_the_open_needs_an_open_below_the_upper_limit(double open, string reason)
    {
        BacktestResult result = await BuyOnDay1(Start().Bar(Pudong, Week[1], 10.5, open: open).Flat(Pudong, 10.5, 2));
        Assert.Equal(reason, string.Join(' ', result.Rejections.Lines("reason")));
        Assert.Equal(reason.Length == 0 ? 1 : 0, result.Trades.RowCount);
    }

    [Theory]
    [InlineData(9.00, "AtLowerLimit")]
    [InlineData(9.01, "")]
    public async Task A_sell_at_the_open_needs_an_open_above_the_lower_limit(double open, string reason)
    {
        BacktestResult result = await SellOnDay2(Start().Bar(Pudong, Week[1], 10).Bar(Pudong, Week[2], 9.5, open: open).Bar(Pudong, Week[3], 9.5));
        Assert.Equal(reason, string.Join(' ', result.Rejections.Lines("reason")));
        Assert.Equal(reason.Length == 0 ? 2 : 1, result.Trades.RowCount);
    }

    [Fact]
    public async Task The_other_direction_is_free_at_a_limit()
    {
        Assert.Equal(1, (await BuyOnDay1(Start().Flat(Pudong, 9.00, 1))).Trades.RowCount);
        Assert.Equal(2, (await SellOnDay2(Start().Bar(Pudong, Week[1], 10).Flat(Pudong, 11.00, 2))).Trades.RowCount);
    }

    [Fact]
    public async Task A_close_at_the_limit_does_not_stop_a_buy_at_the_open() =>
        Assert.Equal(1, (await BuyOnDay1(Start().Bar(Pudong, Week[1], 11.00, open: 10.2).Flat(Pudong, 11, 2))).Trades.RowCount);

    [Fact]
    public async Task A_close_at_the_limit_stops_a_buy_at_the_close() =>
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(Start().Bar(Pudong, Week[1], 11.00, open: 10.2).Flat(Pudong, 11, 2), DealPrice.Close)).Rejections.Lines("reason"));

    [Fact]
    public async Task Only_a_one_price_day_stops_a_buy_at_the_average_price()
    {
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(Start().Flat(Pudong, 11, 1), DealPrice.Vwap)).Rejections.Lines("reason"));
        BacktestResult touched = await BuyOnDay1(Start().Bar(Pudong, Week[1], 11, open: 11, low: 10.98, vwap: 10.9987).Flat(Pudong, 11, 2), DealPrice.Vwap);
        Assert.Equal(["10.9987"], touched.Trades.Lines("price"));
    }

    [Fact]
    public async Task Limits_of_the_data_go_before_the_rulebook()
    {
        FakeMarket market = Start().Flat(Pudong, 10.5, 1).Set(Field.LimitUp, Pudong, Week[1], 10.5).Set(Field.LimitDown, Pudong, Week[1], 9.5);
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(market)).Rejections.Lines("reason"));
        market = Start().Flat(Pudong, 11, 1).Set(Field.LimitUp, Pudong, Week[1], 99999.99).Set(Field.LimitDown, Pudong, Week[1], 0.01);
        Assert.Equal(1, (await BuyOnDay1(market)).Trades.RowCount);
    }

    [Fact]
    public async Task St_shares_have_five_percent()
    {
        FakeMarket market = Start().Flat(Pudong, 10.5, 1).Set(Field.IsSt, Pudong, Week[1], 1);
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(market)).Rejections.Lines("reason"));
    }

    [Fact]
    public async Task Slippage_never_leaves_the_limits()
    {
        FakeMarket market = Start().Bar(Pudong, Week[1], 10.99).Flat(Pudong, 10.99, 2);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)), market.Daily() with { Slippage = FixedBps.PerSide(100) });
        Assert.Equal(["11.00"], result.Trades.Lines("price"));
    }

    [Fact]
    public async Task Missing_bars_no_volume_and_flags_all_mean_suspended()
    {
        Assert.Equal(["Suspended"], (await BuyOnDay1(Start().Flat(Pudong, 10, 2))).Rejections.Lines("reason"));
        Assert.Equal(["Suspended"], (await BuyOnDay1(Start().Bar(Pudong, Week[1], 10, volume: 0).Flat(Pudong, 10, 2))).Rejections.Lines("reason"));
        Assert.Equal(["Suspended"], (await BuyOnDay1(Start().Flat(Pudong, 10, 1).Set(Field.IsSuspended, Pudong, Week[1], 1))).Rejections.Lines("reason"));
    }

    [Fact]
    public async Task A_suspension_does_not_block_later_orders()
    {
        FakeMarket market = Start().Flat(Pudong, 10, 2);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)).On(Week[1], (Pudong, 0.5)));
        Assert.Equal(["2024-01-10 Buy 50000"], result.Trades.Lines("date", "side", "shares"));
    }

    [Fact]
    public async Task An_order_takes_a_tenth_of_the_earlier_mean_volume_at_most()
    {
        // Volumes before: 40,000 on day 0, 60,000 on day 1 → mean 50,000 → 5,000 shares; day 2's own volume plays no part.
        FakeMarket market = new FakeMarket(Week).Bar(Pudong, Week[0], 10, volume: 40_000).Bar(Pudong, Week[1], 10, volume: 60_000).Bar(Pudong, Week[2], 10, volume: 200).Flat(Pudong, 10, 3);
        BacktestResult result = await market.RunAsync(new Script().On(Week[1], (Pudong, 0.5)));
        Assert.Equal(["2024-01-10 50000 5000 Participation"], result.Rejections.Lines("date", "wanted", "filled", "reason"));

        result = await market.RunAsync(new Script().On(Week[1], (Pudong, 0.5)), market.Daily() with { Participation = ParticipationPolicy.DayVolume, MaxParticipation = 1 });
        Assert.Equal(["50000 200 Participation"], result.Rejections.Lines("wanted", "filled", "reason"));

        result = await market.RunAsync(new Script().On(Week[1], (Pudong, 0.5)), market.Daily() with { Participation = ParticipationPolicy.Unlimited });
        Assert.Equal(["50000"], result.Trades.Lines("shares"));
    }

    [Fact]
    public async Task Shares_not_listed_yet_or_no_longer_cannot_be_bought()
    {
        Assert.Equal(["NotListed"], (await BuyOnDay1(Start().Flat(Pudong, 10, 1).Share(Pudong, listed: Week[2]))).Rejections.Lines("reason"));
        Assert.Equal(["NotListed"], (await BuyOnDay1(Start().Flat(Pudong, 10, 1).Share(Pudong, delisted: Week[1]))).Rejections.Lines("reason"));
    }

    [Fact]
    public async Task Adjusted_prices_lock_one_price_days_that_moved_far()
    {
        FakeMarket market = Start().Flat(Pudong, 10.99, 1);
        market.PriceBasis = PriceBasis.Adjusted;
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(market, DealPrice.Vwap)).Rejections.Lines("reason"));
        Assert.Equal(["AtUpperLimit"], (await BuyOnDay1(market, DealPrice.Open)).Rejections.Lines("reason"));
        market = Start().Flat(Pudong, 10.4, 1);
        market.PriceBasis = PriceBasis.Adjusted;
        BacktestResult result = await BuyOnDay1(market, DealPrice.Vwap);
        Assert.Equal(1, result.Trades.RowCount);
        Assert.Contains(result.Notes, n => n.Contains("already adjusted", StringComparison.Ordinal));
    }

    [Fact]
    public void Square_root_impact_is_capped_and_in_yuan_per_share()
    {
        SquareRootImpact model = new() { Alpha = 1, Cap = 0.01 };
        SlippageRequest order = new(Pudong, Week[0], TradeSide.Buy, 2_500, 10m, 250_000, 0.02);
        Assert.Equal(0.02m, model.PerShare(order), 6);          // 10 × 0.02 × √0.01
        Assert.Equal(0.1m, model.PerShare(order with { Shares = 250_000 }), 6);
        Assert.Equal(0.1m, model.PerShare(order with { AverageVolume = double.NaN }), 6);
    }
}
