using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class TrainingSetTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    [InlineData(10, 11)]
    public void A_sample_whose_label_ends_after_the_cut_is_refused(int holding, int horizon)
    {
        Study s = Study.Random(1, 60, 5, 1, 0);
        FeatureTensor x = s.X();
        LabelValues y = s.Y(holding);
        TradingCalendar days = s.Axes.Calendar;
        Assert.Equal(1, TrainingSet.Of(x, y, [days[30]], days[30 + horizon]).Count);
        LabelOverlapException e = Assert.Throws<LabelOverlapException>(() => TrainingSet.Of(x, y, [days[30]], days[30 + horizon - 1]));
        Assert.Equal(days[30], e.Sample);
        Assert.Equal(horizon, e.Horizon);
        Assert.Equal(days[30 + horizon - 1], e.Cut);
        Assert.Equal(days[29], e.LastAllowed);
    }

    [Fact]
    public void A_cut_before_any_known_label_names_no_allowed_day()
    {
        Study s = Study.Random(1, 60, 5, 1, 0);
        Assert.Null(Assert.Throws<LabelOverlapException>(() => TrainingSet.Of(s.X(), s.Y(5), [s.Axes.Calendar[0]], s.Axes.Calendar[3])).LastAllowed);
    }

    [Fact]
    public void The_validation_part_is_cut_off_before_its_first_day()
    {
        Study s = Study.Random(1, 60, 5, 1, 0);
        TrainingSet all = TrainingSet.OfRows(s.X(), s.Y(5), [.. Enumerable.Range(0, 50)], 56);
        (TrainingSet training, TrainingSet validation) = all.HoldOutLast(10);
        Assert.Equal(s.Axes.Calendar[40], validation.Days[0]);
        Assert.Equal(10, validation.Count);
        Assert.Equal(s.Axes.Calendar[39], training.Cut);
        Assert.Equal(s.Axes.Calendar[33], training.Days[^1]); // known 6 days later, on day 39
        Assert.Throws<InsufficientDataException>(() => all.HoldOutLast(50));
        Assert.Throws<InsufficientDataException>(() => all.HoldOutLast(45));
    }

    [Fact]
    public void Days_must_ascend_and_axes_must_agree()
    {
        Study s = Study.Random(1, 60, 5, 1, 0);
        TradingCalendar days = s.Axes.Calendar;
        Assert.Throws<ArgumentException>(() => TrainingSet.Of(s.X(), s.Y(), [days[3], days[3]], days[20]));
        Assert.Throws<ArgumentException>(() => TrainingSet.Of(s.X(), Study.Random(1, 60, 6, 1, 0).Y(), [days[3]], days[20]));
        Assert.Throws<DateNotInCalendarException>(() => TrainingSet.Of(s.X(), s.Y(), [new DateOnly(2017, 1, 7)], days[20]));
    }

    [Fact]
    public void A_sample_is_a_member_with_a_label_and_a_feature()
    {
        Study s = new(10, 4, 1);
        for (int i = 0; i < 3; i++) s.Features[0][0][i] = i;
        s.Outside[0, 0] = true;
        s.Prices[1][1] = float.NaN;
        LabelledDay day = TrainingSet.OfRows(s.X(), s.Y(), [0], 5)[0];
        Assert.False(day.IsSample(0)); // outside
        Assert.False(day.IsSample(1)); // no label
        Assert.True(day.IsSample(2));
        Assert.False(day.IsSample(3)); // no feature
    }

    [Fact]
    public void Only_earlier_days_can_be_reached_from_a_day()
    {
        Study s = Study.Random(1, 10, 3, 2, 0);
        FeatureDay day = new(s.X(), s.Axes.Calendar[4]);
        Assert.Equal(s.Features[1][2], day.Earlier(2)[1].ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => day.Earlier(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => day.Earlier(5));
    }
}
