namespace AlphaKit.Core.Tests.Decisions;

public sealed class ScoresTests
{
    private static readonly TradingCalendar Calendar = new(Enumerable.Range(0, 6).Select(i => new DateOnly(2021, 3, 1).AddDays(i)));
    private static readonly PanelAxes Axes = new(Calendar, [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]);

    [Theory]
    [InlineData(Clock.Close, Clock.Close, 3)]
    [InlineData(Clock.Close, Clock.Evening, 3)]
    [InlineData(Clock.Evening, Clock.Close, 2)]
    [InlineData(Clock.NextMorning, Clock.Evening, 2)]
    public void The_newest_row_known_at_the_decision_is_used(Clock knownAt, Clock decidedAt, int row) =>
        Assert.Equal([row, row + 0.5f], Make(knownAt).At(Context(3, decidedAt)).ToArray());

    [Fact]
    public void Where_scores_do_not_reach_there_are_none()
    {
        Assert.True(Make(Clock.Evening).At(Context(0, Clock.Close)).IsEmpty);
        Scores shorter = new("s", Axes.SliceDays(0, 3), Values().Slice(0, 3), Clock.Close);
        Assert.True(shorter.At(Context(3, Clock.Close)).IsEmpty);
    }

    [Fact]
    public void Scores_that_end_the_day_before_still_count_where_today_s_would_come_too_late()
    {
        Scores shorter = new("s", Axes.SliceDays(0, 3), Values().Slice(0, 3), Clock.Evening);
        Assert.Equal([2f, 2.5f], shorter.At(Context(3, Clock.Close)).ToArray());
        Assert.True(shorter.At(Context(3, Clock.Evening)).IsEmpty);
    }

    [Fact]
    public void Scores_known_later_than_the_decision_do_not_matter()
    {
        FieldMatrix poisoned = FieldMatrix.Create(6, 2, (t, row) => { row[0] = t < 3 ? t : 99; row[1] = t < 3 ? t + 0.5f : 98; });
        Scores scores = new("s", Axes, poisoned, Clock.Evening);
        Assert.Equal(Make(Clock.Evening).At(Context(3, Clock.Close)).ToArray(), scores.At(Context(3, Clock.Close)).ToArray());
    }

    [Fact]
    public void Infinite_scores_and_wrong_shapes_are_refused()
    {
        FieldMatrix infinite = FieldMatrix.Create(6, 2, (t, row) => row[1] = t == 4 ? float.PositiveInfinity : 0);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new Scores("s", Axes, infinite, Clock.Close));
        Assert.Contains("600000.SH on 2021-03-05", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Scores("s", Axes, FieldMatrix.Create(5, 2, (_, _) => { }), Clock.Close));
    }

    [Fact]
    public void A_context_holds_together()
    {
        Panel past = new(Axes, []);
        Assert.Throws<ArgumentException>(() => new DecisionContext(Calendar[3], Calendar[4], Clock.Close, past, Holdings.OnlyCash(1)));
        Assert.Throws<ArgumentException>(() => new DecisionContext(Calendar[5], Calendar[4], Clock.Close, past, Holdings.OnlyCash(1)));
    }

    private static DecisionContext Context(int day, Clock clock) =>
        new(Calendar[day], Calendar[day + 1], clock, new Panel(Axes, []).AsKnownAt(Calendar[day], clock), Holdings.OnlyCash(1));

    private static Scores Make(Clock knownAt) => new("s", Axes, Values(), knownAt);

    private static FieldMatrix Values() => FieldMatrix.Create(6, 2, (t, row) => { row[0] = t; row[1] = t + 0.5f; });
}
