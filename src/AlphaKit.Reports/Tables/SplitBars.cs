namespace AlphaKit.Reports;

/// <summary>Contributions as horizontal bars from a middle line: gains to the right in red, losses to the left in teal.</summary>
internal static class SplitBars
{
    /// <summary>Writes one bar per row in a panel, largest first.</summary>
    public static void Write(HtmlWriter html, string title, string chinese, IReadOnlyList<(string Label, string Chinese, double Value)> rows, Words note = default, int most = 20, Func<double, string>? write = null)
    {
        (string Label, string Chinese, double Value)[] drawn = [.. rows.Where(r => double.IsFinite(r.Value)).OrderByDescending(r => Math.Abs(r.Value)).ThenBy(r => r.Label, StringComparer.Ordinal)];
        double largest = drawn.Length == 0 ? 0 : Math.Abs(drawn[0].Value);
        if (largest == 0)
        {
            Figure.NoData(html, title, chinese, drawn.Length == 0 ? ("there is nothing to show.", "没有内容。") : ("everything is zero.", "全部为零。"));
            return;
        }

        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label(title, chinese);
            using (html.In("ol", ("class", "fall")))
            {
                foreach ((string label, string term, double value) in drawn.Take(most))
                {
                    double width = Math.Max(0.3, Math.Abs(value) / largest * 50);
                    using (html.In("li"))
                    {
                        using (html.In("span")) html.Label(label, term);
                        using (html.In("span", ("class", "split"), ("aria-hidden", "true")))
                        {
                            if (value != 0)
                                html.Element("span", "", ("class", value > 0 ? "fill t-gain" : "fill t-loss"), ("style", $"left:{Show.At(value > 0 ? 50 : 50 - width)}%;width:{Show.At(width)}%"));
                        }

                        html.Element("span", write is null ? Show.Signed(value, 2) : write(value), ("class", "count"));
                    }
                }
            }

            Words text = (drawn.Length > most ? ($"The {most} largest of {drawn.Length}. ", $"{drawn.Length} 项中最大的 {most} 项。") : Words.None) + note;
            if (!text.IsEmpty) html.Say("p", text, ("class", "note"));
        }

        html.Line();
    }
}
