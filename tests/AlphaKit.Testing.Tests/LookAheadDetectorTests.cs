namespace AlphaKit.Testing.Tests;

public sealed class LookAheadDetectorTests
{
    private static readonly TinyMarket Market = new();

    private static PanelQuery Query(params Field[] fields) => new() { From = Market.Calendar.First, To = Market.Calendar.Last, Fields = fields };

    /// <summary>One row per day: the value of the first share <paramref name="lag"/> days earlier (negative: later).</summary>
    private static Func<IMarketData, CancellationToken, Task<IReadOnlyList<Table>>> Lagged(Field field, int lag) => async (market, stop) =>
    {
        Panel panel = await market.PanelAsync(Query(field), stop);
        double[] values = [.. Enumerable.Range(0, panel.Axes.Days).Select(t =>
            t - lag >= 0 && t - lag < panel.Axes.Days ? panel[field][t - lag, 0] : double.NaN)];
        return [new Table("lagged", TableColumn.Date("date", panel.Calendar), TableColumn.Number("value", values))];
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_computation_on_the_past_shows_no_violation(int lag) =>
        Assert.Empty(await LookAheadDetector.FindAsync(Market, [Market.Calendar[4], Market.Calendar[10]], Lagged(Field.Close, lag)));

    [Theory]
    [InlineData(-1)]
    [InlineData(-3)]
    public async Task A_computation_on_the_future_is_found(int lag)
    {
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(Market, [Market.Calendar[10]], Lagged(Field.Close, lag));
        Assert.Equal(-lag, found.Count);
        Assert.All(found, v => Assert.InRange(v.Date!.Value, Market.Calendar[10 + lag + 1], Market.Calendar[10]));
    }

    [Fact]
    public async Task A_field_known_next_morning_may_not_be_used_in_the_evening()
    {
        DateOnly[] moments = [Market.Calendar[10]];
        Assert.Empty(await LookAheadDetector.FindAsync(Market, moments, Lagged(Field.FinancingBalance, 0), Clock.NextMorning));
        Assert.Single(await LookAheadDetector.FindAsync(Market, moments, Lagged(Field.FinancingBalance, 0), Clock.Evening));
        Assert.Empty(await LookAheadDetector.FindAsync(Market, moments, Lagged(Field.FinancingBalance, 1), Clock.Evening));
    }

    [Fact]
    public async Task A_mean_over_the_whole_sample_is_found()
    {
        var found = await LookAheadDetector.FindAsync(Market, [Market.Calendar[10]], async (market, stop) =>
        {
            Panel panel = await market.PanelAsync(Query(Field.Close), stop);
            double mean = Enumerable.Range(0, panel.Axes.Days).Average(t => (double)panel[Field.Close][t, 1]);
            return [new Table("demeaned", TableColumn.Date("date", panel.Calendar),
                TableColumn.Number("value", Enumerable.Range(0, panel.Axes.Days).Select(t => panel[Field.Close][t, 1] - mean)))];
        });
        Assert.Equal(11, found.Count);
    }

    [Fact]
    public async Task A_universe_is_evaluated_on_the_poisoned_fields()
    {
        PoisonedMarket poisoned = new(Market, Market.Calendar[10]);
        Universe universe = Universe.Everything.Between(Field.MarketCap, 15, 100);
        Panel truth = (await Market.PanelAsync(Query(Field.MarketCap)));
        Panel panel = await poisoned.PanelAsync(Query(Field.Close) with { Universe = universe });
        Membership expected = universe.Evaluate(truth, Market.Securities);
        for (int t = 0; t <= 10; t++) Assert.Equal(expected.Row(t).ToArray(), panel.Members.Row(t).ToArray());
        Assert.NotEqual(
            truth[Field.MarketCap].Row(11).ToArray(),
            panel[Field.MarketCap].Row(11).ToArray());
    }

    [Fact]
    public async Task Dataset_rows_after_the_moment_and_later_delistings_are_hidden()
    {
        PoisonedMarket poisoned = new(Market, Market.Calendar[10]);
        int rows = 0;
        await foreach (IndexBar bar in poisoned.ReadAsync(Datasets.IndexBars, DatasetQuery.All))
        {
            Assert.True(bar.Date <= Market.Calendar[10]);
            rows++;
        }

        Assert.Equal(11, rows);
        Assert.All(poisoned.Securities.All, s => Assert.Null(s.Delisted));
        Assert.Contains(new PoisonedMarket(Market, Market.Calendar[16]).Securities.All, s => s.Delisted is not null);
    }

    [Fact]
    public void A_moment_off_the_calendar_is_refused() =>
        Assert.Throws<DateNotInCalendarException>(() => new PoisonedMarket(Market, new DateOnly(2020, 1, 4)));
}
