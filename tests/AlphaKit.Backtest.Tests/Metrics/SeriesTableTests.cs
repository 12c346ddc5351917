using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

public sealed class SeriesTableTests
{
    private static readonly TradingCalendar Week = new([new(2020, 1, 2), new(2020, 1, 3), new(2020, 1, 6), new(2020, 1, 7), new(2020, 1, 8), new(2020, 1, 9)]);

    private static (TradingCalendar Days, double[] Returns, double[] Benchmark) Random(int days, ulong seed = 3)
    {
        List<DateOnly> dates = [];
        for (DateOnly day = new(2018, 1, 2); dates.Count < days; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) dates.Add(day);
        }

        RandomStream random = RandomStream.Create(seed, "series");
        double[] b = [.. Enumerable.Range(0, days).Select(_ => 0.01 * random.NextNormal())];
        return (new TradingCalendar(dates), [.. b.Select(x => (0.9 * x) + (0.004 * random.NextNormal()))], b);
    }

    [Fact]
    public void Falls_stand_deepest_first_with_their_days()
    {
        // 1 → 1.1 → 0.99 (−10 %) → 1.1 → 1.045 (−5 %) → 0.88 (−20 %): a fall of −10 % that recovered, one of −20 % that did not.
        IReadOnlyList<DrawdownPeriod> falls = DrawdownPeriod.Deepest(Week, [0.1, -0.1, 1 / 9.0, -0.05, (0.88 / 1.045) - 1, 0.01]);
        Assert.Equal(2, falls.Count);
        Assert.Equal(-0.2, falls[0].Depth, 1e-12);
        Assert.Equal((Week[2], Week[4], (DateOnly?)null, 2, (int?)null), (falls[0].Peak, falls[0].Trough, falls[0].Recovery, falls[0].DaysDown, falls[0].DaysToRecover));
        Assert.Equal(-0.1, falls[1].Depth, 1e-12);
        Assert.Equal((Week[0], Week[1], (DateOnly?)Week[2], 1, (int?)1), (falls[1].Peak, falls[1].Trough, falls[1].Recovery, falls[1].DaysDown, falls[1].DaysToRecover));
        Assert.Equal(["1 2020-01-06 2020-01-08 ", "2 2020-01-02 2020-01-03 2020-01-06"], DrawdownPeriod.ToTable(falls).Lines("rank", "peak", "trough", "recovery"));
    }

    [Fact]
    public void A_series_without_a_fall_has_none() => Assert.Empty(DrawdownPeriod.Deepest(Week, [0, 0.01, 0, 0.01, 0, 0]));

    [Fact]
    public void The_deepest_fall_is_the_maximum_drawdown() => Properties.Holds(FsCheck.Fluent.Gen.Choose(1, 10000), seed =>
    {
        (TradingCalendar days, double[] r, _) = Random(120, (ulong)seed);
        Drawdown one = ReturnStatistics.MaxDrawdown(r);
        DrawdownPeriod first = DrawdownPeriod.Deepest(days, r)[0];
        return first.Depth == one.Depth && first.Trough == days[one.Trough] && first.Peak == days[Math.Max(one.Peak, 0)];
    });

    [Fact]
    public void A_rolling_row_equals_the_measure_of_its_window_alone()
    {
        (TradingCalendar days, double[] r, double[] b) = Random(90);
        Table rolling = RollingStatistics.Of(days, r, b, 20, 243);
        Assert.True(double.IsNaN(rolling["sharpe"].Numbers[18]));
        for (int t = 19; t < 90; t += 7)
        {
            double[] own = r[(t - 19)..(t + 1)], other = b[(t - 19)..(t + 1)];
            double growth = own.Aggregate(1.0, (g, x) => g * (1 + x)), mean = own.Average(), deviation = Math.Sqrt(own.Sum(x => (x - mean) * (x - mean)) / 19);
            Assert.Equal(growth - 1, rolling["return"].Numbers[t], 1e-12);
            Assert.Equal(deviation * Math.Sqrt(243), rolling["volatility"].Numbers[t], 1e-12);
            Assert.Equal(mean / deviation * Math.Sqrt(243), rolling["sharpe"].Numbers[t], 1e-9);
            double mb = other.Average();
            Assert.Equal(own.Zip(other, (x, y) => (x - mean) * (y - mb)).Sum() / other.Sum(y => (y - mb) * (y - mb)), rolling["beta"].Numbers[t], 1e-9);
        }
    }

    [Fact]
    public void A_spike_leaves_no_trace_once_it_has_left_the_window()
    {
        double[] flat = [.. Enumerable.Range(0, 60).Select(t => t == 5 ? 0.5 : t % 2 == 0 ? 0.01 : -0.01)], calm = [.. flat.Select((x, t) => t == 5 ? -0.01 : x)];
        (TradingCalendar days, _, double[] b) = Random(60);
        Table spiked = RollingStatistics.Of(days, flat, b, 10, 243), plain = RollingStatistics.Of(days, calm, b, 10, 243);
        for (int t = 15; t < 60; t++) Assert.Equal(plain["volatility"].Numbers[t], spiked["volatility"].Numbers[t]);
    }

    [Fact]
    public void What_comes_later_changes_no_rolling_value()
    {
        (TradingCalendar days, double[] r, double[] b) = Random(80);
        double[] poisoned = [.. r.Select((x, t) => t > 50 ? 9 - x : x)], other = [.. b.Select((x, t) => t > 50 ? 7 + x : x)];
        Table one = RollingStatistics.Of(days, r, b, 20, 243), two = RollingStatistics.Of(days, poisoned, other, 20, 243);
        foreach (TableColumn column in one.Columns)
        {
            for (int t = 0; t <= 50; t++) Assert.Equal(column.Exact(t), two[column.Name].Exact(t));
        }
    }

    [Fact]
    public void Calendar_effects_use_iso_years_and_whole_compounded_periods()
    {
        // ISO week 1 of 2021 begins on Monday 2021-01-04; 2020-12-28 to 2021-01-01 is week 53 of 2020, across the year's end.
        DateOnly[] days = [.. Enumerable.Range(0, 40).Select(i => new DateOnly(2020, 12, 14).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        TradingCalendar calendar = new(days);
        Table table = CalendarEffects.Of(calendar, [.. days.Select(_ => 0.01)], new DateOnly(2021, 1, 1));
        string[] weeks = [.. Enumerable.Range(0, table.RowCount).Where(i => table["effect"].Exact(i) == "iso_week").Select(i => $"{table["bucket"].Exact(i)} {table["in_periods"].Exact(i)} {table["out_periods"].Exact(i)}")];
        Assert.Equal(["W01 0 1", "W02 0 1", "W52 1 0", "W53 1 0"], weeks);   // the first and the last week may be parts
        int row = Enumerable.Range(0, table.RowCount).Single(i => table["bucket"].Exact(i) == "W53");
        Assert.Equal(Math.Pow(1.01, 5) - 1, table["in_mean"].Numbers[row], 1e-12);
        Assert.DoesNotContain("month", Enumerable.Range(0, table.RowCount).Select(i => table["effect"].Exact(i)));
    }

    [Fact]
    public void A_month_covered_in_part_is_left_out_and_a_whole_one_is_kept()
    {
        DateOnly[] all = [.. Enumerable.Range(0, 120).Select(i => new DateOnly(2020, 1, 1).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        DateOnly[] own = [.. all.Where(d => d >= new DateOnly(2020, 2, 1) && d <= new DateOnly(2020, 4, 10))];
        Table table = CalendarEffects.Of(new TradingCalendar(own), [.. own.Select(_ => 0.0)], new DateOnly(2021, 1, 1), new TradingCalendar(all));
        Assert.Equal(["02", "03"], Enumerable.Range(0, table.RowCount).Where(i => table["effect"].Exact(i) == "month").Select(i => table["bucket"].Exact(i)));
    }

    [Fact]
    public void Closures_and_turns_of_the_month_are_told_from_the_exchange_calendar()
    {
        // Friday 2020-01-23 … closed for the Spring Festival … Monday 2020-02-03.
        DateOnly[] days = [new(2020, 1, 20), new(2020, 1, 21), new(2020, 1, 22), new(2020, 1, 23), new(2020, 2, 3), new(2020, 2, 4), new(2020, 2, 5), new(2020, 2, 6), new(2020, 2, 7), new(2020, 2, 10)];
        Table table = CalendarEffects.Of(new TradingCalendar(days), [.. days.Select((_, i) => i / 100.0)], new DateOnly(2021, 1, 1));
        Assert.Equal(0.03, Mean("closure", "1 last day before"), 1e-12);
        Assert.Equal(0.04, Mean("closure", "2 first day after"), 1e-12);
        Assert.Equal((0.03 + 0.04 + 0.05 + 0.06) / 4, Mean("turn_of_month", "1 last and first three"), 1e-12);

        double Mean(string effect, string bucket) => table["in_mean"].Numbers[Enumerable.Range(0, table.RowCount).Single(i => table["effect"].Exact(i) == effect && table["bucket"].Exact(i) == bucket)];
    }

    [Fact]
    public void An_effect_that_fails_out_of_sample_is_said_to_fail()
    {
        (TradingCalendar days, _, _) = Random(400);
        RandomStream random = RandomStream.Create(5, "weekday");
        DateOnly cut = days[200];
        double[] r = [.. days.Select(d => (0.002 * random.NextNormal()) + (d.DayOfWeek == DayOfWeek.Monday ? (d < cut ? 0.01 : -0.01) : d.DayOfWeek == DayOfWeek.Friday ? 0.01 : 0))];
        Table table = CalendarEffects.Of(days, r, cut);
        Assert.Equal("no", Persists("1 Monday"));
        Assert.Equal("yes", Persists("5 Friday"));

        string Persists(string bucket) => table["persists"].Exact(Enumerable.Range(0, table.RowCount).Single(i => table["bucket"].Exact(i) == bucket));
    }

    [Fact]
    public void Series_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RollingStatistics.Of(Week, [0.1], [0.1], 5, 243));
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingStatistics.Of(Week, new double[6], new double[6], 1, 243));
        Assert.Throws<ArgumentException>(() => DrawdownPeriod.Deepest(Week, [0.1]));
        Assert.Throws<ArgumentException>(() => CalendarEffects.Of(Week, new double[5], new(2020, 1, 1)));
        Assert.Throws<ArgumentException>(() => CalendarEffects.Of(Week, [0, 0, double.NaN, 0, 0, 0], new(2020, 1, 1)));
        Assert.Throws<ArgumentException>(() => CalendarEffects.Of(Week, new double[6], new(2020, 1, 1), Week.Slice(0, 4)));
    }
}
