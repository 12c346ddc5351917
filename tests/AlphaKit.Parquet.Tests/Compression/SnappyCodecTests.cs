using FsCheck.Fluent;

namespace AlphaKit.Parquet.Tests.Compression;

public sealed class SnappyCodecTests
{
    [Fact]
    public void A_hand_worked_block_expands()
    {
        // "abcabcabcabc": length 12, literal "abc", copy of 9 bytes 3 back (two-byte form), from format_description.txt.
        byte[] block = [12, 2 << 2, (byte)'a', (byte)'b', (byte)'c', (8 << 2) | 2, 3, 0];
        byte[] expanded = new byte[12];
        SnappyCodec.Decompress(block, expanded);
        Assert.Equal("abcabcabcabc"u8.ToArray(), expanded);
    }

    [Fact]
    public void What_is_compressed_expands_to_itself() => AlphaKit.TestSupport.Properties.Holds(
        from length in Gen.Choose(0, 200_000)
        from alphabet in Gen.Choose(1, 256)
        from seed in Gen.Choose(0, int.MaxValue)
        select (length, alphabet, seed),
        c =>
        {
            byte[] data = new byte[c.length];
            uint state = (uint)c.seed | 1;
            for (int i = 0; i < data.Length; i++)
            {
                state = (state * 1664525) + 1013904223;
                data[i] = (state >> 28) > 4 && i > 300 ? data[i - 1 - (int)((state >> 12) & 255)] : (byte)((state >> 16) % (uint)c.alphabet);
            }

            byte[] packed = new byte[SnappyCodec.MaxCompressedLength(data.Length)];
            int n = SnappyCodec.Compress(data, packed);
            byte[] back = new byte[data.Length];
            SnappyCodec.Decompress(packed.AsSpan(0, n), back);
            return data.AsSpan().SequenceEqual(back);
        },
        cases: 200);

    [Fact]
    public void Repetition_is_found()
    {
        byte[] data = new byte[100_000];
        for (int i = 0; i < data.Length; i++) data[i] = (byte)(i % 37);
        byte[] packed = new byte[SnappyCodec.MaxCompressedLength(data.Length)];
        Assert.InRange(SnappyCodec.Compress(data, packed), 1, 6_000);
    }
}
