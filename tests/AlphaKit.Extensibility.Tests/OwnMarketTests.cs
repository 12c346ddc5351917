namespace AlphaKit.Extensibility.Tests;

public sealed class OwnMarketTests
{
    [Fact]
    public async Task Fields_and_datasets_of_ones_own_are_read_like_the_built_in_ones()
    {
        OwnMarket market = new();
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [OwnMarket.Mood] });
        Assert.Equal(10, panel[OwnMarket.Mood][0, 0]);
        int rows = 0;
        await foreach (Rumour rumour in market.ReadAsync(OwnMarket.Rumours, DatasetQuery.All)) rows++;
        Assert.Equal(market.Calendar.Count, rows);
    }

    [Fact]
    public async Task What_is_missing_is_refused_with_the_reason()
    {
        OwnMarket market = new();
        PanelQuery query = new() { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Amount] };
        FieldNotAvailableException refused = await Assert.ThrowsAsync<FieldNotAvailableException>(async () => await market.PanelAsync(query));
        Assert.Equal(Field.Amount, refused.Field);
        Assert.Contains("no turnover", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DatasetNotAvailableException>(async () =>
        {
            await foreach (IndexBar bar in market.ReadAsync(Datasets.IndexBars, DatasetQuery.All)) Assert.Fail(bar.ToString());
        });
    }
}
