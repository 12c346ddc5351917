using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;

namespace AlphaKit.Factors.Storage.Tests.Caches;

/// <summary>What every cache must do, tried on both.</summary>
public abstract class FactorCacheTests : IDisposable
{
    private static readonly Panel Market = Data.Panel();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("alphakit").FullName;

    protected abstract IFactorCache Cache { get; }

    [Fact]
    public async Task The_second_time_nothing_is_computed()
    {
        FeatureTensor expected = Data.Factors.Compute(Market);
        CachedComputation first = await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, Market);
        CachedComputation second = await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, Market);
        Assert.Equal(Data.Factors.Names, first.Computed);
        Assert.Empty(second.Computed);
        for (int k = 0; k < expected.Count; k++)
        {
            Data.SameBits(expected[k].Values, first.Features[k].Values);
            Data.SameBits(expected[k].Values, second.Features[k].Values);
        }
    }

    [Fact]
    public async Task Of_many_factors_only_the_edited_one_is_computed()
    {
        static FactorSet Many(int edited) => FactorSet.Of(Enumerable.Range(0, 200).Select(k =>
            new NamedFactor($"f{k}", Op.Mean(Op.Close / Op.Delay(Op.Open, 1 + (k % 7)), 2 + (k / 7)) + (k == edited ? 1 : 0))));
        await new CachedFactors(Cache, "v1").ComputeAsync(Many(-1), Market);
        CachedComputation edited = await new CachedFactors(Cache, "v1").ComputeAsync(Many(117), Market);
        Assert.Equal(["f117"], edited.Computed);
        Data.SameBits(Many(117).Compute(Market)["f117"].Values, edited.Features["f117"].Values);
    }

    [Fact]
    public async Task Steps_are_exchanged_freely_and_a_part_that_is_edited_changes_all_that_depend_on_it()
    {
        Factor part = Op.Rank(Op.Close);
        FactorSet set = FactorSet.Of(new NamedFactor("a", Op.Mean(part, 3)), new NamedFactor("b", Op.Std(part, 5)), new NamedFactor("c", Op.Open));
        CachedFactors cached = new(Cache, "v1");
        await cached.ComputeAsync(set, Market);
        CachedComputation stepped = await cached.ComputeAsync(set.Then(Standardise.ZScore()), Market);
        Assert.Empty(stepped.Computed);
        Data.SameBits(set.Then(Standardise.ZScore()).Compute(Market)["b"].Values, stepped.Features["b"].Values);
        part = Op.Rank(Op.Close + 1);
        FactorSet edited = FactorSet.Of(new NamedFactor("a", Op.Mean(part, 3)), new NamedFactor("b", Op.Std(part, 5)), new NamedFactor("c", Op.Open));
        Assert.Equal(["a", "b"], (await cached.ComputeAsync(edited, Market)).Computed);
    }

    [Fact]
    public async Task Other_data_days_symbols_or_members_are_other_keys()
    {
        await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, Market);
        Assert.Equal(4, (await new CachedFactors(Cache, "v2").ComputeAsync(Data.Factors, Market)).Computed.Count);
        Panel shorter = Market.Between(Market.Calendar[0], Market.Calendar[50]);
        Assert.Equal(4, (await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, shorter)).Computed.Count);
        Membership members = Membership.Create(60, 23, (t, row) =>
        {
            Market.Members.Row(t).CopyTo(row);
            if (t == 30) row[4] ^= true;
        });
        Assert.Equal(4, (await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, Market.With(members, Clock.Open))).Computed.Count);
        Assert.Equal(4, (await new CachedFactors(Cache, "v1").ComputeAsync(Data.Factors, Data.Panel(60, 24))).Computed.Count);
    }

    [Fact]
    public void The_version_of_data_changes_with_any_value()
    {
        string version = CachedFactors.VersionOf(Market, Data.Factors.RequiredFields);
        Assert.Equal(version, CachedFactors.VersionOf(Data.Panel(), Data.Factors.RequiredFields));
        FieldMatrix close = Market[Field.AdjustedClose];
        Panel changed = Market.With(Field.AdjustedClose, FieldMatrix.Create(60, 23, (t, row) =>
        {
            close.Row(t).CopyTo(row);
            if (t == 59) row[22] = 1234;
        }));
        Assert.NotEqual(version, CachedFactors.VersionOf(changed, Data.Factors.RequiredFields));
    }

    [Fact]
    public async Task An_operator_of_ones_own_is_always_computed()
    {
        FactorSet set = FactorSet.Of(new NamedFactor("own", Op.Custom(new Twice(), Op.Close)), new NamedFactor("mean", Op.Mean(Op.Close, 3)));
        CachedFactors cached = new(Cache, "v1");
        await cached.ComputeAsync(set, Market);
        Assert.Equal(["own"], (await cached.ComputeAsync(set, Market)).Computed);
    }

    [Fact]
    public async Task Damaged_entries_are_computed_again()
    {
        CachedFactors cached = new(Cache, "v1");
        FeatureTensor expected = (await cached.ComputeAsync(Data.Factors, Market)).Features;
        foreach (int at in new[] { 0, 1, 50, 1000, 3000, -1, -9 })
        {
            // The first bytes of a file and the last one of its footer carry nothing that is used.
            Damage(at);
            CachedComputation again = await cached.ComputeAsync(Data.Factors, Market);
            Assert.True(again.Computed.Count == 4 || (at >= 0 && at < 100) || at == -9, $"byte {at}");
            Assert.Empty((await cached.ComputeAsync(Data.Factors, Market)).Computed);
            for (int k = 0; k < 4; k++) Data.SameBits(expected[k].Values, again.Features[k].Values);
        }
    }

    [Fact]
    public async Task Values_of_another_shape_than_the_axes_are_refused()
    {
        FieldMatrix values = Market[Field.AdjustedClose];
        foreach (PanelAxes axes in new[] { Data.Axes(61, 23), Data.Axes(60, 22), Data.Axes(23, 60) })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Cache.StoreAsync(Key, axes, values, default));
            Assert.Null(await Cache.FindAsync(Key, axes, default));
        }
    }

    [Fact]
    public async Task An_entry_is_not_found_under_axes_of_another_shape()
    {
        FieldMatrix values = Market[Field.AdjustedClose];
        await Cache.StoreAsync(Key, Market.Axes, values, default);
        Data.SameBits(values, (await Cache.FindAsync(Key, Market.Axes, default))!);
        foreach ((int days, int count) in new[] { (23, 60), (60, 22), (59, 23), (120, 23) })
            Assert.Null(await Cache.FindAsync(Key, Data.Axes(days, count), default));
    }

    [Fact]
    public async Task More_than_a_million_values_come_back_to_the_bit()
    {
        // In files: 1,042 days of 1,006 symbols are one row group, the other 158 days a second one.
        PanelAxes axes = Data.Axes(1200, 1006);
        FieldMatrix values = FieldMatrix.Create(1200, 1006, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++) row[i] = (1006 * t) + i;
        });
        await Cache.StoreAsync(Key, axes, values, default);
        Data.SameBits(values, (await Cache.FindAsync(Key, axes, default))!);
    }

    protected static FactorKey Key { get; } = new(new string('a', 64));

    /// <summary>Changes a byte of every entry, counted from the end when negative.</summary>
    protected abstract void Damage(int at);

    protected static void Damage(byte[] bytes, int at) => bytes[at < 0 ? bytes.Length + at : at] ^= 0x10;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class Twice() : ElementwiseOperator("twice", ["x"], "2·x")
    {
        public override void Evaluate(OperatorInputs inputs, Span<float> results)
        {
            for (int i = 0; i < results.Length; i++) results[i] = 2 * inputs[0][i];
        }
    }

    public sealed class InParquetFiles : FactorCacheTests
    {
        private ParquetFactorCache Files => new(Path.Combine(Folder, "cache"));

        protected override IFactorCache Cache => Files;

        [Fact]
        public async Task The_file_of_another_key_is_not_taken()
        {
            FactorKey other = new(new string('b', 64));
            await Files.StoreAsync(Key, Market.Axes, Market[Field.Volume], default);
            Directory.CreateDirectory(Path.GetDirectoryName(Files.PathOf(other))!);
            File.Copy(Files.PathOf(Key), Files.PathOf(other));
            Assert.Null(await Files.FindAsync(other, Market.Axes, default));
        }

        [Fact]
        public async Task What_a_killed_writer_left_hinders_nobody()
        {
            string left = Files.PathOf(Key) + ".0.tmp";
            Directory.CreateDirectory(Path.GetDirectoryName(left)!);
            await File.WriteAllTextAsync(left, "half");
            await Files.StoreAsync(Key, Market.Axes, Market[Field.Volume], default);
            Data.SameBits(Market[Field.Volume], (await Files.FindAsync(Key, Market.Axes, default))!);
            Assert.Equal("half", await File.ReadAllTextAsync(left));
        }

        [Fact]
        public async Task A_file_that_cannot_be_put_in_its_place_leaves_nothing()
        {
            Directory.CreateDirectory(Files.PathOf(Key));
            await Assert.ThrowsAnyAsync<SystemException>(() => Files.StoreAsync(Key, Market.Axes, Market[Field.Volume], default));
            Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
        }

        protected override void Damage(int at)
        {
            foreach (string file in Directory.GetFiles(Folder, "*.parquet", SearchOption.AllDirectories))
            {
                byte[] bytes = File.ReadAllBytes(file);
                Damage(bytes, at);
                File.WriteAllBytes(file, bytes);
            }
        }
    }

    public sealed class BehindADistributedCache : FactorCacheTests
    {
        private readonly Memory _memory = new();

        protected override IFactorCache Cache => new DistributedFactorCache(_memory);

        [Fact]
        public async Task An_entry_is_kept_as_long_as_asked_for()
        {
            DistributedCacheEntryOptions hour = new() { SlidingExpiration = TimeSpan.FromHours(1) };
            await new DistributedFactorCache(_memory, hour).StoreAsync(Key, Market.Axes, Market[Field.Volume], default);
            Assert.Same(hour, _memory.Kept[DistributedFactorCache.NameOf(Key)]);
        }

        [Theory]
        [InlineData(0)]
        [InlineData(4)]
        [InlineData(8)]
        public async Task An_entry_of_another_format_or_shape_is_not_taken_even_if_its_hash_is_right(int at)
        {
            await Cache.StoreAsync(Key, Market.Axes, Market[Field.Volume], default);
            byte[] bytes = _memory.Entries[DistributedFactorCache.NameOf(Key)];
            Assert.Equal(12 + (4 * 60 * 23) + 32, bytes.Length);
            bytes[at] ^= 1;
            SHA256.HashData(bytes.AsSpan(..^32), bytes.AsSpan(^32..));
            Assert.Null(await Cache.FindAsync(Key, Market.Axes, default));
        }

        protected override void Damage(int at)
        {
            foreach (byte[] bytes in _memory.Entries.Values) Damage(bytes, at);
        }
    }

    private sealed class Memory : IDistributedCache
    {
        public Dictionary<string, byte[]> Entries { get; } = [];

        public Dictionary<string, DistributedCacheEntryOptions> Kept { get; } = [];

        public byte[]? Get(string key) => Entries.GetValueOrDefault(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

        public void Refresh(string key)
        {
        }

        public Task RefreshAsync(string key, CancellationToken token = default) => Task.CompletedTask;

        public void Remove(string key) => Entries.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default)
        {
            Remove(key);
            return Task.CompletedTask;
        }

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => (Entries[key], Kept[key]) = (value, options);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Set(key, value, options);
            return Task.CompletedTask;
        }
    }
}
