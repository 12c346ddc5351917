namespace AlphaKit.Reports;

/// <summary>Counts of values in bins of equal, round width, zero being an edge.</summary>
internal sealed record Histogram(string Title, string Chinese, IReadOnlyList<double> Values)
{
    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>What is counted, in the plural.</summary>
    public Words Counted { get; init; } = ("days", "天");

    /// <summary>What the chart shows.</summary>
    public Words Note { get; init; } = Words.None;

    /// <summary>Most bins of a drawing.</summary>
    public const int MostBins = 50;

    /// <summary>Edges and counts: bin i holds values in [edge i, edge i+1); the last bin holds its upper edge too.</summary>
    internal static (IReadOnlyList<double> Edges, IReadOnlyList<int> Counts) Bins(IReadOnlyList<double> values, int most)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return ([], []);
        double min = finite.Min(), max = finite.Max();
        double step = min < max ? NumberTicks.Step((max - min) / most) : Math.Max(Math.Abs(max), 1) / 10;
        double first = Math.Floor(min / step);
        int bins = Math.Max(1, (int)(Math.Ceiling(max / step) - first));
        int[] counts = new int[bins];
        foreach (double value in finite) counts[Math.Clamp((int)(Math.Floor(value / step) - first), 0, bins - 1)]++;
        return ([.. Enumerable.Range(0, bins + 1).Select(i => (first + i) * step)], counts);
    }

    /// <summary>Writes the figure, or a sentence in its place where there is nothing to draw.</summary>
    public void WriteTo(HtmlWriter html)
    {
        double[] finite = [.. Values.Where(double.IsFinite)];
        if (finite.Length < 2)
        {
            Figure.NoData(html, Title, Chinese, finite.Length == 0 ? ("every value is missing.", "所有值缺失。") : ("there is a single value.", "只有一个值。"));
            return;
        }

        using (html.In("figure", ("class", "chart bars")))
        {
            using (html.In("figcaption"))
            {
                using (html.In("h3")) html.Label(Title, Chinese);
                int above = finite.Count(v => v > 0);
                html.Say("p", Note + new Words(
                    $"{(Note.IsEmpty ? "" : " ")}Mean {Figure.Written(finite.Average(), Format)}; {above} of {finite.Length} {Counted.English} above zero.",
                    $"均值 {Figure.Written(finite.Average(), Format)};{finite.Length} {Counted.InChinese}中 {above} {Counted.InChinese}为正。"), ("class", "note"));
            }

            Draw(html, Frame.Half(240), finite);
            Draw(html, Frame.Narrow(210), finite);
        }

        html.Line();
    }

    private void Draw(HtmlWriter html, Frame frame, double[] finite)
    {
        (IReadOnlyList<double> edges, IReadOnlyList<int> counts) = Bins(finite, MostBins);
        Scale along = new(edges[0], edges[^1], frame.Left, frame.PlotRight), up = new(0, counts.Max() * 1.05, frame.PlotBottom, frame.Top);
        using (html.In("svg", Figure.Svg(frame, (Title, Chinese))))
        {
            html.Exchanged("title", (Title, Chinese));
            html.Exchanged("desc", (
                $"{finite.Length} {Counted.English} from {Figure.Written(finite.Min(), Format)} to {Figure.Written(finite.Max(), Format)}.",
                $"{finite.Length} {Counted.InChinese}，从 {Figure.Written(finite.Min(), Format)} 到 {Figure.Written(finite.Max(), Format)}。"));
            using (html.In("g", ("class", "axes")))
            {
                IReadOnlyList<double> vertical = [.. NumberTicks.Linear(0, counts.Max() * 1.05, 4).Where(t => t == Math.Floor(t))];
                Figure.ValueAxis(html, frame, vertical, ValueFormat.Number, v => up[v]);
                IReadOnlyList<double> ticks = NumberTicks.Linear(edges[0], edges[^1], frame.MostLabels);
                IReadOnlyList<string> labels = NumberTicks.Labels(ticks, Format);
                for (int i = 0; i < ticks.Count; i++) Figure.BottomLabel(html, frame, along[ticks[i]], labels[i]);
            }

            using (html.In("g", ("class", "plot")))
            {
                for (int i = 0; i < counts.Count; i++)
                {
                    if (counts[i] == 0) continue;
                    double left = along[edges[i]], width = along[edges[i + 1]] - left;
                    Tone tone = edges[i] >= 0 ? Tone.Gain : Tone.Loss;
                    html.Empty("rect", ("class", $"bar {TimeChart.ToneClass(tone)}"), ("x", Show.At(left + 0.5)), ("y", Show.At(up[counts[i]])),
                        ("width", Show.At(Math.Max(width - 1, 0.5))), ("height", Show.At(frame.PlotBottom - up[counts[i]])),
                        ("data-tip", $"{Figure.Written(edges[i], Format)} to {Figure.Written(edges[i + 1], Format)}: {counts[i]} {Counted.English}"),
                        ("data-zh-tip", $"{Figure.Written(edges[i], Format)} 至 {Figure.Written(edges[i + 1], Format)}:{counts[i]} {Counted.InChinese}"));
                }

                Figure.Across(html, frame, frame.PlotBottom, "reference");
            }
        }
    }
}
