using System.Buffers.Binary;
using System.Text.Json;

namespace AlphaKit.Models;

/// <summary>
/// Weights as safetensors (header length, JSON header, data; little-endian 32-bit floats): exchange with Python without pickle. PyTorch reads and
/// writes them with the package safetensors.
/// </summary>
public static class WeightFile
{
    private const int MostHeaderBytes = 100_000_000;

    /// <summary>Writes tensors.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors, names unique.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        HashSet<string> names = new(StringComparer.Ordinal);
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            long at = 0;
            foreach (NamedTensor tensor in tensors)
            {
                if (!names.Add(tensor.Name)) throw new ArgumentException($"Two tensors are named '{tensor.Name}'.", nameof(tensors));
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int length in tensor.Shape) json.WriteNumberValue(length);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += 4L * tensor.Values.Length);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % 8 != 0) header.WriteByte((byte)' ');
        Span<byte> length8 = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length8, header.Length);
        stream.Write(length8);
        header.WriteTo(stream);
        foreach (NamedTensor tensor in tensors)
        {
            byte[] bytes = new byte[4 * tensor.Values.Length];
            for (int i = 0; i < tensor.Values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), tensor.Values.Span[i]);
            stream.Write(bytes);
        }
    }

    /// <summary>Reads all tensors of 32-bit floats; PyTorch's counters <c>num_batches_tracked</c>, which no output depends on, are left out.</summary>
    /// <param name="stream">Where from.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file, it is cut off, or a tensor has another type.</exception>
    public static IReadOnlyList<NamedTensor> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            byte[] length8 = new byte[8];
            stream.ReadExactly(length8);
            long length = BinaryPrimitives.ReadInt64LittleEndian(length8);
            if (length is < 2 or > MostHeaderBytes) throw new InvalidDataException($"This is no safetensors file: its header would be {length} bytes long.");
            byte[] header = new byte[length];
            stream.ReadExactly(header);
            using JsonDocument json = JsonDocument.Parse(header);
            List<(string Name, int[] Shape, long From, long To)> entries = [];
            foreach (JsonProperty property in json.RootElement.EnumerateObject())
            {
                if (property.Name == "__metadata__" || property.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal)) continue;
                string? type = property.Value.GetProperty("dtype").GetString();
                if (type != "F32") throw new InvalidDataException($"'{property.Name}' has the type {type}; only F32 can be read.");
                int[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(v => v.GetInt32())];
                JsonElement offsets = property.Value.GetProperty("data_offsets");
                entries.Add((property.Name, shape, offsets[0].GetInt64(), offsets[1].GetInt64()));
            }

            byte[] data = new byte[entries.Count == 0 ? 0 : checked((int)entries.Max(e => e.To))];
            stream.ReadExactly(data);
            return [.. entries.OrderBy(e => e.From).ThenBy(e => e.Name, StringComparer.Ordinal).Select(e => Tensor(e.Name, e.Shape, e.From, e.To, data))];
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The safetensors file is cut off.", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The header of the safetensors file cannot be read: {e.Message}", e);
        }
    }

    private static NamedTensor Tensor(string name, int[] shape, long from, long to, byte[] data)
    {
        long count = shape.Aggregate(1L, (a, b) => checked(a * b));
        if (from < 0 || shape.Any(n => n < 0) || to - from != 4 * count) throw new InvalidDataException($"'{name}' of the shape [{string.Join(", ", shape)}] needs {4 * count} bytes, it has {to - from}.");
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(data.AsSpan((int)from + (4 * i)));
        return new NamedTensor(name, shape, values);
    }
}
