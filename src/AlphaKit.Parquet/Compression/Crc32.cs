using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Parquet;

/// <summary>
/// CRC-32 of ISO 3309 (polynomial 0x04C11DB7, reflected): what guards pages. Long data is folded by carry-less multiplication, 64 bytes a step
/// (Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009); what is short, and machines
/// without that instruction, take eight bytes a step by tables. Both give the same number.
/// </summary>
internal static class Crc32
{
    // x^n mod P, reflected, for shifts by 512 + 32, 512 − 32, 128 + 32 and 128 − 32 bits.
    private const ulong By512High = 0x0154442BD4, By512Low = 0x01C6E41596, By128High = 0x01751997D0, By128Low = 0x00CCAA009E;

    private static readonly uint[] Table = BuildTable();

    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint state = 0xFFFFFFFF;
        if (Pclmulqdq.IsSupported && data.Length >= 128) state = Fold(state, ref data);
        return ~ByTable(state, data);
    }

    /// <summary>The same by tables alone.</summary>
    internal static uint OfByTable(ReadOnlySpan<byte> data) => ~ByTable(0xFFFFFFFF, data);

    /// <summary>Takes all whole blocks of 16 bytes and leaves the rest.</summary>
    private static uint Fold(uint state, ref ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(data);
        data = data[(blocks.Length * 16)..];
        Vector128<ulong> a = blocks[0] ^ Vector128.Create((ulong)state, 0), b = blocks[1], c = blocks[2], d = blocks[3];
        Vector128<ulong> far = Vector128.Create(By512High, By512Low), near = Vector128.Create(By128High, By128Low);
        int i = 4;
        for (; i + 4 <= blocks.Length; i += 4)
        {
            a = Shift(a, far) ^ blocks[i];
            b = Shift(b, far) ^ blocks[i + 1];
            c = Shift(c, far) ^ blocks[i + 2];
            d = Shift(d, far) ^ blocks[i + 3];
        }

        a = Shift(Shift(Shift(a, near) ^ b, near) ^ c, near) ^ d;
        for (; i < blocks.Length; i++) a = Shift(a, near) ^ blocks[i];

        // What is left is congruent to all that was folded.
        Span<byte> remainder = stackalloc byte[16];
        a.AsByte().CopyTo(remainder);
        return ByTable(0, remainder);
    }

    private static Vector128<ulong> Shift(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    private static uint ByTable(uint crc, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> t = Table;
        while (data.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = t[(int)(1792 + (low & 255))] ^ t[(int)(1536 + ((low >> 8) & 255))] ^ t[(int)(1280 + ((low >> 16) & 255))] ^ t[(int)(1024 + (low >> 24))]
                ^ t[(int)(768 + (high & 255))] ^ t[(int)(512 + ((high >> 8) & 255))] ^ t[(int)(256 + ((high >> 16) & 255))] ^ t[(int)(high >> 24)];
            data = data[8..];
        }

        foreach (byte b in data) crc = (crc >> 8) ^ t[(int)((crc ^ b) & 255)];
        return crc;
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
