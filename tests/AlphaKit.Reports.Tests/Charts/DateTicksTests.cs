namespace AlphaKit.Reports.Tests;

public sealed class DateTicksTests
{
    [Fact]
    public void Two_years_with_room_for_eight_labels_are_ticked_by_quarter()
    {
        TradingCalendar calendar = SampleResult.Calendar(520).Between(new(2017, 1, 1), new(2018, 12, 31));
        IReadOnlyList<(int Index, string Label)> ticks = DateTicks.Of(calendar, 8);
        Assert.Equal(["2017-01", "2017-04", "2017-07", "2017-10", "2018-01", "2018-04", "2018-07", "2018-10"], ticks.Select(t => t.Label));
        Assert.Equal(
            [new(2017, 1, 3), new(2017, 4, 3), new(2017, 7, 3), new(2017, 10, 9), new(2018, 1, 2), new(2018, 4, 2), new(2018, 7, 2), new DateOnly(2018, 10, 8)],
            ticks.Select(t => calendar[t.Index]));
    }

    [Fact]
    public void Ten_years_with_room_for_five_labels_are_ticked_every_second_year() =>
        Assert.Equal(["2010", "2012", "2014", "2016", "2018"], DateTicks.Of(SampleResult.Calendar(2500, new(2010, 1, 4)), 5).Select(t => t.Label));

    [Fact]
    public void A_few_weeks_are_ticked_by_day() =>
        Assert.Equal(["01-03", "01-06", "01-11"], DateTicks.Of(SampleResult.Calendar(8), 3).Select(t => t.Label));

    [Fact]
    public void A_first_date_within_a_period_gets_no_tick() =>
        Assert.Equal("2017-03", DateTicks.Of(SampleResult.Calendar(100, new(2017, 2, 15)), 8)[0].Label);

    [Fact]
    public void No_dates_have_no_ticks() => Assert.Empty(DateTicks.Of([], 8));
}
