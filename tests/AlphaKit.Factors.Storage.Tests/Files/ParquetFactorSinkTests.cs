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
    public async Task A_block_that_was_stopped_cannot_be_completed_around()
    {
        FeatureTensor whole = Data.Factors.Compute(Market);
        await using (ParquetFactorSink sink = new(FileName))
        {
            await sink.WriteAsync(whole, default);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.WriteAsync(whole, new CancellationToken(canceled: true)));
            await Assert.ThrowsAsync<InvalidOperationException>(() => sink.CompleteAsync(default));
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
        foreach (string name in new[] { "symbol", "trade_date" })
        {
            ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => taken.WriteAsync(FactorSet.Of(new NamedFactor(name, Op.Close)).Compute(Market), default));
            Assert.Contains($"must not be named '{name}'", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal([FileName + ".tmp"], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_complete_file_replaces_the_one_before_and_takes_no_more()
    {
        await File.WriteAllTextAsync(FileName, "old");
        FeatureTensor whole = Data.Factors.Compute(Market);
        await using ParquetFactorSink sink = new(FileName);
        Assert.Equal(0, sink.Bytes);
        await sink.WriteAsync(whole, default);
        Assert.Equal(new FileInfo(FileName + ".tmp").Length, sink.Bytes);
        Assert.True(sink.Bytes > 4 * 4 * 60 * 23, $"{sink.Bytes} bytes");
        await sink.CompleteAsync(default);
        await Holds(whole);
        foreach (Func<Task> more in new[] { () => sink.WriteAsync(whole, default), () => sink.CompleteAsync(default) })
            Assert.Equal($"'{FileName}' is complete.", (await Assert.ThrowsAsync<InvalidOperationException>(more)).Message);
        await sink.DisposeAsync();
        await Holds(whole);
    }

    // 23 symbols: 100 rows are 4 days. 60 days are 15 groups; 7 days are 2, of 4 and 3 days; a day that is larger than a group is one.
    [Theory]
    [InlineData(100, 60, "15 × 92")]
    [InlineData(100, 7, "1 × 92, 1 × 69")]
    [InlineData(1, 3, "3 × 23")]
    [InlineData(122_880, 60, "1 × 1380")]
    public async Task Row_groups_end_with_a_day_and_have_at_most_the_rows_asked_for(int rows, int days, string expected)
    {
        await WriteAsync(Data.Factors.Compute(Market).Part(0, days), new ParquetFactorOptions { RowGroupRows = rows });
        using ParquetFile file = await ParquetFile.OpenAsync(FileName);
        Assert.Equal(expected, string.Join(", ", file.RowGroups.CountBy(g => g.RowCount).Select(c => $"{c.Value} × {c.Key}")));
    }

    [Fact]
    public async Task The_file_names_its_engine_and_is_compressed_as_asked()
    {
        FeatureTensor constant = FactorSet.Of(new NamedFactor("one", Op.Close * 0 + 1)).Compute(Data.Panel(outside: 0));
        await WriteAsync(constant, new ParquetFactorOptions());
        using (ParquetFile plain = await ParquetFile.OpenAsync(FileName))
        {
            Assert.Contains(new("alphakit.engine", FactorEngine.Version), plain.KeyValues);
            Assert.True(plain.RowGroups[0].StoredBytesOf(plain.Column("one")) >= 4 * 60 * 23);
        }

        await WriteAsync(constant, new ParquetFactorOptions { Compression = ParquetCompression.Snappy });
        using ParquetFile packed = await ParquetFile.OpenAsync(FileName);
        Assert.True(packed.RowGroups[0].StoredBytesOf(packed.Column("one")) < 2 * 60 * 23);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        foreach (int rows in new[] { 0, -1, (1 << 26) + 1 })
            Assert.Throws<ArgumentOutOfRangeException>(nameof(ParquetFactorOptions.RowGroupRows), () => new ParquetFactorOptions { RowGroupRows = rows });
        foreach (int threads in new[] { 0, ParquetFactorOptions.MaxThreads + 1 })
            Assert.Throws<ArgumentOutOfRangeException>(nameof(ParquetFactorOptions.Threads), () => new ParquetFactorOptions { Threads = threads });
        Assert.Throws<ArgumentOutOfRangeException>(nameof(ParquetFactorOptions.Compression), () => new ParquetFactorOptions { Compression = (ParquetCompression)9 });
        Assert.Equal(1 << 26, new ParquetFactorOptions { RowGroupRows = 1 << 26 }.RowGroupRows);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync(FeatureTensor block, ParquetFactorOptions options)
    {
        await using ParquetFactorSink sink = new(FileName, options);
        await sink.WriteAsync(block, default);
        await sink.CompleteAsync(default);
    }

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
