using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;

namespace AlphaKit.Factors.Storage;

/// <summary>
/// A factor cache behind any <see cref="IDistributedCache"/>: a value is the matrix, day after day, as 32-bit little-endian numbers with its
/// shape in front and a SHA-256 hash behind. What comes back damaged counts as not there.
/// </summary>
/// <threadsafety>Safe for concurrent use, if the cache behind it is.</threadsafety>
public sealed class DistributedFactorCache : IFactorCache
{
    private const int HeadBytes = 12, HashBytes = 32, Mark = 0x314B4641;
    private readonly IDistributedCache _cache;
    private readonly DistributedCacheEntryOptions _entry;

    /// <summary>Puts factors into a distributed cache.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="entry">How long an entry is kept; null for as long as the cache likes.</param>
    public DistributedFactorCache(IDistributedCache cache, DistributedCacheEntryOptions? entry = null)
    {
        ArgumentNullException.ThrowIfNull(cache);
        _cache = cache;
        _entry = entry ?? new DistributedCacheEntryOptions();
    }

    /// <summary>The name of an entry.</summary>
    /// <param name="key">The key.</param>
    public static string NameOf(FactorKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return "alphakit:factor:" + key.Hash;
    }

    /// <inheritdoc/>
    public async Task<FieldMatrix?> FindAsync(FactorKey key, PanelAxes axes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(axes);
        byte[]? bytes = await _cache.GetAsync(NameOf(key), cancellationToken).ConfigureAwait(false);
        return bytes is null ? null : Read(bytes, axes);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shapes differ, or the matrix has 2 GiB or more.</exception>
    public Task StoreAsync(FactorKey key, PanelAxes axes, FieldMatrix values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rows != axes.Days || values.Columns != axes.Count)
            throw new ArgumentException($"The values are {values.Rows} × {values.Columns}, the axes {axes.Days} × {axes.Count}.", nameof(values));
        long length = HeadBytes + (sizeof(float) * (long)values.Rows * values.Columns) + HashBytes;
        if (length > Array.MaxLength) throw new ArgumentException($"{length} bytes are too many for an entry; cache fewer days at a time, or in files ({nameof(ParquetFactorCache)}).", nameof(values));
        byte[] bytes = new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), values.Rows);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), values.Columns);
        Span<float> numbers = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(HeadBytes, (int)length - HeadBytes - HashBytes));
        for (int t = 0; t < values.Rows; t++) values.Row(t).CopyTo(numbers[(t * values.Columns)..]);
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(numbers), MemoryMarshal.Cast<float, int>(numbers));
        SHA256.HashData(bytes.AsSpan(0, (int)length - HashBytes), bytes.AsSpan((int)length - HashBytes));
        return _cache.SetAsync(NameOf(key), bytes, _entry, cancellationToken);
    }

    private static FieldMatrix? Read(byte[] bytes, PanelAxes axes)
    {
        int end = bytes.Length - HashBytes;
        if (end - HeadBytes != sizeof(float) * (long)axes.Days * axes.Count) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes) != Mark || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) != axes.Days
            || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) != axes.Count
            || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
            return null;
        Span<float> numbers = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(HeadBytes, end - HeadBytes));
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(numbers), MemoryMarshal.Cast<float, int>(numbers));
        return FieldMatrix.FromRowMajor(numbers, axes.Days, axes.Count);
    }
}
