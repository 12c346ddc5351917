namespace AlphaKit.Backtest.Tests;

public sealed class ScheduleTests
{
    // Thursday 2019-12-26 … Friday 2020-01-10, New Year's Day is closed.
    private static readonly TradingCalendar Days = new(
    [
        new(2019, 12, 26), new(2019, 12, 27), new(2019, 12, 30), new(2019, 12, 31), new(2020, 1, 2), new(2020, 1, 3),
        new(2020, 1, 6), new(2020, 1, 7), new(2020, 1, 8), new(2020, 1, 9), new(2020, 1, 10),
    ]);

    private static string DealDays(Schedule schedule, int first = 0) =>
        string.Join(' ', Enumerable.Range(first, Days.Count - first).Where(t => schedule.DealsOn(Days, t, first)).Select(t => Days[t].ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Weekly_deals_once_a_week_across_the_turn_of_the_year() => Assert.Equal("12-26 12-30 01-06", DealDays(Schedule.Weekly));

    [Fact]
    public void Monthly_deals_on_the_first_trading_day_of_the_month() => Assert.Equal("12-26 01-02", DealDays(Schedule.Monthly));

    [Fact]
    public void A_backtest_that_starts_within_a_week_waits_for_the_next_one() => Assert.Equal("12-30 01-06", DealDays(Schedule.Weekly, first: 1));

    [Fact]
    public void Every_five_days_counts_trading_days_and_not_days_of_the_month() => Assert.Equal("12-27 01-06", DealDays(Schedule.EveryDays(5), first: 1)[..11]);

    [Fact]
    public void Once_is_the_first_day_only() => Assert.Equal("12-30", DealDays(Schedule.Once, first: 2));

    [Fact]
    public void Given_days_are_taken_as_they_are() => Assert.Equal("01-03", DealDays(Schedule.On([new(2020, 1, 3), new(2020, 1, 4)])));

    [Fact]
    public void Zero_days_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.EveryDays(0));
}
