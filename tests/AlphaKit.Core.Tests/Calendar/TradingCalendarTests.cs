using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests.Calendar;

public sealed class TradingCalendarTests
{
    // Around the Spring Festival of 2020: the exchanges were closed from 24 January to 2 February.
    private static readonly TradingCalendar Festival = new([new(2020, 1, 21), new(2020, 1, 22), new(2020, 1, 23), new(2020, 2, 3), new(2020, 2, 4)]);

    [Fact]
    public void Shift_counts_trading_days()
    {
        Assert.Equal(new DateOnly(2020, 2, 3), Festival.Shift(new(2020, 1, 23), 1));
        Assert.Equal(new DateOnly(2020, 1, 22), Festival.Shift(new(2020, 2, 4), -3));
        Assert.Equal(new DateOnly(2020, 1, 23), Festival.Shift(new(2020, 1, 23), 0));
    }

    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(-3, 3, 2)]
    [InlineData(int.MaxValue, int.MaxValue, 2)]
    [InlineData(int.MinValue, 2147483648L, 2)]
    public void Shift_beyond_the_ends_says_how_much_is_missing(int days, long needed, long available)
    {
        DateOnly from = days == 3 ? new(2020, 2, 3) : new(2020, 1, 23);
        InsufficientDataException thrown = Assert.Throws<InsufficientDataException>(() => Festival.Shift(from, days));
        Assert.Equal(days == 3 ? 3 : needed, thrown.Needed);
        Assert.Equal(available, thrown.Available);
        Assert.Contains(days > 0 ? "after" : "before", thrown.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holiday_is_not_a_trading_day()
    {
        DateNotInCalendarException thrown = Assert.Throws<DateNotInCalendarException>(() => Festival.IndexOf(new(2020, 1, 27)));
        Assert.Equal(new DateOnly(2020, 1, 27), thrown.Date);
        Assert.False(Festival.Contains(new(2020, 1, 27)));
        Assert.Throws<DateNotInCalendarException>(() => Festival.Shift(new(2020, 1, 27), 1));
    }

    [Fact]
    public void Neighbours_of_a_holiday_are_found()
    {
        Assert.Equal(2, Festival.IndexAtOrBefore(new(2020, 1, 27)));
        Assert.Equal(3, Festival.IndexAtOrAfter(new(2020, 1, 27)));
        Assert.Equal(-1, Festival.IndexAtOrBefore(new(2019, 1, 1)));
        Assert.Equal(5, Festival.IndexAtOrAfter(new(2021, 1, 1)));
    }

    [Fact]
    public void Between_is_a_view_with_both_ends()
    {
        TradingCalendar view = Festival.Between(new(2020, 1, 22), new(2020, 2, 3));
        Assert.Equal([new(2020, 1, 22), new(2020, 1, 23), new(2020, 2, 3)], view);
        Assert.Equal(1, view.IndexOf(new(2020, 1, 23)));
        Assert.Throws<DateNotInCalendarException>(() => view.IndexOf(new(2020, 2, 4)));
        Assert.Equal(new DateOnly(2020, 2, 3), view.Slice(1, 2).Last);
        Assert.Same(Festival, Festival.Between(DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Fact]
    public void Between_without_a_trading_day_is_refused()
    {
        Assert.Throws<InsufficientDataException>(() => Festival.Between(new(2020, 1, 24), new(2020, 2, 2)));
        Assert.Throws<InsufficientDataException>(() => Festival.Between(new(2020, 2, 4), new(2020, 1, 21)));
    }

    [Fact]
    public void Bad_days_are_refused_with_their_position()
    {
        Assert.Throws<ArgumentException>(() => new TradingCalendar([]));
        Assert.Throws<ArgumentNullException>(() => new TradingCalendar(null!));
        ArgumentException twice = Assert.Throws<ArgumentException>(() => new TradingCalendar([new(2020, 1, 2), new(2020, 1, 2)]));
        Assert.Contains("position 1", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TradingCalendar([new(2020, 1, 3), new(2020, 1, 2)]));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 6)]
    [InlineData(5, 1)]
    [InlineData(1, int.MaxValue)]
    public void Slice_outside_the_calendar_is_refused(int start, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Festival.Slice(start, count));

    [Fact]
    public void Days_per_year_of_a_year_of_243_days()
    {
        // 2021: 243 trading days from 4 January to 31 December, 361 calendar days apart: 242 × 365.2425 / 361 = 244.84…
        TradingCalendar year = new(Enumerable.Range(0, 242).Select(i => new DateOnly(2021, 1, 4).AddDays(i)).Append(new DateOnly(2021, 12, 31)));
        Assert.Equal(242 * 365.2425 / 361, year.DaysPerYear, 10);
        Assert.True(double.IsNaN(new TradingCalendar([new(2021, 1, 4)]).DaysPerYear));
    }

    [Fact]
    public void Shifting_there_and_back_is_the_identity()
    {
        Gen<(int[] Gaps, int At, int By)> inputs =
            from gaps in Gen.Choose(1, 12).ArrayOf(40)
            from at in Gen.Choose(0, 39)
            from move in Gen.Choose(-39, 39)
            select (gaps, at, move);
        Properties.Holds(inputs, input =>
        {
            DateOnly day = new(2015, 1, 5);
            TradingCalendar calendar = new(input.Gaps.Select(g => day = day.AddDays(g)));
            DateOnly from = calendar[input.At];
            int target = input.At + input.By;
            if (target is < 0 or >= 40) return true;
            DateOnly to = calendar.Shift(from, input.By);
            return to == calendar[target] && calendar.Shift(to, -input.By) == from;
        });
    }
}
