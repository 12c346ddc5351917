using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class ManifestVerifierTests
{
    [Fact]
    public async Task A_manifest_read_back_from_its_text_verifies()
    {
        FakeMarket market = RandomMarket.Create(5);
        BacktestResult result = await market.RunAsync(new RandomTargets(5));
        RunManifest written = ManifestVerifier.Parse(result.Manifest.ToJson());
        Assert.Equal(result.Manifest.ToJson(), written.ToJson());
        ManifestCheck check = await ManifestVerifier.VerifyAsync(written, RandomMarket.Create(5), new RandomTargets(5), market.Daily());
        Assert.True(check.Holds, check.ToString());
    }

    [Fact]
    public async Task Other_data_other_options_and_other_results_are_named()
    {
        FakeMarket market = RandomMarket.Create(5);
        RunManifest manifest = (await market.RunAsync(new RandomTargets(5))).Manifest;
        ManifestCheck options = await ManifestVerifier.VerifyAsync(manifest, market, new RandomTargets(5), market.Daily() with { InitialCash = 2_000_000m });
        Assert.Contains(options.Differences, d => d is { Entry: "parameters.initial_cash", Expected: "1000000.00", Actual: "2000000.00" });
        Assert.False(options.ResultsHold);

        FakeMarket changed = RandomMarket.Create(5).Change((field, symbol, day, value) => field == Field.Close && symbol == Pudong ? value + 0.01f : value);
        ManifestCheck data = await ManifestVerifier.VerifyAsync(manifest, changed, new RandomTargets(5), market.Daily());
        Assert.Contains(data.Differences, d => d.Entry == "results.daily");
        ManifestCheck tampered = ManifestVerifier.Compare(manifest with { Results = new Dictionary<string, string>(manifest.Results) { ["trades"] = "0" } }, manifest);
        Assert.Equal(["results.trades"], tampered.Differences.Select(d => d.Entry));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"data_version\":\"1\",\"code_version\":\"1\",\"parameters\":{}}")]
    public void What_is_no_manifest_is_refused(string text) => Assert.Throws<ManifestFormatException>(() => ManifestVerifier.Parse(text));
}
