using System.Globalization;

namespace AlphaKit.Core.Tests;

public sealed class DividendTaxTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The rates of the three holding periods, by record date.
    [Theory]
    [InlineData("2005-06-10", 0.20, 0.20, 0.20, TaxTiming.AtPayment)]
    [InlineData("2005-06-13", 0.10, 0.10, 0.10, TaxTiming.AtPayment)]
    [InlineData("2012-12-31", 0.10, 0.10, 0.10, TaxTiming.AtPayment)]
    [InlineData("2013-01-04", 0.20, 0.10, 0.05, TaxTiming.AtSale)]
    [InlineData("2015-09-07", 0.20, 0.10, 0.05, TaxTiming.AtSale)]
    [InlineData("2015-09-08", 0.20, 0.10, 0, TaxTiming.AtSale)]
    [InlineData("2015-09-09", 0.20, 0.10, 0, TaxTiming.AtSale)]
    public void Rates_change_on_their_days(string record, double month, double year, double longer, TaxTiming timing)
    {
        DividendTaxRule rule = Rulebook.AShare.DividendTaxOn(Day(record));
        Assert.Equal(((decimal)month, (decimal)year, (decimal)longer, timing), (rule.UpToOneMonth, rule.UpToOneYear, rule.Longer, rule.Timing));
    }

    // Holding runs from the purchase to the day before the sale, in natural months and years.
    [Theory]
    [InlineData("2024-01-08", "2024-01-09", 0.20)]
    [InlineData("2024-01-08", "2024-02-08", 0.20)] // exactly one month
    [InlineData("2024-01-08", "2024-02-09", 0.10)]
    [InlineData("2024-01-08", "2025-01-08", 0.10)] // exactly one year
    [InlineData("2024-01-08", "2025-01-09", 0)]
    [InlineData("2024-01-31", "2024-02-29", 0.20)] // a leap February ends the month
    [InlineData("2024-01-31", "2024-03-01", 0.10)]
    [InlineData("2023-01-31", "2023-02-28", 0.20)]
    [InlineData("2023-01-31", "2023-03-01", 0.10)]
    [InlineData("2024-02-29", "2025-02-28", 0.10)] // a year from a leap day
    [InlineData("2024-02-29", "2025-03-01", 0)]
    [InlineData("2023-02-28", "2024-02-28", 0.10)]
    [InlineData("2023-02-28", "2024-02-29", 0)]
    [InlineData("2024-06-03", "2024-06-03", 0.20)]
    public void The_rate_follows_natural_months_and_years(string acquired, string disposed, double rate) =>
        Assert.Equal((decimal)rate, Rulebook.AShare.DividendTaxOn(Day("2024-06-03")).RateFor(Day(acquired), Day(disposed)));

    [Fact]
    public void Bonus_shares_are_taxed_at_par()
    {
        // 1,000 shares, 0.30 CNY and 0.2 bonus shares each: base 500 CNY.
        DividendTaxRule rule = Rulebook.AShare.DividendTaxOn(Day("2024-06-03"));
        Assert.Equal(100m, rule.TaxOn(1000, 0.30m, 0.2m, Day("2024-06-03"), Day("2024-06-20")));
        Assert.Equal(50m, rule.TaxOn(1000, 0.30m, 0.2m, Day("2024-06-03"), Day("2024-09-20")));
        Assert.Equal(0m, rule.TaxOn(1000, 0.30m, 0.2m, Day("2024-06-03"), Day("2025-09-22")));
    }

    [Fact]
    public void Non_residents_pay_ten_percent()
    {
        DividendTaxRule rule = Rulebook.AShare.DividendTaxOn(Day("2024-06-03"), Investor.NonResident);
        Assert.Equal(0.10m, rule.RateFor(Day("2020-01-02"), Day("2024-06-03")));
    }

    [Fact]
    public void A_sale_before_the_purchase_is_refused()
    {
        DividendTaxRule rule = Rulebook.AShare.DividendTaxOn(Day("2024-06-03"));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.RateFor(Day("2024-06-03"), Day("2024-06-02")));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.TaxOn(-1, 0, 0, Day("2024-06-03"), Day("2024-06-04")));
    }
}
