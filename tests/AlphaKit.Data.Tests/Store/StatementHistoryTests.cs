using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tests.Store;

public sealed class StatementHistoryTests
{
    private static readonly StatementItem[] s_items =
    [
        new(StatementKind.Income, "revenue"), new(StatementKind.Income, "revenue", StatementBasis.SingleQuarter), new(StatementKind.Income, "revenue", StatementBasis.TrailingYear),
        new(StatementKind.CashFlow, "n_cashflow_act", StatementBasis.SingleQuarter), new(StatementKind.BalanceSheet, "total_assets"),
    ];

    [Fact]
    public void Quarters_and_trailing_years_follow_the_versions_known_at_the_day()
    {
        // 2023: 10, 22, 36, 52 cumulative; the first half of 2024 is 13, then 27; on 2024-09-10 the half year of 2023 is restated to 20.
        StatementHistory history = StatementHistory.Of(
            [
                Revenue(0, 2023, 1, new(2023, 4, 20), 10), Revenue(0, 2023, 2, new(2023, 8, 20), 22), Revenue(0, 2023, 3, new(2023, 10, 20), 36), Revenue(0, 2023, 4, new(2024, 3, 20), 52),
                Revenue(0, 2024, 1, new(2024, 4, 20), 13), Revenue(0, 2024, 2, new(2024, 8, 20), 27), Revenue(0, 2023, 2, new(2024, 9, 10), 20),
            ],
            s_items[..3]);
        Expect(new(2023, 4, 19), double.NaN, double.NaN, double.NaN);
        Expect(new(2023, 4, 20), 10, 10, double.NaN);
        Expect(new(2023, 8, 20), 22, 12, double.NaN);
        Expect(new(2024, 3, 20), 52, 16, 52);
        Expect(new(2024, 4, 20), 13, 13, 13 + 52 - 10);
        Expect(new(2024, 9, 9), 27, 14, 27 + 52 - 22);
        Expect(new(2024, 9, 10), 27, 14, 27 + 52 - 20);

        void Expect(DateOnly day, double reported, double quarter, double year) =>
            Assert.Equal([reported, quarter, year], s_items[..3].Select(i => history.ValueAt(Rows.Share(0), i, day)).ToArray());
    }

    [Fact]
    public void Any_history_of_revisions_gives_what_the_definition_gives()
    {
        Properties.Holds(Gen.Choose(0, 1_000_000), seed =>
        {
            (FinancialStatement[] rows, PanelAxes axes) = RandomHistory(seed);
            StatementHistory history = StatementHistory.Of(rows, s_items);
            Panel panel = history.Join(axes, threads: 1);
            foreach (StatementItem item in s_items)
            {
                for (int t = 0; t < axes.Days; t++)
                {
                    for (int i = 0; i < axes.Count; i++)
                    {
                        double expected = Definition(rows, axes.Symbols[i], item, axes.Calendar[t]);
                        if (!expected.Equals(history.ValueAt(axes.Symbols[i], item, axes.Calendar[t])) || !((float)expected).Equals(panel[item.Field].Row(t)[i])) return false;
                    }
                }
            }

            return true;
        }, cases: 150);
    }

    [Fact]
    public void What_is_announced_later_changes_nothing_before()
    {
        Properties.Holds(Gen.Choose(0, 1_000_000), seed =>
        {
            (FinancialStatement[] rows, PanelAxes axes) = RandomHistory(seed);
            DateOnly cut = axes.Calendar[axes.Days / 2];
            FinancialStatement[] poisoned = [.. rows.Select(r => r.Announced <= cut ? r : r with { Items = r.Items.ToDictionary(i => i.Key, _ => 1e30) })];
            Panel one = StatementHistory.Of(rows, s_items).Join(axes), two = StatementHistory.Of(poisoned.Where(r => r.Announced <= cut || r.Symbol.Number % 2 == 0), s_items).Join(axes);
            return s_items.All(item => ContentHash.Of(one[item.Field].Slice(0, (axes.Days / 2) + 1)) == ContentHash.Of(two[item.Field].Slice(0, (axes.Days / 2) + 1)));
        }, cases: 50);
    }

    [Fact]
    public void The_join_does_not_depend_on_the_threads()
    {
        (FinancialStatement[] rows, PanelAxes axes) = RandomHistory(5);
        Panel one = StatementHistory.Of(rows, s_items).Join(axes, 1), four = StatementHistory.Of(rows.Reverse(), s_items).Join(axes, 4);
        Assert.All(s_items, item => Assert.Equal(ContentHash.Of(one[item.Field]), ContentHash.Of(four[item.Field])));
    }

    [Fact]
    public void What_is_no_sum_over_time_is_not_differenced()
    {
        Assert.Throws<ArgumentException>(() => new StatementItem(StatementKind.BalanceSheet, "total_assets", StatementBasis.SingleQuarter));
        Assert.Throws<ArgumentException>(() => new StatementItem(StatementKind.Indicators, "roe", StatementBasis.TrailingYear));
        Assert.Equal(("income_revenue_ttm", Clock.Announced), (s_items[2].Field.Name, s_items[2].Field.KnownAt));
    }

    [Fact]
    public async Task The_store_gives_by_columns_what_its_market_gives_by_rows()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        SourceTable rows = Rows.Statements(
            (1, new(2025, 3, 31), new(2025, 4, 20), "0", 3), (1, new(2025, 6, 30), new(2025, 8, 20), "0", 7), (1, new(2025, 6, 30), new(2025, 8, 20), "1", 8),
            (2, new(2025, 6, 30), new(2025, 6, 1), "0", 5), (2, new(2025, 6, 30), new(2025, 9, 1), "0", 6), (1, new(2025, 3, 31), new(2025, 10, 9), "1", 4), (2, new(2025, 5, 31), new(2025, 11, 1), "0", 9));
        await using (StoreWriter writer = await store.WriteAsync())
        {
            await writer.AppendAsync(Rows.Income, rows);
            await writer.AppendAsync(Rows.Daily, Rows.Bars([.. from day in Enumerable.Range(-260, 265) from share in new[] { 1, 2 } select (share, day, 10.0)]));
            await writer.AppendAsync(Rows.Income, Rows.Statements((2, new(2025, 6, 30), new(2025, 9, 1), "0", 6.5)));
        }

        StatementItem[] items = [new(StatementKind.Income, "n_income"), new(StatementKind.Income, "n_income", StatementBasis.SingleQuarter)];
        StatementHistory columns = await StatementHistory.ReadAsync(store.Latest, items);
        SourceTable seen = await store.Latest.ReadAsync("income");
        Assert.Equal(5.0, columns.ValueAt(Rows.Share(1), items[1], new(2025, 8, 20)));
        Assert.Equal(4.0, columns.ValueAt(Rows.Share(1), items[1], new(2025, 10, 9)));
        Assert.Equal(double.NaN, columns.ValueAt(Rows.Share(2), items[0], new(2025, 8, 31)));
        Assert.Equal(6.0, columns.ValueAt(Rows.Share(2), items[0], new(2026, 3, 1)));
        Assert.Equal(6.5, columns.ValueAt(Rows.Share(2), items[0], new(2026, 3, 2)));
        Assert.Equal(8, seen.RowCount);
    }

    private static FinancialStatement Revenue(int share, int year, int quarter, DateOnly announced, double value, StatementKind kind = StatementKind.Income, string name = "revenue") => new(
        Rows.Share(share), kind, new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1), announced, announced, new Dictionary<string, double> { [name] = value });

    /// <summary>The value written out from its definition: the newest period known, each part from the newest version known.</summary>
    private static double Definition(FinancialStatement[] rows, Symbol symbol, StatementItem item, DateOnly day)
    {
        FinancialStatement[] known = [.. rows.Where(r => r.Symbol == symbol && r.Kind == item.Kind && r.Announced <= day)];
        if (known.Length == 0) return double.NaN;
        DateOnly end = known.Max(r => r.PeriodEnd);
        return item.Basis switch
        {
            StatementBasis.SingleQuarter when end.Month != 3 => At(end) - At(end.AddDays(1).AddMonths(-3).AddDays(-1)),
            StatementBasis.TrailingYear when end.Month != 12 => At(end) + At(new DateOnly(end.Year - 1, 12, 31)) - At(end.AddDays(1).AddYears(-1).AddDays(-1)),
            _ => At(end),
        };

        double At(DateOnly period)
        {
            FinancialStatement? version = known.Where(r => r.PeriodEnd == period).OrderBy(r => r.Announced).LastOrDefault();
            return version is not null && version.Items.TryGetValue(item.Name, out double value) ? value : double.NaN;
        }
    }

    /// <summary>Reports of three shares over three years, some late, some revised once or twice, some without the value; announced on any day.</summary>
    private static (FinancialStatement[] Rows, PanelAxes Axes) RandomHistory(int seed)
    {
        RandomStream random = RandomStream.Create((ulong)seed, "revisions");
        Dictionary<(int, StatementKind, DateOnly, DateOnly), FinancialStatement> rows = [];
        (StatementKind Kind, string Name)[] kinds = [(StatementKind.Income, "revenue"), (StatementKind.CashFlow, "n_cashflow_act"), (StatementKind.BalanceSheet, "total_assets")];
        for (int share = 0; share < 3; share++)
        {
            foreach ((StatementKind kind, string name) in kinds)
            {
                for (int quarter = 0; quarter < 12; quarter++)
                {
                    if (random.NextDouble() < 0.1) continue;
                    DateOnly announced = new DateOnly(2020 + (quarter / 4), ((quarter % 4) * 3) + 3, 28).AddDays(20 + (int)(random.NextDouble() * 150));
                    int versions = random.NextDouble() < 0.3 ? random.NextDouble() < 0.5 ? 3 : 2 : 1;
                    for (int version = 0; version < versions; version++, announced = announced.AddDays(1 + (int)(random.NextDouble() * 300)))
                    {
                        FinancialStatement row = Revenue(share, 2020 + (quarter / 4), (quarter % 4) + 1, announced, Math.Round(random.NextDouble() * 100), kind, name);
                        if (random.NextDouble() < 0.1) row = row with { Items = new Dictionary<string, double>() };
                        rows[(share, kind, row.PeriodEnd, announced)] = row;
                    }
                }
            }
        }

        // Every seventh weekday is no trading day, the panel begins after the first reports and ends before the last.
        DateOnly[] days = [.. Enumerable.Range(0, 900).Select(i => new DateOnly(2020, 9, 1).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d.DayNumber % 7 != 3)];
        return ([.. rows.Values], new PanelAxes(new TradingCalendar(days), [Rows.Share(0), Rows.Share(1), Rows.Share(2)]));
    }
}
