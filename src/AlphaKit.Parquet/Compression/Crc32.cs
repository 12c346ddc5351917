using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>CRC-32 of ISO 3309 (polynomial 0x04C11DB7, reflected), eight bytes a step: what guards pages.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = BuildTable();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint crc = 0xFFFFFFFF;
        ReadOnlySpan<uint> t = Table;
        while (data.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = t[(int)(1792 + (low & 255))] ^ t[(int)(1536 + ((low >> 8) & 255))] ^ t[(int)(1280 + ((low >> 16) & 255))] ^ t[(int)(1024 + (low >> 24))]
                ^ t[(int)(768 + (high & 255))] ^ t[(int)(512 + ((high >> 8) & 255))] ^ t[(int)(256 + ((high >> 16) & 255))] ^ t[(int)(high >> 24)];
            data = data[8..];
        }

        foreach (byte b in data) crc = (crc >> 8) ^ t[(int)((crc ^ b) & 255)];
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        uint[] table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            table[i] = crc;
        }

        for (int i = 256; i < table.Length; i++) table[i] = (table[i - 256] >> 8) ^ table[table[i - 256] & 255];
        return table;
    }
}
