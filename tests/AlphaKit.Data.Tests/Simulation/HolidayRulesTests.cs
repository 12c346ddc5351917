using System.Globalization;
using AlphaKit.TestSupport;

namespace AlphaKit.Data.Simulation.Tests;

public sealed class HolidayRulesTests
{
    [SharedDataFact("csi300_weights/calendar_2010_2026.txt")]
    public void The_rules_reproduce_more_than_97_percent_of_the_real_trading_days()
    {
        HashSet<DateOnly> real = [.. File.ReadLines(SharedData.PathOf("csi300_weights/calendar_2010_2026.txt")!)
            .Where(line => line.Length > 0).Select(line => DateOnly.ParseExact(line.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        HashSet<DateOnly> simulated = [.. HolidayRules.TradingDays(real.Min(), real.Max())];
        Assert.True(real.Count > 3900);
        double agreement = (double)real.Intersect(simulated).Count() / real.Union(simulated).Count();
        Assert.True(agreement > 0.985, $"Agreement is {agreement:P2}.");
    }

    [Theory]
    [InlineData("2019-02-04", false)] // Spring Festival of 2019, SSE notice: closed 4 to 10 February
    [InlineData("2019-02-11", true)]
    [InlineData("2021-09-21", false)] // Mid-Autumn, 20 and 21 September closed
    [InlineData("2021-09-22", true)]
    [InlineData("2023-06-22", false)] // Dragon Boat in a year with a leap month
    [InlineData("2025-10-08", false)] // Mid-Autumn inside the National Day week
    [InlineData("2025-10-09", true)]
    public void Known_holidays_are_closed(string day, bool open)
    {
        DateOnly date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(open, HolidayRules.TradingDays(date, date).Count == 1);
    }
}
