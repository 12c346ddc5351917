using System.Globalization;
using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests;

public sealed class LimitPricesTests
{
    private static readonly DateOnly Today = new(2024, 6, 3);

    private static decimal Dec(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static LimitPrices PricesOf(string symbol, decimal preClose, DateOnly? date = null, SecurityState state = default) =>
        Rulebook.AShare.LimitPricesOn(Symbol.Parse(symbol), date ?? Today, preClose, state);

    // Hand-worked: reference × (1 ± p), rounded as the exchange does.
    [Theory]
    [InlineData("600000.SH", "13.57", "14.93", "12.21")] // 14.927, 12.213
    [InlineData("600000.SH", "10.05", "11.06", "9.05")] // 11.055 and 9.045, both exact halves
    [InlineData("000001.SZ", "16.55", "18.21", "14.90")] // 18.205, 14.895
    [InlineData("300750.SZ", "10.05", "12.06", "8.04")]
    [InlineData("688981.SH", "57.63", "69.16", "46.10")] // 69.156, 46.104
    [InlineData("920118.BJ", "84.63", "110.01", "59.25")] // 110.019 down, 59.241 up
    [InlineData("920118.BJ", "2.85", "3.70", "2.00")] // 3.705 down, 1.995 up
    [InlineData("920118.BJ", "10.00", "13.00", "7.00")]
    [InlineData("600000.SH", "0.04", "0.05", "0.03")] // 0.044 and 0.036 round back to the reference: one tick away instead
    [InlineData("600000.SH", "0.03", "0.04", "0.02")]
    [InlineData("600000.SH", "0.01", "0.02", "0.01")] // no price below one tick
    public void Limit_prices_are_rounded_as_the_exchange_does(string symbol, string preClose, string up, string down) =>
        Assert.Equal(new LimitPrices(Dec(up), Dec(down)), PricesOf(symbol, Dec(preClose)));

    [Fact]
    public void B_shares_are_rounded_to_their_own_tick() =>
        Assert.Equal(new LimitPrices(0.584m, 0.478m), PricesOf("900901.SH", 0.531m)); // 0.5841, 0.4779 in steps of 0.001 USD

    [Fact]
    public void First_days_before_registration_are_bounded_by_the_issue_price()
    {
        DateOnly listed = new(2014, 1, 17);
        SecurityState state = new(TradingDaysSinceListing: 1, ListedOn: listed, IssuePrice: 17.66m);
        LimitPrices prices = PricesOf("603699.SH", 17.66m, listed, state);
        Assert.Equal(new LimitPrices(25.43m, 11.30m), prices); // 25.4304, 11.3024
        Assert.Equal(prices, PricesOf("603699.SH", 17.66m, listed, state with { IssuePrice = null }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PricesOf("603699.SH", 17.66m, listed, state with { IssuePrice = 0 }));
    }

    [Fact]
    public void Days_without_a_limit_have_no_limit_prices()
    {
        LimitPrices prices = PricesOf("688001.SH", 24.26m, new DateOnly(2019, 7, 22), new SecurityState(ListedOn: new DateOnly(2019, 7, 22)));
        Assert.Null(prices.Up);
        Assert.Null(prices.Down);
        Assert.True(prices.Allows(1_000_000m));
        Assert.False(prices.IsAtUp(1_000_000m));
        Assert.False(prices.IsAtDown(0.01m));
    }

    [Fact]
    public void Prices_at_the_limits_are_allowed_and_beyond_are_not()
    {
        LimitPrices prices = PricesOf("600000.SH", 10.00m);
        Assert.True(prices.Allows(11.00m) && prices.Allows(9.00m) && prices.IsAtUp(11.00m) && prices.IsAtDown(9.00m));
        Assert.False(prices.Allows(11.01m) || prices.Allows(8.99m) || prices.IsAtUp(10.99m) || prices.IsAtDown(9.01m));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_reference_that_is_not_positive_is_refused(int preClose) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PricesOf("600000.SH", preClose));

    [Fact]
    public void Half_up_equals_whole_number_arithmetic() => Properties.Holds(
        Gen.Zip(Gen.Choose(1, 5_000_000), Gen.Elements(("600000.SH", 10), ("300750.SZ", 20))),
        pair =>
        {
            (int cents, (string symbol, int percent)) = pair;
            // floor((c·(100±p) + 50) / 100) in whole cents, then at least one cent away and at least one cent.
            long up = Math.Max(((cents * (100L + percent)) + 50) / 100, cents + 1);
            long down = Math.Max(Math.Min(((cents * (100L - percent)) + 50) / 100, cents - 1), 1);
            return PricesOf(symbol, cents / 100m) == new LimitPrices(up / 100m, down / 100m);
        },
        2000);

    [Fact]
    public void Beijing_truncation_equals_whole_number_arithmetic() => Properties.Holds(
        Gen.Choose(4, 5_000_000),
        cents =>
        {
            long up = cents * 130L / 100, down = ((cents * 70L) + 99) / 100;
            return PricesOf("920118.BJ", cents / 100m) == new LimitPrices(up / 100m, down / 100m);
        },
        2000);

    [Fact]
    public void Limits_lie_symmetrically_around_the_reference_within_a_tick() => Properties.Holds(
        Gen.Zip(Gen.Choose(2, 5_000_000), Gen.Elements("600000.SH", "000001.SZ", "300750.SZ", "688001.SH", "920118.BJ")),
        pair =>
        {
            decimal reference = pair.Item1 / 100m;
            LimitPrices prices = PricesOf(pair.Item2, reference);
            return Math.Abs((prices.Up!.Value - reference) - (reference - prices.Down!.Value)) <= 0.01m;
        });

    [Theory]
    [InlineData("600000.SH", "0.01")]
    [InlineData("920118.BJ", "0.01")]
    [InlineData("900901.SH", "0.001")]
    [InlineData("200011.SZ", "0.01")]
    [InlineData("510300.SH", "0.001")]
    [InlineData("159919.SZ", "0.001")]
    public void Ticks_differ_by_instrument(string symbol, string tick) => Assert.Equal(Dec(tick), Rulebook.AShare.TickOn(Symbol.Parse(symbol), Today));

    [Fact]
    public void Ticks_name_their_currency()
    {
        Assert.Equal("USD", Rulebook.AShare.TickRuleOn(Symbol.Parse("900901.SH"), Today).Currency);
        Assert.Equal("HKD", Rulebook.AShare.TickRuleOn(Symbol.Parse("200011.SZ"), Today).Currency);
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.TickOn(Symbol.Parse("000300.SH"), Today));
    }
}
