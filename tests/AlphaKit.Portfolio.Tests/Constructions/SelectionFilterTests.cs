namespace AlphaKit.Portfolio.Tests;

public sealed class SelectionFilterTests
{
    // Columns: liquid, illiquid, at its upper limit, at its lower limit, without limits, not traded.
    private static readonly float[] s_turnover = [0.02f, 0.0099f, 0.05f, 0.05f, 0.01f, float.NaN];
    private static readonly float[] s_close = [10, 10, 11, 9, 10, float.NaN];
    private static readonly float[] s_up = [11, 11, 11, 11, float.NaN, 11];
    private static readonly float[] s_down = [9, 9, 9, 9, float.NaN, 9];

    [Fact]
    public void Names_at_limits_or_without_turnover_cannot_be_bought()
    {
        Assert.Equal([true, false, false, false, true, false], new SelectionFilter().Passes(Decision(Clock.Evening)));
        Assert.Equal([true, true, false, true, true, false], new SelectionFilter { MinTurnover = null, Exclude = LimitHits.Up }.Passes(Decision(Clock.Evening)));
        Assert.Equal([true, false, true, true, true, false], new SelectionFilter { Exclude = LimitHits.None }.Passes(Decision(Clock.Evening)));
    }

    [Fact]
    public void What_is_known_later_is_read_from_the_day_before()
    {
        // At the close the turnover of the day is not published: that of yesterday, 5 % for all, decides.
        Assert.Equal([true, true, false, false, true, false], new SelectionFilter().Passes(Decision(Clock.Close)));

        // At the open the bar is unknown too: yesterday all closed at 10.
        Assert.Equal([true, true, true, true, true, true], new SelectionFilter().Passes(Decision(Clock.Open)));
    }

    [Fact]
    public void A_filtered_name_leaves_its_place_but_a_holding_is_not_sold_for_it()
    {
        DecisionContext empty = Decision(Clock.Evening), holding = Decision(Clock.Evening, new Holding(Situation.Name(3), 100, 100, 11m));
        Scores scores = new("test", empty.Past.Axes, FieldMatrix.FromRowMajor([6, 5, 4, 3, 2, 1, 1, 2, 3, 2.5f, 1.5f, 0], 2, 6), Clock.Close);
        TopQuantile source = new(scores, new MarketCoverage([Field.Close], [])) { Fraction = 1, Names = 1, Filter = new SelectionFilter() };
        Assert.Equal(Situation.Name(5), Assert.Single(source.Decide(empty).Items).Key);
        Assert.Equal(Situation.Name(3), Assert.Single(source.Decide(holding).Items).Key);
        Assert.Contains(Field.TurnoverRate, source.RequiredFields);
        Assert.Throws<FieldNotAvailableException>(() => source.Decide(new Situation(1, 2).Context()));
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SelectionFilter { MinTurnover = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SelectionFilter { Exclude = (LimitHits)9 });
    }

    private static DecisionContext Decision(Clock clock, params Holding[] positions)
    {
        PanelAxes axes = new(new TradingCalendar([Situation.Yesterday, Situation.Today]), Risks.Names(6));
        Panel all = new(axes, [Rows(Field.TurnoverRate, 0.05f, s_turnover), Rows(Field.Close, 10, s_close), Rows(Field.LimitUp, 11, s_up), Rows(Field.LimitDown, 9, s_down)]);
        return new DecisionContext(Situation.Today, Situation.Tomorrow, clock, all.AsKnownAt(Situation.Today, clock), new Holdings(1000m, 0m, positions));
    }

    private static KeyValuePair<Field, FieldMatrix> Rows(Field field, float yesterday, float[] today) => new(field, FieldMatrix.Create(2, today.Length, (t, row) =>
    {
        if (t == 0) row.Fill(yesterday);
        else today.CopyTo(row);
    }));
}
