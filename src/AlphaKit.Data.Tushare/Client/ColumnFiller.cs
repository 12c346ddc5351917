using System.Text;
using System.Text.Json;

namespace AlphaKit.Data.Tushare;

/// <summary>One column while a reply is read: a growing array of its kind. A row may be written again until the next one begins.</summary>
internal sealed class ColumnFiller(TushareColumn column, bool isMandatory)
{
    private Symbol[] _symbols = [];
    private DateOnly[] _dates = [];
    private double[] _numbers = [];
    private string[] _texts = [];
    private byte[] _lastBytes = [];
    private string _lastText = "";

    public TushareColumn Column => column;

    /// <summary>True if a row without it cannot be placed.</summary>
    public bool IsMandatory => isMandatory;

    /// <summary>Writes the value at which the reader stands; false, with the text and what would be right, if it cannot be read.</summary>
    public bool TrySet(int row, ref Utf8JsonReader reader, out string value, out string expected)
    {
        Grow(row + 1);
        (value, expected) = ("", "");
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return Wrong(ref reader, "a single value", out value, out expected);
        if (reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && VendorText.IsMissing(reader.ValueSpan)))
        {
            SetMissing(row);
            if (!isMandatory || column.Kind == SourceColumnKind.Text) return true;
            return Wrong(ref reader, "there: without it the row cannot be placed", out value, out expected);
        }

        switch (column.Kind)
        {
            case SourceColumnKind.Number:
                if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) _numbers[row] = reader.TokenType == JsonTokenType.True ? 1 : 0;
                else if (!VendorText.TryNumber(reader.ValueSpan, out _numbers[row])) return Wrong(ref reader, "a number", out value, out expected);
                return true;
            case SourceColumnKind.Date:
                return VendorText.TryDate(reader.ValueSpan, out _dates[row]) || Wrong(ref reader, "a date yyyyMMdd", out value, out expected);
            case SourceColumnKind.Symbol:
                return Symbol.TryParse(reader.ValueSpan, out _symbols[row]) || Wrong(ref reader, "six digits, a dot and SH, SZ, BJ, CSI or SI", out value, out expected);
            default:
                _texts[row] = TextOf(ref reader);
                return true;
        }
    }

    /// <summary>Writes "missing".</summary>
    public void SetMissing(int row)
    {
        Grow(row + 1);
        switch (column.Kind)
        {
            case SourceColumnKind.Number: _numbers[row] = double.NaN; break;
            case SourceColumnKind.Date: _dates[row] = SourceColumn.NoDate; break;
            case SourceColumnKind.Symbol: _symbols[row] = default; break;
            default: _texts[row] = ""; break;
        }
    }

    public SourceColumn Build(int rows)
    {
        Grow(rows);
        return column.Kind switch
        {
            SourceColumnKind.Symbol => SourceColumn.Of(column.Name, Trimmed(_symbols, rows)),
            SourceColumnKind.Date => SourceColumn.Of(column.Name, Trimmed(_dates, rows)),
            SourceColumnKind.Number => SourceColumn.Of(column.Name, Trimmed(_numbers, rows)),
            _ => SourceColumn.Of(column.Name, Trimmed(_texts, rows)),
        };
    }

    private static bool Wrong(ref Utf8JsonReader reader, string right, out string value, out string expected)
    {
        value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Null => "null",
            JsonTokenType.StartArray => "[…",
            JsonTokenType.StartObject => "{…",
            _ => Encoding.UTF8.GetString(reader.ValueSpan),
        };
        expected = right;
        return false;
    }

    private string TextOf(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> bytes = reader.ValueSpan;
        if (bytes.SequenceEqual(_lastBytes)) return _lastText;
        _lastBytes = bytes.ToArray();
        return _lastText = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(bytes);
    }

    private void Grow(int rows)
    {
        switch (column.Kind)
        {
            case SourceColumnKind.Symbol: Grow(ref _symbols, rows); break;
            case SourceColumnKind.Date: Grow(ref _dates, rows); break;
            case SourceColumnKind.Number: Grow(ref _numbers, rows); break;
            default: Grow(ref _texts, rows); break;
        }
    }

    private static void Grow<T>(ref T[] values, int rows)
    {
        if (rows > values.Length) Array.Resize(ref values, Math.Max(Math.Max(rows, 256), values.Length * 2));
    }

    private static T[] Trimmed<T>(T[] values, int rows) => values.Length == rows ? values : values[..rows];
}
