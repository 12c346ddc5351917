using System.Diagnostics;
using AlphaKit.Parquet.Tests.Support;

namespace AlphaKit.Parquet.Tests.Compression;

public sealed class ZstdCodecTests
{
    private const string Tool = "/usr/bin/zstd";

    [ToolTheory(Tool)]
    [InlineData(1, 0, 5)]
    [InlineData(3, 1000, 5)]
    [InlineData(3, 300_000, 3)]
    [InlineData(19, 300_000, 40)]
    [InlineData(9, 1_000_000, 256)]
    [InlineData(1, 200_000, 1)]
    [InlineData(22, 700_000, 12)]
    public void What_the_reference_tool_packs_expands(int level, int length, int alphabet)
    {
        byte[] data = new byte[length];
        uint state = 12345;
        for (int i = 0; i < data.Length; i++)
        {
            state = (state * 1664525) + 1013904223;
            data[i] = (state >> 28) > 6 && i > 5000 ? data[i - 1 - (int)((state >> 12) & 4095)] : (byte)((state >> 16) % (uint)alphabet % (1 + ((state >> 8) & 255)));
        }

        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "data");
        File.WriteAllBytes(file, data);
        foreach (string option in new[] { "--no-content-size", "--content-size", "--check", "--no-check" })
        {
            using Process tool = Process.Start(new ProcessStartInfo(Tool, [$"-{level}", "--ultra", option, "-q", "-f", "-k", file]) { RedirectStandardError = true })!;
            tool.WaitForExit();
            Assert.Equal(0, tool.ExitCode);
            byte[] expanded = new byte[length];
            ZstdCodec.Decompress(File.ReadAllBytes(file + ".zst"), expanded);
            Assert.True(data.AsSpan().SequenceEqual(expanded), option);
        }

        Directory.Delete(folder, true);
    }
}
