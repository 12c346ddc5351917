using AlphaKit.Parquet;

namespace AlphaKit.Factors.Storage.Tests.Files;

public sealed class ParquetFactorSinkTests : IDisposable
{
    private static readonly Panel Market = Data.Panel();
    private readonly string _folder = Directory.CreateTempSubdirectory("alphakit").FullName;

    private string FileName => Path.Combine(_folder, "factors.parquet");

    [Theory]
    [InlineData(1, ParquetCompression.None, 1)]
    [InlineData(100, ParquetCompression.None, 2)]
    [InlineData(122_880, ParquetCompression.Snappy, 2)]
    public async Task The_file_holds_every_value_to_the_bit(int groupRows, ParquetCompression compression, int threads)
    {
        FeatureTensor whole = Data.Factors.Compute(Market);
        await using (ParquetFactorSink sink = new(FileName, new ParquetFactorOptions { RowGroupRows = groupRows, Compression = compression, Threads = threads }))
        {
            foreach ((int first, int count) in new[] { (0, 7), (7, 20), (27, 33) })
                await sink.WriteAsync(Data.Factors.Compute(Market).Part(first, count), default);
            Assert.False(File.Exists(FileName));
            await sink.CompleteAsync(default);
            Assert.Equal(new FileInfo(FileName).Length, sink.Bytes);
        }

        await Holds(whole);
        Assert.Equal([FileName], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_set_is_written_by_blocks_as_it_is_computed_at_once()
    {
        Panel market = Data.Panel(700, 50, seed: 4);
        IProgress<double> progress = new Collected();
        await using (ParquetFactorSink sink = new(FileName))
        {
            // 1 MiB: two blocks of 640 rows of 4 factors × 64 columns do not fit, so there are several.
            await Data.Factors.WriteAsync(market, sink, new EngineOptions { Threads = 2, MemoryBudget = 1 << 20 }, progress);
        }

        await Holds(Data.Factors.Compute(market));
        Assert.Equal(1, ((Collected)progress).Seen[^1]);
    }

    [Fact]
    public async Task What_is_not_completed_leaves_nothing()
    {
        await File.WriteAllTextAsync(FileName, "old");
        await using (ParquetFactorSink sink = new(FileName)) await sink.WriteAsync(Data.Factors.Compute(Market), default);
        Assert.Equal("old", await File.ReadAllTextAsync(FileName));
        Assert.Equal([FileName], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Stopping_leaves_nothing()
    {
        using CancellationTokenSource stop = new();
        await using (ParquetFactorSink sink = new(FileName))
        {
            IProgress<double> progress = new Collected(_ => stop.Cancel());
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                Data.Factors.WriteAsync(Data.Panel(2000, 50), sink, new EngineOptions { MemoryBudget = 1 << 20 }, progress, stop.Token));
        }

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Other_blocks_and_taken_names_are_refused()
    {
        await using ParquetFactorSink sink = new(FileName);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sink.CompleteAsync(default));
        await sink.WriteAsync(Data.Factors.Compute(Market), default);
        await Assert.ThrowsAsync<ArgumentException>(() => sink.WriteAsync(Data.Factors.Compute(Data.Panel(60, 22)), default));
        FactorSet other = FactorSet.Of(new NamedFactor("mean", Op.Close));
        await Assert.ThrowsAsync<ArgumentException>(() => sink.WriteAsync(other.Compute(Market), default));
        await using ParquetFactorSink taken = new(Path.Combine(_folder, "b.parquet"));
        await Assert.ThrowsAsync<ArgumentException>(() => taken.WriteAsync(FactorSet.Of(new NamedFactor("symbol", Op.Close)).Compute(Market), default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task Holds(FeatureTensor whole)
    {
        using ParquetFile file = await ParquetFile.OpenAsync(FileName);
        Assert.Equal(["trade_date", "symbol", .. whole.Names], file.Columns.Select(c => c.Name));
        Assert.Equal((long)whole.Axes.Days * whole.Axes.Count, file.RowCount);
        int row = 0, width = whole.Axes.Count;
        foreach (ParquetRowGroup group in file.RowGroups)
        {
            ParquetValues dates = await file.ReadAsync(group, "trade_date"), symbols = await file.ReadAsync(group, "symbol");
            for (int i = 0; i < dates.Count; i++)
            {
                Assert.Equal(whole.Axes.Calendar[(row + i) / width], dates.DateAt(i));
                Assert.Equal(whole.Axes.Symbols[(row + i) % width].ToString(), symbols.TextAt(i));
            }

            foreach (FactorValues factor in whole.Features)
            {
                float[] values = (await file.ReadAsync(group, factor.Name)).Floats.ToArray();
                for (int i = 0; i < values.Length; i += width) Data.SameBits(factor.Values.Row((row + i) / width), values.AsSpan(i, width));
            }

            row += dates.Count;
        }
    }

    private sealed class Collected(Action<double>? also = null) : IProgress<double>
    {
        public List<double> Seen { get; } = [];

        public void Report(double value)
        {
            Seen.Add(value);
            also?.Invoke(value);
        }
    }
}

file static class Parts
{
    public static FeatureTensor Part(this FeatureTensor whole, int first, int count) => new(
        whole.Features.Select(f => new FactorValues(f.Name, whole.Axes.SliceDays(first, count), f.Values.Slice(first, count), f.KnownAt)),
        whole.Members.Slice(first, count));
}
