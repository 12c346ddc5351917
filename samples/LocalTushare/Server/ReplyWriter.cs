using System.Buffers;
using System.Text.Json;
using AlphaKit.Data;
using AlphaKit.Data.Tushare;

namespace LocalTushare;

/// <summary>Writes replies as the vendor does.</summary>
internal static class ReplyWriter
{
    public static byte[] Refusal(int code, string message)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("request_id", "local");
            writer.WriteNumber("code", code);
            writer.WriteString("msg", message);
            writer.WriteNull("data");
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] Rows(IReadOnlyList<TushareColumn> columns, ServedTable? table, IReadOnlyList<int> rows, bool hasMore, Func<int, string, double?> correction)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("request_id", "local");
            writer.WriteNumber("code", 0);
            writer.WriteString("msg", "");
            writer.WriteStartObject("data");
            writer.WriteStartArray("fields");
            foreach (TushareColumn column in columns) writer.WriteStringValue(column.Name);
            writer.WriteEndArray();
            writer.WriteStartArray("items");
            SourceColumn?[] sources = [.. columns.Select(c => table?.Find(c.Name))];
            foreach (int row in rows)
            {
                writer.WriteStartArray();
                foreach (SourceColumn? source in sources) WriteValue(writer, source, row, correction);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteBoolean("has_more", hasMore);
            writer.WriteNumber("count", -1);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, SourceColumn? source, int row, Func<int, string, double?> correction)
    {
        switch (source?.Kind)
        {
            case SourceColumnKind.Symbol:
                writer.WriteStringValue(source.Symbols[row].ToString());
                break;
            case SourceColumnKind.Date when source.Dates[row] != SourceColumn.NoDate:
                writer.WriteStringValue(TushareQuery.Format(source.Dates[row]));
                break;
            case SourceColumnKind.Number when (correction(row, source.Name) ?? source.Numbers[row]) is var number && !double.IsNaN(number):
                writer.WriteNumberValue(number);
                break;
            case SourceColumnKind.Text when source.Texts[row].Length > 0:
                writer.WriteStringValue(source.Texts[row]);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
