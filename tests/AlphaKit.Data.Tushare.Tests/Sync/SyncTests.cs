using AlphaKit.Data.Simulation;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Runs of the synchronisation over real HTTP from a small simulated market.</summary>
public sealed class SyncTests
{
    private static readonly DateOnly s_from = new(2020, 1, 2), s_to = new(2020, 5, 29);
    private static readonly Lazy<SimulatedMarket> s_market = new(() => SimulatedMarket.Create(new SimulationOptions { Stocks = 20, From = s_from, To = s_to, Seed = 11 }));

    private static readonly DateTimeOffset s_later = new(2020, 6, 5, 22, 0, 0, TushareReadyClock.Beijing);

    private static TushareClient Client(TushareServer server, TempFolder folder, TimeProvider? time = null, int points = 5000) => new(
        new TushareOptions
        {
            Token = new TushareToken(new ServerOptions().Token), BaseAddress = server.Address, Points = points, CallsPerMinute = 10_000,
            RetryDelay = TimeSpan.FromMilliseconds(1), QuotaFolder = folder.Of("quotas"), AttemptTimeout = TimeSpan.FromMinutes(10),
        },
        time);

    private static Task<TushareServer> ServerAsync(ServerOptions? options = null) => TushareServer.StartAsync(s_market.Value, (options ?? new ServerOptions()) with { CallsPerMinute = 100_000 });

    private static async Task<TushareSyncSummary> RunAsync(TushareServer server, TempFolder folder, TushareSyncPlan plan, TimeProvider? time = null, int points = 5000)
    {
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"), new MarketStoreOptions { Time = time ?? TimeProvider.System });
        using TushareClient client = Client(server, folder, time, points);
        return await store.SyncAsync(client, plan);
    }

    private static Task<MarketStore> StoreAsync(TempFolder folder) => MarketStore.OpenAsync(folder.Of("store")).AsTask();

    private static TushareSyncPlan Plan(params string[] tables) => tables.Length == 0 ? new TushareSyncPlan(s_from) { To = s_to } : new TushareSyncPlan(s_from) { To = s_to, Tables = tables };

    // 5,000 points ask statements by period for the whole market, 2,000 share by share.
    [Theory]
    [InlineData(5000)]
    [InlineData(3000)]
    public async Task A_first_fill_holds_every_row_and_a_second_run_changes_nothing(int points)
    {
        using TempFolder folder = new();
        await using TushareServer server = await ServerAsync();
        TushareSyncSummary first = await RunAsync(server, folder, Plan(), points: points);
        Assert.Equal(points == 5000 ? [] : ["cyq_perf"], first.Tables.Where(t => t.Status != TushareSyncStatus.Complete).Select(t => t.Table));
        TushareSyncPlan compared = Plan([.. Plan().Tables.Where(t => points == 5000 || t != "cyq_perf")]);
        (long rows, List<string> different) = await Tables.CompareAsync(s_market.Value, await StoreAsync(folder), compared);
        Assert.Empty(different);
        Assert.InRange(rows, 10_000, long.MaxValue);
        Assert.Equal(0, first.Rows.Corrected);

        TushareSyncSummary second = await RunAsync(server, folder, Plan(), points: points);
        Assert.Equal(first.StoreVersion, second.StoreVersion);
        Assert.Equal((0L, 0L), (second.Rows.Added, second.Rows.Corrected));
        Assert.Equal(points == 5000, second.IsComplete);
    }

    [Fact]
    public async Task A_store_that_grew_day_by_day_equals_one_filled_at_once()
    {
        using TempFolder grown = new(), filled = new();
        string[] tables = ["trade_cal", "stock_basic", "daily", "adj_factor", "suspend_d", "index_weight", "dividend", "income", "fina_indicator", "cyq_perf", "namechange"];
        DateTimeOffset start = new(2020, 5, 18, 22, 0, 0, TushareReadyClock.Beijing);
        JumpingTime clock = new(start);
        await using TushareServer server = await ServerAsync(new ServerOptions { Time = clock });
        for (int day = 0; day < 12; day++)
        {
            TushareSyncSummary summary = await RunAsync(server, grown, Plan(tables), clock);
            Assert.True(summary.IsComplete, summary.ToString());
            clock.Advance(start.AddDays(day + 1) - clock.GetUtcNow());
        }

        // The last evening, for both.
        TushareSyncSummary last = await RunAsync(server, grown, Plan(tables), clock), once = await RunAsync(server, filled, Plan(tables), clock);
        Assert.Equal(0, once.Rows.Corrected);
        (_, List<string> different) = await Tables.CompareAsync((await StoreAsync(filled)).Latest, await StoreAsync(grown), Plan(tables));
        Assert.Empty(different);
        Assert.True(last.IsComplete);
        (_, different) = await Tables.CompareAsync(s_market.Value, await StoreAsync(grown), Plan("daily", "adj_factor", "suspend_d", "cyq_perf"));
        Assert.Empty(different);
    }

    [Fact]
    public async Task Rows_are_not_asked_for_before_their_hour()
    {
        using TempFolder folder = new();

        // Thursday 2020-03-05, 16:30 in Beijing: bars and factors are there, valuation (17:00) and margin (next morning) are not.
        JumpingTime clock = new(new DateTimeOffset(2020, 3, 5, 16, 30, 0, TushareReadyClock.Beijing));
        await using TushareServer server = await ServerAsync(new ServerOptions { Time = clock });
        TushareSyncSummary summary = await RunAsync(server, folder, new TushareSyncPlan(s_from) { Tables = ["trade_cal", "daily", "adj_factor", "daily_basic", "margin_detail"] }, clock);
        Assert.True(summary.IsComplete, summary.ToString());
        Assert.Equal(
            [new DateOnly(2020, 3, 5), new DateOnly(2020, 3, 5), new DateOnly(2020, 3, 4), new DateOnly(2020, 3, 4)],
            summary.Tables.Skip(1).Select(t => t.Through!.Value));
        Assert.DoesNotContain(server.Log.Questions, q => q.StartsWith("margin_detail", StringComparison.Ordinal) && q.Contains("20200305", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Questions, q => q.StartsWith("daily_basic", StringComparison.Ordinal) && q.Contains("20200305", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_that_is_late_is_waited_for_and_not_taken_as_empty()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(new DateTimeOffset(2020, 3, 5, 17, 0, 0, TushareReadyClock.Beijing));

        // The vendor is a day behind its clock.
        JumpingTime behind = new(clock.GetUtcNow().AddDays(-1));
        await using TushareServer late = await ServerAsync(new ServerOptions { Time = behind });
        TushareSyncPlan plan = new(s_from) { Tables = ["trade_cal", "daily"] };
        TushareSyncSummary summary = await RunAsync(late, folder, plan, clock);
        Assert.Equal(TushareSyncStatus.Waiting, summary.Tables[1].Status);
        Assert.Equal(new DateOnly(2020, 3, 4), summary.Tables[1].Through);
        Assert.Contains("2020-03-05 has 0 rows", summary.Tables[1].Reason, StringComparison.Ordinal);
        behind.Advance(TimeSpan.FromDays(1));
        summary = await RunAsync(late, folder, plan, clock);
        Assert.True(summary.IsComplete, summary.ToString());
        Assert.Equal(new DateOnly(2020, 3, 5), summary.Tables[1].Through);
    }

    [Fact]
    public async Task What_the_vendor_corrects_is_noticed_and_the_old_value_kept()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(new DateTimeOffset(2020, 3, 5, 18, 0, 0, TushareReadyClock.Beijing));
        SourceTable daily = await s_market.Value.ReadAsync("daily");
        DateOnly day = new(2020, 3, 4);
        int row = Enumerable.Range(0, daily.RowCount).First(i => daily.Find("trade_date")!.Dates[i] == day);
        Symbol symbol = daily.Find("ts_code")!.Symbols[row];
        double before = daily.Find("close")!.Numbers[row];
        Correction correction = new("daily", symbol, day, "close", before + 0.01, new DateTimeOffset(2020, 3, 6, 9, 0, 0, TushareReadyClock.Beijing));
        await using TushareServer server = await ServerAsync(new ServerOptions { Time = clock, Corrections = [correction] });
        TushareSyncPlan plan = new(s_from) { Tables = ["trade_cal", "daily"] };
        Assert.Equal(0, (await RunAsync(server, folder, plan, clock)).Rows.Corrected);
        DateTimeOffset between = clock.GetUtcNow().AddHours(1);
        clock.Advance(TimeSpan.FromDays(1));
        TushareSyncSummary summary = await RunAsync(server, folder, plan, clock);
        Assert.Equal(1, summary.Rows.Corrected);

        MarketStore store = await StoreAsync(folder);
        async Task<double> CloseAsync(StoreView view)
        {
            SourceTable stored = await view.ReadAsync("daily", null);
            return Enumerable.Range(0, stored.RowCount).Where(i => stored.Find("ts_code")!.Symbols[i] == symbol && stored.Find("trade_date")!.Dates[i] == day).Select(i => stored.Find("close")!.Numbers[i]).Single();
        }

        Assert.Equal(before + 0.01, await CloseAsync(store.Latest));
        Assert.Equal(before, await CloseAsync(store.AsOf(between)));
    }

    [Fact]
    public async Task One_table_without_permission_or_quota_does_not_stop_the_others()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(s_later);
        await using TushareServer server = await ServerAsync(new ServerOptions { Time = clock, Points = 2000, DayQuotas = new Dictionary<string, int> { ["adj_factor"] = 30 } });

        // One call at a time: of two under way the service may take the later first, and refuse the day before it.
        TushareSyncPlan plan = Plan("trade_cal", "stock_basic", "daily", "adj_factor", "stock_st", "cyq_perf") with { CallsInFlight = 1 };
        TushareSyncSummary summary = await RunAsync(server, folder, plan, clock);
        Assert.Equal(
            [TushareSyncStatus.Complete, TushareSyncStatus.Complete, TushareSyncStatus.Complete, TushareSyncStatus.QuotaUsed, TushareSyncStatus.NotPermitted, TushareSyncStatus.NotPermitted],
            summary.Tables.Select(t => t.Status));

        // What came before the quota ended is stored: in order, without a hole.
        Assert.Equal(30, summary.Tables[3].Questions);
        MarketStore store = await StoreAsync(folder);
        SourceTable factors = await store.Latest.ReadAsync("adj_factor", null);
        Assert.Equal(30, factors.Find("trade_date")!.Dates.ToArray().Distinct().Count());
        Assert.Equal(summary.Tables[3].Through, factors.Find("trade_date")!.Dates.ToArray().Max());
        Assert.Contains("adj_factor", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_beginning_fetches_what_lies_before_and_a_new_index_its_history()
    {
        using TempFolder folder = new();
        await using TushareServer server = await ServerAsync();
        Symbol[] one = [Symbol.Parse("000300.SH")], two = [Symbol.Parse("000300.SH"), Symbol.Parse("000905.SH")];
        TushareSyncPlan late = new(new DateOnly(2020, 3, 2)) { To = s_to, Tables = ["trade_cal", "daily", "index_daily"], Indices = one };
        await RunAsync(server, folder, late);
        TushareSyncSummary summary = await RunAsync(server, folder, late with { From = s_from, Indices = two });
        Assert.True(summary.IsComplete);
        (_, List<string> different) = await Tables.CompareAsync(
            s_market.Value, await StoreAsync(folder), Plan("daily", "index_daily"), (t, i) => t.Name != "index_daily" || two.Contains(t.Find("ts_code")!.Symbols[i]));
        Assert.Empty(different);

        using TempFolder other = new();
        await RunAsync(server, other, late with { Indices = one });
        await RunAsync(server, other, late);
        summary = await RunAsync(server, other, late with { Indices = two });
        Assert.True(summary.Rows.Added > 50, summary.ToString());
    }

    [Fact]
    public async Task Progress_counts_up_and_ends_at_its_plan()
    {
        using TempFolder folder = new();
        await using TushareServer server = await ServerAsync();
        MarketStore store = await StoreAsync(folder);
        using TushareClient client = Client(server, folder);
        List<TushareSyncProgress> seen = [];
        await store.SyncAsync(client, Plan("trade_cal", "stock_basic", "daily", "dividend"), new Listener(seen));

        // Tables report side by side: the furthest report need not be the last.
        TushareSyncProgress last = seen.MaxBy(p => p.Done)!;
        Assert.Equal(last.Planned, last.Done);
        Assert.Equal(seen.Count, seen.Select(p => p.Done).Distinct().Count());
        Assert.All(seen, p => Assert.True(p.Remaining >= TimeSpan.Zero && p.Quota.PerMinute == 8000));
        Assert.Contains("daily 20200102", seen.First(p => p.Table == "daily").ToString(), StringComparison.Ordinal);
        Assert.True(last.Rows > 1000);
    }

    [Fact]
    public async Task A_run_ends_at_its_time_limit_and_the_next_one_goes_on()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(s_later);
        await using TushareServer server = await ServerAsync(new ServerOptions { Time = clock, FaultShare = 0.02 });
        TushareSyncPlan plan = Plan("trade_cal", "daily", "adj_factor") with { TimeLimit = TimeSpan.FromMinutes(1) };

        // The limit strikes when 60 of the 200 questions are answered.
        TushareSyncSummary cut;
        using (TushareClient client = Client(server, folder, clock))
            cut = await (await StoreAsync(folder)).SyncAsync(client, plan, new AtDone(60, () => clock.Strike(plan.TimeLimit)));
        Assert.False(cut.IsComplete);
        Assert.Equal(TushareSyncStatus.Complete, cut.Tables[0].Status);
        Assert.All(cut.Tables.Skip(1), t => Assert.Equal(TushareSyncStatus.Failed, t.Status));
        Assert.Contains(cut.Tables, t => t.Reason.Contains("time limit", StringComparison.Ordinal));
        TushareSyncSummary whole = await RunAsync(server, folder, plan with { TimeLimit = TimeSpan.FromDays(1) }, clock);
        Assert.True(whole.IsComplete, whole.ToString());
        (_, List<string> different) = await Tables.CompareAsync(s_market.Value, await StoreAsync(folder), plan);
        Assert.Empty(different);
    }

    [Fact]
    public async Task A_caller_who_cancels_keeps_what_was_whole()
    {
        using TempFolder folder = new();
        await using TushareServer server = await ServerAsync();
        MarketStore store = await StoreAsync(folder);
        using TushareClient client = Client(server, folder);
        using CancellationTokenSource stop = new();
        TushareSyncPlan plan = Plan("trade_cal", "daily");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SyncAsync(client, plan, new AtDone(20, stop.Cancel), stop.Token));
        DateOnly reached = SyncMarks.Day(store.Mark("daily", SyncMarks.Through))!.Value;
        SourceTable kept = await (await StoreAsync(folder)).Latest.ReadAsync("daily", null);
        Assert.Equal(reached, kept.Find("trade_date")!.Dates.ToArray().Max());
        Assert.InRange(kept.Find("trade_date")!.Dates.ToArray().Distinct().Count(), 15, 25);
        Assert.True((await RunAsync(server, folder, plan)).IsComplete);
    }

    [Fact]
    public async Task A_refused_token_ends_the_run()
    {
        using TempFolder folder = new();
        await using TushareServer server = await ServerAsync(new ServerOptions { Token = "another" });
        await Assert.ThrowsAsync<TushareTokenException>(() => RunAsync(server, folder, Plan()));
    }

    [Fact]
    public void Plans_have_bounds()
    {
        Assert.Throws<ArgumentException>(() => new TushareSyncPlan(s_from) { Tables = ["nothing"] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { RevisitDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { RevisitDays = 251 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { CallsInFlight = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { CallsInFlight = 17 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TushareSyncPlan(s_from) { TimeLimit = TimeSpan.FromSeconds(59) });
        Assert.All(TushareEndpoints.All, e => SyncTables.Of(e));
    }

    /// <summary>Does something as soon as so many questions are answered.</summary>
    private sealed class AtDone(int questions, Action act) : IProgress<TushareSyncProgress>
    {
        public void Report(TushareSyncProgress value)
        {
            if (value.Done >= questions) act();
        }
    }

    private sealed class Listener(List<TushareSyncProgress> seen) : IProgress<TushareSyncProgress>
    {
        public void Report(TushareSyncProgress value)
        {
            lock (seen) seen.Add(value);
        }
    }
}
