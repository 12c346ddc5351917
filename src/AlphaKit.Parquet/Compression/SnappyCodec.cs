using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Parquet;

/// <summary>
/// The Snappy block format (google/snappy, format_description.txt): a varint length, then literals and back references of up to 64 bytes.
/// </summary>
internal static class SnappyCodec
{
    private const int HashBits = 14;
    private const int BlockSize = 1 << 16;
    private const int Step = 16; // bytes that are copied at once where there is room

    /// <summary>Upper bound of the compressed size.</summary>
    public static int MaxCompressedLength(int length) => checked(32 + length + (length / 6));

    /// <summary>Expands a block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="destination">Exactly as long as the expanded data must be.</param>
    /// <exception cref="InvalidDataException">The block is malformed or expands to another length.</exception>
    public static void Decompress(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int position = 0;
        ulong declared = VarInt.Read(source, ref position);
        if (declared != (ulong)destination.Length)
            throw new InvalidDataException($"Snappy block declares {declared} bytes, the page {destination.Length}.");
        int written = 0;
        while (position < source.Length)
        {
            int tag = source[position++];
            int kind = tag & 3;
            if (kind == 0)
            {
                int length = (tag >> 2) + 1;
                if (length > 60)
                {
                    int bytes = length - 60;
                    if (position + bytes > source.Length) throw Truncated(position);
                    uint value = 0;
                    for (int i = 0; i < bytes; i++) value |= (uint)source[position + i] << (8 * i);
                    if (value >= int.MaxValue) throw new InvalidDataException($"Snappy literal of {value} bytes at {position}.");
                    length = (int)value + 1;
                    position += bytes;
                }

                if (length > source.Length - position || length > destination.Length - written) throw Truncated(position);
                if (length <= Step && source.Length - position >= Step && destination.Length - written >= Step)
                    Vector128.Create(source.Slice(position, Step)).CopyTo(destination[written..]); // what is too much is overwritten next
                else
                    source.Slice(position, length).CopyTo(destination[written..]);
                position += length;
                written += length;
                continue;
            }

            int copy, offset;
            if (kind == 1)
            {
                if (position + 1 > source.Length) throw Truncated(position);
                copy = ((tag >> 2) & 7) + 4;
                offset = ((tag >> 5) << 8) | source[position];
                position += 1;
            }
            else if (kind == 2)
            {
                if (position + 2 > source.Length) throw Truncated(position);
                copy = (tag >> 2) + 1;
                offset = BinaryPrimitives.ReadUInt16LittleEndian(source[position..]);
                position += 2;
            }
            else
            {
                if (position + 4 > source.Length) throw Truncated(position);
                copy = (tag >> 2) + 1;
                uint far = BinaryPrimitives.ReadUInt32LittleEndian(source[position..]);
                offset = far > int.MaxValue ? int.MaxValue : (int)far;
                position += 4;
            }

            if (offset == 0 || offset > written) throw new InvalidDataException($"Snappy back reference of {offset} bytes at {position} points before the block.");
            if (copy > destination.Length - written) throw Truncated(position);
            if (offset >= Step && destination.Length - written >= 64 + Step)
            {
                for (int done = 0; done < copy; done += Step)
                    Vector128.Create<byte>(destination.Slice(written + done - offset, Step)).CopyTo(destination[(written + done)..]);
            }
            else
            {
                BackReference.Copy(destination, written, offset, copy);
            }

            written += copy;
        }

        if (written != destination.Length) throw new InvalidDataException($"Snappy block expands to {written} bytes, {destination.Length} were declared.");
    }

    /// <summary>Compresses a block.</summary>
    /// <param name="source">The data.</param>
    /// <param name="destination">At least <see cref="MaxCompressedLength"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Compress(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int written = VarInt.Write(destination, (ulong)source.Length);
        Span<ushort> table = stackalloc ushort[1 << HashBits];
        for (int start = 0; start < source.Length; start += BlockSize)
        {
            ReadOnlySpan<byte> block = source.Slice(start, Math.Min(BlockSize, source.Length - start));
            table.Clear();
            written = CompressBlock(block, destination, written, table);
        }

        return written;
    }

    private static int CompressBlock(ReadOnlySpan<byte> block, Span<byte> destination, int written, Span<ushort> table)
    {
        int literal = 0, position = 1, misses = 32;
        int limit = block.Length - 15;
        ref byte first = ref MemoryMarshal.GetReference(block);
        while (position < limit)
        {
            uint word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, position));
            int hash = (int)((word * 0x1E35A7BD) >> (32 - HashBits));
            int candidate = table[hash];
            table[hash] = (ushort)position;
            if (candidate >= position || Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, candidate)) != word)
            {
                // The longer nothing matches, the larger the steps: incompressible data passes quickly.
                position += misses++ >> 5;
                continue;
            }

            misses = 32;
            written = EmitLiteral(block[literal..position], destination, written);
            int length = 4 + MatchLength(block, candidate + 4, position + 4);
            written = EmitCopy(destination, written, position - candidate, length);
            position += length;
            literal = position;
            if (position < limit)
            {
                uint previous = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, position - 1));
                table[(int)((previous * 0x1E35A7BD) >> (32 - HashBits))] = (ushort)(position - 1);
            }
        }

        return literal < block.Length ? EmitLiteral(block[literal..], destination, written) : written;
    }

    private static int MatchLength(ReadOnlySpan<byte> block, int candidate, int position)
    {
        int start = position;
        while (position + 8 <= block.Length)
        {
            ulong difference = BinaryPrimitives.ReadUInt64LittleEndian(block[candidate..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(block[position..]);
            if (difference != 0) return position - start + (BitOperations.TrailingZeroCount(difference) >> 3);
            position += 8;
            candidate += 8;
        }

        while (position < block.Length && block[candidate] == block[position])
        {
            position++;
            candidate++;
        }

        return position - start;
    }

    private static int EmitLiteral(ReadOnlySpan<byte> literal, Span<byte> destination, int written)
    {
        if (literal.IsEmpty) return written;
        int n = literal.Length - 1;
        if (n < 60)
        {
            destination[written++] = (byte)(n << 2);
        }
        else if (n < 256)
        {
            destination[written++] = 60 << 2;
            destination[written++] = (byte)n;
        }
        else
        {
            destination[written++] = 61 << 2;
            destination[written++] = (byte)n;
            destination[written++] = (byte)(n >> 8);
        }

        literal.CopyTo(destination[written..]);
        return written + literal.Length;
    }

    private static int EmitCopy(Span<byte> destination, int written, int offset, int length)
    {
        while (length >= 68)
        {
            written = EmitTwoByteCopy(destination, written, offset, 64);
            length -= 64;
        }

        if (length > 64)
        {
            written = EmitTwoByteCopy(destination, written, offset, 60);
            length -= 60;
        }

        if (length >= 12 || offset >= 2048) return EmitTwoByteCopy(destination, written, offset, length);
        destination[written++] = (byte)(((offset >> 8) << 5) | ((length - 4) << 2) | 1);
        destination[written++] = (byte)offset;
        return written;
    }

    private static int EmitTwoByteCopy(Span<byte> destination, int written, int offset, int length)
    {
        destination[written++] = (byte)(((length - 1) << 2) | 2);
        destination[written++] = (byte)offset;
        destination[written++] = (byte)(offset >> 8);
        return written;
    }

    private static InvalidDataException Truncated(int position) => new($"Snappy block ends or overflows at byte {position}.");
}
