namespace AlphaKit.Backtest.Tests;

public sealed class LedgerTests
{
    private static readonly DateOnly Monday = new(2024, 1, 8);

    private static long Cny(decimal yuan) => PriceUnits.FromYuan(yuan);

    [Fact]
    public void Shares_bought_today_cannot_be_sold_today()
    {
        Ledger ledger = new(1, Cny(10_000m));
        ledger.Buy(0, Monday, sellableFrom: 1, shares: 100, price: 100_000, fees: Cny(5m));
        Position position = ledger.Find(0)!;
        Assert.Equal(0, position.SellableOn(0));
        LedgerException e = Assert.Throws<LedgerException>(() => ledger.Sell(position, Monday, day: 0, 100, Cny(1_000m), Cny(5m)));
        Assert.Equal(Monday, e.Date);
        Assert.Equal(100, position.SellableOn(1));
    }

    [Fact]
    public void Oldest_lots_are_sold_first_and_their_cost_is_realised()
    {
        Ledger ledger = new(1, Cny(10_000m));
        ledger.Buy(0, Monday, 1, 100, 100_000, Cny(5m));              // 100 × 10.00 + 5 = 1005
        ledger.Close(Monday);
        ledger.Buy(0, Monday.AddDays(1), 2, 100, 120_000, Cny(5m));   // 100 × 12.00 + 5 = 1205
        ledger.Close(Monday.AddDays(1));
        SaleOutcome sale = ledger.Sell(ledger.Find(0)!, Monday.AddDays(2), 2, 150, Cny(1_950m), Cny(6m));   // 150 × 13.00
        Assert.Equal(Cny(1_950m - 6m - 1_005m - 602.5m), sale.Realised);
        Assert.Equal(Cny(10_000m - 1_005m - 1_205m + 1_944m), ledger.Cash);
        ledger.Mark(ledger.Find(0)!, 130_000);
        ledger.Close(Monday.AddDays(2));
        Assert.Equal(Cny(9_734m + (50 * 13m)), ledger.NetAssetValue);
    }

    [Fact]
    public void A_purchase_beyond_the_cash_is_refused()
    {
        Ledger ledger = new(1, Cny(1_000m));
        LedgerException e = Assert.Throws<LedgerException>(() => ledger.Buy(0, Monday, 1, 100, 100_000, Cny(0.01m)));
        Assert.Equal(-0.01m, e.Difference);
    }

    [Fact]
    public void Books_that_do_not_balance_are_caught_on_that_day()
    {
        Ledger ledger = new(1, Cny(10_000m));
        ledger.Buy(0, Monday, 1, 100, 100_000, 0);
        ledger.Find(0)!.Mark = 110_000;   // revalued behind the ledger's back
        LedgerException e = Assert.Throws<LedgerException>(() => ledger.Close(Monday));
        Assert.Equal((Monday, 100m), (e.Date, e.Difference));
    }

    [Fact]
    public void Shares_that_appear_from_nowhere_are_caught()
    {
        Ledger ledger = new(1, Cny(10_000m));
        ledger.Buy(0, Monday, 1, 100, 100_000, 0);
        ledger.Find(0)!.Lots[0].Shares += 1;
        Assert.Throws<LedgerException>(() => ledger.Close(Monday));
    }
}
