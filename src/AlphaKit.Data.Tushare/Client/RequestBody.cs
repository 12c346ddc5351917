using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlphaKit.Data.Tushare;

/// <summary>The body of a request: <c>api_name</c>, <c>token</c>, <c>params</c>, <c>fields</c>.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string api, TushareToken token, IEnumerable<KeyValuePair<string, string>> parameters, int limit, long offset, string fields)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, s_plain))
        {
            writer.WriteStartObject();
            writer.WriteString("api_name"u8, api);
            writer.WriteString("token"u8, token.Reveal());
            writer.WriteStartObject("params"u8);
            foreach ((string name, string value) in parameters) writer.WriteString(name, value);
            if (limit > 0) writer.WriteNumber("limit"u8, limit);
            if (limit > 0 || offset > 0) writer.WriteNumber("offset"u8, offset);
            writer.WriteEndObject();
            writer.WriteString("fields"u8, fields);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
