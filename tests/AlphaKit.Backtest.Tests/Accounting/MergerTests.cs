using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class MergerTests
{
    private static readonly Symbol Haitong = Symbol.Parse("600837.SH"), Guotai = Symbol.Parse("601211.SH");
    private static readonly TradingCalendar Days = FakeMarket.Weekdays(Day(2025, 2, 26), 12);

    // Haitong's shares became Guotai's in March 2025 at 0.62 new per old; prices here are chosen so that the exchange is even.
    private static FakeMarket Market(decimal cash = 0m, decimal ratio = 0.62m) => new FakeMarket(Days)
        .Flat(Haitong, 11.16, 0, 3).Flat(Guotai, 18).Share(Haitong, delisted: Days[4])
        .Merge(new ShareExchange(Haitong, Guotai, Days[4], ratio, Days[6], cash));

    private static BacktestOptions Free(FakeMarket market) => market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None };

    [Fact]
    public async Task A_merger_turns_shares_into_shares_and_keeps_what_they_are_worth()
    {
        FakeMarket market = Market();
        OrderScript script = new OrderScript().On(Days[0], bar => bar.OrderShares(Haitong, 1_000)).On(Days[4], bar => bar.OrderTargetShares(Guotai, 0)).On(Days[5], bar => bar.OrderTargetShares(Guotai, 0));
        BacktestResult result = await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal([$"{Days[4]:yyyy-MM-dd} 600837.SH Merged -1000", $"{Days[4]:yyyy-MM-dd} 601211.SH Merged 620"], result.Events.Lines("date", "symbol", "kind", "shares"));
        Assert.All(Enumerable.Range(0, result.Daily.RowCount), row => Assert.Equal(100_000m, result.Daily.Money("nav", row)));   // 620 × 18.00 = 11,160

        // Not listed before day 6: the first sale is refused.
        Assert.Equal(UnfilledReason.NotSellable, script.Done[1].Reason);
        Assert.Equal([$"{Days[6]:yyyy-MM-dd} Sell 620"], result.Trades.Lines("date", "side", "shares")[1..]);
        Assert.Equal(0m, result.Trades.Money("realised", 1));
    }

    [Fact]
    public async Task Lots_keep_their_age_and_their_dividend_tax()
    {
        // 1.00 per share went ex on day 3; sold within a month of the purchase: 20 % of 1,000, whatever the shares have become.
        FakeMarket market = new FakeMarket(Days).Flat(Haitong, 11.16, 0, 2).Bar(Haitong, Days[3], 10.16, preClose: 10.16).Flat(Guotai, 18).Share(Haitong, delisted: Days[4])
            .Action(new CorporateAction(Haitong, Days[0], Days[2], Days[3], Days[5], null, 1m))
            .Merge(new ShareExchange(Haitong, Guotai, Days[4], 0.62m));
        OrderScript script = new OrderScript().On(Days[0], bar => bar.OrderShares(Haitong, 1_000)).On(Days[6], bar => bar.OrderTargetShares(Guotai, 0));
        BacktestResult result = await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(["Buy 0.00", "Sell 200.00"], result.Trades.Lines("side", "dividend_tax"));
        Assert.Equal(100_000m + 1_000m - 200m, result.Daily.Money("nav", result.Daily.RowCount - 1));   // bought at 11.16, received 11.16 in shares and 1.00
    }

    [Fact]
    public async Task Fractions_are_cut_once_and_cash_comes_with_the_shares()
    {
        FakeMarket market = Market(cash: 0.05m, ratio: 0.625m);   // 62.5 and 187.5 of the two lots are 250 together
        OrderScript script = new OrderScript().On(Days[0], bar => bar.OrderShares(Haitong, 100)).On(Days[1], bar => bar.OrderShares(Haitong, 300));
        BacktestResult result = await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(["-400 20.00", "250 0.00"], result.Events.Lines("shares", "cash"));
    }

    [Fact]
    public async Task Impossible_mergers_are_refused_before_the_run_starts()
    {
        FakeMarket market = new FakeMarket(Days).Flat(Haitong, 10);
        market.Merge(new ShareExchange(Haitong, Guotai, Days[4], 0.62m));
        InvalidMergerException e = await Assert.ThrowsAsync<InvalidMergerException>(() => market.RunAsync(new Script()));
        Assert.Equal(Guotai, e.Merger.New);
        FakeMarket ratio = new FakeMarket(Days).Flat(Haitong, 10).Flat(Guotai, 10).Merge(new ShareExchange(Haitong, Guotai, Days[4], 0m));
        await Assert.ThrowsAsync<InvalidMergerException>(() => ratio.RunAsync(new Script()));
    }
}
