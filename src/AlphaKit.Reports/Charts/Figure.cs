using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>What all drawings share: the svg element, axes, labels, and the sentence that stands where nothing can be drawn.</summary>
internal static class Figure
{
    /// <summary>A figure that says why there is no drawing.</summary>
    public static void NoData(HtmlWriter html, string title, string chinese, Words because)
    {
        using (html.In("figure", ("class", "chart empty")))
        {
            using (html.In("figcaption"))
            {
                using (html.In("h3")) html.Label(title, chinese);
            }

            html.Say("p", ($"No data because {because.English}", $"无数据：{because.InChinese}"), ("class", "nodata"));
        }

        html.Line();
    }

    /// <summary>Attributes of the svg element of a drawing.</summary>
    public static (string Name, string? Value)[] Svg(Frame frame, Words label) =>
    [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", frame.Name),
        ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {frame.Width} {frame.Height}")),
        ("role", "img"),
        ("aria-label", label.English),
        ("data-zh-label", label.Chinese.Length > 0 ? label.Chinese : null),
        ("data-plot", string.Create(CultureInfo.InvariantCulture, $"{frame.Left} {frame.Top} {frame.PlotRight} {frame.PlotBottom}")),
    ];

    /// <summary>Grid lines and labels of the value axis.</summary>
    public static void ValueAxis(HtmlWriter html, Frame frame, IReadOnlyList<double> ticks, ValueFormat format, Func<double, double> y)
    {
        IReadOnlyList<string> labels = NumberTicks.Labels(ticks, format);
        for (int i = 0; i < ticks.Count; i++)
        {
            double at = y(ticks[i]);
            Across(html, frame, at, "grid");
            html.Exchanged("text", (labels[i], format == ValueFormat.Cny ? Show.YuanTick(ticks[i]) : ""), ("x", Show.At(frame.Left - 8)), ("y", Show.At(at + 4)), ("text-anchor", "end"));
        }
    }

    /// <summary>A label under the plot, with a small tick; the label is left out where it would touch the one before.</summary>
    /// <returns>Where the label ends, or where the one before it does.</returns>
    public static double BottomLabel(HtmlWriter html, Frame frame, double x, Words label, double after = double.NegativeInfinity)
    {
        html.Empty("path", ("class", "tick"), ("d", $"M{Show.At(x)} {Show.At(frame.PlotBottom)}v4"));
        double half = label.English.Length * 3.4;
        string anchor = x - half < 0 ? "start" : x + half > frame.Width ? "end" : "middle";
        double begin = anchor == "start" ? x : anchor == "end" ? x - (2 * half) : x - half;
        if (begin < after + 3) return after;
        html.Exchanged("text", label, ("x", Show.At(x)), ("y", Show.At(frame.PlotBottom + 18)), ("text-anchor", anchor));
        return begin + (2 * half);
    }

    /// <summary>A horizontal line across the plot.</summary>
    public static void Across(HtmlWriter html, Frame frame, double y, string kind) =>
        html.Empty("path", ("class", kind), ("d", $"M{Show.At(frame.Left)} {Show.At(y)}H{Show.At(frame.PlotRight)}"));

    /// <summary>A value as readers of either language see it.</summary>
    public static Words InWords(double value, ValueFormat format) => new(Written(value, format), format == ValueFormat.Cny ? Show.Yuan(value) : "");

    /// <summary>A value in words of its format.</summary>
    public static string Written(double value, ValueFormat format) => format switch
    {
        ValueFormat.Percent => Show.Percent(value, Math.Abs(value) < 0.1 ? 2 : 1),
        ValueFormat.Cny => Show.Cny(value),
        _ => Show.Fixed(value, Math.Abs(value) < 0.1 ? 4 : Math.Abs(value) < 100 ? 3 : 1),
    };
}
