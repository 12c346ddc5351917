using System.Buffers.Binary;
using System.Text.Json;

namespace AlphaKit.Torch;

/// <summary>Reads and checks: sizes against the length of the stream, shapes against sizes, no gaps, no overlaps, no name twice.</summary>
internal static class SafetensorsReader
{
    /// <summary>The longest header that the format allows.</summary>
    private const long LongestHeader = 100_000_000;

    private const string MetadataName = "__metadata__";

    public static (IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata) Read(Stream stream, string source)
    {
        long length = stream.Length - stream.Position;
        if (length < 8) throw Bad(source, $"it has {length} bytes, a header length takes 8");
        Span<byte> head = stackalloc byte[8];
        stream.ReadExactly(head);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(head);
        if (headerLength > LongestHeader || (long)headerLength > length - 8) throw Bad(source, $"its header would have {headerLength} bytes, the rest has {length - 8}");
        byte[] header = new byte[headerLength];
        stream.ReadExactly(header);
        if (header.Length == 0 || header[0] != (byte)'{') throw Bad(source, "its header does not begin with {");

        long room = length - 8 - header.Length;
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        List<(string Name, ScalarType Type, long[] Shape, long Begin, long End)> found = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        using JsonDocument json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 8 });
        foreach (JsonProperty property in Properties(json.RootElement, source, "the header"))
        {
            string name = property.Name;
            if (!names.Add(name)) throw Bad(source, $"the name '{name}' stands twice");
            if (name == MetadataName)
            {
                foreach (JsonProperty pair in Properties(property.Value, source, MetadataName))
                {
                    if (pair.Value.ValueKind != JsonValueKind.String) throw Bad(source, $"{MetadataName} holds something else than texts");
                    metadata[pair.Name] = pair.Value.GetString()!;
                }

                continue;
            }

            found.Add(Describe(name, property.Value, room, source));
        }

        found.Sort((a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        long at = 0;
        foreach ((string name, _, _, long begin, long end) in found)
        {
            if (begin != at) throw Bad(source, $"'{name}' begins at byte {begin}, the one before ends at {at}");
            at = end;
        }

        if (at != room) throw Bad(source, $"its tensors end at byte {at}, its data at {room}");
        List<SafetensorsEntry> entries = new(found.Count);
        foreach ((string name, ScalarType type, long[] shape, long begin, long end) in found)
        {
            byte[] data = new byte[end - begin];
            stream.ReadExactly(data);
            entries.Add(new SafetensorsEntry(name, type, shape, data));
        }

        return (entries, metadata);
    }

    private static (string Name, ScalarType Type, long[] Shape, long Begin, long End) Describe(string name, JsonElement value, long room, string source)
    {
        string? type = null;
        long[]? shape = null, offsets = null;
        foreach (JsonProperty p in Properties(value, source, $"'{name}'"))
        {
            switch (p.Name)
            {
                case "dtype" when p.Value.ValueKind == JsonValueKind.String: type = p.Value.GetString(); break;
                case "shape": shape = Numbers(p.Value, name, source); break;
                case "data_offsets": offsets = Numbers(p.Value, name, source); break;
                default: throw Bad(source, $"'{name}' has a field '{p.Name}' that the format does not know");
            }
        }

        if (type is null || shape is null || offsets is not { Length: 2 }) throw Bad(source, $"'{name}' lacks dtype, shape or the two data_offsets");
        if (SafetensorsTypes.Find(type) is not { } scalar) throw Bad(source, $"'{name}' has the type '{type}', which is not one of {SafetensorsTypes.Names}");
        (long begin, long end) = (offsets[0], offsets[1]);
        if (begin > end || end > room) throw Bad(source, $"'{name}' takes the bytes {begin} to {end} of {room}");
        if (end - begin > Array.MaxLength) throw Bad(source, $"'{name}' has {end - begin} bytes, more than one array can hold");
        if (shape.Length > 64) throw Bad(source, $"'{name}' has {shape.Length} dimensions");
        UInt128 size = (UInt128)SafetensorsTypes.Size(scalar);
        bool empty = shape.Contains(0);
        foreach (long d in shape)
        {
            size *= (UInt128)d;
            if (!empty && size > (UInt128)long.MaxValue) throw Bad(source, $"'{name}' has a shape whose size overflows");
            if (empty) size = 0;
        }

        if (size != (UInt128)(end - begin)) throw Bad(source, $"'{name}' of {type}[{string.Join(',', shape)}] has {end - begin} bytes");
        return (name, scalar, shape, begin, end);
    }

    private static JsonElement.ObjectEnumerator Properties(JsonElement element, string source, string what) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw Bad(source, $"{what} is not a JSON object");

    private static long[] Numbers(JsonElement element, string name, string source)
    {
        if (element.ValueKind != JsonValueKind.Array) throw Bad(source, $"a list of numbers of '{name}' is something else");
        return [.. element.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Number && e.TryGetInt64(out long n) && n >= 0 ? n : throw Bad(source, $"'{name}' holds {e.GetRawText()} where a whole number is due"))];
    }

    private static SafetensorsException Bad(string source, string reason) => new(source, reason);
}
