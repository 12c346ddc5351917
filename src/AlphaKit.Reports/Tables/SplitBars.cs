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

        Words text = (drawn.Length > most ? ($"The {most} largest of {drawn.Length}. ", $"{drawn.Length} 项中最大的 {most} 项。") : Words.None) + note;
        BarPanel.Write(html, title, chinese, "split", drawn.Take(most).Select(r => (r.Label, r.Chinese, Bar(r.Value, largest), (Words)(write is null ? Show.Signed(r.Value, 2) : write(r.Value)))), text);
    }

    private static (string Fill, string Left, string Width)? Bar(double value, double largest)
    {
        double width = Math.Max(0.3, Math.Abs(value) / largest * 50);
        return value == 0 ? null : (value > 0 ? "t-gain" : "t-loss", $"{Show.At(value > 0 ? 50 : 50 - width)}%", $"{Show.At(width)}%");
    }
}
