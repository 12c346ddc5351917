using System.Text.Json;
using System.Xml.Linq;

namespace AlphaKit.Reports.Tests;

public sealed class SearchTableTests
{
    private static XElement Write(Table table)
    {
        HtmlWriter html = new();
        new SearchTable(new TableView(table)).WriteTo(html);
        return XElement.Parse($"<div>{html}</div>");
    }

    private static JsonElement Data(Table table) => JsonDocument.Parse(Write(table).Descendants("script").Single().Value).RootElement;

    [Fact]
    public void The_csv_in_the_page_is_the_tables_own()
    {
        Table table = new("orders", TableColumn.Text("detail", ["plain", "a \"quoted\", one", "line\nbreak", "</script>&"]), TableColumn.Number("return", [0.1, double.NaN, -2, 1e-9], "P2"));
        Assert.Equal(table.ToCsv(), Data(table).GetProperty("csv").GetString());
    }

    [Fact]
    public void Columns_tell_how_their_cells_are_written()
    {
        Table table = new("orders", TableColumn.Text("side", ["Buy", "Sell"]), TableColumn.Integer("shares", [1, 2]), TableColumn.Money("amount", [1, 2]), TableColumn.Number("return", [1, 2], "P2"), TableColumn.Number("raw", [1, 2]));
        JsonElement[] columns = [.. Data(table).GetProperty("columns").EnumerateArray()];
        Assert.Equal(["text", "number", "number", "percent", "number"], columns.Select(c => c.GetProperty("kind").GetString()));
        Assert.Equal([-1, 0, 2, 2, -1], columns.Select(c => c.GetProperty("decimals").GetInt32()));
        Assert.Equal("买入", columns[0].GetProperty("terms").GetProperty("Buy")[1].GetString());
    }

    [Fact]
    public void Of_a_very_long_table_the_last_rows_travel_and_the_page_says_so()
    {
        Table table = new("orders", TableColumn.Text("detail", Enumerable.Range(0, SearchTable.MostRows + 7).Select(i => i == 3 ? "a\nb" : $"{i}")));
        XElement panel = Write(table);
        string csv = JsonDocument.Parse(panel.Descendants("script").Single().Value).RootElement.GetProperty("csv").GetString()!;
        Assert.StartsWith("detail\n7\n8\n", csv, StringComparison.Ordinal);
        Assert.EndsWith("\n100006\n", csv, StringComparison.Ordinal);
        Assert.Contains(panel.Descendants("span"), s => s.Value == "Search and CSV hold the last 100,000 of 100,007 rows.");
    }

    [Fact]
    public void An_empty_table_says_so() => Assert.Contains("has no rows", Write(new Table("orders", TableColumn.Text("detail", []))).Value, StringComparison.Ordinal);
}
