using System.Security.Cryptography;

namespace AlphaKit.Parquet.Tests.Compression;

public sealed class GoldenBlockTests
{
    [Fact]
    public void The_text_is_the_one_that_the_tools_were_given() =>
        Assert.Equal(GoldenBlocks.TextHash, Convert.ToHexStringLower(SHA256.HashData(GoldenBlocks.Text())));

    [Theory]
    [InlineData(GoldenBlocks.Zstd19)]
    [InlineData(GoldenBlocks.ZstdWithoutSize)]
    public void Zstandard_frames_of_the_reference_tool_expand(string base64)
    {
        byte[] expanded = new byte[GoldenBlocks.Text().Length];
        ZstdCodec.Decompress(Convert.FromBase64String(base64), expanded);
        Assert.Equal(GoldenBlocks.Text(), expanded);
    }

    [Fact]
    public void Zstandard_frames_may_follow_each_other_be_empty_or_be_skippable()
    {
        byte[] skippable = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
        byte[] frames = [.. Convert.FromBase64String(GoldenBlocks.ZstdEmpty), .. skippable, .. Convert.FromBase64String(GoldenBlocks.ZstdWithoutSize), .. Convert.FromBase64String(GoldenBlocks.Zstd19)];
        byte[] text = GoldenBlocks.Text(), expanded = new byte[2 * text.Length];
        ZstdCodec.Decompress(frames, expanded);
        Assert.Equal([.. text, .. text], expanded);
    }

    [Fact]
    public void Zstandard_runs_expand()
    {
        byte[] expanded = new byte[100_000];
        expanded.AsSpan().Fill(1);
        ZstdCodec.Decompress(Convert.FromBase64String(GoldenBlocks.ZstdZeros), expanded);
        Assert.True(expanded.All(b => b == 0));
    }

    [Fact]
    public void An_Lz4_block_of_the_reference_tool_expands()
    {
        byte[] expanded = new byte[GoldenBlocks.Text().Length];
        Lz4RawCodec.Decompress(Convert.FromBase64String(GoldenBlocks.Lz4Block), expanded);
        Assert.Equal(GoldenBlocks.Text(), expanded);
    }

    [Fact]
    public void Another_length_than_declared_is_refused()
    {
        int length = GoldenBlocks.Text().Length;
        foreach (int wrong in new[] { 0, length - 1, length + 1 })
        {
            Assert.Throws<InvalidDataException>(() => ZstdCodec.Decompress(Convert.FromBase64String(GoldenBlocks.Zstd19), new byte[wrong]));
            Assert.Throws<InvalidDataException>(() => Lz4RawCodec.Decompress(Convert.FromBase64String(GoldenBlocks.Lz4Block), new byte[wrong]));
        }
    }

    [Fact]
    public void The_checksum_is_the_published_one() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8)); // the check value of CRC-32/ISO-HDLC
}
