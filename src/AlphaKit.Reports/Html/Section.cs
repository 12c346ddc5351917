namespace AlphaKit.Reports;

/// <summary>One part of a report, with its place in the navigation.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Title">Heading.</param>
/// <param name="Chinese">Its Chinese term.</param>
/// <param name="Lead">One or two sentences under the heading; empty for none.</param>
/// <param name="Body">Writes the content.</param>
internal sealed record Section(string Id, string Title, string Chinese, Words Lead, Action<HtmlWriter> Body)
{
    /// <summary>Writes the section.</summary>
    public void WriteTo(HtmlWriter html)
    {
        using (html.In("section", ("id", Id)))
        {
            using (html.In("h2")) html.Label(Title, Chinese);
            if (!Lead.IsEmpty) html.Say("p", Lead, ("class", "lead"));
            Body(html);
        }

        html.Line();
    }
}
