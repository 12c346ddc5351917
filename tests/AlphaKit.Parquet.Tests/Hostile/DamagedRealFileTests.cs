using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Hostile;

public sealed class DamagedRealFileTests
{
    [SharedDataFact("parquet")]
    [Trait("Speed", "Slow")]
    public void Damaged_files_of_other_writers_are_refused_or_read_but_never_break_the_reader()
    {
        (string Name, byte[] Data)[] files = [.. Directory.GetFiles(SharedData.PathOf("parquet")!, "*.parquet").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))];
        // One large file in fifty turns.
        int read = Victim.ReadAll(10_000, i => files[i % files.Length] is var file && (file.Data.Length <= 100_000 || i % 50 == 0) ? (file.Data, file.Name) : (files[0].Data, files[0].Name));
        Assert.InRange(read, 1, 9_000);
    }
}
