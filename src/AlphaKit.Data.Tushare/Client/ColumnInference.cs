using System.Text.Json;

namespace AlphaKit.Data.Tushare;

/// <summary>
/// Makes a table for what the catalogue does not hold; columns that it knows keep their kind and unit. Otherwise a column of numbers is numeric, one whose name ends in <c>date</c> and
/// whose values are all dates is a date, <c>ts_code</c> and the like with readable codes are codes, everything else is text. Units are not known.
/// </summary>
internal static class ColumnInference
{
    public static TushareEndpoint Infer(Utf8JsonReader reader, string api, string[] fields)
    {
        bool[] number = [.. fields.Select(_ => true)];
        bool[] date = [.. fields.Select(f => f.EndsWith("date", StringComparison.Ordinal))];
        bool[] code = [.. fields.Select(f => f.EndsWith("_code", StringComparison.Ordinal))];
        bool[] seen = new bool[fields.Length];
        int depth = reader.CurrentDepth, position = 0;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth))
        {
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == depth + 1)
            {
                position = 0;
                continue;
            }

            if (reader.TokenType == JsonTokenType.EndArray) continue;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) reader.Skip();
            int at = position++;
            if (at >= fields.Length || reader.TokenType == JsonTokenType.Null) continue;
            if (reader.TokenType == JsonTokenType.String && VendorText.IsMissing(reader.ValueSpan)) continue;
            seen[at] = true;
            number[at] &= reader.TokenType == JsonTokenType.Number;
            date[at] &= reader.TokenType == JsonTokenType.String && VendorText.TryDate(reader.ValueSpan, out _);
            code[at] &= reader.TokenType == JsonTokenType.String && Symbol.TryParse(reader.ValueSpan, out _);
        }

        EndpointDraft draft = new(api, "an interface that the table does not hold") { Cap = 5000, CapIsDocumented = false, IsInferred = true };
        TushareEndpoint? known = TushareEndpoints.Find(api);
        for (int i = 0; i < fields.Length; i++)
        {
            if (known is not null && known.OrdinalOf(fields[i]) is >= 0 and int at)
            {
                draft.Columns.Add(known.Columns[at]);
                continue;
            }

            SourceColumnKind kind = !seen[i] ? (date[i] ? SourceColumnKind.Date : SourceColumnKind.Text)
                : date[i] ? SourceColumnKind.Date
                : code[i] ? SourceColumnKind.Symbol
                : number[i] ? SourceColumnKind.Number : SourceColumnKind.Text;
            draft.Columns.Add(new TushareColumn(fields[i], kind, TushareUnit.None, true, false, ""));
        }

        return fields.Length > 0 ? new TushareEndpoint(draft) : throw new TushareReplyException(api, "the reply names no fields.");
    }
}
