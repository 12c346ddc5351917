using System.Globalization;

namespace AlphaKit.Data.Tests.Store.Crash;

/// <summary>
/// Work like that of a sync: deliveries to three tables in a fixed order, corrections among them, a mark with each, files joined now and
/// then. A run goes on where the one before was stopped.
/// </summary>
internal static class SteadyWork
{
    public const int Steps = 60;
    private const string Mark = "steps";
    private static readonly StoreTable[] s_tables = [Rows.Daily, Rows.Income, StoreTable.Find("stock_basic")!];

    /// <summary>Steps done so far.</summary>
    public static int Done(MarketStore store) => s_tables.Sum(t => int.Parse(store.Mark(t.Name, Mark) ?? "0", CultureInfo.InvariantCulture));

    public static async Task RunAsync(string folder, TimeSpan patience, Action? ready = null, Action<int, MarketStore>? done = null)
    {
        MarketStore store = await MarketStore.OpenAsync(folder, new MarketStoreOptions { Threads = 1, Patience = patience });
        await using StoreWriter writer = await store.WriteAsync(StoreFolder.Start);
        ready?.Invoke();
        for (int step = Done(store); step < Steps; step++)
        {
            StoreTable table = s_tables[step % 3];
            string count = ((step / 3) + 1).ToString(CultureInfo.InvariantCulture);
            await writer.AppendAsync(table, Delivery(step), new Dictionary<string, string> { [Mark] = count });
            done?.Invoke(step + 1, store);
            if (step % 9 == 8) await writer.CompactAsync();
        }

        await writer.CompactAsync();
    }

    private static SourceTable Delivery(int step)
    {
        RandomStream random = RandomStream.Create(77, "steady work").Fork(step);
        switch (step % 3)
        {
            case 0: // twenty shares on two days, and every fourth time other closes for days delivered before
                int day = step % 4 == 3 ? step / 6 : step;
                return Rows.Bars([.. from d in new[] { day, day + 1 } from share in Enumerable.Range(0, 20) select (share, d - 20, Math.Round(10 + random.NextDouble(), 2))]);
            case 1:
                return Rows.Statements([.. Enumerable.Range(0, 30).Select(share => (share, new DateOnly(2010 + (step / 6), 12, 31), new DateOnly(2011 + (step / 6), 4, 1 + random.NextInt32(28)), "0", Math.Round(random.NextDouble() * 100)))]);
            default:
                Symbol[] shares = [.. Enumerable.Range(0, 2 + step).Select(Rows.Share)];
                return new SourceTable(
                    "stock_basic",
                    [
                        SourceColumn.Of("ts_code", shares),
                        SourceColumn.Of("name", [.. shares.Select(s => $"股 {s.Number / 3} {(s.Number % 5 == 0 ? step : 0)}")]),
                        SourceColumn.Of("list_date", [.. shares.Select(_ => new DateOnly(2005, 1, 4))]),
                    ],
                    "test");
        }
    }
}
