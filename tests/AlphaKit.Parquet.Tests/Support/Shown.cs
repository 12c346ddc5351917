using System.Globalization;
using System.Text.Json;

namespace AlphaKit.Parquet.Tests.Support;

/// <summary>Values as an outside reader shows them.</summary>
internal static class Shown
{
    /// <summary>Whether a row equals a value of a JSON dump: numbers by value (64-bit ones as text), NaN and missing both as null.</summary>
    public static bool Equal(ParquetValues values, int row, JsonElement? expected)
    {
        if (expected is not { } json || json.ValueKind == JsonValueKind.Null) return values.IsNull(row) || IsNaN(values, row);
        if (values.IsNull(row)) return false;
        switch (values.Column.Kind)
        {
            case LogicalKind.Timestamp: return values.DateTimeAt(row) is { } time && time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond)) == Time(json.GetString()!, values.Column);
            case LogicalKind.Date: return values.DateAt(row) == DateOnly.FromDateTime(Time(json.GetString()!, values.Column));
            case LogicalKind.Decimal: return values.DecimalAt(row) == json.GetDecimal();
            case LogicalKind.Float16: return (double)values.HalfAt(row)!.Value == json.GetDouble();
            case LogicalKind.None when json.ValueKind == JsonValueKind.Object: return Convert.ToHexStringLower(values.BytesAt(row)) == json.GetProperty("hex").GetString();
        }

        return values.Column.Type switch
        {
            PhysicalType.Boolean => values.Booleans[row] == json.GetBoolean(),
            PhysicalType.Int32 => values.Int32s[row] == json.GetInt32(),
            PhysicalType.Int64 => values.Int64s[row] == long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            PhysicalType.Float => values.Floats[row] == (float)json.GetDouble(),
            PhysicalType.Double => values.Doubles[row] == json.GetDouble(),
            _ => values.TextAt(row) == json.GetString(),
        };
    }

    /// <summary>A row as a CSV field; empty where missing.</summary>
    public static string Text(ParquetValues values, int row) => values.IsNull(row) ? "" : values.Column.Type switch
    {
        PhysicalType.Boolean => values.Booleans[row] ? "true" : "false",
        PhysicalType.Int32 => values.Int32s[row].ToString(CultureInfo.InvariantCulture),
        PhysicalType.Int64 => values.Int64s[row].ToString(CultureInfo.InvariantCulture),
        _ => values.TextAt(row)!,
    };

    /// <summary>Fields of a line of CSV with quotes.</summary>
    public static string[] Fields(string line)
    {
        List<string> fields = [];
        int i = 0;
        while (true)
        {
            if (i < line.Length && line[i] == '"')
            {
                int end = line.IndexOf('"', i + 1);
                fields.Add(line[(i + 1)..end]);
                i = end + 1;
            }
            else
            {
                int end = line.IndexOf(',', i) is >= 0 and var comma ? comma : line.Length;
                fields.Add(line[i..end]);
                i = end;
            }

            if (i >= line.Length) return [.. fields];
            i++;
        }
    }

    private static bool IsNaN(ParquetValues values, int row) => values.Column.Type switch
    {
        PhysicalType.Float => float.IsNaN(values.Floats[row]),
        PhysicalType.Double => double.IsNaN(values.Doubles[row]),
        _ => values.Column.Kind == LogicalKind.Float16 && Half.IsNaN(values.HalfAt(row)!.Value),
    };

    // The dump has milliseconds.
    private static DateTime Time(string text, ParquetColumn column) =>
        DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), column.IsAdjustedToUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified);
}
