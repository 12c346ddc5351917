using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

/// <summary>Days worked out by hand, to the cent. Rates in 2024: commission 0.025 %, at least 5; transfer 0.001 %; stamp duty on sales 0.05 %.</summary>
public sealed class HandWorkedTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11), Day(2024, 1, 12)];

    [Fact]
    public async Task A_purchase_and_a_sale_come_out_to_the_cent()
    {
        FakeMarket market = new FakeMarket(Week).Bar(Pudong, Week[0], 10).Bar(Pudong, Week[1], 10.2, open: 10.1).Bar(Pudong, Week[2], 10.5, open: 10.4).Flat(Pudong, 10.5, 3);
        Script script = new Script().On(Week[0], (Pudong, 0.5)).On(Week[1]);
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m });

        // 50,000 / 10.00 = 5,000 shares at 10.10 = 50,500.00; commission 12.625 → 12.63, transfer 0.505 → 0.51.
        // Sold at 10.40 = 52,000.00; commission 13.00, stamp 26.00, transfer 0.52.
        Assert.Equal(
            ["2024-01-09 600000.SH Buy 5000 10.10 50500.00 12.63 0.00 0.51 0.00", "2024-01-10 600000.SH Sell 5000 10.40 52000.00 13.00 26.00 0.52 1447.34"],
            result.Trades.Lines("date", "symbol", "side", "shares", "price", "amount", "commission", "stamp_duty", "transfer_fee", "realised"));
        Assert.Equal(
            ["100486.86 49486.86 51000.00 13.14", "101447.34 101447.34 0.00 39.52", "101447.34 101447.34 0.00 0.00", "101447.34 101447.34 0.00 0.00"],
            result.Daily.Lines("nav", "cash", "positions_value", "fees"));
    }

    [Fact]
    public async Task The_minimum_commission_is_charged_once_per_order()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.1)), market.Daily() with { InitialCash = 10_000m });
        Assert.Equal(["100 1000.00 5.00 0.01"], result.Trades.Lines("shares", "amount", "commission", "transfer_fee"));
    }

    [Fact]
    public async Task Stamp_duty_halves_on_2023_08_28()
    {
        DateOnly[] days = [Day(2023, 8, 23), Day(2023, 8, 24), Day(2023, 8, 25), Day(2023, 8, 28)];
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10);
        Script script = new Script().On(days[0], (Pudong, 0.9)).On(days[1], (Pudong, 0.45)).On(days[2]);
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(
            ["2023-08-24 Buy 9000 0.00", "2023-08-25 Sell 4500 45.00", "2023-08-28 Sell 4500 22.50"],
            result.Trades.Lines("date", "side", "shares", "stamp_duty"));
    }

    [Fact]
    public async Task Star_orders_start_at_200_shares_and_step_by_one()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Star, 50);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Star, 0.1167)), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(["233"], result.Trades.Lines("shares"));   // 11,670 / 50 = 233.4

        result = await market.RunAsync(new Script().On(Week[0], (Star, 0.0995)), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(0, result.Trades.RowCount);                // 199
        Assert.Equal(["Buy 199 0 BelowSmallestOrder"], result.Rejections.Lines("side", "wanted", "filled", "reason"));
    }

    [Fact]
    public async Task Sales_pay_for_purchases_of_the_same_day()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10).Flat(PingAn, 20);
        Script script = new Script().On(Week[0], (Pudong, 0.99)).On(Week[1], (PingAn, 0.99));
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None });
        Assert.Equal(["Buy 9900", "Sell 9900", "Buy 4900"], result.Trades.Lines("side", "shares"));   // 99,000 / 20 = 4,950 → 4,900
        Assert.Equal(2_000m, result.Daily.Money("cash", 1));
    }

    [Fact]
    public async Task Purchases_beyond_the_cash_are_cut_alike_and_say_so()
    {
        // Both open 10 % higher than they were sized by: 50,000 each would cost 110,000 in all (ChiNext may move 20 %).
        Symbol other = Symbol.Parse("300001.SZ");
        FakeMarket market = new FakeMarket(Week).Flat(ChiNext, 10, 0, 0).Flat(other, 10, 0, 0).Flat(ChiNext, 11, 1).Flat(other, 11, 1);
        market.Change((field, _, day, value) => field == Field.PreClose && day == Week[1] ? 10f : value);
        BacktestResult result = await market.RunAsync(
            new Script().On(Week[0], (ChiNext, 0.5), (other, 0.5)), market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None });

        // 100,000 / 110,000 × 5,000 = 4,545 → 4,500 each = 99,000; the 1,000 left buys no further lot.
        Assert.Equal(["300001.SZ 4500", "300750.SZ 4500"], result.Trades.Lines("symbol", "shares"));
        Assert.Equal(["300001.SZ 5000 4500 Cash", "300750.SZ 5000 4500 Cash"], result.Rejections.Lines("symbol", "wanted", "filled", "reason"));
        Assert.Equal(1_000m, result.Daily.Money("cash", 0));
    }

    [Fact]
    public async Task A_fully_invested_target_leaves_no_idle_lots_because_of_fees()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10).Flat(PingAn, 10);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5), (PingAn, 0.5)), market.Daily() with { InitialCash = 100_000m });

        // Fees of 26 do not fit: one lot less of one share, all of the other.
        Assert.Equal(["000001.SZ 5000", "600000.SH 4900"], result.Trades.Lines("symbol", "shares"));
    }

    [Fact]
    public async Task Slippage_worsens_both_sides_in_yuan_per_share()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10);
        BacktestOptions options = market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None, Slippage = FixedBps.PerSide(10) };
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)).On(Week[1]), options);
        Assert.Equal(["Buy 10.00 10.01 50050.00", "Sell 10.00 9.99 49950.00"], result.Trades.Lines("side", "market_price", "price", "amount"));
        Assert.Equal(100m, result.Performance.Activity.Costs.Slippage);

        result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5)).On(Week[1]), options with { Slippage = FixedBps.RoundTrip(10) });
        Assert.Equal(["10.005", "9.995"], result.Trades.Lines("price"));
    }

    [Fact]
    public async Task Odd_lots_are_sold_only_with_everything()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Bar(Pudong, Week[2], 9.52, preClose: 9.52).Flat(Pudong, 9.52, 3);
        market.Action(new CorporateAction(Pudong, Week[0], Week[1], Week[2], null, Week[2], 0m, TransferRatio: 0.05m));
        Script half = new Script().On(Week[0], (Pudong, 0.1)).On(Week[2], (Pudong, 0.05)).On(Week[3]);
        BacktestResult result = await market.RunAsync(half, market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None });

        // 1,000 → 1,050; wanted 5 % of 99,996 / 9.52 = 525: sells 500 of the 525 too many, then the odd 550 at once.
        Assert.Equal(["Buy 1000", "Sell 500", "Sell 550"], result.Trades.Lines("side", "shares"));
    }
}
