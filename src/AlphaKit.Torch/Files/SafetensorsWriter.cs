using System.Buffers.Binary;
using System.Text.Json;

namespace AlphaKit.Torch;

/// <summary>Writes wide elements first and names in order, so that every tensor is aligned and equal content gives equal bytes.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>A tensor made ready: on the processor, contiguous.</summary>
    public static (string Name, ScalarType Type, long[] Shape, Tensor Data) Plan(string name, Tensor tensor)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(tensor);
        if (name == "__metadata__") throw new ArgumentException("'__metadata__' is the format's own name.", nameof(name));
        return (name, tensor.dtype, tensor.shape, tensor.detach().cpu().contiguous());
    }

    public static unsafe void Write(Stream stream, IReadOnlyList<(string Name, ScalarType Type, long[] Shape, Tensor Data)> tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        if (tensors.Select(t => t.Name).Distinct(StringComparer.Ordinal).Count() != tensors.Count) throw new ArgumentException("A name stands twice.", nameof(tensors));
        (string Name, ScalarType Type, long[] Shape, Tensor Data)[] ordered = [.. tensors.OrderByDescending(t => SafetensorsTypes.Size(t.Type)).ThenBy(t => t.Name, StringComparer.Ordinal)];
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            KeyValuePair<string, string>[] texts = [.. metadata.OrderBy(p => p.Key, StringComparer.Ordinal)];
            if (texts.Length > 0)
            {
                json.WriteStartObject("__metadata__");
                foreach ((string key, string value) in texts) json.WriteString(key, value);
                json.WriteEndObject();
            }

            long at = 0;
            foreach ((string name, ScalarType type, long[] shape, Tensor data) in ordered)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", SafetensorsTypes.Name(type));
                json.WriteStartArray("shape");
                foreach (long d in shape) json.WriteNumberValue(d);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                at += data.numel() * SafetensorsTypes.Size(type);
                json.WriteNumberValue(at);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % Alignment != 0) header.WriteByte((byte)' ');
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header.GetBuffer(), 0, (int)header.Length);
        foreach ((_, ScalarType type, _, Tensor data) in ordered)
        {
            long left = data.numel() * SafetensorsTypes.Size(type);
            byte* p = left > 0 ? (byte*)data.DataPointer() : null;
            for (long done = 0; done < left;)
            {
                int n = (int)Math.Min(left - done, 1 << 24);
                stream.Write(new ReadOnlySpan<byte>(p + done, n));
                done += n;
            }

            GC.KeepAlive(data);
        }
    }
}
