using AlphaKit.Data;
using AlphaKit.Data.Simulation;

namespace AlphaKit.EndToEnd.Tests;

public sealed class StoreTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_market_read_from_a_store_gives_every_table_of_the_quick_start()
    {
        SimulatedMarket simulated = SimulatedMarket.Create(new SimulationOptions { Seed = 7, Stocks = 80, From = new DateOnly(2019, 1, 2), To = new DateOnly(2020, 6, 30), Threads = 2 });
        string folder = Path.Combine(Directory.CreateTempSubdirectory("store-").FullName, "market");
        try
        {
            MarketStore store = await MarketStore.OpenAsync(folder);
            await using (StoreWriter writer = await store.WriteAsync())
            {
                foreach (string table in simulated.Tables) await writer.AppendAsync(StoreTable.Find(table)!, await simulated.ReadAsync(table));
                await writer.CompactAsync();
            }

            Chain direct = await Chain.RunAsync(simulated), stored = await Chain.RunAsync(await store.Latest.MarketAsync(new TableMarketOptions { SnapshotShare = 0 }));
            Assert.Equal(direct.Tables.Select(t => (t.Name, t.ToCsv())), stored.Tables.Select(t => (t.Name, t.ToCsv())));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
