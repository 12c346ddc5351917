using System.Text;
using System.Text.Json;

namespace AlphaKit.Reports;

/// <summary>
/// A long table whose rows all travel with the page: search, sorting and paging in the browser, and the whole table as a CSV file that equals
/// <see cref="Table.SaveCsvAsync"/>. Without script, and on paper, its first rows stand there.
/// </summary>
internal sealed record SearchTable(TableView View)
{
    /// <summary>Most rows that travel with a page; of longer tables the last ones do, and the page says so.</summary>
    public const int MostRows = 100_000;

    /// <summary>Writes the table, or a sentence where it has no rows.</summary>
    public void WriteTo(HtmlWriter html)
    {
        Table table = View.Table;
        if (table.RowCount == 0)
        {
            View.WriteTo(html);
            return;
        }

        using (html.In("div", ("class", "panel data")))
        {
            using (html.In("div", ("class", "tabletop")))
            {
                if (View.Title.Length > 0)
                {
                    using (html.In("h3")) html.Label(View.Title, View.Chinese);
                }

                using (html.In("div", ("class", "controls")))
                {
                    html.Empty("input", ("type", "search"), ("placeholder", "Search"), ("data-zh-placeholder", "搜索"), ("aria-label", $"Search in {table.Name}"), ("data-zh-label", $"在 {table.Name} 中搜索"), ("spellcheck", "false"));
                    html.Element("button", "‹", ("type", "button"), ("class", "back"), ("title", "Rows before"), ("data-zh-title", "上一页"));
                    html.Element("span", "", ("class", "where"), ("role", "status"));
                    html.Element("button", "›", ("type", "button"), ("class", "next"), ("title", "Rows after"), ("data-zh-title", "下一页"));
                    html.Element("button", "CSV", ("type", "button"), ("class", "csv"), ("title", $"Save {table.Name}.csv, all rows"), ("data-zh-title", $"保存 {table.Name}.csv(全部行)"));
                }
            }

            View.Body(html);
            View.Remark(html);
            if (table.RowCount > MostRows)
                html.Say("p", (
                    $"Search and CSV hold the last {Show.Count(MostRows)} of {Show.Count(table.RowCount)} rows.",
                    $"共 {Show.Count(table.RowCount)} 行，搜索与 CSV 含最后 {Show.Count(MostRows)} 行。"), ("class", "note"));
            html.Json(Data(table));
        }

        html.Line();
    }

    private string Data(Table table)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteNumber("page", View.Rows);
            json.WriteStartArray("columns");
            foreach (TableColumn column in View.Shown) Column(json, column, table);
            json.WriteEndArray();
            json.WriteString("csv", table.RowCount > MostRows ? Tail(table.ToCsv(), table.RowCount - MostRows) : table.ToCsv());
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void Column(Utf8JsonWriter json, TableColumn column, Table table)
    {
        json.WriteStartObject();
        json.WriteNumber("at", table.Columns.ToList().IndexOf(column));
        json.WriteString("kind", TableView.IsText(column) ? "text" : column.Kind == ColumnKind.Number && column.Format.StartsWith('P') ? "percent" : "number");
        json.WriteNumber("decimals", column.Kind switch
        {
            ColumnKind.Integer => 0,
            ColumnKind.Money => 2,
            _ => column.Format.Length == 2 && char.IsAsciiDigit(column.Format[1]) && column.Format[0] is 'P' or 'F' or 'N' ? column.Format[1] - '0' : -1,
        });
        if (View.Coloured.Contains(column.Name, StringComparer.Ordinal)) json.WriteBoolean("coloured", true);
        if (TableView.HasPhrases(column))
        {
            json.WriteStartArray("phrases");
            foreach ((string pattern, string chinese) in Phrases.Fitting(Enumerable.Range(0, column.Count).Select(column.Exact).Distinct(StringComparer.Ordinal)))
            {
                json.WriteStartArray();
                json.WriteStringValue(pattern);
                json.WriteStringValue(chinese);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
        else if (TableView.HasTerms(column))
        {
            json.WriteStartObject("terms");
            foreach (string word in Enumerable.Range(0, column.Count).Select(column.Exact).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                (string english, string chinese) = Terms.OfCell(word);
                json.WriteStartArray(word);
                json.WriteStringValue(english);
                json.WriteStringValue(chinese);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A CSV without its first rows, the header kept; a quoted cell may hold line breaks.</summary>
    private static string Tail(string csv, int skipped)
    {
        int header = csv.IndexOf('\n', StringComparison.Ordinal) + 1, at = header;
        bool quoted = false;
        for (; skipped > 0; at++)
        {
            if (csv[at] == '"') quoted = !quoted;
            else if (csv[at] == '\n' && !quoted) skipped--;
        }

        return string.Concat(csv.AsSpan(0, header), csv.AsSpan(at));
    }
}
