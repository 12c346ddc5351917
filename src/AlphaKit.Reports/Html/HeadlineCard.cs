namespace AlphaKit.Reports;

/// <summary>One headline figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Chinese">Its Chinese term.</param>
/// <param name="Value">The figure, written.</param>
/// <param name="Detail">A line below it.</param>
/// <param name="DetailChinese">The same in Chinese; shown in its place where the page is read in Chinese.</param>
/// <param name="Sign">Positive for red (gain), negative for teal (loss), zero for neutral.</param>
internal sealed record HeadlineCard(string Label, string Chinese, string Value, string Detail, string DetailChinese = "", int Sign = 0)
{
    /// <summary>Writes the card.</summary>
    public void WriteTo(HtmlWriter html)
    {
        using (html.In("div", ("class", Sign > 0 ? "card gain" : Sign < 0 ? "card loss" : "card")))
        {
            using (html.In("dt")) html.Label(Label, Chinese);
            using (html.In("dd"))
            {
                html.Element("span", Value);
                if (Detail.Length > 0) html.Say("small", (Detail, DetailChinese));
            }
        }
    }
}
