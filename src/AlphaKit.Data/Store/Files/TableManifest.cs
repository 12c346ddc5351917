using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace AlphaKit.Data;

/// <summary>What a table holds: its definition, columns, files and progress marks. Kept as <c>manifest.json</c> in the table's folder.</summary>
internal sealed record TableManifest(StoreTable Definition)
{
    private const int Format = 1;

    public IReadOnlyList<StoreColumn> Columns { get; init; } = [];

    /// <summary>Ordered by partition, the compact file first, then in the order of writing.</summary>
    public IReadOnlyList<StoredPart> Parts { get; init; } = [];

    public SortedDictionary<string, string> Marks { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Microseconds since 1970 of the last row recorded.</summary>
    public long Recorded { get; init; }

    public long Rows => Parts.Sum(p => (long)p.Rows);

    public long Corrections => Parts.Sum(p => (long)p.Corrections);

    /// <summary>Identifies the rows, however they are divided into files.</summary>
    public string Content
    {
        get
        {
            UInt128 sum = UInt128.Zero;
            foreach (StoredPart part in Parts) sum = unchecked(sum + part.Content);
            return string.Create(CultureInfo.InvariantCulture, $"{Definition.Name} {Rows} {sum:x32}");
        }
    }

    public StoreColumn? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);

    public byte[] ToBytes()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("table", Definition.Name);
            Strings(json, "key", Definition.Key);
            json.WriteString("event_date", Definition.EventDate);
            Strings(json, "announced", Definition.Announced);
            json.WriteString("known_at", Definition.KnownAt?.ToString());
            Strings(json, "endings", Definition.Endings);
            json.WriteString("partition", Definition.Partition.ToString());
            json.WriteString("keys", Definition.Keys.ToString());
            json.WriteString("versions", Definition.Versions.ToString());
            json.WriteNumber("recorded", Recorded);
            json.WriteStartArray("columns");
            foreach (StoreColumn column in Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("kind", column.Kind.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("marks");
            foreach ((string name, string value) in Marks) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("parts");
            foreach (StoredPart part in Parts)
            {
                json.WriteStartObject();
                json.WriteString("file", part.File);
                json.WriteString("partition", part.Partition);
                json.WriteNumber("rows", part.Rows);
                json.WriteNumber("bytes", part.Bytes);
                json.WriteString("sha256", part.Hash);
                json.WriteString("content", part.Content.ToString("x32", CultureInfo.InvariantCulture));
                json.WriteString("first", part.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteString("last", part.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteNumber("corrections", part.Corrections);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static TableManifest Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            int format = root.GetProperty("format").GetInt32();
            if (format != Format) throw new MarketStoreException(path, $"it has format {format}, this version of AlphaKit reads format {Format}.");
            StoreTable table = new(Text(root, "table"), Strings(root, "key"))
            {
                EventDate = root.GetProperty("event_date").GetString(),
                Announced = Strings(root, "announced"),
                KnownAt = root.GetProperty("known_at").GetString() is { } clock ? Enum.Parse<Clock>(clock) : null,
                Endings = Strings(root, "endings"),
                Partition = Enum.Parse<StorePartition>(Text(root, "partition")),
                Keys = Enum.Parse<StoreKeys>(Text(root, "keys")),
                Versions = Enum.Parse<StoreVersions>(Text(root, "versions")),
            };
            SortedDictionary<string, string> marks = new(StringComparer.Ordinal);
            foreach (JsonProperty mark in root.GetProperty("marks").EnumerateObject()) marks.Add(mark.Name, mark.Value.GetString()!);
            return new TableManifest(table)
            {
                Recorded = root.GetProperty("recorded").GetInt64(),
                Columns = [.. root.GetProperty("columns").EnumerateArray().Select(c => new StoreColumn(Text(c, "name"), Enum.Parse<SourceColumnKind>(Text(c, "kind"))))],
                Marks = marks,
                Parts = [.. root.GetProperty("parts").EnumerateArray().Select(Part)],
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new MarketStoreException(path, $"the manifest cannot be read ({error.Message}). The rows are in the Parquet files beside it; write them into a new store.", error);
        }
    }

    private static StoredPart Part(JsonElement part) => new(
        Text(part, "file"), Text(part, "partition"), part.GetProperty("rows").GetInt32(), part.GetProperty("bytes").GetInt64(), Text(part, "sha256"),
        UInt128.Parse(Text(part, "content"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), Day(part, "first"), Day(part, "last"),
        part.GetProperty("corrections").GetInt32());

    private static DateOnly Day(JsonElement element, string name) => DateOnly.ParseExact(Text(element, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    private static string[] Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString()!)];

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
