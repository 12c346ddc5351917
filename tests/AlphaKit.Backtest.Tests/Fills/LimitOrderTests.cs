using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class LimitOrderTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11)];

    private static async Task<(BacktestResult Result, Order Order)> Buy(FakeMarket market, decimal limit, BacktestOptions? options = null)
    {
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Pudong, 1_000, limit));
        BacktestResult result = await Backtester.RunAsync(market, script, options ?? market.Daily() with { Fees = FeeSchedules.None });
        return (result, script.Done[0]);
    }

    private static FakeMarket Tuesday(double open, double high, double low, double close) =>
        new FakeMarket(Week).Bar(Pudong, Week[0], 10).Bar(Pudong, Week[1], close, open: open, high: high, low: low).Flat(Pudong, close, 2);

    [Theory]
    [InlineData(9.9, 10.2, 9.6, 10.0, 9.95, "9.90")]    // opens below the limit: dealt at the open
    [InlineData(10.1, 10.2, 9.6, 10.0, 9.80, "9.80")]   // falls through it later: dealt at the limit
    [InlineData(10.1, 10.2, 9.8, 10.0, 9.80, "")]       // only touches it: the place in the queue is not known
    [InlineData(10.1, 10.2, 9.9, 10.0, 9.80, "")]       // does not reach it
    public async Task A_limit_purchase_is_dealt_at_the_open_or_where_a_price_goes_through_it(double open, double high, double low, double close, double limit, string price)
    {
        (BacktestResult result, Order order) = await Buy(Tuesday(open, high, low, close), (decimal)limit);
        Assert.Equal(price, string.Join(' ', result.Trades.Lines("price")));
        Assert.Equal(price.Length == 0 ? UnfilledReason.LimitNotReached : null, order.Reason);
    }

    [Theory]
    [InlineData(10.1, 10.3, 9.6, 10.0, 10.05, "10.10")]
    [InlineData(9.9, 10.3, 9.6, 10.0, 10.20, "10.20")]
    [InlineData(9.9, 10.2, 9.6, 10.0, 10.20, "")]
    public async Task A_limit_sale_mirrors_it(double open, double high, double low, double close, double limit, string price)
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Bar(Pudong, Week[2], close, open: open, high: high, low: low).Bar(Pudong, Week[3], close);
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Pudong, 1_000)).On(Week[1], bar => bar.OrderShares(Pudong, -1_000, (decimal)limit));
        BacktestResult result = await Backtester.RunAsync(market, script, market.Daily());
        Assert.Equal(price, string.Join(' ', result.Trades.Lines("price")[1..]));
    }

    [Fact]
    public async Task A_share_that_opens_at_its_limit_and_trades_away_from_it_can_be_bought_later_that_day()
    {
        (BacktestResult opened, _) = await Buy(Tuesday(11, 11, 10.7, 10.9), 11m);
        Assert.Equal(["11.00"], opened.Trades.Lines("price"));
        (BacktestResult locked, Order order) = await Buy(Tuesday(11, 11, 11, 11), 11m);
        Assert.Equal(UnfilledReason.AtUpperLimit, order.Reason);
        Assert.Equal(0, locked.Trades.RowCount);
    }

    [Fact]
    public async Task Volume_share_and_slippage_apply_and_never_pass_the_limit()
    {
        FakeMarket market = new FakeMarket(Week).Bar(Pudong, Week[0], 10, volume: 5_000).Bar(Pudong, Week[1], 9.99, open: 9.99, low: 9.9, volume: 1e8).Flat(Pudong, 10, 2);
        (BacktestResult result, Order order) = await Buy(market, 10m, market.Daily() with { Slippage = FixedBps.PerSide(50) });
        Assert.Equal(["500 9.99 10.00"], result.Trades.Lines("shares", "market_price", "price"));
        Assert.Equal((OrderStatus.PartlyFilled, UnfilledReason.Participation), (order.Status, order.Reason!.Value));
    }
}
