namespace AlphaKit.Reports;

/// <summary>Bars from zero, grouped by category: years, quantiles, reasons.</summary>
internal sealed record BarChart(string Title, string Chinese, IReadOnlyList<Words> Categories, IReadOnlyList<BarSeries> Series)
{
    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>Height of the wide drawing.</summary>
    public int Height { get; init; } = 260;

    /// <summary>Drawn for half of the page's width.</summary>
    public ChartWidth Width { get; init; }

    /// <summary>What the chart shows.</summary>
    public Words Note { get; init; } = Words.None;

    /// <summary>Writes the figure, or a sentence in its place where there is nothing to draw.</summary>
    public void WriteTo(HtmlWriter html)
    {
        IReadOnlyList<BarSeries> drawn = [.. Series.Where(s => s.Values.Any(double.IsFinite))];
        if (Categories.Count == 0 || drawn.Count == 0)
        {
            Figure.NoData(html, Title, Chinese, Categories.Count == 0 ? ("there is nothing to compare.", "没有可比较的内容。") : ("every value is missing.", "所有值缺失。"));
            return;
        }

        BarChart chart = this with { Series = drawn };
        using (html.In("figure", ("class", "chart bars")))
        {
            chart.Caption(html);
            chart.Draw(html, Width == ChartWidth.Half ? Frame.Half(Height) : Frame.Wide(Height));
            chart.Draw(html, Frame.Narrow(Math.Min(Height, 230)));
        }

        html.Line();
    }

    private void Caption(HtmlWriter html)
    {
        using (html.In("figcaption"))
        {
            using (html.In("h3")) html.Label(Title, Chinese);
            if (Series.Count > 1)
            {
                using (html.In("ul", ("class", "legend")))
                {
                    foreach (BarSeries series in Series)
                    {
                        using (html.In("li"))
                        {
                            html.Element("span", "", ("class", $"key box {TimeChart.ToneClass(series.Tone)}"));
                            html.Label(series.Name, series.Chinese);
                        }
                    }
                }
            }

            if (!Note.IsEmpty) html.Say("p", Note, ("class", "note"));
        }
    }

    private void Draw(HtmlWriter html, Frame frame)
    {
        (double min, double max) = Scale.Range(Series.SelectMany(s => s.Values), ZeroLine.Shown);
        // Air beyond the bars for the figures written at their ends.
        double air = (max - min) * 0.06;
        if (min < 0) min -= air;
        if (max > 0) max += air;
        Scale up = new(min, max, frame.PlotBottom, frame.Top);
        double slot = (double)frame.PlotWidth / Categories.Count;
        double bar = Math.Min(slot * 0.72 / Series.Count, 46);
        int every = (int)Math.Ceiling(Math.Max(44, (Categories.Max(c => c.English.Length) * 6.6) + 8) / slot);
        bool written = Series.Count * Categories.Count <= frame.PlotWidth / 38;
        Func<double, string> label = Labels(bar, slot);
        using (html.In("svg", Figure.Svg(frame, (Title, Chinese))))
        {
            html.Exchanged("title", (Title, Chinese)).Exchanged("desc", Description());
            using (html.In("g", ("class", "axes")))
            {
                Figure.ValueAxis(html, frame, NumberTicks.Linear(min, max, 5), Format, v => up[v]);
                for (int i = 0; i < Categories.Count; i += every) Figure.BottomLabel(html, frame, frame.Left + ((i + 0.5) * slot), Categories[i]);
            }

            using (html.In("g", ("class", "plot")))
            {
                for (int i = 0; i < Categories.Count; i++)
                {
                    for (int s = 0; s < Series.Count; s++)
                    {
                        double value = Series[s].Values[i];
                        if (!double.IsFinite(value)) continue;
                        double left = frame.Left + ((i + 0.5) * slot) + ((s - (Series.Count / 2.0)) * bar);
                        double top = up[Math.Max(value, 0)], bottom = up[Math.Min(value, 0)];
                        string text = Figure.Written(value, Format);
                        html.Empty("rect", ("class", $"bar {TimeChart.ToneClass(Series[s].Tone)}"), ("x", Show.At(left + (bar * 0.04))), ("y", Show.At(top)),
                            ("width", Show.At(bar * 0.92)), ("height", Show.At(Math.Max(bottom - top, 0.5))), ("rx", "1.5"),
                            ("data-tip", $"{Categories[i].English} · {Series[s].Name}: {text}"), ("data-zh-tip", $"{Categories[i].InChinese} · {Series[s].InChinese}:{text}"));
                        if (written && label(value) is { Length: > 0 } figure)
                            html.Element("text", figure, ("class", "value"), ("x", Show.At(left + (bar / 2))), ("y", Show.At(value < 0 ? Math.Min(bottom + 13, frame.PlotBottom + 11) : Math.Max(top - 5, 9))), ("text-anchor", "middle"));
                    }
                }

                Figure.Across(html, frame, up[0], "reference");
            }
        }
    }

    // Figures at the ends of bars: as precise as fits beside each other, at about six units a character.
    private Func<double, string> Labels(double bar, double slot)
    {
        double room = Series.Count == 1 ? slot : bar;
        if (Format != ValueFormat.Percent || Longest(v => Figure.Written(v, Format)) <= room) return v => Figure.Written(v, Format);
        double largest = Series.SelectMany(s => s.Values).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest >= 0.01 && Longest(v => Show.Percent(v)) <= room ? v => Show.Percent(v) : largest >= 0.1 ? v => Show.Percent(v, 0) : _ => "";

        double Longest(Func<double, string> write) => 2 + Series.SelectMany(s => s.Values).Where(double.IsFinite).Select(v => write(v).Length * 6.1).DefaultIfEmpty(0).Max();
    }

    private Words Description() => new(
        string.Join(" ", Categories.Select((category, i) => $"{category.English}: {string.Join(", ", Series.Select(s => (Series.Count == 1 ? "" : s.Name + " ") + Figure.Written(s.Values[i], Format)))}.")),
        string.Join("", Categories.Select((category, i) => $"{category.InChinese}:{string.Join(",", Series.Select(s => (Series.Count == 1 ? "" : s.InChinese + " ") + Figure.Written(s.Values[i], Format)))}。")));
}
