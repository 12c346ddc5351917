namespace AlphaKit.Core.Tests.Tables;

public sealed class TableTests
{
    private static readonly Table Sample = new(
        "sample",
        TableColumn.Date("date", [new(2020, 2, 3), new(2020, 2, 4)]),
        TableColumn.Symbols("symbol", [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]),
        TableColumn.Text("note, quoted", ["plain", "say \"涨停\",\nnext"]),
        TableColumn.Integer("shares", [1200, -5]),
        TableColumn.Number("weight", [0.1, double.NaN], "P1"),
        TableColumn.Money("cash", [1234567.8m, 0.0000000000000000000000000001m]));

    [Fact]
    public void Csv_is_quoted_and_carries_full_precision() =>
        Assert.Equal(
            "date,symbol,\"note, quoted\",shares,weight,cash\n"
            + "2020-02-03,000001.SZ,plain,1200,0.1,1234567.80\n"
            + "2020-02-04,600000.SH,\"say \"\"涨停\"\",\nnext\",-5,,0.0000000000000000000000000001\n",
            Sample.ToCsv());

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(double.Epsilon)]
    [InlineData(-1.7976931348623157E+308)]
    public void Numbers_survive_the_round_trip(double value)
    {
        string text = TableColumn.Number("x", [value]).Exact(0);
        Assert.Equal(value, double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void People_see_formatted_values()
    {
        Assert.Equal("1,200", Sample["shares"].Shown(0));
        Assert.Equal("10.0 %", Sample["weight"].Shown(0));
        Assert.Equal("–", Sample["weight"].Shown(1));
        Assert.Equal("1,234,567.80", Sample["cash"].Shown(0));
        Assert.StartsWith("date        symbol     note, quoted", Sample.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_read_by_kind()
    {
        Assert.Equal([1200, -5], Sample["shares"].Numbers);
        Assert.Equal(new DateOnly(2020, 2, 4), Sample["date"].Dates[1]);
        Assert.Throws<InvalidOperationException>(() => Sample["symbol"].Numbers);
        Assert.Throws<InvalidOperationException>(() => Sample["symbol"].Dates);
        KeyNotFoundException missing = Assert.Throws<KeyNotFoundException>(() => Sample["price"]);
        Assert.Contains("sample", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Uneven_and_doubled_columns_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Table("t", TableColumn.Integer("a", [1]), TableColumn.Integer("b", [1, 2])));
        Assert.Throws<ArgumentException>(() => new Table("t", TableColumn.Integer("a", [1]), TableColumn.Integer("a", [1])));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("with blank")]
    [InlineData("")]
    public void A_name_that_is_no_file_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => new Table(name));

    [Fact]
    public async Task Saving_writes_the_csv_and_nothing_else()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit 表").FullName;
        string path = await Sample.SaveCsvAsync(Path.Combine(folder, "out"));
        Assert.Equal(Sample.ToCsv(), await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(Path.Combine(folder, "out")));
        Assert.Equal((byte)'d', (await File.ReadAllBytesAsync(path))[0]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_long_table_shows_its_first_rows_and_says_how_many_more_there_are()
    {
        string text = new Table("long", TableColumn.Integer("n", Enumerable.Range(1, Table.ShownRows + 2).Select(n => (long)n))).ToString();
        Assert.EndsWith("60\n… 2 more rows\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more rows", new Table("short", TableColumn.Integer("n", [1, 2])).ToString(), StringComparison.Ordinal);
    }
}
