namespace AlphaKit.Reports;

/// <summary>A result table as an HTML table: headings in words, numbers aligned, first rows only where it is long.</summary>
internal sealed record TableView(Table Table)
{
    /// <summary>Rows shown by default.</summary>
    public const int DefaultRows = 15;

    /// <summary>Most rows to show.</summary>
    public int Rows { get; init; } = DefaultRows;

    /// <summary>Columns to show, in this order; empty for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns whose sign is shown in colour, beside the sign itself.</summary>
    public IReadOnlyList<string> Coloured { get; init; } = [];

    /// <summary>Heading above the table; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its Chinese term.</summary>
    public string Chinese { get; init; } = "";

    /// <summary>Writes the table in a panel of its own, or a sentence where it has no rows.</summary>
    public void WriteTo(HtmlWriter html)
    {
        if (Table.RowCount == 0)
        {
            (string english, string chinese) = Title.Length > 0 ? (Title, Chinese) : Terms.Of(Table.Name);
            Figure.NoData(html, english, chinese, ($"the table '{Table.Name}' has no rows.", $"表 {Table.Name} 没有行。"));
            return;
        }

        using (html.In("div", ("class", "panel")))
        {
            if (Title.Length > 0)
            {
                using (html.In("h3")) html.Label(Title, Chinese);
            }

            Body(html);
            Remark(html);
        }

        html.Line();
    }

    /// <summary>A cell as people read it.</summary>
    internal static string Cell(TableColumn column, int row)
    {
        string shown = column.Shown(row);
        return IsText(column) ? shown : Show.Minus(shown.Replace(" %", "%", StringComparison.Ordinal)).Replace("NaN", Show.Missing, StringComparison.Ordinal);
    }

    /// <summary>Says how many rows there are where not all are shown.</summary>
    internal void Remark(HtmlWriter html)
    {
        if (Table.RowCount > Rows)
            html.Say("p", (
                $"The first {Show.Count(Rows)} of {Show.Count(Table.RowCount)} rows; {Table.Name}.csv (Table.SaveCsvAsync) holds all of them.",
                $"共 {Show.Count(Table.RowCount)} 行，此处为前 {Show.Count(Rows)} 行；{Table.Name}.csv(Table.SaveCsvAsync)含全部。"), ("class", "note rows"));
    }

    /// <summary>The columns to show.</summary>
    internal IReadOnlyList<TableColumn> Shown => Columns.Count == 0 ? Table.Columns : [.. Columns.Select(c => Table[c])];

    /// <summary>Writes the table alone.</summary>
    internal void Body(HtmlWriter html)
    {
        IReadOnlyList<TableColumn> columns = Shown;
        using (html.In("div", ("class", "scroll")))
        using (html.In("table"))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (TableColumn column in columns)
                {
                    (string english, string chinese) = Terms.Of(column.Name);
                    using (html.In("th", ("scope", "col"), ("class", IsText(column) ? "text" : null))) html.Label(english, chinese);
                }
            }

            using (html.In("tbody"))
            {
                for (int row = 0; row < Math.Min(Rows, Table.RowCount); row++)
                {
                    using (html.In("tr"))
                    {
                        foreach (TableColumn column in columns) Write(html, column, row);
                    }

                    html.Line();
                }
            }
        }
    }

    private void Write(HtmlWriter html, TableColumn column, int row)
    {
        string text = Cell(column, row), css = "";
        if (IsText(column))
        {
            css = text.Length > 28 ? "text wrapped" : "text";
            if (HasPhrases(column))
            {
                html.Say("td", Phrases.Of(text), ("class", css));
                return;
            }

            if (HasTerms(column))
            {
                (string english, string chinese) = Terms.OfCell(text);
                using (html.In("td", ("class", css))) html.Label(english, chinese);
                return;
            }
        }
        else if (!IsFigure(column) && Coloured.Contains(column.Name, StringComparer.Ordinal))
        {
            double value = column.Numbers[row];
            css = value > 0 ? "up" : value < 0 ? "down" : "";
        }

        html.Element("td", text, ("class", css.Length == 0 ? null : css));
    }

    /// <summary>Whether the cells of a column are names that have words in two languages.</summary>
    internal static bool HasTerms(TableColumn column) => column.Name is "severity" or "side" or "reason" or "metric" or "kind" or "effect" or "bucket" or "persists" or "factor" or "group";

    /// <summary>Whether the cells of a column are sentences of this library, whose Chinese is known.</summary>
    internal static bool HasPhrases(TableColumn column) => column.Name is "detail" or "text" or "formula" && column.Kind == ColumnKind.Text;

    internal static bool IsText(TableColumn column) => (column.Kind is ColumnKind.Text or ColumnKind.Date) && !IsFigure(column);

    // Figures of several formats in one column, written beforehand.
    private static bool IsFigure(TableColumn column) => column.Kind == ColumnKind.Text && column.Name == "shown";
}
