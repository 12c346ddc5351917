using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AlphaKit.Reports;

/// <summary>The data of a <see cref="TimeChart"/> as the page's script reads it: first date, gaps in days, values with six digits, null for missing.</summary>
internal static class TimeChartData
{
    /// <summary>The JSON of a chart; markup characters are escaped by the writer's default encoder.</summary>
    public static string Of(TimeChart chart)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("title", chart.Title);
            json.WriteString("start", Show.Day(chart.Dates[0]));
            json.WriteStartArray("gaps");
            for (int i = 1; i < chart.Dates.Count; i++) json.WriteNumberValue(chart.Dates[i].DayNumber - chart.Dates[i - 1].DayNumber);
            json.WriteEndArray();
            json.WriteString("format", chart.Format switch { ValueFormat.Percent => "percent", ValueFormat.Cny => "cny", _ => "number" });
            json.WriteBoolean("log", chart.Axis == AxisScale.Log);
            json.WriteBoolean("logChoice", chart.Axis == AxisScale.LinearOrLog);
            json.WriteBoolean("zero", chart.Zero == ZeroLine.Shown);
            Number(json, "reference", chart.Reference);
            if (chart.Mark is { } mark)
            {
                json.WriteStartObject("mark");
                json.WriteNumber("from", mark.From);
                json.WriteNumber("to", mark.To);
                json.WriteEndObject();
            }

            json.WriteStartArray("series");
            foreach (TimeSeries series in chart.Series) Series(json, series);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Series(Utf8JsonWriter json, TimeSeries series)
    {
        json.WriteStartObject();
        json.WriteString("name", series.Name);
        json.WriteString("zh", series.Chinese.Length == 0 ? series.Name : series.Chinese);
        json.WriteString("kind", series.Kind switch { SeriesKind.Area => "area", SeriesKind.Bars => "bars", _ => "line" });
        json.WriteString("css", TimeChart.Class(series));
        json.WriteString("tone", TimeChart.ToneClass(series.Tone));
        json.WriteStartArray("values");
        foreach (double value in series.Values)
        {
            if (double.IsFinite(value)) json.WriteRawValue(value.ToString("G6", CultureInfo.InvariantCulture));
            else json.WriteNullValue();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
