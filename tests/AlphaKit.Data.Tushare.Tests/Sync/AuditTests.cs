using AlphaKit.Data.Simulation;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Corrections of days that a daily run no longer looks at.</summary>
public sealed class AuditTests
{
    private static readonly DateOnly s_from = new(2020, 1, 2), s_to = new(2020, 5, 29), s_old = new(2020, 1, 15);
    private static readonly Lazy<SimulatedMarket> s_market = new(() => SimulatedMarket.Create(new SimulationOptions { Stocks = 12, From = s_from, To = s_to, Seed = 12 }));

    // One table for each way of asking: by day, by span, by share, by index, by period.
    private static readonly string[] s_tables = ["trade_cal", "stock_basic", "daily", "cyq_perf", "index_daily", "income"];

    private static DateTimeOffset Evening(int day) => new(2020, 5, day, 22, 0, 0, TushareReadyClock.Beijing);

    private static async Task<TushareSyncSummary> RunAsync(TushareServer server, TempFolder folder, TushareSyncPlan plan, TimeProvider time)
    {
        MarketStore store = await StoreAsync(folder, time);
        using TushareClient client = new(
            new TushareOptions
            {
                Token = new TushareToken(new ServerOptions().Token), BaseAddress = server.Address, Points = 5000, CallsPerMinute = 10_000,
                RetryDelay = TimeSpan.FromMilliseconds(1), QuotaFolder = folder.Of("quotas"), AttemptTimeout = TimeSpan.FromMinutes(10),
            },
            time);
        return await store.SyncAsync(client, plan);
    }

    private static ValueTask<MarketStore> StoreAsync(TempFolder folder, TimeProvider time) => MarketStore.OpenAsync(folder.Of("store"), new MarketStoreOptions { Time = time });

    /// <summary>Questions from one on, without what pages them.</summary>
    private static string[] Asked(TushareServer server, string api, int from = 0) =>
        [.. server.Log.Questions.Skip(from).Select(q => q.Replace("limit=6000, offset=0, ", "", StringComparison.Ordinal)).Where(q => q.StartsWith(api + "(", StringComparison.Ordinal))];

    private static TushareSyncPlan Plan(params string[] tables) => new(s_from) { To = s_to, Tables = tables, AuditDays = 0 };

    /// <summary>One changed value in each table, of an old day, from 22 May on.</summary>
    private static async Task<List<(Correction Correction, double Before)>> CorrectionsAsync()
    {
        List<(Correction, double)> corrections = [];
        foreach ((string table, string column) in new[] { ("daily", "close"), ("cyq_perf", "winner_rate"), ("index_daily", "close"), ("income", "revenue") })
        {
            SourceTable rows = await s_market.Value.ReadAsync(table);
            TushareEndpoint endpoint = TushareEndpoints.Get(table);
            SourceColumn days = rows.Find(endpoint.EventDate!.Name)!, codes = rows.Find("ts_code")!, values = rows.Find(column)!;
            bool Fits(int i) => table == "income" ? days.Dates[i] == new DateOnly(2018, 3, 31) : days.Dates[i] == s_old;
            int row = Enumerable.Range(0, rows.RowCount).First(i => Fits(i) && (table != "index_daily" || codes.Symbols[i] == Symbol.Parse("000300.SH")) && !double.IsNaN(values.Numbers[i]));
            corrections.Add((new Correction(table, codes.Symbols[row], days.Dates[row], column, Math.Round(values.Numbers[row] * 1.01, 3), Evening(22)), values.Numbers[row]));
        }

        return corrections;
    }

    private static async Task<double[]> ValuesAsync(StoreView view, Correction correction)
    {
        SourceTable rows = await view.ReadAsync(correction.Api, null);
        SourceColumn days = rows.Find(TushareEndpoints.Get(correction.Api).EventDate!.Name)!, codes = rows.Find("ts_code")!;
        return [.. Enumerable.Range(0, rows.RowCount).Where(i => codes.Symbols[i] == correction.Symbol && days.Dates[i] == correction.Day).Select(i => rows.Find(correction.Column)!.Numbers[i]).Distinct()];
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_span_asked_again_records_old_corrections_beside_what_was_known()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(Evening(20));
        List<(Correction Correction, double Before)> corrections = await CorrectionsAsync();
        await using TushareServer server = await TushareServer.StartAsync(s_market.Value, new ServerOptions { Time = clock, CallsPerMinute = 100_000, Corrections = [.. corrections.Select(c => c.Correction)] });
        Assert.True((await RunAsync(server, folder, Plan(s_tables), clock)).IsComplete);
        DateTimeOffset before = clock.GetUtcNow();

        // An ordinary run a few days later sees none of them.
        clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(0, (await RunAsync(server, folder, Plan(s_tables), clock)).Rows.Corrected);

        // The span alone is asked again: not the day after it.
        TushareSyncPlan audit = Plan(s_tables) with { Audit = (new DateOnly(2018, 1, 1), s_old) };
        int asked = server.Log.Questions.Count;
        TushareSyncSummary found = await RunAsync(server, folder, audit, clock);
        Assert.True(found.IsComplete, found.ToString());
        Assert.Equal(corrections.Select(c => c.Correction.Api).Order(StringComparer.Ordinal), found.Tables.Where(t => t.Rows.Corrected > 0).Select(t => t.Table).Order(StringComparer.Ordinal));
        Assert.Contains("daily(trade_date=20200115)", Asked(server, "daily", asked));
        Assert.DoesNotContain(server.Log.Questions.Skip(asked), q => q.Contains("20200116", StringComparison.Ordinal));

        MarketStore store = await StoreAsync(folder, clock);
        foreach ((Correction correction, double old) in corrections)
        {
            Assert.Contains(correction.Value, await ValuesAsync(store.Latest, correction));
            double[] known = await ValuesAsync(store.AsOf(before), correction);
            Assert.Contains(old, known);
            Assert.DoesNotContain(correction.Value, known);
        }

        // Once more: nothing new.
        TushareSyncSummary again = await RunAsync(server, folder, audit, clock);
        Assert.Equal((0L, 0L, found.StoreVersion), (again.Rows.Added, again.Rows.Corrected, again.StoreVersion));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Daily_runs_come_round_to_every_day_that_is_held()
    {
        using TempFolder folder = new();
        DateTimeOffset start = Evening(18);
        JumpingTime clock = new(start);
        List<(Correction Correction, double Before)> corrections = await CorrectionsAsync();
        corrections.RemoveAll(c => c.Correction.Api == "cyq_perf");
        await using TushareServer server = await TushareServer.StartAsync(s_market.Value, new ServerOptions { Time = clock, CallsPerMinute = 100_000, Corrections = [.. corrections.Select(c => c.Correction)] });
        TushareSyncPlan plan = Plan(s_tables) with { AuditDays = 90 };
        HashSet<string> corrected = [];
        for (int day = 0; day < 12; day++)
        {
            int asked = server.Log.Questions.Count;
            TushareSyncSummary summary = await RunAsync(server, folder, plan, clock);
            Assert.True(summary.IsComplete, summary.ToString());
            corrected.UnionWith(summary.Tables.Where(t => t.Rows.Corrected > 0).Select(t => t.Table));

            // A second run of the evening asks nothing again, and no run asks one share of cyq_perf twice.
            Assert.DoesNotContain(Asked(server, "cyq_perf", asked).GroupBy(q => q), g => g.Count() > 1);
            int first = server.Log.Questions.Count;
            await RunAsync(server, folder, plan, clock);
            Assert.DoesNotContain("daily(trade_date=20200115)", Asked(server, "daily", first));
            clock.Advance(start.AddDays(day + 1) - clock.GetUtcNow());
        }

        // Bars: 90 days from 2 January on are whole in April. Quarters: from 2018 on, the tenth run asks the first once more.
        Assert.Equal(corrections.Select(c => c.Correction.Api).Order(StringComparer.Ordinal), corrected.Order(StringComparer.Ordinal));
        string[] days = Asked(server, "daily");
        Assert.All(days.Distinct().Where(q => string.CompareOrdinal(q, "daily(trade_date=20200401)") < 0), q => Assert.True(days.Count(d => d == q) >= 2, q));
    }

    [Fact]
    public async Task A_quota_that_ends_the_rotation_is_no_failure_and_the_next_run_goes_on()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(Evening(18));
        await using TushareServer server = await TushareServer.StartAsync(s_market.Value, new ServerOptions { Time = clock, CallsPerMinute = 100_000, DayQuotas = new Dictionary<string, int> { ["adj_factor"] = 50 } });
        TushareSyncPlan plan = Plan("trade_cal", "adj_factor");
        Assert.False((await RunAsync(server, folder, plan, clock)).IsComplete);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await RunAsync(server, folder, plan, clock)).IsComplete);
        List<string> old = [];
        bool isCut = true;
        for (int evening = 0; isCut; evening++)
        {
            Assert.InRange(evening, 0, 3);
            clock.Advance(TimeSpan.FromDays(1));
            int before = server.Log.Questions.Count;
            TushareSyncSummary summary = await RunAsync(server, folder, plan with { AuditDays = 3660 }, clock);
            Assert.True(summary.IsComplete, summary.ToString());
            isCut = summary.Tables[1].Reason.Contains("the audit of older days goes on", StringComparison.Ordinal);
            Assert.True(isCut || evening > 0);

            // Six calls for the new and the last days, the others for old ones; the call that was refused, or under way beside it, comes again.
            string[] asked = Asked(server, "adj_factor", before);
            old.AddRange(isCut ? asked[6..^2] : asked[6..]);
        }

        Assert.Contains("adj_factor(trade_date=20200102)", old.Take(2)); // two calls are under way at a time, in either order
        Assert.InRange(old.Count, old.Distinct().Count(), old.Distinct().Count() + 3);
        Assert.InRange(old.Distinct().Count(), 86, 92);
    }

    [Fact]
    public async Task A_span_that_was_cut_off_goes_on_where_it_ended()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(Evening(20));
        await using TushareServer server = await TushareServer.StartAsync(s_market.Value, new ServerOptions { Time = clock, CallsPerMinute = 100_000, DayQuotas = new Dictionary<string, int> { ["adj_factor"] = 100 } });
        TushareSyncPlan plan = Plan("trade_cal", "adj_factor");
        Assert.True((await RunAsync(server, folder, plan, clock)).IsComplete);
        TushareSyncPlan audit = plan with { Audit = (s_from, s_to) };
        int asked = server.Log.Questions.Count;
        TushareSyncSummary cut = await RunAsync(server, folder, audit, clock);
        Assert.Equal(TushareSyncStatus.QuotaUsed, cut.Tables[1].Status);
        clock.Advance(TimeSpan.FromDays(1));
        TushareSyncSummary whole = await RunAsync(server, folder, audit with { RevisitDays = 0 }, clock);
        Assert.True(whole.IsComplete, whole.ToString());

        // Every day of the span was asked again; those of the first part once.
        string[] questions = Asked(server, "adj_factor", asked);
        SourceTable calendar = await (await StoreAsync(folder, clock)).Latest.ReadAsync("trade_cal", null);
        string[] days = [.. Enumerable.Range(0, calendar.RowCount).Where(i => calendar.Find("is_open")!.Numbers[i] == 1 && calendar.Find("cal_date")!.Dates[i] is var d && d >= s_from && d <= new DateOnly(2020, 5, 20)).Select(i => $"adj_factor(trade_date={TushareQuery.Format(calendar.Find("cal_date")!.Dates[i])})").Distinct()];
        Assert.All(days, d => Assert.Contains(d, questions));
        Assert.InRange(questions.Count(q => q == days[0]), 1, 1);
    }

    [Fact]
    public void Audits_have_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { AuditDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { AuditDays = 3661 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { Audit = (s_to, s_from) });
    }
}
