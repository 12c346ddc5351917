using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AlphaKit;

/// <summary>SHA-256 of content, the same in every process and on every machine. Used for data versions, cache keys and manifests.</summary>
public static class ContentHash
{
    /// <summary>Hash of text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Hash of bytes, as 64 lower-case hexadecimal digits.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Hash of a matrix: shape, then the bits of every value, little-endian, row after row; NaN counts as one canonical value.</summary>
    /// <param name="matrix">The matrix.</param>
    public static string Of(FieldMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{matrix.Rows}x{matrix.Columns};")));
        int[] bits = new int[matrix.Columns];
        for (int t = 0; t < matrix.Rows; t++)
        {
            ReadOnlySpan<float> row = matrix.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                int value = float.IsNaN(row[i]) ? unchecked((int)0x7FC00000) : BitConverter.SingleToInt32Bits(row[i]);
                bits[i] = BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
            }

            hash.AppendData(MemoryMarshal.AsBytes(bits.AsSpan()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A stable 64-bit number from text: the first eight bytes of its hash, big-endian.</summary>
    /// <param name="text">The text.</param>
    public static ulong ToUInt64(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
