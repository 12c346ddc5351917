using AlphaKit.Data.Simulation;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>Universes as of a date, from a store that was filled over HTTP, against the vendor's rows read one by one.</summary>
public sealed class UniverseTests
{
    private const int ListedDays = 20;
    private static readonly DateOnly s_from = new(2018, 11, 1), s_to = new(2019, 12, 13);
    private static readonly (double Min, double Max) s_enter = (4e9, 40e9), s_stay = (3.6e9, 44e9);
    private static readonly Symbol s_index = Symbol.Parse("000300.SH");
    private static readonly string[] s_tables =
        ["trade_cal", "stock_basic", "namechange", "stock_st", "daily", "adj_factor", "daily_basic", "suspend_d", "index_weight", "index_member_all"];

    private static readonly Lazy<SimulatedMarket> s_market = new(() => SimulatedMarket.Create(new SimulationOptions
    {
        Stocks = 60, From = s_from, To = s_to, Seed = 23, StShare = 0.2, IpoRate = 0.3, DelistingRate = 0.12, SuspensionShare = 0.03,
    }));

    private static Universe Investable { get; } = Universe.AShares.ListedAtLeast(ListedDays).WithoutSt().WithoutSuspended().Where(new HysteresisBand(Field.MarketCap, s_enter, s_stay));

    private static async Task<MarketStore> FilledAsync(IMarketDataSource source, TempFolder folder)
    {
        await using TushareServer server = await TushareServer.StartAsync(source, new ServerOptions { CallsPerMinute = 100_000 });
        using TushareClient client = new(new TushareOptions
        {
            Token = new TushareToken(new ServerOptions().Token), BaseAddress = server.Address, Points = 5000, CallsPerMinute = 10_000, QuotaFolder = folder.Of("quotas"),
        });
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        TushareSyncSummary summary = await store.SyncAsync(client, new TushareSyncPlan(s_from) { To = s_to, Tables = s_tables });
        Assert.True(summary.IsComplete, summary.ToString());
        return store;
    }

    private static async Task<(TableMarket Market, Panel Investable, Panel Members)> PanelsAsync(StoreView view)
    {
        TableMarket market = await view.MarketAsync(new TableMarketOptions { SnapshotShare = 0 });
        PanelQuery query = new() { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Industry] };
        return (market, await market.PanelAsync(query with { Universe = Investable }), await market.PanelAsync(query with { Universe = Universe.Index(s_index) }));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Universes_of_a_synchronised_store_are_what_the_rows_say_day_by_day()
    {
        using TempFolder folder = new();
        MarketStore store = await FilledAsync(s_market.Value, folder);
        (TableMarket market, Panel investable, Panel members) = await PanelsAsync(store.Latest);

        // Delisted shares are there: stock_basic was asked for every status.
        SourceTable basics = await s_market.Value.ReadAsync("stock_basic");
        Assert.Equal(basics.Find("ts_code")!.Symbols.ToArray().Order(), market.Securities.All.Select(s => s.Symbol).Order());
        Assert.Contains("D", basics.Find("list_status")!.Texts.ToArray());

        Dictionary<Symbol, (DateOnly Listed, DateOnly Delisted)> lives = Enumerable.Range(0, basics.RowCount).ToDictionary(i => basics.Find("ts_code")!.Symbols[i], i => (basics.Find("list_date")!.Dates[i], basics.Find("delist_date")!.Dates[i]));
        HashSet<(Symbol, DateOnly)> bars = await DaysAsync("daily"), st = await DaysAsync("stock_st");
        SourceTable basic = await s_market.Value.ReadAsync("daily_basic"), weights = await s_market.Value.ReadAsync("index_weight"), industries = await s_market.Value.ReadAsync("index_member_all");
        Dictionary<(Symbol, DateOnly), double> caps = Enumerable.Range(0, basic.RowCount).ToDictionary(i => (basic.Find("ts_code")!.Symbols[i], basic.Find("trade_date")!.Dates[i]), i => basic.Find("total_mv")!.Numbers[i] * 1e4);
        Dictionary<Symbol, bool> inside = [];
        int young = 0, special = 0, halted = 0, gone = 0, outside = 0, kept = 0, member = 0, moved = 0;
        for (int t = 0; t < investable.Axes.Days; t++)
        {
            DateOnly day = investable.Calendar[t];
            DateOnly snapshot = weights.Find("trade_date")!.Dates.ToArray().Where(d => d <= day).DefaultIfEmpty().Max();
            HashSet<Symbol> index = [.. Enumerable.Range(0, weights.RowCount).Where(i => weights.Find("trade_date")!.Dates[i] == snapshot && weights.Find("index_code")!.Symbols[i] is var code && (code == s_index || code == Symbol.Parse("399300.SZ"))).Select(i => weights.Find("con_code")!.Symbols[i])];
            for (int column = 0; column < investable.Axes.Count; column++)
            {
                Symbol share = investable.Symbols[column];
                (DateOnly listed, DateOnly delisted) = lives[share];
                bool isGone = delisted != SourceColumn.NoDate && day >= delisted, isYoung = listed >= s_from && investable.Calendar.Days.ToArray().Count(d => d >= listed && d <= day) < ListedDays;
                double cap = caps.GetValueOrDefault((share, day), double.NaN);
                if (cap >= s_enter.Min && cap <= s_enter.Max) inside[share] = true;
                else if (cap < s_stay.Min || cap > s_stay.Max) inside[share] = false;
                else if (!double.IsNaN(cap) && inside.GetValueOrDefault(share)) kept++;
                bool isHalted = !bars.Contains((share, day)), isSpecial = st.Contains((share, day)), isOutside = double.IsNaN(cap) || !inside.GetValueOrDefault(share);
                bool expected = day >= listed && !isGone && !isYoung && !isSpecial && !isHalted && !isOutside;
                Assert.True(expected == investable.Members.Row(t)[column], $"{share} {day:O}: expected {expected}; listed {listed:O}, gone {isGone}, young {isYoung}, ST {isSpecial}, halted {isHalted}, cap {cap}");
                young += day >= listed && isYoung ? 1 : 0;
                special += isSpecial ? 1 : 0;
                halted += day >= listed && !isGone && isHalted ? 1 : 0;
                gone += isGone ? 1 : 0;
                outside += isOutside ? 1 : 0;

                // Membership of a snapshot holds until the next one.
                Assert.True(index.Contains(share) == members.Members.Row(t)[column], $"{share} {day:O} in {s_index}");
                member += index.Contains(share) ? 1 : 0;

                int[] intervals = [.. Enumerable.Range(0, industries.RowCount).Where(i => industries.Find("ts_code")!.Symbols[i] == share && industries.Find("in_date")!.Dates[i] <= day && (industries.Find("out_date")!.Dates[i] is var end && (end == SourceColumn.NoDate || day < end)))];
                float industry = investable[Field.Industry].Row(t)[column];
                if (intervals.Length == 0) Assert.True(float.IsNaN(industry));
                else Assert.Equal(industries.Find("l1_code")!.Texts[intervals[^1]], Industry.All[(int)industry].Index.ToString());
                if (t > 0 && industry != investable[Field.Industry].Row(t - 1)[column] && !float.IsNaN(industry)) moved++;
            }
        }

        // Every rule had something to say.
        Assert.All(new[] { young, special, halted, gone, outside, kept, member, moved * 11 }, n => Assert.True(n > 10, $"{young} young, {special} ST, {halted} halted, {gone} gone, {outside} outside, {kept} kept, {member} members, {moved} moves"));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task What_is_spoilt_after_a_day_changes_no_universe_up_to_it()
    {
        DateOnly day = new(2019, 7, 16);
        using TempFolder folder = new(), spoilt = new();
        MarketStore store = await FilledAsync(s_market.Value, folder), poisoned = await FilledAsync(new PoisonedSource(s_market.Value, day), spoilt);
        (_, Panel investable, Panel members) = await PanelsAsync(store.Latest);
        int last = investable.Calendar.IndexOf(day);
        foreach (StoreView view in new[] { poisoned.Latest, poisoned.AsOf(day), store.AsOf(day) })
        {
            (_, Panel other, Panel otherMembers) = await PanelsAsync(view);
            for (int t = 0; t <= last; t++)
            {
                Assert.Equal(Names(investable, t), Names(other, t));
                Assert.Equal(Names(members, t), Names(otherMembers, t));
                Assert.Equal(IndustriesOf(investable, t), IndustriesOf(other, t).Where(i => investable.Symbols.Contains(i.Share)));
            }

            // The poison bites: later days differ.
            if (view.KnownBy is null) Assert.Contains(Enumerable.Range(last + 1, 40), t => !Names(investable, t).SequenceEqual(Names(other, t)));
            else Assert.Equal(day, other.Calendar.Last);
        }
    }

    private static List<Symbol> Names(Panel panel, int row)
    {
        List<Symbol> names = [];
        for (int i = 0; i < panel.Axes.Count; i++)
        {
            if (panel.Members.Row(row)[i]) names.Add(panel.Symbols[i]);
        }

        return names;
    }

    private static List<(Symbol Share, float Industry)> IndustriesOf(Panel panel, int row)
    {
        List<(Symbol, float)> industries = [];
        for (int i = 0; i < panel.Axes.Count; i++)
        {
            if (panel[Field.Industry].Row(row)[i] is var industry && !float.IsNaN(industry)) industries.Add((panel.Symbols[i], industry));
        }

        return industries;
    }

    private static async Task<HashSet<(Symbol, DateOnly)>> DaysAsync(string table)
    {
        SourceTable rows = await s_market.Value.ReadAsync(table);
        return [.. Enumerable.Range(0, rows.RowCount).Select(i => (rows.Find("ts_code")!.Symbols[i], rows.Find("trade_date")!.Dates[i]))];
    }
}
