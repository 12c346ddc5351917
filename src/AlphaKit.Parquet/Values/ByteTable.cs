using System.Text;

namespace AlphaKit.Parquet;

/// <summary>Byte strings one behind the other; rows point into it, so that a dictionary is kept as one.</summary>
internal sealed class ByteTable
{
    private byte[] _data;
    private int[] _offsets;
    private string?[] _strings = [];
    private int _written;

    public ByteTable(int entries = 0, int bytes = 0)
    {
        _offsets = new int[entries + 1];
        _data = bytes == 0 ? [] : new byte[bytes];
    }

    public int Count { get; private set; }

    /// <summary>Bytes of all entries.</summary>
    public int ByteCount => _written;

    public ReadOnlySpan<byte> this[int entry] =>
        (uint)entry < (uint)Count ? _data.AsSpan(_offsets[entry], _offsets[entry + 1] - _offsets[entry]) : throw new ArgumentOutOfRangeException(nameof(entry), entry, $"There are {Count} entries.");

    /// <summary>Makes room for so many more entries and bytes.</summary>
    public void Reserve(int entries, long bytes)
    {
        long offsets = (long)Count + entries + 1, data = _written + bytes;
        if (data > Array.MaxLength) throw new InvalidDataException($"The values of a column take {data} bytes in one row group, at most {Array.MaxLength} can be held.");
        if (offsets > _offsets.Length) Array.Resize(ref _offsets, (int)Math.Min(Array.MaxLength, Math.Max(offsets, Count == 0 ? 0 : 2L * _offsets.Length)));
        if (data > _data.Length) Array.Resize(ref _data, (int)Math.Min(Array.MaxLength, Math.Max(data, _written == 0 ? 0 : 2L * _data.Length)));
    }

    /// <summary>Appends an entry for which <see cref="Reserve"/> made room.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(_data.AsSpan(_written));
        _written += value.Length;
        _offsets[++Count] = _written;
    }

    /// <summary>Appends an entry that begins like the entry before.</summary>
    public void AddSharing(int prefix, ReadOnlySpan<byte> suffix)
    {
        int start = _written;
        if (prefix > 0) _data.AsSpan(_offsets[Count - 1], prefix).CopyTo(_data.AsSpan(start));
        suffix.CopyTo(_data.AsSpan(start + prefix));
        _written += prefix + suffix.Length;
        _offsets[++Count] = _written;
    }

    /// <summary>The entry as text; repeated calls give the same string.</summary>
    public string Text(int entry)
    {
        string?[] strings = _strings;
        if (strings.Length < Count) _strings = strings = new string?[Count];
        return strings[entry] ??= Encoding.UTF8.GetString(this[entry]);
    }
}
