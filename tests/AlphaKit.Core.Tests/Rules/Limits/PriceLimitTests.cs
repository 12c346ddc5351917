using System.Globalization;

namespace AlphaKit.Core.Tests;

public sealed class PriceLimitTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PriceLimit LimitOf(string symbol, string date, SecurityState state = default) =>
        Rulebook.AShare.PriceLimitOn(Symbol.Parse(symbol), Day(date), state);

    [Theory]
    [InlineData("600000.SH", "1996-12-16", 0.10)]
    [InlineData("000001.SZ", "2020-02-03", 0.10)]
    [InlineData("300750.SZ", "2009-10-30", 0.10)]
    [InlineData("300750.SZ", "2020-08-21", 0.10)]
    [InlineData("300750.SZ", "2020-08-24", 0.20)]
    [InlineData("300750.SZ", "2020-08-25", 0.20)]
    [InlineData("688981.SH", "2019-07-22", 0.20)]
    [InlineData("689009.SH", "2021-01-04", 0.20)]
    [InlineData("430047.BJ", "2021-11-12", 0.30)]
    [InlineData("430047.BJ", "2021-11-15", 0.30)]
    [InlineData("920118.BJ", "2025-01-02", 0.30)]
    [InlineData("900901.SH", "2020-01-02", 0.10)]
    public void A_seasoned_share_has_the_limit_of_its_board(string symbol, string date, double ratio)
    {
        PriceLimit limit = LimitOf(symbol, date);
        Assert.Equal(PriceLimitKind.Ratio, limit.Kind);
        Assert.Equal((decimal)ratio, limit.Up);
        Assert.Equal((decimal)ratio, limit.Down);
        Assert.Equal(PriceLimitReason.Board, limit.Reason);
        Assert.True(limit.Source.Covers(Day(date)));
    }

    [Theory]
    [InlineData("600610.SH", "1998-04-22", 0.05)]
    [InlineData("600610.SH", "2026-07-02", 0.05)]
    [InlineData("600610.SH", "2026-07-03", 0.05)]
    [InlineData("600610.SH", "2026-07-06", 0.10)]
    [InlineData("600610.SH", "2026-07-07", 0.10)]
    [InlineData("300090.SZ", "2020-08-21", 0.05)]
    [InlineData("300090.SZ", "2020-08-24", 0.20)]
    [InlineData("688086.SH", "2023-05-04", 0.20)]
    [InlineData("830964.BJ", "2024-05-06", 0.30)]
    [InlineData("200011.SZ", "2024-05-06", 0.05)]
    public void A_special_treatment_share_has_its_own_limit(string symbol, string date, double ratio)
    {
        PriceLimit limit = LimitOf(symbol, date, SecurityState.St);
        Assert.Equal((decimal)ratio, limit.Up);
        Assert.Equal(PriceLimitReason.SpecialTreatment, limit.Reason);
    }

    [Theory]
    [InlineData("2007-01-05", false, 0.10, PriceLimitReason.Unreformed)]
    [InlineData("2007-01-08", false, 0.05, PriceLimitReason.Unreformed)]
    [InlineData("2026-07-06", false, 0.05, PriceLimitReason.Unreformed)]
    [InlineData("2007-01-05", true, 0.05, PriceLimitReason.SpecialTreatment)]
    [InlineData("2026-07-06", true, 0.05, PriceLimitReason.Unreformed)]
    public void An_unreformed_share_has_the_tighter_limit(string date, bool st, double ratio, PriceLimitReason reason)
    {
        PriceLimit limit = LimitOf("600182.SH", date, new SecurityState(IsSt: st, IsUnreformed: true));
        Assert.Equal((decimal)ratio, limit.Up);
        Assert.Equal(reason, limit.Reason);
    }

    // symbol, listing day, trading date, trading day since listing, expected kind
    [Theory]
    [InlineData("601857.SH", "2007-11-05", "2007-11-05", 1, PriceLimitKind.Unlimited)]
    [InlineData("601857.SH", "2007-11-05", "2007-11-06", 2, PriceLimitKind.Ratio)]
    [InlineData("603699.SH", "2014-01-17", "2014-01-17", 1, PriceLimitKind.IssuePriceBand)]
    [InlineData("603699.SH", "2014-01-17", "2014-01-20", 2, PriceLimitKind.Ratio)]
    [InlineData("001360.SZ", "2023-04-07", "2023-04-07", 1, PriceLimitKind.IssuePriceBand)]
    [InlineData("001360.SZ", "2023-04-07", "2023-04-10", 2, PriceLimitKind.Ratio)]
    [InlineData("601061.SH", "2023-04-10", "2023-04-10", 1, PriceLimitKind.Unlimited)]
    [InlineData("601061.SH", "2023-04-10", "2023-04-14", 5, PriceLimitKind.Unlimited)]
    [InlineData("601061.SH", "2023-04-10", "2023-04-17", 6, PriceLimitKind.Ratio)]
    [InlineData("300857.SZ", "2020-08-21", "2020-08-21", 1, PriceLimitKind.IssuePriceBand)]
    [InlineData("300857.SZ", "2020-08-21", "2020-08-24", 2, PriceLimitKind.Ratio)]
    [InlineData("300860.SZ", "2020-08-24", "2020-08-24", 1, PriceLimitKind.Unlimited)]
    [InlineData("300860.SZ", "2020-08-24", "2020-08-28", 5, PriceLimitKind.Unlimited)]
    [InlineData("300860.SZ", "2020-08-24", "2020-08-31", 6, PriceLimitKind.Ratio)]
    [InlineData("300001.SZ", "2009-10-30", "2009-10-30", 1, PriceLimitKind.Unlimited)]
    [InlineData("688001.SH", "2019-07-22", "2019-07-22", 1, PriceLimitKind.Unlimited)]
    [InlineData("688001.SH", "2019-07-22", "2019-07-26", 5, PriceLimitKind.Unlimited)]
    [InlineData("688001.SH", "2019-07-22", "2019-07-29", 6, PriceLimitKind.Ratio)]
    [InlineData("920118.BJ", "2024-05-30", "2024-05-30", 1, PriceLimitKind.Unlimited)]
    [InlineData("920118.BJ", "2024-05-30", "2024-05-31", 2, PriceLimitKind.Ratio)]
    public void The_window_after_listing_follows_the_rule_of_the_listing_day(string symbol, string listed, string date, int day, PriceLimitKind kind)
    {
        PriceLimit limit = LimitOf(symbol, date, new SecurityState(TradingDaysSinceListing: day, ListedOn: Day(listed)));
        Assert.Equal(kind, limit.Kind);
        Assert.Equal(kind == PriceLimitKind.Unlimited, limit.IsUnlimited);
        Assert.Equal(kind == PriceLimitKind.Ratio ? PriceLimitReason.Board : PriceLimitReason.Listing, limit.Reason);
    }

    [Fact]
    public void A_share_listed_on_the_day_is_on_its_first_day() =>
        Assert.True(LimitOf("688001.SH", "2019-07-22", new SecurityState(ListedOn: Day("2019-07-22"))).IsUnlimited);

    [Fact]
    public void A_recent_listing_without_its_day_number_is_refused_rather_than_guessed()
    {
        SecurityState state = new(ListedOn: Day("2020-08-24"));
        Assert.Throws<ArgumentException>(() => LimitOf("300860.SZ", "2020-08-27", state));
        Assert.Equal(0.20m, LimitOf("300860.SZ", "2020-10-27", state).Up);
    }

    [Fact]
    public void A_day_number_without_listing_day_is_refused_right_after_a_change_of_rule()
    {
        SecurityState third = new(TradingDaysSinceListing: 3);
        Assert.Throws<ArgumentException>(() => LimitOf("601061.SH", "2023-04-12", third));
        Assert.True(LimitOf("601061.SH", "2023-06-12", third).IsUnlimited);
        Assert.False(LimitOf("601061.SH", "2023-03-08", third).IsUnlimited);
    }

    [Fact]
    public void A_state_that_contradicts_the_date_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LimitOf("600000.SH", "2023-06-12", new SecurityState(ListedOn: Day("2023-06-13"))));
        Assert.Throws<ArgumentException>(() => LimitOf("600000.SH", "2023-06-12", new SecurityState(TradingDaysSinceListing: -1)));
    }

    [Theory]
    [InlineData("600610.SH", "2020-08-17", SpecialDay.Relisting, true)]
    [InlineData("600891.SH", "2020-12-30", SpecialDay.DelistingPeriodFirstDay, false)]
    [InlineData("600891.SH", "2020-12-31", SpecialDay.DelistingPeriodFirstDay, true)]
    [InlineData("600891.SH", "2021-01-04", SpecialDay.DelistingPeriodFirstDay, true)]
    [InlineData("300090.SZ", "2020-12-30", SpecialDay.DelistingPeriodFirstDay, false)]
    [InlineData("300090.SZ", "2020-12-31", SpecialDay.DelistingPeriodFirstDay, true)]
    [InlineData("000002.SZ", "2006-01-04", SpecialDay.ShareReformResumption, true)]
    public void Special_days_lift_the_limit(string symbol, string date, SpecialDay special, bool unlimited) =>
        Assert.Equal(unlimited, LimitOf(symbol, date, new SecurityState(SpecialDay: special)).IsUnlimited);

    [Fact]
    public void Dates_and_states_without_a_row_are_refused_with_table_key_and_date()
    {
        RuleNotAvailableException early = Assert.Throws<RuleNotAvailableException>(() => LimitOf("600000.SH", "1996-12-13"));
        Assert.Equal("price_limits", early.Table);
        Assert.Equal("Main, Normal", early.Key);
        Assert.Equal(Day("1996-12-13"), early.Date);
        Assert.Contains("1996-12-16", early.Message, StringComparison.Ordinal);
        Assert.Throws<RuleNotAvailableException>(() => LimitOf("688001.SH", "2019-07-19"));
        Assert.Throws<RuleNotAvailableException>(() => LimitOf("300750.SZ", "2020-08-24", new SecurityState(IsUnreformed: true)));
        Assert.Throws<ArgumentException>(() => LimitOf("000001.SH", "2020-08-24"));
        Assert.Throws<ArgumentException>(() => LimitOf("510300.SH", "2020-08-24"));
    }

    [Fact]
    public void The_state_of_a_master_record_counts_trading_days()
    {
        TradingCalendar calendar = new([Day("2020-08-21"), Day("2020-08-24"), Day("2020-08-25"), Day("2020-08-26")]);
        Security share = new(Symbol.Parse("300860.SZ"), "锋尚文化", Day("2020-08-24"), IssuePrice: 138.02m);
        Assert.Equal(3, SecurityState.Of(share, Day("2020-08-26"), calendar).TradingDaysSinceListing);
        Assert.Equal(138.02m, SecurityState.Of(share, Day("2020-08-24"), calendar).IssuePrice);
        Assert.True(SecurityState.Of(share, Day("2020-08-24"), calendar, PriceLimitState.St).IsSt);
        Assert.Throws<ArgumentOutOfRangeException>(() => SecurityState.Of(share, Day("2020-08-21"), calendar));
        Security seasoned = share with { Listed = Day("2015-01-05") };
        Assert.Equal(0, SecurityState.Of(seasoned, Day("2020-08-26"), calendar).TradingDaysSinceListing);
    }

    [Theory]
    [InlineData("600000.SH", "2023-04-07", -1, 0)]
    [InlineData("600000.SH", "2023-04-10", 0.02, 10)]
    [InlineData("300750.SZ", "2020-08-21", -1, 0)]
    [InlineData("300750.SZ", "2020-08-24", 0.02, 0)]
    [InlineData("300750.SZ", "2023-04-10", 0.02, 10)]
    [InlineData("688001.SH", "2019-07-22", 0.02, 0)]
    [InlineData("920118.BJ", "2024-06-03", 0.05, 10)]
    public void Price_cages_begin_by_board(string symbol, string date, double ratio, int ticks)
    {
        PriceCage? cage = Rulebook.AShare.PriceCageOn(Symbol.Parse(symbol), Day(date));
        Assert.Equal(ratio < 0, cage is null);
        if (cage is null) return;
        Assert.Equal((decimal)ratio, cage.Ratio);
        Assert.Equal(ticks, cage.Ticks);
    }

    [Fact]
    public void The_price_cage_takes_the_wider_of_ratio_and_ticks()
    {
        PriceCage cage = Rulebook.AShare.PriceCageOn(Symbol.Parse("600000.SH"), Day("2024-01-02"))!;
        Assert.Equal(10.20m, cage.HighestBuy(10.00m, 0.01m));
        Assert.Equal(9.80m, cage.LowestSell(10.00m, 0.01m));
        Assert.Equal(2.10m, cage.HighestBuy(2.00m, 0.01m)); // 2 % would be 0.04, ten ticks are 0.10
        Assert.Equal(1.90m, cage.LowestSell(2.00m, 0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => cage.HighestBuy(0, 0.01m));
    }
}
