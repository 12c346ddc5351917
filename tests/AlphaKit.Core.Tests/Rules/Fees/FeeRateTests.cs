using System.Globalization;

namespace AlphaKit.Core.Tests;

public sealed class FeeRateTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("1997-05-09", 0.003, 0.003)]
    [InlineData("1997-05-12", 0.005, 0.005)]
    [InlineData("1997-05-13", 0.005, 0.005)]
    [InlineData("1998-06-11", 0.005, 0.005)]
    [InlineData("1998-06-12", 0.004, 0.004)]
    [InlineData("1998-06-15", 0.004, 0.004)]
    [InlineData("2001-11-15", 0.004, 0.004)]
    [InlineData("2001-11-16", 0.002, 0.002)]
    [InlineData("2001-11-19", 0.002, 0.002)]
    [InlineData("2005-01-21", 0.002, 0.002)]
    [InlineData("2005-01-24", 0.001, 0.001)]
    [InlineData("2005-01-25", 0.001, 0.001)]
    [InlineData("2007-05-29", 0.001, 0.001)]
    [InlineData("2007-05-30", 0.003, 0.003)]
    [InlineData("2007-05-31", 0.003, 0.003)]
    [InlineData("2008-04-23", 0.003, 0.003)]
    [InlineData("2008-04-24", 0.001, 0.001)]
    [InlineData("2008-04-25", 0.001, 0.001)]
    [InlineData("2008-09-18", 0.001, 0.001)]
    [InlineData("2008-09-19", 0, 0.001)]
    [InlineData("2008-09-22", 0, 0.001)]
    [InlineData("2023-08-25", 0, 0.001)]
    [InlineData("2023-08-28", 0, 0.0005)]
    [InlineData("2023-08-29", 0, 0.0005)]
    public void Stamp_duty_changes_on_its_days(string date, double buy, double sell)
    {
        StampDutyRule rule = Rulebook.AShare.StampDutyOn(Symbol.Parse("600000.SH"), Day(date));
        Assert.Equal((decimal)buy, rule.RateOf(TradeSide.Buy));
        Assert.Equal((decimal)sell, rule.RateOf(TradeSide.Sell));
    }

    [Theory]
    [InlineData("510300.SH")]
    [InlineData("113050.SH")]
    public void Funds_and_convertibles_pay_no_stamp_duty(string symbol) =>
        Assert.Equal(0m, Rulebook.AShare.StampDutyOn(Symbol.Parse(symbol), Day("2024-01-02")).Sell);

    [Theory]
    [InlineData("600000.SH", "2015-07-31", 0, 0.0006)]
    [InlineData("600000.SH", "2015-08-03", 0.00002, 0)]
    [InlineData("600000.SH", "2022-04-28", 0.00002, 0)]
    [InlineData("600000.SH", "2022-04-29", 0.00001, 0)]
    [InlineData("600000.SH", "2022-05-05", 0.00001, 0)]
    [InlineData("000001.SZ", "2015-07-31", 0, 0)]
    [InlineData("000001.SZ", "2015-08-03", 0.00002, 0)]
    [InlineData("000001.SZ", "2022-04-29", 0.00001, 0)]
    [InlineData("430047.BJ", "2022-04-28", 0.000025, 0)]
    [InlineData("430047.BJ", "2022-04-29", 0.00001, 0)]
    public void Transfer_fee_changes_on_its_days(string symbol, string date, double rate, double perShare)
    {
        TransferFeeRule rule = Rulebook.AShare.TransferFeeOn(Symbol.Parse(symbol), Day(date));
        Assert.Equal((decimal)rate, rule.Rate);
        Assert.Equal((decimal)perShare, rule.PerShare);
    }

    [Fact]
    public void The_transfer_fee_per_share_is_marked_as_from_memory() =>
        Assert.Equal(RuleMarks.Memory, Rulebook.AShare.TransferFeeOn(Symbol.Parse("600000.SH"), Day("2010-01-04")).Source.Marks);

    [Theory]
    [InlineData("600000.SH", "2015-08-03", 0.0000487)]
    [InlineData("600000.SH", "2023-08-25", 0.0000487)]
    [InlineData("600000.SH", "2023-08-28", 0.0000341)]
    [InlineData("000001.SZ", "2023-08-28", 0.0000341)]
    [InlineData("430047.BJ", "2022-11-30", 0.0005)]
    [InlineData("430047.BJ", "2023-08-25", 0.00025)]
    [InlineData("430047.BJ", "2023-08-28", 0.000125)]
    [InlineData("510300.SH", "2026-02-02", 0.00004)]
    public void Handling_fee_changes_on_its_days(string symbol, string date, double rate) =>
        Assert.Equal((decimal)rate, Rulebook.AShare.HandlingFeeOn(Symbol.Parse(symbol), Day(date)).Rate);

    [Theory]
    [InlineData("2015-07-31", 0.00004)]
    [InlineData("2015-08-03", 0.00002)]
    [InlineData("2024-01-02", 0.00002)]
    public void Regulatory_fee_changes_on_its_day(string date, double rate) =>
        Assert.Equal((decimal)rate, Rulebook.AShare.RegulatoryFeeOn(Symbol.Parse("600000.SH"), Day(date)).Rate);

    [Fact]
    public void Commission_is_bounded_since_2002()
    {
        CommissionRule rule = Rulebook.AShare.CommissionOn(Day("2002-05-08"));
        Assert.Equal((0.003m, 5m), (rule.Cap, rule.Minimum));
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.CommissionOn(Day("2002-04-30")));
    }

    [Fact]
    public void Unknown_fees_are_refused()
    {
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.HandlingFeeOn(Symbol.Parse("600000.SH"), Day("2015-07-31")));
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.StampDutyOn(Symbol.Parse("900901.SH"), Day("2024-01-02")));
    }
}
