namespace AlphaKit.Parquet.Tests.Support;

/// <summary>Damages bytes, repeatably for a seed.</summary>
internal sealed class Mutation(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A damaged copy: cut, flipped, overwritten with extreme numbers, or with a stretch copied elsewhere.</summary>
    public byte[] Of(byte[] sound)
    {
        byte[] data = [.. sound];
        int edits = 1 + Next(4);
        for (int e = 0; e < edits; e++)
        {
            // Half of the damage goes to the end, where the footer is.
            int at = Next(2) == 0 || data.Length < 600 ? Next(data.Length) : data.Length - 1 - Next(600);
            switch (Next(8))
            {
                case 0:
                    return data[..Next(data.Length)];
                case 1 or 2:
                    data[at] ^= (byte)(1 << Next(8));
                    break;
                case 3:
                    data[at] = (byte)Next(256);
                    break;
                case 4:
                    Write(data, at, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]); // varint −1 of 32 bits
                    break;
                case 5:
                    Write(data, at, [0xFE, 0xFF, 0xFF, 0xFF, 0x0F]); // zig-zag int.MaxValue
                    break;
                case 6:
                    Write(data, at, Next(2) == 0 ? [0xFF, 0xFF, 0xFF, 0x7F] : [0x00, 0x00, 0x00, 0x80]);
                    break;
                default:
                    int length = 1 + Next(Math.Min(64, data.Length)), from = Next(data.Length - length + 1);
                    Write(data, at, data.AsSpan(from, length).ToArray());
                    break;
            }
        }

        return data;
    }

    private static void Write(byte[] data, int at, ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, data.Length - at)].CopyTo(data.AsSpan(at));

    // splitmix64
    private int Next(int bound)
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (uint)bound);
    }
}
