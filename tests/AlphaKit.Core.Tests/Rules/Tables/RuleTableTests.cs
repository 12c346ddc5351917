namespace AlphaKit.Core.Tests;

public sealed class RuleTableTests
{
    private const string Header = "instrument,first_date,last_date,buy,sell,mark,note\n";

    private static RuleTableException Malformed(string text) => Assert.Throws<RuleTableException>(() => Rulebook.AShare.With("stamp_duty", text));

    [Theory]
    [InlineData("2020-06-30", "overlaps")]
    [InlineData("2020-07-02", "gap")]
    public void Overlaps_and_gaps_are_told_apart(string second, string word)
    {
        RuleTableException error = Malformed($"{Header}Stock,2020-01-01,2020-06-30,0,0,S,\nStock,{second},,0,0,S,\n");
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stock,2020-01-01,,0,abc,S,\n", 2, "sell")]
    [InlineData("Stock,2020-01-01,,0,0.5,S,\n", 2, "sell")]
    [InlineData("Stock,2020-01-01,,0,-0.001,S,\n", 2, "sell")]
    [InlineData("Stock,2020-13-01,,0,0,S,\n", 2, "first_date")]
    [InlineData("Stock,2020-01-02,2020-01-01,0,0,S,\n", 2, "last_date")]
    [InlineData("Stok,2020-01-01,,0,0,S,\n", 2, "instrument")]
    [InlineData("1,2020-01-01,,0,0,S,\n", 2, "instrument")]
    [InlineData("Stock,2020-01-01,,0,0,X,\n", 2, "mark")]
    [InlineData("Stock,2020-01-01,,0,0,,\n", 2, "mark")]
    [InlineData("Stock,2020-01-01,,0,0,S\n", 2, "")]
    [InlineData("Stock,2020-01-01,,0,0,S,\"open\n", 2, "")]
    [InlineData("Stock,2020-01-01,2020-06-30,0,0,S,\nStock,2020-06-30,,0,0,S,\n", 3, "first_date")] // overlap
    [InlineData("Stock,2020-01-01,2020-06-30,0,0,S,\nStock,2020-07-02,,0,0,S,\n", 3, "first_date")] // gap
    [InlineData("Stock,2020-01-01,,0,0,S,\nStock,2020-07-02,,0,0,S,\n", 3, "first_date")] // open row followed by another
    public void Malformed_rows_name_table_line_and_column(string rows, int line, string column)
    {
        RuleTableException error = Malformed(Header + rows);
        Assert.Equal(("stamp_duty", line, column), (error.Table, error.Line, error.Column));
        Assert.Contains("stamp_duty", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_or_missing_headers_are_refused()
    {
        Assert.Contains("instrument,first_date", Malformed("a,b\n1,2\n").Message, StringComparison.Ordinal);
        Assert.Contains("header", Malformed("# only prose\n").Message, StringComparison.Ordinal);
        Assert.Throws<RuleTableException>(() => Rulebook.AShare.With("stamp_duti", Header));
        Assert.Throws<ArgumentException>(() => Rulebook.AShare.Table("stamp_duti"));
    }

    [Fact]
    public void Rows_of_different_keys_may_overlap_and_stand_in_any_order()
    {
        Rulebook rules = Rulebook.AShare.With(
            "stamp_duty",
            Header + "Stock,2020-07-01,,0,0.002,S,\r\nFund,2020-01-01,,0,0,M,\"none, so far; \"\"ETF\"\"\"\nStock,2020-01-01,2020-06-30,0,0.001,O+M,\n");
        Assert.Equal(0.001m, rules.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2020, 6, 30)).Sell);
        Assert.Equal(0.002m, rules.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2020, 7, 1)).Sell);
        RuleSource source = rules.StampDutyOn(Symbol.Parse("510300.SH"), new DateOnly(2020, 7, 1)).Source;
        Assert.Equal("none, so far; \"ETF\"", source.Note);
        Assert.Equal(RuleMarks.Observed | RuleMarks.Memory, rules.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2020, 6, 30)).Source.Marks);
        Assert.Throws<RuleNotAvailableException>(() => rules.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void A_folder_replaces_the_tables_it_holds()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-rules-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "stamp_duty.csv"), Header + "Stock,2020-01-01,,0,0.007,M,\n");
            Rulebook rules = Rulebook.Load(folder);
            Assert.Equal(0.007m, rules.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2024, 6, 3)).Sell);
            Assert.Equal(0.0005m, Rulebook.AShare.StampDutyOn(Symbol.Parse("600000.SH"), new DateOnly(2024, 6, 3)).Sell);
            Assert.Equal(0.10m, rules.PriceLimitOn(Symbol.Parse("600000.SH"), new DateOnly(2024, 6, 3), default).Up);
            File.WriteAllText(Path.Combine(folder, "stamps.csv"), Header);
            Assert.Throws<RuleTableException>(() => Rulebook.Load(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_embedded_row_carries_a_source_mark_and_known_dates()
    {
        Assert.Equal(20, Rulebook.AShare.Tables.Count);
        foreach (RuleTable table in Rulebook.AShare.Tables)
        {
            Assert.NotEmpty(table.Rows);
            Assert.All(table.Entries, row => Assert.NotEqual(RuleMarks.None, row.Marks()));
        }
    }
}
