using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tests.Store;

/// <summary>Random deliveries and corrections against a list of everything that was ever delivered, searched from end to end.</summary>
public sealed class RandomHistoryTests
{
    private static readonly StoreTable s_table = new("events", "ts_code", "end_date")
    {
        EventDate = "end_date", Announced = ["ann_date"], KnownAt = Clock.Announced, Partition = StorePartition.Year, Keys = StoreKeys.Repeated,
    };

    [Fact]
    [Trait("Speed", "Slow")]
    public void Views_show_what_was_announced_and_recorded_by_then()
    {
        Properties.Holds(Gen.Choose(0, 1_000_000), seed => Holds(seed).GetAwaiter().GetResult(), cases: 40);
    }

    private static async Task<bool> Holds(int seed)
    {
        RandomStream random = RandomStream.Create((ulong)seed, "deliveries");
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        Dictionary<(int, int), List<(DateTimeOffset Recorded, HashSet<Row> Rows)>> history = [];
        for (int delivery = 0; delivery < 6; delivery++)
        {
            folder.Now = folder.Now.AddDays(1 + random.NextInt32(40));
            Row[] rows = [.. Enumerable.Range(0, 1 + random.NextInt32(12)).Select(_ => new Row(random.NextInt32(3), random.NextInt32(4), random.NextInt32(120), random.NextInt32(3)))];
            await using StoreWriter writer = await store.WriteAsync();
            await writer.AppendAsync(s_table, TableOf(rows));
            foreach (IGrouping<(int, int), Row> key in rows.GroupBy(r => (r.Share, r.End)))
            {
                if (!history.TryGetValue(key.Key, out List<(DateTimeOffset, HashSet<Row> Rows)>? versions)) history.Add(key.Key, versions = []);
                if (versions.Count == 0 || !versions[^1].Rows.SetEquals(key)) versions.Add((folder.Now, [.. key]));
            }

            if (random.NextDouble() < 0.3) await writer.CompactAsync();
        }

        for (int query = 0; query < 8; query++)
        {
            DateTimeOffset moment = StoreFolder.Start.AddHours(random.NextInt32(24 * 260)), recorded = StoreFolder.Start.AddHours(random.NextInt32(24 * 260));
            if (!await Same(store.AsOf(moment), moment, DateTimeOffset.MaxValue)) return false;
            if (!await Same(store.AsOf(moment).RecordedBy(recorded), moment, recorded)) return false;
            if (!await Same(store.Latest.RecordedBy(recorded), DateTimeOffset.MaxValue, recorded)) return false;
        }

        return await Same(store.Latest, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue) && await Same((await folder.OpenAsync()).Latest, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

        async Task<bool> Same(StoreView view, DateTimeOffset knownBy, DateTimeOffset recordedBy)
        {
            List<Row> expected = [];
            foreach (List<(DateTimeOffset Recorded, HashSet<Row> Rows)> versions in history.Values)
            {
                for (int v = versions.Count - 1; v >= 0; v--)
                {
                    if (versions[v].Recorded > recordedBy || (v > 0 && versions[v].Recorded > knownBy)) continue;
                    Row[] shown = [.. versions[v].Rows.Where(r => knownBy == DateTimeOffset.MaxValue || Midnight(r.Announced) <= knownBy)];
                    if (shown.Length == 0) continue;
                    expected.AddRange(shown);
                    break;
                }
            }

            IEnumerable<string> shownRows = Rows.Of(await view.ReadAsync("events"));
            return shownRows.SequenceEqual(Rows.Of(TableOf([.. expected])));
        }
    }

    private static DateTimeOffset Midnight(int announced) => new(Rows.Day(announced + 61).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    private static SourceTable TableOf(Row[] rows) => new(
        "events",
        [
            SourceColumn.Of("ts_code", [.. rows.Select(r => Rows.Share(r.Share))]),
            SourceColumn.Of("end_date", [.. rows.Select(r => new DateOnly(2025, 3, 31).AddMonths(3 * r.End))]),
            SourceColumn.Of("ann_date", [.. rows.Select(r => Rows.Day(r.Announced + 60))]),
            SourceColumn.Of("value", [.. rows.Select(r => (double)r.Value)]),
        ],
        "test");

    private readonly record struct Row(int Share, int End, int Announced, int Value);
}
