using System.Text.Json;
using System.Xml.Linq;

namespace AlphaKit.Reports.Tests;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Drawn(TimeChart chart)
    {
        HtmlWriter html = new();
        using (html.In("div")) chart.WriteTo(html);
        return XElement.Parse(html.ToString());
    }

    private static TimeChart Chart(params double[] values) =>
        new("c", "Title", "标题", SampleResult.Calendar(values.Length), [new TimeSeries("A", "甲", Tone.Strategy, values)]);

    [Fact]
    public void A_missing_value_breaks_the_line() =>
        Assert.Equal("M0 1L1 2M3 4", TimeChart.Path([1, 2, double.NaN, 4], i => i, v => v, 10));

    [Fact]
    public void A_chart_is_drawn_for_wide_and_narrow_screens_with_title_and_description()
    {
        XElement[] drawings = [.. Drawn(Chart(1, 2, 3)).Descendants(Svg + "svg")];
        Assert.Equal(["wide", "narrow"], drawings.Select(d => d.Attribute("class")!.Value));
        foreach (XElement drawing in drawings)
        {
            Assert.Equal("Title", drawing.Element(Svg + "title")!.Value);
            Assert.Equal("标题", drawing.Element(Svg + "title")!.Attribute("data-zh")!.Value);
            Assert.Contains("lowest 1.000, highest 3.000", drawing.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(drawing.Descendants(Svg + "text"));
        }
    }

    [Fact]
    public void On_a_logarithmic_axis_equal_ratios_are_equal_distances()
    {
        XElement drawing = Drawn(Chart(1, 10, 100) with { Axis = AxisScale.Log }).Descendants(Svg + "svg").First();
        string path = drawing.Descendants(Svg + "path").Single(p => p.Attribute("class")!.Value.StartsWith("line", StringComparison.Ordinal)).Attribute("d")!.Value;
        double[] y = [.. path.Split('M', 'L').Skip(1).Select(p => double.Parse(p.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(y[0] - y[1], y[1] - y[2], 0.11);
    }

    [Fact]
    public void The_marked_span_reaches_from_its_first_to_its_last_day()
    {
        XElement drawing = Drawn(Chart(0, -0.1, -0.3, -0.1, 0) with { Mark = new MarkedSpan(0, 2, 2, "−30%") }).Descendants(Svg + "svg").First();
        XElement span = drawing.Descendants(Svg + "rect").Single();
        Assert.Equal("58", span.Attribute("x")!.Value); // left edge of the plot
        Assert.Equal("484", span.Attribute("width")!.Value); // half of its 968 units
        Assert.Equal("542", drawing.Descendants(Svg + "circle").Single().Attribute("cx")!.Value);
    }

    [Theory]
    [InlineData(new double[0], "there are none")]
    [InlineData(new[] { 1.0 }, "there is one")]
    [InlineData(new[] { double.NaN, double.NaN, double.NaN }, "every value is missing")]
    public void Where_nothing_can_be_drawn_a_sentence_says_why(double[] values, string reason)
    {
        HtmlWriter html = new();
        new TimeChart("c", "Title", "", values.Length == 0 ? [] : SampleResult.Calendar(values.Length), [new TimeSeries("A", "", Tone.Strategy, values)]).WriteTo(html);
        Assert.Contains("No data because", html.ToString(), StringComparison.Ordinal);
        Assert.Contains(reason, html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_beside_a_chart_give_back_dates_and_values()
    {
        TimeChart chart = Chart(1, double.NaN, 1234.5678);
        using JsonDocument json = JsonDocument.Parse(TimeChartData.Of(chart));
        Assert.Equal("2017-01-03", json.RootElement.GetProperty("start").GetString());
        Assert.Equal([1, 1], json.RootElement.GetProperty("gaps").EnumerateArray().Select(g => g.GetInt32()));
        JsonElement values = json.RootElement.GetProperty("series")[0].GetProperty("values");
        Assert.Equal(["1", "null", "1234.57"], values.EnumerateArray().Select(v => v.GetRawText()));
    }

    [Fact]
    public void A_series_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => (Chart(1, 2) with { Dates = SampleResult.Calendar(3) }).WriteTo(new HtmlWriter()));

    [Fact]
    public void Bars_rise_from_zero_in_proportion()
    {
        HtmlWriter html = new();
        using (html.In("div")) new BarChart("B", "", ["a", "b", "c"], [new BarSeries("S", "", Tone.Strategy, [0.1, -0.2, double.NaN])]).WriteTo(html);
        XElement[] bars = [.. XElement.Parse(html.ToString()).Descendants(Svg + "svg").First().Descendants(Svg + "rect")];
        double[] heights = [.. bars.Select(b => double.Parse(b.Attribute("height")!.Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(2, bars.Length);
        Assert.Equal(2 * heights[0], heights[1], 0.2);
    }
}
