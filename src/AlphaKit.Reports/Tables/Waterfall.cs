namespace AlphaKit.Reports;

/// <summary>Counts by reason as horizontal bars, each relative to the largest.</summary>
internal static class Waterfall
{
    /// <summary>Writes one bar per row in a panel.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Heading.</param>
    /// <param name="chinese">Its Chinese term.</param>
    /// <param name="rows">Label, its Chinese term, value, the value as written, colour.</param>
    /// <param name="note">Remark below; empty for none.</param>
    public static void Write(HtmlWriter html, string title, string chinese, IReadOnlyList<(string Label, string Chinese, double Value, Words Written, Tone Tone)> rows, Words note = default)
    {
        double largest = rows.Select(r => Math.Abs(r.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (largest == 0)
        {
            Figure.NoData(html, title, chinese, rows.Count == 0 ? ("there is nothing to count.", "没有可统计的内容。") : ("everything is zero.", "全部为零。"));
            return;
        }

        BarPanel.Write(html, title, chinese, "rail", rows.Select(r => (r.Label, r.Chinese, Bar(r.Value, largest, r.Tone), r.Written)), note);
    }

    private static (string Fill, string Left, string Width)? Bar(double value, double largest, Tone tone) => double.IsFinite(value) && value != 0
        ? (TimeChart.ToneClass(tone), "0", $"{Show.At(Math.Max(0.3, Math.Abs(value) / largest * 100))}%")
        : null;
}
