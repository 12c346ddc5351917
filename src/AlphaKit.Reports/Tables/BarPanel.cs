namespace AlphaKit.Reports;

/// <summary>A panel of horizontal bars: each row has a label, a bar on a ground of its own and the value as written.</summary>
internal static class BarPanel
{
    /// <summary>Writes the panel.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Heading.</param>
    /// <param name="chinese">Its Chinese term.</param>
    /// <param name="ground">Class of what the bars lie on.</param>
    /// <param name="rows">Label, its Chinese term, the bar – its class, where it begins and how wide it is in percent – or null for none, the value as written.</param>
    /// <param name="note">Remark below; empty for none.</param>
    public static void Write(
        HtmlWriter html, string title, string chinese, string ground, IEnumerable<(string Label, string Chinese, (string Fill, string Left, string Width)? Bar, Words Written)> rows, Words note)
    {
        using (html.In("div", ("class", "panel")))
        {
            using (html.In("h3")) html.Label(title, chinese);
            using (html.In("ol", ("class", "fall")))
            {
                foreach ((string label, string term, (string Fill, string Left, string Width)? bar, Words written) in rows)
                {
                    using (html.In("li"))
                    {
                        using (html.In("span")) html.Label(label, term);
                        using (html.In("span", ("class", ground), ("aria-hidden", "true")))
                        {
                            if (bar is var (fill, left, width)) html.Element("span", "", ("class", "fill " + fill), ("style", $"left:{left};width:{width}"));
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
