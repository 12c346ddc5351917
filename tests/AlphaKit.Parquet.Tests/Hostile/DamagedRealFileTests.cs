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
        int read = 0;
        for (int i = 0; i < 10_000; i++)
        {
            (string name, byte[] data) = files[i % files.Length];
            if (data.Length > 100_000 && i % 50 != 0) continue;
            if (Victim.Read(new Mutation((ulong)i).Of(data), $"{name}, seed {i}")) read++;
        }

        Assert.InRange(read, 1, 9_000);
    }
}
