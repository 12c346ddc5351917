using System.Xml.Linq;

namespace AlphaKit.Reports.Tests;

public sealed class TableTests
{
    [Theory]
    [InlineData(0.05, "g3")]
    [InlineData(-0.001, "l1")]
    [InlineData(0.5, "g4")]
    [InlineData(0, "")]
    [InlineData(double.NaN, "none")]
    public void Shades_grow_with_the_return(double value, string expected) => Assert.Equal(expected, MonthlyHeatMap.Shade(value, 0.02));

    [Fact]
    public void The_year_of_the_heat_map_compounds_its_months()
    {
        HtmlWriter html = new();
        MonthlyHeatMap.Write(html, ["2020-01", "2020-12", "2021-02"], [0.1, -0.1, 0.25]);
        XElement[] rows = [.. XElement.Parse(html.ToString()).Descendants("tbody").Single().Elements("tr")];
        Assert.Equal(["2020", "2021"], rows.Select(r => r.Element("th")!.Value));
        Assert.Equal(["10.0%", "", "", "", "", "", "", "", "", "", "", "−10.0%", "−1.0%"], rows[0].Elements("td").Select(c => c.Value));
        Assert.Equal("25.0%", rows[1].Elements("td").Last().Value);
    }

    [Fact]
    public void A_long_table_shows_its_first_rows_and_says_how_many_there_are()
    {
        Table table = new("trades", TableColumn.Integer("shares", Enumerable.Range(0, 1234).Select(i => (long)i)));
        HtmlWriter html = new();
        new TableView(table).WriteTo(html);
        Assert.Equal(TableView.DefaultRows, XElement.Parse(html.ToString()).Descendants("tbody").Single().Elements("tr").Count());
        Assert.Contains("The first 15 of 1,234 rows; trades.csv", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_says_so()
    {
        HtmlWriter html = new();
        new TableView(new Table("trades", TableColumn.Integer("shares", []))).WriteTo(html);
        Assert.Contains("No data because the table &#39;trades&#39; has no rows.", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_in_cells_follow_the_format_of_their_column()
    {
        TableColumn column = TableColumn.Number("return", [-0.1234, double.NaN], "P2");
        Assert.Equal("−12.34%", TableView.Cell(column, 0));
        Assert.Equal("–", TableView.Cell(column, 1));
    }

    [Fact]
    public void Every_reason_and_event_of_a_backtest_has_words_in_both_languages()
    {
        string[] names = [.. Enum.GetNames<AlphaKit.Backtest.UnfilledReason>(), .. Enum.GetNames<AlphaKit.Backtest.HoldingEvent>(), nameof(AlphaKit.Backtest.RetrainAlert), nameof(AlphaKit.Backtest.CalibrationAlert), nameof(AlphaKit.Backtest.CoverageAlert), nameof(AlphaKit.Backtest.InputShiftAlert)];
        Assert.DoesNotContain(names, n => Terms.Of(n).Chinese.Length == 0);
        Assert.All(Industry.All, i => Assert.Equal(i.Chinese, Terms.Of($"industry:{i.Name}").Chinese));
    }
}
