using AlphaKit.Data.Simulation;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Minute bars over HTTP into the store, and out of it as a market reads them.</summary>
public sealed class MinuteTests
{
    private static readonly DateOnly s_from = new(2020, 2, 17), s_to = new(2020, 3, 31);
    private static readonly Lazy<SimulatedMarket> s_market = new(() => SimulatedMarket.Create(new SimulationOptions { Stocks = 10, From = s_from, To = s_to, Seed = 8 }));

    private static Symbol[] Shares => [.. s_market.Value.Securities.All.Select(s => s.Symbol).Order().Take(4)];

    private static TushareSyncPlan Plan(params Symbol[] shares) => new(s_from) { To = s_to, Tables = ["trade_cal", "stock_basic", "daily", "adj_factor", "stk_mins"], MinuteShares = shares };

    private static async Task<(MarketStore Store, TushareSyncSummary Summary)> RunAsync(TushareServer server, TempFolder folder, TushareSyncPlan plan, TimeProvider time)
    {
        using TushareClient client = new(
            new TushareOptions { Token = new TushareToken(new ServerOptions().Token), BaseAddress = server.Address, Points = 5000, CallsPerMinute = 10_000, QuotaFolder = folder.Of("quotas") }, time);
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"), new MarketStoreOptions { Time = time });
        return (store, await store.SyncAsync(client, plan));
    }

    private static ValueTask<List<MinuteBar>> BarsAsync(IMarketData market, DatasetQuery query) => market.ReadAsync(Datasets.MinuteBars, query).ToListAsync();

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Minute_bars_are_stored_day_by_day_and_read_as_they_were_made()
    {
        using TempFolder folder = new();
        JumpingTime clock = new(new DateTimeOffset(2020, 3, 20, 21, 0, 0, TushareReadyClock.Beijing));
        await using TushareServer server = await TushareServer.StartAsync(s_market.Value, new ServerOptions { Time = clock, CallsPerMinute = 100_000 });
        (MarketStore store, TushareSyncSummary first) = await RunAsync(server, folder, Plan(Shares), clock);
        Assert.True(first.IsComplete, first.ToString());
        Assert.Contains("stk_mins/2020-02-17.parquet", store.Describe("stk_mins")!.Files);

        // An evening later: the new day, the last days again, and nothing twice.
        clock.Advance(TimeSpan.FromDays(3));
        int asked = server.Log.QuestionCount;
        (store, TushareSyncSummary second) = await RunAsync(server, folder, Plan(Shares), clock);
        Assert.True(second.IsComplete && second.Tables[^1].Rows is { Added: > 0, Corrected: 0 }, second.ToString());
        Assert.Equal(Shares.Length, server.Log.Questions.Skip(asked).Count(q => q.StartsWith("stk_mins", StringComparison.Ordinal)));
        (store, TushareSyncSummary third) = await RunAsync(server, folder, Plan(Shares), clock);
        Assert.Equal((0, second.StoreVersion), (third.Tables[^1].Questions, third.StoreVersion));

        DatasetQuery query = new() { From = new DateOnly(2020, 2, 20), To = new DateOnly(2020, 3, 23), Symbols = Shares };
        TableMarket market = await store.Latest.MarketAsync();
        List<MinuteBar> made = await BarsAsync(s_market.Value, query), read = await BarsAsync(market, query);
        Assert.True(made.Count > 15_000);
        Assert.Equal(made.Select(b => b with { Trades = null }).OrderBy(b => b.Time.Date).ThenBy(b => b.Symbol).ThenBy(b => b.Time), read);
        Assert.Empty(await BarsAsync(market, new DatasetQuery { Symbols = [s_market.Value.Securities.All.Select(s => s.Symbol).Order().Last()] }));

        // Known in the evening of their day.
        DateOnly day = new(2020, 3, 10);
        List<MinuteBar> then = await BarsAsync(await store.AsOf(day, Clock.Close).MarketAsync(), DatasetQuery.All);
        Assert.Equal(new DateOnly(2020, 3, 9), DateOnly.FromDateTime(then.Max(b => b.Time)));
        Assert.Equal(day, DateOnly.FromDateTime((await BarsAsync(await store.AsOf(day).MarketAsync(), DatasetQuery.All)).Max(b => b.Time)));

        // A share more: the span again.
        Symbol more = s_market.Value.Securities.All.Select(s => s.Symbol).Order().Last();
        (store, TushareSyncSummary wider) = await RunAsync(server, folder, Plan([.. Shares, more]), clock);
        Assert.True(wider.IsComplete && wider.Tables[^1].Rows.Corrected == 0, wider.ToString());
        DatasetQuery one = new() { Symbols = [more], To = new DateOnly(2020, 3, 23) };
        Assert.Equal((await BarsAsync(s_market.Value, one)).Select(b => b with { Trades = null }), await BarsAsync(await store.Latest.MarketAsync(), one));
    }

    [Fact]
    public async Task The_vendor_s_opening_bar_is_part_of_the_first_minute()
    {
        using TempFolder folder = new();
        Symbol one = Symbol.Parse("600000.SH"), two = Symbol.Parse("600036.SH");
        (Symbol Share, string Time, double Open, double High, double Low, double Close, double Volume)[] rows =
        [
            (one, "09:30:00", 6.99, 6.99, 6.99, 6.99, 103700), (one, "09:31:00", 6.99, 7.02, 6.97, 7.02, 807500), (one, "09:32:00", 7.02, 7.02, 6.99, 7.01, 236699),
            (two, "09:30:00", 30, 30, 30, 30, 500), (two, "09:32:00", 31, 31, 31, 31, 100),
        ];
        SourceTable table = new(
            "stk_mins",
            [
                SourceColumn.Of("trade_date", [.. rows.Select(_ => new DateOnly(2023, 8, 25))]), SourceColumn.Of("ts_code", [.. rows.Select(r => r.Share)]), SourceColumn.Of("trade_time", [.. rows.Select(r => "2023-08-25 " + r.Time)]),
                SourceColumn.Of("open", [.. rows.Select(r => r.Open)]), SourceColumn.Of("high", [.. rows.Select(r => r.High)]), SourceColumn.Of("low", [.. rows.Select(r => r.Low)]), SourceColumn.Of("close", [.. rows.Select(r => r.Close)]),
                SourceColumn.Of("vol", [.. rows.Select(r => r.Volume)]), SourceColumn.Of("amount", [.. rows.Select(r => Math.Round(r.Volume * r.Open, 2))]),
            ],
            "by hand");
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        await using (StoreWriter writer = await store.WriteAsync()) await writer.AppendAsync(SyncTables.Of(TushareEndpoints.Get("stk_mins")), table);
        List<MinuteBar> bars = await store.Latest.ReadAsync(Datasets.MinuteBars, DatasetQuery.All).ToListAsync();
        DateTime minute = new(2023, 8, 25, 9, 31, 0);
        Assert.Equal(
            [
                new MinuteBar(one, minute, 6.99, 7.02, 6.97, 7.02, 911200, Math.Round(103700 * 6.99, 2) + Math.Round(807500 * 6.99, 2), null),
                new MinuteBar(one, minute.AddMinutes(1), 7.02, 7.02, 6.99, 7.01, 236699, Math.Round(236699 * 7.02, 2), null),
                new MinuteBar(two, minute, 30, 30, 30, 30, 500, 15000, null),
                new MinuteBar(two, minute.AddMinutes(1), 31, 31, 31, 31, 100, 3100, null),
            ],
            bars);
        await Assert.ThrowsAsync<DatasetNotAvailableException>(async () => await store.Latest.ReadAsync(Datasets.TickTrades, DatasetQuery.All).ToListAsync());
    }
}
