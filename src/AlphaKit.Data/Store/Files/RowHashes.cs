using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Data;

/// <summary>
/// 128-bit hashes of rows: the sum over the columns of a mixed hash of name and value. Missing values add nothing, so neither the order of
/// the columns nor columns without a value matter. Equal on every machine.
/// </summary>
internal static class RowHashes
{
    public static UInt128[] Of(IEnumerable<SourceColumn> columns, int rows)
    {
        UInt128[] hashes = new UInt128[rows];
        foreach (SourceColumn column in columns) Add(hashes, column);
        return hashes;
    }

    /// <summary>The hash of a row with the time at which it was recorded.</summary>
    public static UInt128 Stamped(UInt128 content, long recorded)
    {
        ulong low = (ulong)content, high = (ulong)(content >> 64);
        return new UInt128(Mix(high ^ (ulong)recorded), Mix(low + BitOperations.RotateLeft((ulong)recorded, 32) + 0x632BE59BD9B4E019));
    }

    private static void Add(UInt128[] hashes, SourceColumn column)
    {
        Span<byte> seeds = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(column.Name), seeds);
        ulong a = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(seeds), b = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(seeds[8..]);
        switch (column.Kind)
        {
            case SourceColumnKind.Symbol:
                ReadOnlySpan<Symbol> symbols = column.Symbols;
                for (int row = 0; row < hashes.Length; row++)
                {
                    if (!symbols[row].IsNone) AddValue(ref hashes[row], ((ulong)symbols[row].Number << 8) | (uint)symbols[row].Exchange, a, b);
                }

                break;
            case SourceColumnKind.Date:
                ReadOnlySpan<DateOnly> dates = column.Dates;
                for (int row = 0; row < hashes.Length; row++)
                {
                    if (dates[row] != SourceColumn.NoDate) AddValue(ref hashes[row], (ulong)dates[row].DayNumber, a, b);
                }

                break;
            case SourceColumnKind.Number:
                ReadOnlySpan<double> numbers = column.Numbers;
                for (int row = 0; row < hashes.Length; row++)
                {
                    double value = numbers[row];
                    if (!double.IsNaN(value)) AddValue(ref hashes[row], BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value), a, b);
                }

                break;
            default:
                AddTexts(hashes, column.Texts, a, b);
                break;
        }
    }

    private static void AddTexts(UInt128[] hashes, ReadOnlySpan<string> texts, ulong a, ulong b)
    {
        Dictionary<string, UInt128> known = new(StringComparer.Ordinal);
        for (int row = 0; row < hashes.Length; row++)
        {
            string text = texts[row];
            if (text.Length == 0) continue;
            if (!known.TryGetValue(text, out UInt128 hash))
            {
                byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
                hash = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
                known.Add(text, hash);
            }

            UInt128 added = new(Mix((ulong)(hash >> 64) ^ a), Mix((ulong)hash + b));
            hashes[row] = unchecked(hashes[row] + added);
        }
    }

    private static void AddValue(ref UInt128 hash, ulong value, ulong a, ulong b)
    {
        UInt128 added = new(Mix(value ^ a), Mix(BitOperations.RotateLeft(value, 32) + b));
        hash = unchecked(hash + added);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014), applied twice with a constant between.</summary>
    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            x = (x ^ (x >> 31)) + 0x9E3779B97F4A7C15;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
