using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// Reads a reply straight into columns. Values are matched by the <c>fields</c> of the reply, never by the order of the request; only
/// <c>code</c> and <c>data</c> are relied on, everything else may be absent.
/// </summary>
internal static class ReplyParser
{
    /// <summary>True for what reading a damaged body ends in: no JSON, no UTF-8, no archive.</summary>
    public static bool IsDamage(Exception failed) => failed is JsonException or InvalidDataException or DecoderFallbackException or InvalidOperationException;

    /// <summary>Reads a reply.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="api">Name of the interface, for messages.</param>
    /// <param name="endpoint">Its table; null infers one from the reply.</param>
    /// <exception cref="JsonException">The body is not whole JSON: it broke off, or is something else.</exception>
    /// <exception cref="TushareReplyException">The body is JSON and not a reply, or a value cannot be read.</exception>
    public static TushareReply Parse(ReadOnlySpan<byte> body, string api, TushareEndpoint? endpoint)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) body = body[3..];
        Utf8JsonReader reader = new(body);
        int? code = null;
        string message = "";
        bool hasMore = false, hasData = false;
        string[]? fields = null;
        Utf8JsonReader items = default;
        bool hasItems = false;
        TushareBatch? rows = null;
        int delivered = 0;
        Read(ref reader, JsonTokenType.StartObject, api);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = Integer(ref reader, api);
            }
            else if (reader.ValueTextEquals("msg"u8) || reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("detail"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && message.Length == 0) message = reader.GetString()!;
                else reader.Skip();
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    reader.Skip();
                    continue;
                }

                hasData = true;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.ValueTextEquals("fields"u8))
                    {
                        reader.Read();
                        fields = Names(ref reader, api);
                    }
                    else if (reader.ValueTextEquals("items"u8))
                    {
                        reader.Read();
                        if (reader.TokenType == JsonTokenType.Null) continue;
                        hasItems = true;
                        if (fields is not null)
                        {
                            (rows, delivered) = ReadItems(ref reader, api, endpoint, fields);
                        }
                        else
                        {
                            items = reader;
                            reader.Skip();
                        }
                    }
                    else if (reader.ValueTextEquals("has_more"u8))
                    {
                        reader.Read();
                        hasMore = reader.TokenType == JsonTokenType.True;
                    }
                    else
                    {
                        reader.Read();
                        reader.Skip();
                    }
                }
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Whole to the end: what broke off behind the data is not a reply either.
        while (reader.Read())
        {
        }

        if (code is null) throw new TushareReplyException(api, "the reply has no code.");
        if (code != 0) return new TushareReply(code.Value, message, false, null, 0);
        if (!hasData || fields is null) throw new TushareReplyException(api, "the reply has code 0 and no data with fields.");
        if (rows is null)
        {
            Utf8JsonReader empty = new("[]"u8);
            empty.Read();
            (rows, delivered) = hasItems ? ReadItems(ref items, api, endpoint, fields) : ReadItems(ref empty, api, endpoint, fields);
        }

        return new TushareReply(0, message, hasMore, rows, delivered);
    }

    private static (TushareBatch Rows, int Delivered) ReadItems(ref Utf8JsonReader reader, string api, TushareEndpoint? endpoint, string[] fields)
    {
        endpoint ??= ColumnInference.Infer(reader, api, fields);
        ColumnFiller[] fillers = [.. endpoint.Columns.Select(c => new ColumnFiller(c, endpoint.IsMandatory(c)))];
        ColumnFiller?[] byPosition = new ColumnFiller?[fields.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            int at = endpoint.OrdinalOf(fields[i]);
            if (at < 0) continue;
            if (byPosition.Contains(fillers[at])) throw new TushareReplyException(api, $"column '{fields[i]}' comes twice.");
            byPosition[i] = fillers[at];
        }

        foreach (TushareColumn key in endpoint.Key.Where(k => k.IsDefault || endpoint.IsMandatory(k)))
        {
            if (!fields.Contains(key.Name)) throw new TushareReplyException(api, $"key column '{key.Name}' is missing; there are {string.Join(", ", fields)}.");
        }

        List<TushareRejectedRow> rejected = [];
        int row = 0, delivered = 0;
        Require(ref reader, JsonTokenType.StartArray, api);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(ref reader, JsonTokenType.StartArray, api);
            delivered++;
            TushareRejectedRow? wrong = null;
            int position = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (position >= fields.Length) throw new TushareReplyException(api, Invariant($"row {delivered} has more values than there are fields ({fields.Length})."));
                ColumnFiller? filler = byPosition[position++];
                if (filler is null)
                {
                    reader.Skip();
                    continue;
                }

                if (filler.TrySet(row, ref reader, out string value, out string expected)) continue;
                if (!filler.IsMandatory && filler.Column.Kind != SourceColumnKind.Symbol)
                    throw new TushareReplyException(api, Invariant($"row {delivered}, column '{filler.Column.Name}': '{value}' is not {expected}."));
                reader.Skip();
                wrong ??= new TushareRejectedRow(filler.Column.Name, value, $"Must be {expected}.");
            }

            if (position < fields.Length) throw new TushareReplyException(api, Invariant($"row {delivered} has {position} values for {fields.Length} fields."));
            if (wrong is not null) rejected.Add(wrong);
            else row++;
        }

        string[] missing = [.. endpoint.Columns.Select(c => c.Name).Except(fields)];
        foreach (ColumnFiller filler in fillers.Where(f => missing.Contains(f.Column.Name)))
        {
            for (int i = 0; i < row; i++) filler.SetMissing(i);
        }

        return (new TushareBatch(endpoint, [.. fillers.Select(f => f.Build(row))], missing, rejected), delivered);
    }

    private static string[] Names(ref Utf8JsonReader reader, string api)
    {
        Require(ref reader, JsonTokenType.StartArray, api);
        List<string> names = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(ref reader, JsonTokenType.String, api);
            names.Add(reader.GetString()!);
        }

        return [.. names];
    }

    private static int Integer(ref Utf8JsonReader reader, string api)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String && VendorText.TryNumber(reader.ValueSpan, out double value) && double.IsInteger(value) && Math.Abs(value) < int.MaxValue)
            return (int)value;
        throw new TushareReplyException(api, $"the code '{Encoding.UTF8.GetString(reader.ValueSpan)}' is not an integer.");
    }

    private static void Read(ref Utf8JsonReader reader, JsonTokenType type, string api)
    {
        reader.Read();
        Require(ref reader, type, api);
    }

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type, string api)
    {
        if (reader.TokenType != type) throw new TushareReplyException(api, Invariant($"{type} is expected at byte {reader.TokenStartIndex}, not {reader.TokenType}."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
