using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class CorporateActionTests
{
    private static readonly TradingCalendar Days = FakeMarket.Weekdays(Day(2024, 1, 5), 300);

    // Bought on Monday 2024-01-08; record Monday 01-15, ex Tuesday 01-16, 1.00 per share, paid on Thursday 01-18.
    private static FakeMarket Dividend()
    {
        FakeMarket market = new FakeMarket(Days).Flat(Pudong, 10, 0, Days.IndexOf(Day(2024, 1, 15)));
        int ex = Days.IndexOf(Day(2024, 1, 16));
        market.Bar(Pudong, Days[ex], 9, preClose: 9).Flat(Pudong, 9, ex + 1);
        return market.Action(new CorporateAction(Pudong, Day(2024, 1, 10), Day(2024, 1, 15), Day(2024, 1, 16), Day(2024, 1, 18), null, 1m));
    }

    private static BacktestOptions Free(FakeMarket market) => market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None };

    [Theory]
    [InlineData(2024, 2, 8, 200)]    // exactly one month: 20 %
    [InlineData(2024, 2, 9, 100)]    // longer: 10 %
    [InlineData(2025, 1, 8, 100)]    // exactly one year
    [InlineData(2025, 1, 9, 0)]      // longer: nothing
    public async Task Dividend_tax_is_taken_at_the_sale_by_holding_period(int year, int month, int day, int tax)
    {
        DateOnly sold = Day(year, month, day);
        FakeMarket market = Dividend();
        Script script = new Script().On(Days[0], (Pudong, 0.1)).On(Days[Days.IndexOf(sold) - 1]);
        BacktestResult result = await market.RunAsync(script, Free(market));
        Assert.Equal([$"{sold:yyyy-MM-dd} Sell 1000 {tax}.00"], result.Trades.Lines("date", "side", "shares", "dividend_tax")[1..]);
        Assert.Equal(100_000m - tax, result.Daily.Money("nav", result.Daily.RowCount - 1));
        Assert.Equal(tax, result.Performance.Activity.Costs.DividendTax);
    }

    [Fact]
    public async Task A_dividend_is_receivable_from_the_ex_date_and_cash_from_the_pay_date()
    {
        BacktestResult result = await Dividend().RunAsync(new Script().On(Days[0], (Pudong, 0.1)), Free(Dividend()));
        Table daily = result.Daily;
        string[] rows = [.. Enumerable.Range(0, daily.RowCount).Select(r => daily.Line(r, "date", "nav", "cash", "positions_value", "receivables", "liabilities"))];
        Assert.Contains("2024-01-15 100000.00 90000.00 10000.00 0.00 0.00", rows);
        Assert.Contains("2024-01-16 99800.00 90000.00 9000.00 1000.00 200.00", rows);
        Assert.Contains("2024-01-17 99800.00 90000.00 9000.00 1000.00 200.00", rows);
        Assert.Contains("2024-01-18 99800.00 91000.00 9000.00 0.00 200.00", rows);
        Assert.Contains("2024-02-08 99800.00 91000.00 9000.00 0.00 200.00", rows);
        Assert.Contains("2024-02-09 99900.00 91000.00 9000.00 0.00 100.00", rows);
        Assert.Contains("2025-01-09 100000.00 91000.00 9000.00 0.00 0.00", rows);
    }

    [Fact]
    public async Task An_exempt_owner_pays_nothing_and_a_non_resident_gets_less()
    {
        FakeMarket market = Dividend();
        BacktestResult exempt = await market.RunAsync(new Script().On(Days[0], (Pudong, 0.1)), Free(market) with { DividendTax = DividendTaxPolicy.Exempt });
        Assert.Equal(100_000m, exempt.Daily.Money("nav", 12));
        BacktestResult foreign = await market.RunAsync(new Script().On(Days[0], (Pudong, 0.1)), Free(market) with { DividendTax = DividendTaxPolicy.NonResident });
        Assert.Equal(99_900m, foreign.Daily.Money("nav", 12));
        Assert.Equal(100m, foreign.Performance.Activity.Costs.DividendTax);
    }

    [Fact]
    public async Task Shares_bought_on_the_ex_date_get_nothing()
    {
        BacktestResult result = await Dividend().RunAsync(new Script().On(Day(2024, 1, 15), (Pudong, 0.1)), Free(Dividend()));
        Assert.Equal(0, result.Events.RowCount);
        Assert.Equal(["2024-01-16 1100"], result.Trades.Lines("date", "shares"));   // sized by the ex-right 9.00
    }

    [Fact]
    public async Task Bonus_shares_count_from_the_ex_date_and_can_be_sold_from_their_listing()
    {
        TradingCalendar days = Days.Slice(0, 8);
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 12, 0, 2).Bar(Pudong, days[3], 8, preClose: 8).Flat(Pudong, 8, 4);
        market.Action(new CorporateAction(Pudong, days[0], days[2], days[3], null, days[5], 0m, BonusRatio: 0.2m, TransferRatio: 0.3m));
        Script script = new Script().On(days[0], (Pudong, 0.12)).On(days[3]).On(days[4]);
        BacktestResult result = await market.RunAsync(script, Free(market));

        // 1,000 at 12 → 1,500 at 8. On day 4 only the old 1,000 can be sold; the tax on 0.2 × 1,000 × 1 yuan par is 20 % = 40.
        Assert.Equal(["Buy 1000 0.00", "Sell 1000 40.00", "Sell 500 0.00"], result.Trades.Lines("side", "shares", "dividend_tax"));
        Assert.Equal(["1500 1000 NotSellable"], result.Rejections.Lines("wanted", "filled", "reason"));
        Assert.Equal([days[1], days[4], days[5]], result.Trades["date"].Dates);
        Assert.Equal(99_960m, result.Daily.Money("nav", result.Daily.RowCount - 1));
    }

    [Fact]
    public async Task Fractions_of_bonus_shares_are_cut_off()
    {
        TradingCalendar days = Days.Slice(0, 6);
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10, 0, 2).Bar(Pudong, days[3], 7.52, preClose: 7.52).Flat(Pudong, 7.52, 4);
        market.Action(new CorporateAction(Pudong, days[0], days[2], days[3], null, days[3], 0m, TransferRatio: 0.333m));
        BacktestResult result = await market.RunAsync(new Script().On(days[0], (Pudong, 0.012)), Free(market));
        Assert.Equal(["SharesReceived 33"], result.Events.Lines("kind", "shares")[..1]);   // 0.333 × 100 = 33.3; reference 7.50, exchange 7.52
        Assert.Equal(["ReferencePriceDiffers"], result.Events.Lines("kind")[1..]);
    }

    [Fact]
    public async Task A_suspension_over_the_ex_date_does_not_count_the_dividend_twice()
    {
        TradingCalendar days = Days.Slice(0, 8);
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10, 0, 2).Bar(Pudong, days[6], 9.5, preClose: 9.5).Bar(Pudong, days[7], 9.5);
        market.Action(new CorporateAction(Pudong, days[0], days[2], days[3], days[4], null, 0.5m));
        BacktestResult result = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market) with { DividendTax = DividendTaxPolicy.Exempt });
        Assert.All(Enumerable.Range(0, 7), row => Assert.Equal(100_000m, result.Daily.Money("nav", row)));
        Assert.Equal(["9500.00 500.00", "9500.00 0.00"], result.Daily.Lines("positions_value", "receivables")[2..4]);
    }

    [Fact]
    public async Task Rights_are_taken_up_if_the_cash_suffices()
    {
        TradingCalendar days = Days.Slice(0, 8);

        // 3 for 10 at 6.00 on 10.00: reference (10 + 1.8) / 1.3 = 9.08.
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10, 0, 2).Bar(Pudong, days[3], 9.08, preClose: 9.08).Flat(Pudong, 9.08, 4);
        market.Action(new CorporateAction(Pudong, days[0], days[2], days[3], null, days[5], 0m, RightsRatio: 0.3m, RightsPrice: 6m));
        BacktestResult taken = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market));
        Assert.Equal(["RightsSubscribed 300 -1800.00"], taken.Events.Lines("kind", "shares", "cash"));
        Assert.Equal(100_004m, taken.Daily.Money("nav", 6));            // 88,200 + 1,300 × 9.08
        BacktestResult lapsed = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market) with { Rights = RightsPolicy.Lapse });
        Assert.Equal(99_080m, lapsed.Daily.Money("nav", 6));
        BacktestResult poor = await market.RunAsync(new Script().On(days[0], (Pudong, 1)), Free(market));
        Assert.Equal(["RightsLapsed"], poor.Events.Lines("kind"));
    }

    [Fact]
    public async Task A_gap_without_a_known_action_becomes_cash_or_a_loss_and_is_listed()
    {
        TradingCalendar days = Days.Slice(0, 6);
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10, 0, 2).Bar(Pudong, days[3], 9.7, preClose: 9.7).Flat(Pudong, 9.7, 4).WithoutActions();
        BacktestResult credited = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market));
        Assert.Equal([$"{days[3]:yyyy-MM-dd} MissingActionCredited 300.00"], credited.Events.Lines("date", "kind", "cash"));
        Assert.Equal(100_000m, credited.Daily.Money("nav", 4));
        Assert.Contains(credited.Notes, n => n.Contains("MissingActionCredited", StringComparison.Ordinal));
        BacktestResult ignored = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market) with { MissingActions = MissingActionPolicy.Ignore });
        Assert.Equal(["MissingActionIgnored 0.00"], ignored.Events.Lines("kind", "cash"));
        Assert.Equal(99_700m, ignored.Daily.Money("nav", 4));
    }

    [Fact]
    public async Task A_delisted_share_is_written_off_or_paid_less_a_haircut()
    {
        TradingCalendar days = Days.Slice(0, 6);
        FakeMarket market = new FakeMarket(days).Flat(Pudong, 10, 0, 2).Share(Pudong, delisted: days[4]);
        BacktestResult worthless = await market.RunAsync(new Script().On(days[0], (Pudong, 0.1)), Free(market));
        Assert.Equal([100_000m, 100_000m, 100_000m, 90_000m, 90_000m], Enumerable.Range(0, 5).Select(r => worthless.Daily.Money("nav", r)));
        Assert.Equal([$"{days[4]:yyyy-MM-dd} Delisted -1000 0.00"], worthless.Events.Lines("date", "kind", "shares", "cash"));
        BacktestResult paid = await market.RunAsync(
            new Script().On(days[0], (Pudong, 0.1)), Free(market) with { Delisting = DelistingPolicy.LastPriceLessHaircut, DelistingHaircut = 0.3m });
        Assert.Equal(97_000m, paid.Daily.Money("nav", 4));
    }

    [Fact]
    public async Task Adjusted_prices_switch_corporate_actions_off()
    {
        FakeMarket market = Dividend();
        market.PriceBasis = PriceBasis.Adjusted;
        BacktestResult result = await market.RunAsync(new Script().On(Days[0], (Pudong, 0.1)), Free(market));
        Assert.Equal(0, result.Events.RowCount);
    }
}
