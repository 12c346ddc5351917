using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlphaKit.Data;

/// <summary>A symbol as its text, 600000.SH.</summary>
internal sealed class SymbolJson : JsonConverter<Symbol>
{
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Symbol.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
