using AlphaKit.TestSupport;
using Xunit.Abstractions;

namespace AlphaKit.Data.Tests;

[Trait("Speed", "Slow")]
public sealed class RealDataTests(ITestOutputHelper output)
{
    [SharedDataFact("ashare_2020")]
    public async Task The_whole_market_of_2020_loads_with_every_row_accounted_for()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        output.WriteLine(market.Validation.ToString());
        foreach (ValidationFinding f in market.Validation.Findings.Where(f => f.Rule.Severity != ValidationSeverity.Rejection).Take(30)) output.WriteLine(f.ToString());
        foreach (string n in market.Coverage.Notes) output.WriteLine(n);
        foreach (KeyValuePair<string, string> n in market.Coverage.Missing) output.WriteLine(n.ToString());
        Assert.Equal(164, market.Calendar.Count);
        Assert.Equal(3379, market.Securities.All.Count);
        FileTally daily = market.Validation.Files.Single(f => f.Table == "daily");
        Assert.Equal(552_505, daily.Rows);
        Assert.All(market.Validation.Files, f => Assert.Equal(f.Rows, f.Imported + f.Rejected + f.Collapsed));
    }

    [SharedDataFact("csi300_members_2016_2026")]
    public async Task Adjusted_prices_of_ten_years_load_and_rows_without_volume_are_suspended_days()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("csi300_members_2016_2026")!);
        output.WriteLine(market.Validation.ToString());
        foreach (ValidationFinding f in market.Validation.Findings.Where(f => f.Rule.Severity != ValidationSeverity.Rejection).Take(30)) output.WriteLine(f.ToString());
        foreach (string n in market.Coverage.Notes) output.WriteLine(n);
        foreach (KeyValuePair<string, string> n in market.Coverage.Missing) output.WriteLine(n.ToString());
        output.WriteLine(market.Calendar.ToString());
        Assert.Equal(PriceBasis.Adjusted, market.PriceBasis);
        Assert.Equal(300, market.Securities.All.Count);
    }
}
