namespace AlphaKit.Parquet.Tests.Compression;

public sealed class Crc32Tests
{
    [Fact]
    public void Nine_digits_give_the_published_check_value() => Assert.Equal(0xCBF43926u, Crc32.Of("123456789"u8));

    /// <summary>python3: <c>zlib.crc32(bytes(i * 7 % 251 for i in range(1000)))</c>.</summary>
    [Fact]
    public void A_thousand_bytes_give_the_number_of_zlib() => Assert.Equal(0x4da8651u, Crc32.Of([.. Enumerable.Range(0, 1000).Select(i => (byte)(i * 7 % 251))]));

    [Fact]
    public void Folding_and_tables_agree_for_every_length_and_alignment()
    {
        byte[] data = new byte[1200];
        new RandomBytes(7).Fill(data);
        for (int start = 0; start < 17; start++)
        {
            for (int length = 0; length <= 1100; length++)
            {
                ReadOnlySpan<byte> part = data.AsSpan(start, length);
                Assert.Equal(Crc32.OfByTable(part), Crc32.Of(part));
            }
        }
    }

    /// <summary>A linear congruential sequence: any bytes do.</summary>
    private sealed class RandomBytes(uint seed)
    {
        private uint _state = seed;

        public void Fill(Span<byte> bytes)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                _state = (_state * 1664525) + 1013904223;
                bytes[i] = (byte)(_state >> 24);
            }
        }
    }
}
