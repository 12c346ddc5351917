namespace AlphaKit.Data.Tests.Store.Crash;

public sealed class CrashTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Writers_killed_at_random_moments_leave_whole_deliveries_and_the_bytes_of_an_undisturbed_run()
    {
        KillReport report = await Killer.RunAsync(8, seed: 1);
        Assert.Empty(report.Problems);
        Assert.True(report.Kills >= 8 && report.Finished >= 1);
    }

    [Fact]
    public async Task Every_step_of_a_commit_can_be_the_last()
    {
        // The states that a commit passes through, made by hand from the files before and after it.
        using StoreFolder before = new(), after = new();
        foreach (StoreFolder folder in new[] { before, after })
        {
            MarketStore store = await folder.OpenAsync();
            await using StoreWriter writer = await store.WriteAsync();
            await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 20)));
            await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 1, 11)));
            if (folder == after) await writer.CompactAsync();
        }

        string[] old = ["2025_000001.parquet", "2025_000002.parquet"];
        await Recovers("new file written", before, f => Copy("2025.parquet", f, "2025.parquet.new"));
        await Recovers("manifest written", before, f => Copy("2025.parquet", f, "2025.parquet.new"), f => Copy("manifest.json", f, "commit.json.new"));
        await Recovers("decided", after, f => Copy("2025.parquet", f, "2025.parquet.new"), f => Copy("manifest.json", f, "commit.json"));
        await Recovers("new file named", after, f => Copy("2025.parquet", f, "2025.parquet"), f => Copy("manifest.json", f, "commit.json"));
        await Recovers("one old file gone", after, f => Copy("2025.parquet", f, "2025.parquet"), f => Copy("manifest.json", f, "commit.json"), f => File.Delete(Path.Combine(f, old[0])));
        await Recovers("old files gone", after, f => Copy("2025.parquet", f, "2025.parquet"), f => Copy("manifest.json", f, "commit.json"), f => File.Delete(Path.Combine(f, old[0])), f => File.Delete(Path.Combine(f, old[1])));

        void Copy(string file, string folder, string name) => File.Copy(Path.Combine(after.Path, "daily", file), Path.Combine(folder, name));

        async Task Recovers(string step, StoreFolder expected, params Action<string>[] changes)
        {
            using StoreFolder crashed = new();
            Directory.CreateDirectory(Path.Combine(crashed.Path, "daily"));
            File.Copy(Path.Combine(before.Path, "store.json"), Path.Combine(crashed.Path, "store.json"));
            foreach (string file in Directory.EnumerateFiles(Path.Combine(before.Path, "daily"))) File.Copy(file, Path.Combine(crashed.Path, "daily", Path.GetFileName(file)));
            foreach (Action<string> change in changes) change(Path.Combine(crashed.Path, "daily"));
            MarketStore store = await crashed.OpenAsync();
            Assert.Equal(3, (await store.Latest.ReadAsync("daily")).RowCount);
            await using (await store.WriteAsync())
            {
            }

            Assert.True(crashed.Files().SequenceEqual(expected.Files()), step);
        }
    }
}
