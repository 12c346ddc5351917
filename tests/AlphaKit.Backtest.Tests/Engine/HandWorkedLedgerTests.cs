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
}
