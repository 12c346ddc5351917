using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlphaKit.Data;

/// <summary>An industry as the symbol of its index.</summary>
internal sealed class IndustryJson : JsonConverter<Industry>
{
    public override Industry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Industry.FromIndex(Symbol.Parse(reader.GetString()!)) ?? throw new JsonException("There is no such industry.");

    public override void Write(Utf8JsonWriter writer, Industry value, JsonSerializerOptions options) => writer.WriteStringValue(value.Index.ToString());
}
