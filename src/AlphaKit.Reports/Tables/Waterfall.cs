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

        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label(title, chinese);
            using (html.In("ol", ("class", "fall")))
            {
                foreach ((string label, string term, double value, Words written, Tone tone) in rows)
                {
                    using (html.In("li"))
                    {
                        using (html.In("span")) html.Label(label, term);
                        using (html.In("span", ("class", "rail"), ("aria-hidden", "true")))
                        {
                            if (double.IsFinite(value) && value != 0)
                                html.Element("span", "", ("class", $"fill {TimeChart.ToneClass(tone)}"), ("style", $"left:0;width:{Show.At(Math.Max(0.3, Math.Abs(value) / largest * 100))}%"));
                        }

                        html.Say("span", written, ("class", "count"));
                    }
                }
            }

            if (!note.IsEmpty) html.Say("p", note, ("class", "note"));
        }

        html.Line();
    }
}
