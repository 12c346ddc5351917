using System.Text;

namespace AlphaKit.Data.Tests;

public sealed class TushareFolderTests
{
    [Fact]
    public async Task Units_are_converted_to_shares_and_yuan()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()))
            .With("daily_basic.csv", SmallMarket.Table("turnover_rate,total_mv,circ_mv,total_share,dv_ratio", (_, _) => "1.5,200,100,50,2"));
        TableMarket market = await folder.OpenAsync();
        Panel panel = await SmallMarket.PanelAsync(
            market, Field.Volume, Field.Amount, Field.TurnoverRate, Field.MarketCap, Field.FloatMarketCap, Field.TotalShares, Field.DividendYield, Field.Vwap);
        Assert.Equal(100_000f, panel[Field.Volume][4, 1]);
        Assert.Equal(2_040_000f, panel[Field.Amount][4, 1]);
        Assert.Equal(20.4f, panel[Field.Vwap][4, 1]);
        Assert.Equal(0.015f, panel[Field.TurnoverRate][4, 1]);
        Assert.Equal(2_000_000f, panel[Field.MarketCap][4, 1]);
        Assert.Equal(1_000_000f, panel[Field.FloatMarketCap][4, 1]);
        Assert.Equal(500_000f, panel[Field.TotalShares][4, 1]);
        Assert.Equal(0.02f, panel[Field.DividendYield][4, 1]);
    }

    [Fact]
    public async Task A_file_given_as_folder_is_named_as_such()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()));
        string file = Path.Combine(folder.Root, "daily.csv");
        DirectoryNotFoundException e = await Assert.ThrowsAsync<DirectoryNotFoundException>(async () => await TushareFolder.OpenAsync(file));
        Assert.Contains("is a file", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_text_gives_a_short_readable_message()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", [.. Enumerable.Range(0, 5000).Select(i => (byte)(1 + (i % 7)))]);
        DataValidationException e = await Assert.ThrowsAsync<DataValidationException>(async () => await folder.OpenAsync());
        Assert.InRange(e.Message.Length, 50, 500);
        Assert.DoesNotContain(e.Message, char.IsControl);
    }

    [Fact]
    public async Task Layout_of_the_file_does_not_matter()
    {
        List<string> bars = SmallMarket.Bars();
        using CsvFolder plain = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        string expected = await HashAsync(plain);

        using CsvFolder mark = new CsvFolder().With("daily.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SmallMarket.Csv(bars, newline: "\r\n"))]);
        Assert.Equal(expected, await HashAsync(mark));
        using CsvFolder compressed = new CsvFolder().WithCompressed("DAILY.csv.gz", SmallMarket.Csv(bars));
        Assert.Equal(expected, await HashAsync(compressed));
        using CsvFolder quoted = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars.Select(b => string.Join(',', b.Split(',').Select(v => $"\"{v}\"")))));
        Assert.Equal(expected, await HashAsync(quoted));
        using CsvFolder years = new CsvFolder().With("daily_2020.csv", SmallMarket.Csv(bars.Take(7))).WithCompressed("daily-2021.csv.gz", SmallMarket.Csv(bars.Skip(7)));
        Assert.Equal(expected, await HashAsync(years));
        using CsvFolder days = new();
        foreach (IGrouping<string, string> day in bars.GroupBy(b => b.Split(',')[1])) days.With($"daily/{day.Key}.csv", SmallMarket.Csv(day));
        Assert.Equal(expected, await HashAsync(days));
        using CsvFolder dashed = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars.Select(b => b.Insert(14, "-").Insert(17, "-"))));
        Assert.Equal(expected, await HashAsync(dashed));
        using CsvFolder reversed = new CsvFolder().With(
            "daily.csv", SmallMarket.Csv(bars.Select(b => string.Join(',', b.Split(',').Reverse())), string.Join(',', SmallMarket.Header.Split(',').Reverse())));
        Assert.Equal(expected, await HashAsync(reversed));
        using CsvFolder prefixed = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars, string.Join(',', SmallMarket.Header.Split(',').Select(h => "indiv_d_" + h))));
        Assert.Equal(expected, await HashAsync(prefixed));
        using CsvFolder blank = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars).Replace("\n600000.SH,20200205", "\n\n\n600000.SH,20200205", StringComparison.Ordinal));
        Assert.Equal(expected, await HashAsync(blank));
    }

    [Fact]
    public async Task Further_files_and_columns_are_left_out_and_named()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars().Select(b => b + ",x"), SmallMarket.Header + ",remark"))
            .With("daily_info.csv", "a,b\n1,2\n")
            .With("readme.txt", "hello");
        TableMarket market = await folder.OpenAsync();
        Assert.Contains(market.Coverage.Notes, n => n.Contains("remark", StringComparison.Ordinal));
        Assert.Contains(market.Coverage.Notes, n => n.Contains("daily_info.csv", StringComparison.Ordinal) && n.Contains("readme.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_changes_with_one_byte()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()));
        string before = (await TushareFolder.ScanAsync(folder.Root)).Version;
        Assert.Equal(before, (await folder.OpenAsync()).DataVersion);
        folder.With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()).Replace("1000,", "1001,", StringComparison.Ordinal));
        Assert.NotEqual(before, (await TushareFolder.ScanAsync(folder.Root)).Version);
    }

    [Fact]
    public async Task Counts_balance_for_every_file()
    {
        List<string> bars = SmallMarket.Bars();
        using CsvFolder folder = new CsvFolder()
            .With("daily_1.csv", SmallMarket.Csv(bars.Take(10).Append(bars[3])))
            .With("daily_2.csv", SmallMarket.Csv(bars.Skip(10).Append("510300.SH,20200203,4,4,4,4,4,1000,400").Append("000001.SZX,20200203,4,4,4,4,4,1000,400")));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(
            [new FileTally("daily_1.csv", "daily", 11, 10, 0, 1), new FileTally("daily_2.csv", "daily", 22, 20, 2, 0)],
            market.Validation.Files);
        Assert.Equal(1, market.Validation.CountOf("not_an_a_share"));
        Assert.Equal(1, market.Validation.CountOf("symbol_malformed"));
        Assert.Equal(1, market.Validation.CountOf("exact_duplicate"));
        ValidationFinding malformed = market.Validation.Findings.Single(f => f.Rule.Name == "symbol_malformed");
        Assert.Equal(new RowLocation("daily_2.csv", 23), malformed.Where);
        Assert.Contains("000001.SZX", malformed.Detail, StringComparison.Ordinal);
    }

    private static async Task<string> HashAsync(CsvFolder folder)
    {
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.Close, Field.Amount, Field.PreClose);
        return ContentHash.Of(panel[Field.Close]) + ContentHash.Of(panel[Field.Amount]) + ContentHash.Of(panel[Field.PreClose]);
    }
}
