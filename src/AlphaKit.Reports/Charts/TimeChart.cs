using System.Text;

namespace AlphaKit.Reports;

/// <summary>
/// Lines, areas and bars over trading dates, one step of the horizontal axis per trading day. Drawn twice, for wide and narrow screens, with the
/// data beside it for the page's script (crosshair, range, logarithmic view).
/// </summary>
internal sealed record TimeChart(string Id, string Title, string Chinese, IReadOnlyList<DateOnly> Dates, IReadOnlyList<TimeSeries> Series)
{
    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>Scale of the value axis.</summary>
    public AxisScale Axis { get; init; }

    /// <summary>Whether zero is on the axis.</summary>
    public ZeroLine Zero { get; init; }

    /// <summary>Height of the wide drawing.</summary>
    public int Height { get; init; } = 320;

    /// <summary>Share of the page's width.</summary>
    public ChartWidth Width { get; init; }

    /// <summary>A line across at this value, NaN for none.</summary>
    public double Reference { get; init; } = double.NaN;

    /// <summary>A stretch to mark.</summary>
    public MarkedSpan? Mark { get; init; }

    /// <summary>What the chart shows, for the caption and for screen readers.</summary>
    public Words Note { get; init; } = Words.None;

    /// <summary>Writes the figure, or a sentence in its place where there is nothing to draw.</summary>
    public void WriteTo(HtmlWriter html)
    {
        foreach (TimeSeries series in Series)
        {
            if (series.Values.Count != Dates.Count)
                throw new ArgumentException($"Series '{series.Name}' of chart '{Title}' has {series.Values.Count} values for {Dates.Count} dates.");
        }

        IReadOnlyList<TimeSeries> drawn = [.. Series.Where(s => s.Values.Any(double.IsFinite))];
        if (Dates.Count < 2 || drawn.Count == 0)
        {
            Words why = Dates.Count < 2
                ? ($"a line needs at least two trading days and there {(Dates.Count == 1 ? "is one" : "are none")}.", "画线至少需要两个交易日。")
                : ("every value is missing.", "所有值缺失。");
            Figure.NoData(html, Title, Chinese, why);
            return;
        }

        TimeChart chart = this with { Series = drawn };
        using (html.In("figure", ("class", "chart time"), ("id", Id)))
        {
            chart.Caption(html);
            chart.Draw(html, Width == ChartWidth.Half ? Frame.Half(Height) : Frame.Wide(Height));
            chart.Draw(html, Frame.Narrow(Math.Min(Height, 250)));
            html.Json(TimeChartData.Of(chart));
        }

        html.Line();
    }

    /// <summary>The path of a series: one subpath per stretch without missing values.</summary>
    internal static string Path(IReadOnlyList<double> values, Func<int, double> x, Func<double, double> y, int buckets)
    {
        StringBuilder path = new();
        bool down = false;
        foreach (int i in Downsampling.Keep(values, buckets))
        {
            if (!double.IsFinite(values[i]))
            {
                down = false;
                continue;
            }

            path.Append(down ? 'L' : 'M').Append(Show.At(x(i))).Append(' ').Append(Show.At(y(values[i])));
            down = true;
        }

        return path.ToString();
    }

    private void Caption(HtmlWriter html)
    {
        using (html.In("figcaption"))
        {
            using (html.In("h3")) html.Label(Title, Chinese);
            using (html.In("ul", ("class", "legend")))
            {
                foreach (TimeSeries series in Series)
                {
                    using (html.In("li"))
                    {
                        html.Element("span", "", ("class", $"key {Class(series)}"));
                        html.Label(series.Name, series.Chinese);
                        html.Text(" ").Say("b", Figure.InWords(series.Values.Last(double.IsFinite), Format));
                    }
                }
            }

            if (!Note.IsEmpty) html.Say("p", Note, ("class", "note"));
        }
    }

    private void Draw(HtmlWriter html, Frame frame)
    {
        bool log = Axis == AxisScale.Log && Series.All(s => s.Values.All(v => !double.IsFinite(v) || v > 0));
        (double min, double max) = Scale.Range(Series.SelectMany(s => s.Values).Append(Reference), Zero);
        if (log)
        {
            IEnumerable<double> logs = Series.SelectMany(s => s.Values).Select(v => Math.Log(v));
            (min, max) = Scale.Range(logs, ZeroLine.Free);
        }

        Scale up = new(min, max, frame.PlotBottom, frame.Top), along = new(0, Dates.Count - 1, frame.Left, frame.PlotRight);
        Func<double, double> y = log ? v => up[Math.Log(v)] : v => up[v];
        using (html.In("svg", Figure.Svg(frame, (Title, Chinese))))
        {
            html.Exchanged("title", (Title, Chinese)).Exchanged("desc", Description());
            IReadOnlyList<double> ticks = log ? NumberTicks.Logarithmic(Math.Exp(min), Math.Exp(max)) : NumberTicks.Linear(min, max, frame.Height > 200 ? 5 : 3);
            using (html.In("g", ("class", "axes")))
            {
                Figure.ValueAxis(html, frame, ticks, Format, y);
                double end = double.NegativeInfinity;
                foreach ((int index, string label) in DateTicks.Of(Dates, frame.MostLabels))
                    end = Figure.BottomLabel(html, frame, along[index], label, end);
            }

            using (html.In("g", ("class", "plot")))
            {
                if (Mark is { } mark)
                    html.Empty("rect", ("class", "span"), ("x", Show.At(along[mark.From])), ("y", Show.At(frame.Top)),
                        ("width", Show.At(Math.Max(1, along[mark.To] - along[mark.From]))), ("height", Show.At(frame.PlotBottom - frame.Top)));
                if (double.IsFinite(Reference) && (!log || Reference > 0)) Figure.Across(html, frame, y(Reference), "reference");
                else if (Zero == ZeroLine.Shown) Figure.Across(html, frame, y(0), "reference");
                foreach (TimeSeries series in Series) Draw(html, frame, series, i => along[i], y);
                if (Mark is { } dot && double.IsFinite(Series[0].Values[dot.Point])) Dot(html, frame, dot, along[dot.Point], y(Series[0].Values[dot.Point]));
            }

            using (html.In("g", ("class", "hover"))) html.Text("");
        }
    }

    private static void Dot(HtmlWriter html, Frame frame, MarkedSpan mark, double x, double y)
    {
        html.Empty("circle", ("class", "dot"), ("cx", Show.At(x)), ("cy", Show.At(y)), ("r", "4"));
        bool left = x > frame.Left + (frame.PlotWidth / 2.0);
        html.Element("text", mark.Label, ("class", "mark"), ("x", Show.At(x + (left ? -10 : 10))), ("y", Show.At(Math.Min(y + 4, frame.PlotBottom - 6))), ("text-anchor", left ? "end" : "start"));
    }

    private static void Draw(HtmlWriter html, Frame frame, TimeSeries series, Func<int, double> x, Func<double, double> y)
    {
        string path;
        if (series.Kind == SeriesKind.Bars)
        {
            StringBuilder bars = new();
            double zero = y(0);
            foreach (int i in Downsampling.Keep(series.Values, frame.PlotWidth / 2))
            {
                if (double.IsFinite(series.Values[i])) bars.Append('M').Append(Show.At(x(i))).Append(' ').Append(Show.At(zero)).Append('V').Append(Show.At(y(series.Values[i])));
            }

            path = bars.ToString();
        }
        else
        {
            path = Path(series.Values, x, y, frame.PlotWidth / 2);
            if (series.Kind == SeriesKind.Area) html.Empty("path", ("class", $"area {ToneClass(series.Tone)}"), ("d", Filled(series.Values, x, y, frame.PlotWidth / 2)));
        }

        html.Empty("path", ("class", Class(series)), ("d", path));
    }

    private static string Filled(IReadOnlyList<double> values, Func<int, double> x, Func<double, double> y, int buckets)
    {
        StringBuilder path = new();
        double zero = y(0), at = 0;
        bool down = false;
        foreach (int i in Downsampling.Keep(values, buckets))
        {
            if (!double.IsFinite(values[i]))
            {
                if (down) path.Append('L').Append(Show.At(at)).Append(' ').Append(Show.At(zero)).Append('Z');
                down = false;
                continue;
            }

            at = x(i);
            if (!down) path.Append('M').Append(Show.At(at)).Append(' ').Append(Show.At(zero));
            path.Append('L').Append(Show.At(at)).Append(' ').Append(Show.At(y(values[i])));
            down = true;
        }

        if (down) path.Append('L').Append(Show.At(at)).Append(' ').Append(Show.At(zero)).Append('Z');
        return path.ToString();
    }

    private Words Description()
    {
        List<string> english = [], chinese = [];
        foreach (TimeSeries series in Series)
        {
            double[] values = [.. series.Values.Where(double.IsFinite)];
            Words last = Figure.InWords(values[^1], Format), low = Figure.InWords(values.Min(), Format), high = Figure.InWords(values.Max(), Format);
            english.Add($"{series.Name}: last {last.English}, lowest {low.English}, highest {high.English}.");
            chinese.Add($"{(series.Chinese.Length > 0 ? series.Chinese : series.Name)}：最新 {last.InChinese}，最低 {low.InChinese}，最高 {high.InChinese}。");
        }

        return new(
            $"{Show.Day(Dates[0])} to {Show.Day(Dates[^1])}. {string.Join(' ', english)}{(Mark is null ? "" : " " + Mark.Label + ".")}",
            $"{Show.Day(Dates[0])} 至 {Show.Day(Dates[^1])}。{string.Concat(chinese)}{(Mark is null ? "" : Mark.Label + "。")}");
    }

    internal static string Class(TimeSeries series) => $"{(series.Kind == SeriesKind.Bars ? "stems" : "line")} {ToneClass(series.Tone)}";

    internal static string ToneClass(Tone tone) => tone switch
    {
        Tone.Benchmark => "t-benchmark",
        Tone.Third => "t-third",
        Tone.Loss => "t-loss",
        Tone.Gain => "t-gain",
        Tone.Muted => "t-muted",
        _ => "t-strategy",
    };
}
