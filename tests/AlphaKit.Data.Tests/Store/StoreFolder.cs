using FilePath = System.IO.Path;

namespace AlphaKit.Data.Tests.Store;

/// <summary>A folder for a store that goes away with the test, and a clock that stands where the test puts it.</summary>
internal sealed class StoreFolder : TimeProvider, IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 17, 0, 0, TimeSpan.FromHours(8));

    public string Path { get; } = Directory.CreateTempSubdirectory("store-股").FullName;

    public DateTimeOffset Now { get; set; } = Start;

    public MarketStoreOptions Options => new() { Time = this, Threads = 2, Patience = TimeSpan.Zero };

    public override DateTimeOffset GetUtcNow() => Now;

    public ValueTask<MarketStore> OpenAsync() => MarketStore.OpenAsync(Path, Options);

    /// <summary>Every file of the store but the lock, by relative path, with its bytes.</summary>
    public SortedDictionary<string, string> Files() => Files(Path);

    public static SortedDictionary<string, string> Files(string path)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        {
            string name = FilePath.GetRelativePath(path, file);
            if (name != "lock") files.Add(name, ContentHash.Of(File.ReadAllBytes(file)));
        }

        return files;
    }

    public void Dispose() => Directory.Delete(Path, true);
}
