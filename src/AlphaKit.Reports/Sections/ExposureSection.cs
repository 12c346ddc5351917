namespace AlphaKit.Reports;

/// <summary>Exposures over time: styles as lines, industries as bars of their mean.</summary>
internal static class ExposureSection
{
    private static readonly Tone[] Tones = [Tone.Strategy, Tone.Benchmark, Tone.Third];

    /// <summary>The section of one exposure report.</summary>
    public static Section Of(ExposureReport report) => new(
        "exposures", "Exposures", "风格与行业暴露",
        report.Benchmark.Length > 0 ? ($"Portfolio less {report.Benchmark}, at each close.", $"每日收盘时组合减 {report.Benchmark}。") : ("Of the portfolio itself, at each close.", "每日收盘时组合自身。"),
        html => Write(html, report));

    private static void Write(HtmlWriter html, ExposureReport report)
    {
        IReadOnlyList<DateOnly> dates = report.Styles["date"].Dates;
        TableColumn[] styles = [.. report.Styles.Columns.Skip(1).OrderByDescending(c => Math.Abs(c.Numbers.Average())).ThenBy(c => c.Name, StringComparer.Ordinal)];
        new TimeChart("exposure-styles", "Largest style exposures", "主要风格暴露", dates,
            [.. styles.Take(Tones.Length).Select((c, i) => new TimeSeries(Terms.Of(c.Name).English, Terms.Of(c.Name).Chinese, Tones[i], c.Numbers))])
        {
            Zero = ZeroLine.Shown, Height = 260, Note = ("In cross-sectional standard deviations.", "单位为截面标准差。"),
        }.WriteTo(html);
        using (html.In("div", ("class", "two")))
        {
            Bars(html, "Mean style exposure", "平均风格暴露", styles, v => Show.Fixed(v, 3));
            Bars(html, "Mean industry weight", "平均行业权重", [.. report.Industries.Columns.Skip(1)], v => Show.Signed(v, 2));
        }

        if (report.Notes.Count == 0) return;
        using (html.In("div", ("class", "panel"))) DataSection.Bullets(html, report.Notes);
    }

    private static void Bars(HtmlWriter html, string title, string chinese, IReadOnlyList<TableColumn> columns, Func<double, string> write) =>
        SplitBars.Write(html, title, chinese, [.. columns.Select(c => (Terms.Of(c.Name).English, Terms.Of(c.Name).Chinese, c.Numbers.Average()))], most: 12, write: write);
}
