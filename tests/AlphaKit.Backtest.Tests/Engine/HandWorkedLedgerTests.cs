using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

/// <summary>
/// Whole ledgers worked out by hand, to the cent: nav, cash, positions and fees of every day. Retail fees of 2024: commission 0.025 %, at
/// least 5; transfer 0.001 %; stamp duty on sales 0.05 %.
/// </summary>
public sealed class HandWorkedLedgerTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11), Day(2024, 1, 12)];

    private static string[] Ledger(BacktestResult result) => result.Daily.Lines("nav", "cash", "positions_value", "fees");

    [Fact]
    public async Task Shares_bought_on_a_day_leave_the_day_after_at_the_earliest()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Flat(Pudong, 10.5, 2);
        OrderScript script = new OrderScript()
            .On(Week[0], bar =>
            {
                bar.OrderShares(Pudong, 1_000);
                bar.OrderShares(Pudong, -1_000);
            })
            .On(Week[1], bar => bar.OrderShares(Pudong, -1_000));
        BacktestResult result = await Backtester.RunAsync(market, script, market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(UnfilledReason.NotSellable, script.Done[1].Reason);

        // Tuesday: 10,000.00 + 5.00 + 0.10 (2.50 is below the minimum). Wednesday: 10,500.00 − 5.00 − 5.25 − 0.105 → 0.11.
        Assert.Equal(
            ["99994.90 89994.90 10000.00 5.10", "100484.54 100484.54 0.00 10.36", "100484.54 100484.54 0.00 0.00", "100484.54 100484.54 0.00 0.00"],
            Ledger(result));
    }

    [Fact]
    public async Task An_open_at_the_upper_limit_defers_the_purchase_and_the_day_costs_nothing()
    {
        // Tuesday opens at 11.00 = 10.00 × 1.1 and closes at 10.80; Wednesday opens at 10.90.
        FakeMarket market = new FakeMarket(Week).Bar(Pudong, Week[0], 10).Bar(Pudong, Week[1], 10.8, open: 11).Bar(Pudong, Week[2], 11, open: 10.9).Flat(Pudong, 11, 3);
        Script script = new Script().On(Week[0], (Pudong, 0.5)).On(Week[1], (Pudong, 0.5));
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(["2024-01-09 Buy 5000 0 AtUpperLimit 11.00 at upper limit 11.00"], result.Rejections.Lines("date", "side", "wanted", "filled", "reason", "detail"));

        // 50,000 / 10.80 = 4,629 → 4,600 at 10.90 = 50,140.00; commission 12.535 → 12.54, transfer 0.5014 → 0.50; worth 50,600 at 11.00.
        Assert.Equal(
            ["100000.00 100000.00 0.00 0.00", "100446.96 49846.96 50600.00 13.04", "100446.96 49846.96 50600.00 0.00", "100446.96 49846.96 50600.00 0.00"],
            Ledger(result));
    }

    [Fact]
    public async Task A_one_price_day_at_the_lower_limit_keeps_the_shares_and_the_loss()
    {
        // Wednesday is sealed at 9.00 = 10.00 × 0.9, Thursday opens at 8.50 within 8.10 and 9.90.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Flat(Pudong, 9, 2, 2).Bar(Pudong, Week[3], 8.6, open: 8.5, low: 8.4).Flat(Pudong, 8.6, 4);
        Script script = new Script().On(Week[0], (Pudong, 0.2)).On(Week[1]).On(Week[2]);
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(["2024-01-10 Sell 2000 0 AtLowerLimit"], result.Rejections.Lines("date", "side", "wanted", "filled", "reason"));

        // 20,000.00 + 5.00 + 0.20; sold at 8.50: 17,000.00 − 5.00 − 8.50 − 0.17.
        Assert.Equal(
            ["99994.80 79994.80 20000.00 5.20", "97994.80 79994.80 18000.00 0.00", "96981.13 96981.13 0.00 13.67", "96981.13 96981.13 0.00 0.00"],
            Ledger(result));
    }

    [Fact]
    public async Task A_suspension_over_an_ex_date_moves_nothing_but_price_into_cash()
    {
        // 0.50 per share goes ex on Wednesday while the share is suspended; it resumes on Friday at 9.60 with a previous close of 9.50.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Bar(Pudong, Week[4], 9.6, open: 9.5, preClose: 9.5);
        market.Action(new CorporateAction(Pudong, Week[0], Week[1], Week[2], Week[3], null, 0.5m));
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.1)).On(Week[2]), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(["2024-01-11 Sell 1000 0 Suspended"], result.Rejections.Lines("date", "side", "wanted", "filled", "reason"));

        // The 500.00 are receivable on Wednesday, cash on Thursday; 20 % of them is owed until the shares are a month old.
        Assert.Equal(
            ["99994.90 89994.90 10000.00 0.00 0.00", "99894.90 89994.90 9500.00 500.00 100.00", "99894.90 90494.90 9500.00 0.00 100.00", "99994.90 90494.90 9600.00 0.00 100.00"],
            result.Daily.Lines("nav", "cash", "positions_value", "receivables", "liabilities"));
    }

    [Fact]
    public async Task An_odd_remainder_leaves_with_everything_only()
    {
        // 5 % new shares on Wednesday: 1,050 at 9.52. Thursday 5 % of 99,990.90 / 9.52 = 525 are wanted: 525 too many → 500. Friday the odd 550 at once.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Bar(Pudong, Week[2], 9.52, preClose: 9.52).Flat(Pudong, 9.52, 3);
        market.Action(new CorporateAction(Pudong, Week[0], Week[1], Week[2], null, Week[2], 0m, TransferRatio: 0.05m));
        Script script = new Script().On(Week[0], (Pudong, 0.1)).On(Week[2], (Pudong, 0.05)).On(Week[3]);
        BacktestResult result = await market.RunAsync(script, market.Daily() with { InitialCash = 100_000m });

        // 4,760.00 − 5.00 − 2.38 − 0.05; 5,236.00 − 5.00 − 2.62 (2.618) − 0.05.
        Assert.Equal(
            ["99994.90 89994.90 10000.00 5.10", "99990.90 89994.90 9996.00 0.00", "99983.47 94747.47 5236.00 7.43", "99975.80 99975.80 0.00 7.67"],
            Ledger(result));
    }

    [Fact]
    public async Task A_star_order_of_233_shares_costs_and_brings_what_233_shares_do()
    {
        // 11,670 / 50 = 233.4 → 233: 11,650.00 + 5.00 + 0.12 (0.1165); sold 11,650.00 − 5.00 − 5.83 (5.825) − 0.12.
        FakeMarket market = new FakeMarket(Week).Flat(Star, 50);
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Star, 0.1167)).On(Week[1]), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(
            ["99994.88 88344.88 11650.00 5.12", "99983.93 99983.93 0.00 10.95", "99983.93 99983.93 0.00 0.00", "99983.93 99983.93 0.00 0.00"],
            Ledger(result));
    }

    [Fact]
    public async Task The_minimum_commission_ends_at_twenty_thousand_yuan()
    {
        // 1,000.00: 5.00 instead of 0.25; 20,000.00: 5.00 by rate; 24,000.00: 6.00. Transfer 0.01, 0.20, 0.24.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10);
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Pudong, 100)).On(Week[1], bar => bar.OrderShares(Pudong, 2_000)).On(Week[2], bar => bar.OrderShares(Pudong, 2_400));
        BacktestResult result = await Backtester.RunAsync(market, script, market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(
            ["99994.99 98994.99 1000.00 5.01", "99989.79 78989.79 21000.00 5.20", "99983.55 54983.55 45000.00 6.24", "99983.55 54983.55 45000.00 0.00"],
            Ledger(result));
    }

    [Fact]
    public async Task Stamp_duty_is_a_thousandth_on_friday_and_half_of_it_on_monday()
    {
        // Thursday 9,000 × 10.00 + 22.50 + 0.90. Friday 0.45 × 99,976.60 / 10 = 4,498 stay wanted, 4,502 leave → 4,500: 45,000.00 − 11.25 − 45.00 − 0.45.
        // Monday, 2023-08-28: 45,000.00 − 11.25 − 22.50 − 0.45.
        DateOnly[] days = [Day(2023, 8, 23), Day(2023, 8, 24), Day(2023, 8, 25), Day(2023, 8, 28)];
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10);
        BacktestResult result = await market.RunAsync(new Script().On(days[0], (Pudong, 0.9)).On(days[1], (Pudong, 0.45)).On(days[2]), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(
            ["99976.60 9976.60 90000.00 23.40", "99919.90 54919.90 45000.00 56.70", "99885.70 99885.70 0.00 34.20"],
            Ledger(result));
    }

    [Fact]
    public async Task New_shares_count_at_once_and_leave_from_their_listing_on()
    {
        // 1,000 at 10.00 → 2,000 at 5.00 on Wednesday, the new thousand listed on Friday. All are to go on Thursday: the old thousand does.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Bar(Pudong, Week[2], 5, preClose: 5).Flat(Pudong, 5, 3);
        market.Action(new CorporateAction(Pudong, Week[0], Week[1], Week[2], null, Week[4], 0m, TransferRatio: 1m));
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.1)).On(Week[2]).On(Week[3]), market.Daily() with { InitialCash = 100_000m });
        Assert.Equal(["2024-01-11 Sell 2000 1000 NotSellable"], result.Rejections.Lines("date", "side", "wanted", "filled", "reason"));

        // Each sale: 5,000.00 − 5.00 − 2.50 − 0.05.
        Assert.Equal(
            ["99994.90 89994.90 10000.00 5.10", "99994.90 89994.90 10000.00 0.00", "99987.35 94987.35 5000.00 7.55", "99979.80 99979.80 0.00 7.55"],
            Ledger(result));
    }

    [Fact]
    public async Task A_delisted_share_takes_its_value_with_it_and_what_was_sold_before_stays()
    {
        // 2,000 bought, 1,000 sold on Wednesday at 9.50; delisted on Friday: 9,500.00 are gone.
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Flat(Pudong, 9.5, 2, 3).Share(Pudong, delisted: Week[4]);
        OrderScript script = new OrderScript().On(Week[0], bar => bar.OrderShares(Pudong, 2_000)).On(Week[1], bar => bar.OrderShares(Pudong, -1_000));
        BacktestResult result = await Backtester.RunAsync(market, script, market.Daily() with { InitialCash = 100_000m });

        // 20,000.00 + 5.00 + 0.20; 9,500.00 − 5.00 − 4.75 − 0.10 (0.095).
        Assert.Equal(
            ["99994.80 79994.80 20000.00 5.20", "98984.95 89484.95 9500.00 9.85", "98984.95 89484.95 9500.00 0.00", "89484.95 89484.95 0.00 0.00"],
            Ledger(result));
    }
}
