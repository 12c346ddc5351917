using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class MinuteExecutionTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10)];

    private static async Task<(BacktestResult Result, Order Order)> Buy(FakeMarket market, MinuteExecution minutes, long shares = 1_000, double participation = 1, decimal? limit = null)
    {
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Pudong, shares, limit));
        BacktestOptions options = market.Daily() with { Minutes = minutes, MaxParticipation = participation, Fees = FeeSchedules.None };
        BacktestResult result = await Backtester.RunAsync(market, script, options);
        return (result, script.Done[0]);
    }

    private static FakeMarket Market() => new FakeMarket(Week).Flat(Pudong, 10)
        .Minute(Pudong, Week[1], 9, 31, 10.00, 1_000).Minute(Pudong, Week[1], 10, 0, 10.30, 3_000)
        .Minute(Pudong, Week[1], 11, 30, 10.10, 500).Minute(Pudong, Week[1], 13, 1, 10.20, 500).Minute(Pudong, Week[1], 15, 0, 10.50, 5_000);

    [Fact]
    public async Task Vwap_is_amount_by_volume_of_the_window()
    {
        (BacktestResult day, _) = await Buy(Market(), MinuteExecution.DayVwap);
        Assert.Equal(["10.355"], day.Trades.Lines("price"));     // (10,000 + 30,900 + 5,050 + 5,100 + 52,500) / 10,000
        (BacktestResult morning, _) = await Buy(Market(), MinuteExecution.OpenWindow(30));
        Assert.Equal(["10.225"], morning.Trades.Lines("price")); // (10,000 + 30,900) / 4,000
        (BacktestResult close, _) = await Buy(Market(), MinuteExecution.CloseWindow(3));
        Assert.Equal(["10.50"], close.Trades.Lines("price"));
    }

    [Fact]
    public async Task Twap_deals_equal_parts_of_what_is_left_over_the_minutes_left()
    {
        // A window of four minutes, of which two trade: 400 / 4 = 100 in the first, then (400 − 100) / 1 = 300 in the last.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10).Minute(Pudong, Week[1], 9, 31, 10.00, 1_000).Minute(Pudong, Week[1], 9, 34, 10.40, 1_000);
        (BacktestResult result, _) = await Buy(market, MinuteExecution.OpenWindow(4, MinuteMethod.Twap), 400);
        Assert.Equal(["400 10.30"], result.Trades.Lines("shares", "price"));
    }

    [Fact]
    public async Task A_minute_gives_its_share_of_volume_at_most_and_the_rest_is_cut()
    {
        (BacktestResult result, Order order) = await Buy(Market(), MinuteExecution.DayVwap, 5_000, participation: 0.1);
        Assert.Equal(["1000"], result.Trades.Lines("shares"));    // 100 + 300 + 50 + 50 + 500
        Assert.Equal(UnfilledReason.Participation, order.Reason);
        (result, order) = await Buy(Market(), MinuteExecution.DayTwap, 5_000, participation: 0.1);
        Assert.Equal(UnfilledReason.Participation, order.Reason);
    }

    [Fact]
    public async Task Minutes_at_the_limit_are_left_out_and_the_others_dealt_in()
    {
        // Opens sealed at 11.00, opens up at 10:00 and trades at 10.80.
        FakeMarket market = new FakeMarket(Week).Bar(Pudong, Week[0], 10).Bar(Pudong, Week[1], 10.8, open: 11, high: 11, low: 10.8).Bar(Pudong, Week[2], 10.8)
            .Minute(Pudong, Week[1], 9, 31, 11, 90_000).Minute(Pudong, Week[1], 10, 0, 10.8, 1_000);
        (BacktestResult result, _) = await Buy(market, MinuteExecution.DayVwap);
        Assert.Equal(["1000 10.80"], result.Trades.Lines("shares", "price"));
        (_, Order order) = await Buy(market, MinuteExecution.OpenWindow(10));
        Assert.Equal(UnfilledReason.AtUpperLimit, order.Reason);
        (_, order) = await Buy(market, MinuteExecution.OpenWindow(60), limit: 10.5m);
        Assert.Equal(UnfilledReason.LimitNotReached, order.Reason);
    }

    [Fact]
    public async Task Shares_bought_in_a_minute_cannot_be_sold_that_day()
    {
        FakeMarket market = Market();
        OrderScript script = new OrderScript().On(Week[0], bar =>
        {
            bar.OrderShares(Pudong, 1_000);
            bar.OrderShares(Pudong, -1_000);
        });
        BacktestResult result = await Backtester.RunAsync(market, script, market.Daily() with { Minutes = MinuteExecution.DayVwap, MaxParticipation = 1 });
        Assert.Equal(["Buy"], result.Trades.Lines("side"));
        Assert.Equal(UnfilledReason.NotSellable, script.Done[1].Reason);
    }

    [Fact]
    public async Task A_window_without_trading_is_a_suspension_and_missing_data_an_error()
    {
        (_, Order order) = await Buy(Market(), new MinuteExecution { From = new TimeOnly(14, 0), Until = new TimeOnly(14, 30) });
        Assert.Equal(UnfilledReason.Suspended, order.Reason);
        FakeMarket without = new FakeMarket(Week).Flat(Pudong, 10);
        await Assert.ThrowsAsync<DatasetNotAvailableException>(() => Buy(without, MinuteExecution.DayVwap));
        FakeMarket bad = Market().ChangeMinutes(b => b with { Amount = double.NaN });
        await Assert.ThrowsAsync<InvalidPriceException>(() => Buy(bad, MinuteExecution.DayVwap));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinuteExecution.OpenWindow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinuteExecution { From = new TimeOnly(9, 0) });
    }

    [Fact]
    public async Task What_happens_after_the_window_does_not_touch_its_fills()
    {
        for (int method = 0; method < 2; method++)
        {
            MinuteExecution window = MinuteExecution.OpenWindow(30, (MinuteMethod)method);
            FakeMarket poisoned = Market().ChangeMinutes(b => b.Time.TimeOfDay <= new TimeSpan(10, 0, 0) ? b : b with { Low = 1, High = 99, Amount = b.Amount * 3, Volume = b.Volume * 2 });
            poisoned.Change((field, _, day, value) => day < Week[1] || field.KnownAt == Clock.Open ? value : value * 1.01f);
            (BacktestResult was, _) = await Buy(Market(), window, 800, 0.25);
            (BacktestResult became, _) = await Buy(poisoned, window, 800, 0.25);
            Assert.Equal(was.Trades.Lines("date", "shares", "price"), became.Trades.Lines("date", "shares", "price"));
            Assert.Equal(was.Rejections.ToCsv(), became.Rejections.ToCsv());
        }
    }

    [Fact]
    public async Task Weights_deal_on_minutes_too()
    {
        FakeMarket market = Market();
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.01)), market.Daily() with { Minutes = MinuteExecution.DayVwap, MaxParticipation = 1 });
        Assert.Equal(["1000 10.355"], result.Trades.Lines("shares", "price"));
        Assert.Contains(result.Notes, n => n.Contains("minute bars", StringComparison.Ordinal));
    }
}
