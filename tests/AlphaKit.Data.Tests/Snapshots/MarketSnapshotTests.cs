using System.Runtime.InteropServices;
using AlphaKit.Data.Simulation;

namespace AlphaKit.Data.Tests;

public sealed class MarketSnapshotTests : IDisposable
{
    private static readonly Lazy<SimulatedMarket> s_market = new(() =>
        SimulatedMarket.Create(new SimulationOptions { Stocks = 40, From = new DateOnly(2020, 1, 2), To = new DateOnly(2020, 12, 31) }));

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("alphakit").FullName, "快照");

    private static SimulatedMarket Market => s_market.Value;

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Every_field_comes_back_to_the_bit()
    {
        await MarketSnapshot.SaveAsync(Market, _folder);
        MarketSnapshot snapshot = MarketSnapshot.Open(_folder);
        Assert.Equal(Market.Coverage.Fields, snapshot.Coverage.Fields);
        Assert.Subset(snapshot.Coverage.Missing.ToHashSet(), Market.Coverage.Missing.ToHashSet());
        Assert.Equal(Market.Coverage.Notes, snapshot.Coverage.Notes);
        PanelQuery all = new() { From = Market.Calendar.First, To = Market.Calendar.Last, Fields = Market.Coverage.Fields, Universe = Universe.Everything };
        Panel expected = await Market.PanelAsync(all), actual = await snapshot.PanelAsync(all);
        Assert.Equal(expected.Symbols, actual.Symbols);
        Assert.Equal(expected.Calendar.Days, actual.Calendar.Days);
        foreach (Field field in expected.Fields) Assert.Equal(ContentHash.Of(expected[field]), ContentHash.Of(actual[field]));
        Assert.Equal((Market.DataVersion, Market.PriceBasis), (snapshot.DataVersion, snapshot.PriceBasis));
        Assert.Equal(Market.Securities.All, snapshot.Securities.All);
    }

    [Fact]
    public async Task A_part_of_it_within_a_universe_is_that_of_the_source()
    {
        await MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Threads = 1 });
        MarketSnapshot snapshot = MarketSnapshot.Open(_folder, threads: 2);
        PanelQuery part = new()
        {
            From = Market.Calendar[30], To = Market.Calendar[77], Fields = [Field.Close, Field.Volume], Symbols = [.. Market.Securities.All.Skip(5).Take(9).Select(s => s.Symbol)], Universe = Universe.AShares,
        };
        Panel expected = await Market.PanelAsync(part), actual = await snapshot.PanelAsync(part);
        Assert.Equal(expected.Symbols, actual.Symbols);
        foreach (Field field in part.Fields) Assert.Equal(expected[field].ToRowMajorArray(), actual[field].ToRowMajorArray());
        for (int t = 0; t < expected.Calendar.Count; t++) Assert.True(MemoryMarshal.AsBytes(expected.Members.Row(t)).SequenceEqual(MemoryMarshal.AsBytes(actual.Members.Row(t))));
    }

    [Fact]
    public async Task Rows_come_back_in_their_order()
    {
        await MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] });
        MarketSnapshot snapshot = MarketSnapshot.Open(_folder);
        await Same(Datasets.CorporateActions, DatasetQuery.All);
        await Same(Datasets.IndexBars, new DatasetQuery { From = Market.Calendar[10], To = Market.Calendar[60] });
        await Same(Datasets.IndexConstituents, DatasetQuery.All);
        await Same(Datasets.IndustryMemberships, new DatasetQuery { Symbols = [Market.Securities.All[3].Symbol] });
        await Same(Datasets.NameChanges, DatasetQuery.All);

        async Task Same<TRow>(Dataset<TRow> dataset, DatasetQuery query)
        {
            List<TRow> expected = await Market.ReadAsync(dataset, query).ToListAsync();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await snapshot.ReadAsync(dataset, query).ToListAsync());
        }
    }

    [Fact]
    public async Task What_was_not_kept_is_refused_by_name()
    {
        await MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] });
        MarketSnapshot snapshot = MarketSnapshot.Open(_folder);
        PanelQuery open = new() { From = Market.Calendar.First, To = Market.Calendar.Last, Fields = [Field.Open], Universe = Universe.Everything };
        FieldNotAvailableException error = await Assert.ThrowsAsync<FieldNotAvailableException>(async () => await snapshot.PanelAsync(open));
        Assert.Equal(Field.Open, error.Field);
        Assert.Contains("SnapshotOptions.Fields", error.Message, StringComparison.Ordinal);
        DatasetNotAvailableException minutes = await Assert.ThrowsAsync<DatasetNotAvailableException>(async () => await snapshot.ReadAsync(Datasets.MinuteBars, DatasetQuery.All).ToListAsync());
        Assert.Contains("snapshots do not keep it", minutes.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_taken_once_for_a_version_and_its_fields()
    {
        int loads = 0;
        for (int round = 0; round < 3; round++) Assert.Equal(Market.DataVersion, (await Take("v1", Field.Close)).DataVersion);
        Assert.Equal(1, loads);
        await Take("v2", Field.Close);
        await Take("v1", Field.Open);
        Assert.Equal(3, loads);

        Task<MarketSnapshot> Take(string version, Field field) => MarketSnapshot.OpenOrSaveAsync(
            _folder,
            version,
            _ =>
            {
                loads++;
                return ValueTask.FromResult<IMarketData>(Market);
            },
            new SnapshotOptions { Fields = [field] });
    }

    [Fact]
    public async Task A_save_that_fails_leaves_nothing()
    {
        Field missing = Field.Custom("not_there", Unit.Ratio, Clock.Evening);
        await Assert.ThrowsAsync<FieldNotAvailableException>(() => MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [missing] }));
        using CancellationTokenSource stop = new();
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] }, stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!));
        await MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] });
        await Assert.ThrowsAsync<IOException>(() => MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] }));
        Assert.Equal([_folder], Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder)!));
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("panel.parquet")]
    [InlineData("corporate_actions.jsonl")]
    public async Task A_damaged_file_is_named(string file)
    {
        await MarketSnapshot.SaveAsync(Market, _folder, new SnapshotOptions { Fields = [Field.Close] });
        string path = Path.Combine(_folder, file);
        byte[] whole = await File.ReadAllBytesAsync(path);
        foreach (int length in (int[])[0, whole.Length / 2, Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1])
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            Assert.Equal(path, (await Assert.ThrowsAsync<MarketSnapshotException>(Use)).Path);
        }

        File.Delete(path);
        Assert.Equal(path, (await Assert.ThrowsAsync<MarketSnapshotException>(Use)).Path);

        async Task Use()
        {
            MarketSnapshot snapshot = MarketSnapshot.Open(_folder);
            await snapshot.PanelAsync(new PanelQuery { From = Market.Calendar.First, To = Market.Calendar.Last, Fields = [Field.Close], Universe = Universe.Everything });
            await snapshot.ReadAsync(Datasets.CorporateActions, DatasetQuery.All).ToListAsync();
        }
    }
}
