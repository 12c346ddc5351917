using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tests.Periods;

public sealed class PeriodBarsTests
{
    // Tuesday 2019-12-31 to Wednesday 2020-01-08; 2020-01-01 was no trading day. One share, suspended on the 3rd.
    private static readonly DateOnly[] s_days = [new(2019, 12, 31), new(2020, 1, 2), new(2020, 1, 3), new(2020, 1, 6), new(2020, 1, 7), new(2020, 1, 8)];

    private static readonly Dictionary<Field, float[]> s_bars = new()
    {
        [Field.Open] = [10, 11, float.NaN, 12, 13, 14],
        [Field.High] = [10.5f, 12, float.NaN, 12.5f, 15, 14],
        [Field.Low] = [9, 10.5f, float.NaN, 11, 12, 13],
        [Field.Close] = [10.2f, 11.5f, float.NaN, 12, 14, 13.5f],
        [Field.Volume] = [100, 300, float.NaN, 50, 50, 100],
        [Field.Amount] = [1_000, 3_600, float.NaN, 600, 700, 1_350],
        [Field.Vwap] = [10, 12, float.NaN, 12, 14, 13.5f],
        [Field.AdjustedVwap] = [20, 24, float.NaN, 24, 28, 27],
        [Field.IsSuspended] = [0, 0, 1, 0, 0, 0],
    };

    [Fact]
    public void A_week_over_the_turn_of_the_year_is_one_bar()
    {
        Panel weeks = PeriodBars.Of(Daily(6), BarPeriod.Week);
        Assert.Equal([new DateOnly(2020, 1, 3)], weeks.Calendar);
        Assert.Equal([10, 12, 9, 11.5f, 400, 4_600, 11.5f, 23, 1], Row(weeks, 0));
    }

    [Fact]
    public void An_unfinished_period_is_left_out_or_ends_with_the_panel()
    {
        Panel weeks = PeriodBars.Of(Daily(6), BarPeriod.Week, UnfinishedPeriod.UpToLastDay);
        Assert.Equal([new DateOnly(2020, 1, 3), new DateOnly(2020, 1, 8)], weeks.Calendar);
        Assert.Equal([12, 15, 11, 13.5f, 200, 2_650, 13.25f, 26.5f, 0], Row(weeks, 1));
        Assert.Throws<InsufficientDataException>(() => PeriodBars.Of(Daily(3), BarPeriod.Week));
        Panel months = PeriodBars.Of(Daily(6), BarPeriod.Month);
        Assert.Equal([new DateOnly(2019, 12, 31)], months.Calendar);
        Assert.Equal([10, 10.5f, 9, 10.2f, 100, 1_000, 10, 20, 0], Row(months, 0));
        Assert.Equal(new DateOnly(2019, 12, 31), PeriodBars.Of(Daily(6), BarPeriod.Quarter).Calendar.Last);
    }

    [Fact]
    public void A_bar_once_there_never_changes_with_later_days()
    {
        Properties.Holds(Gen.Choose(0, 1_000_000), seed =>
        {
            RandomStream random = RandomStream.Create((ulong)seed, "bars");
            DateOnly[] days = [.. Enumerable.Range(0, 150).Select(i => new DateOnly(2020, 11, 2).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && random.NextDouble() < 0.9)];
            PanelAxes axes = new(new TradingCalendar(days), [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]);
            Panel whole = new(axes, s_bars.Keys.Select(f => KeyValuePair.Create(f, FieldMatrix.Create(days.Length, 2, (_, row) =>
            {
                for (int i = 0; i < 2; i++) row[i] = random.NextDouble() < 0.2 ? float.NaN : (float)random.NextDouble(1, 20);
            }))));
            BarPeriod period = (BarPeriod)(seed % 3);
            DateOnly cut = days[days.Length - 1 - random.NextInt32(days.Length / 4)];
            if (period == BarPeriod.Quarter && cut < new DateOnly(2021, 1, 5)) return true;
            Panel all = PeriodBars.Of(whole, period), before = PeriodBars.Of(whole.Between(days[0], cut), period);
            return before.Fields.All(f => ContentHash.Of(before[f]) == ContentHash.Of(all[f].Slice(0, before.Axes.Days))) && before.Calendar.SequenceEqual(all.Calendar.Take(before.Axes.Days));
        }, cases: 100);
    }

    private static Panel Daily(int days) => new(
        new PanelAxes(new TradingCalendar(s_days.Take(days)), [Symbol.Parse("600000.SH")]),
        s_bars.Select(b => KeyValuePair.Create(b.Key, FieldMatrix.FromRowMajor(b.Value.AsSpan(0, days), days, 1))));

    private static IEnumerable<float> Row(Panel panel, int row) => [.. s_bars.Keys.Select(f => panel[f].Row(row)[0])];
}
