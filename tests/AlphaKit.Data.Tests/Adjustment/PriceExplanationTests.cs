namespace AlphaKit.Data.Tests.Adjustment;

public sealed class PriceExplanationTests
{
    private static readonly Symbol s_share = Symbol.Parse("600000.SH");
    private static readonly DateOnly[] s_days = [new(2021, 6, 1), new(2021, 6, 2), new(2021, 6, 3)];

    [Fact]
    public async Task A_price_is_explained_by_factors_and_the_actions_between()
    {
        // 0.4 yuan and one share for four on 2021-06-02: 10 becomes (10 − 0.4) / 1.25 = 7.68, the factor goes from 2 to 2 × 10 / 7.68.
        TableMarket market = await MarketAsync();
        PriceExplanation one = await PriceExplanation.OfAsync(market, s_share, s_days[0]), last = await PriceExplanation.OfAsync(market, s_share, s_days[2]);
        Assert.Equal((10, 20, 7.68), (Math.Round(one.Close, 4), Math.Round(one.BackwardAdjusted, 4), Math.Round(one.ForwardAdjustedClose, 4)));
        Assert.Equal(new DateOnly(2021, 6, 2), Assert.Single(one.Actions).ExDate);
        Assert.Contains("cash 0.4 CNY a share, bonus 0, transfer 0.25", one.ToString(), StringComparison.Ordinal);
        Assert.Empty(last.Actions);
        Assert.Equal(last.Close, last.ForwardAdjustedClose);
        PriceExplanation near = await PriceExplanation.OfAsync(market, s_share, s_days[0], s_days[0]);
        Assert.Equal((near.Close, 0), (near.ForwardAdjustedClose, near.Actions.Count));
    }

    [Fact]
    public async Task What_cannot_be_explained_is_refused()
    {
        TableMarket market = await MarketAsync();
        await Assert.ThrowsAsync<ArgumentException>(async () => await PriceExplanation.OfAsync(market, s_share, s_days[1], s_days[0]));
        await Assert.ThrowsAsync<DateNotInCalendarException>(async () => await PriceExplanation.OfAsync(market, s_share, new DateOnly(2021, 6, 5)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await PriceExplanation.OfAsync(market, Symbol.Parse("600001.SH"), s_days[0]));
    }

    private static ValueTask<TableMarket> MarketAsync()
    {
        double[] close = [10, 7.7, 7.8], before = [10, 7.68, 7.7], factor = [2, 2 * 10 / 7.68, 2 * 10 / 7.68];
        Symbol[] shares = [s_share, s_share, s_share];
        SourceTable daily = new(
            "daily",
            [
                SourceColumn.Of("ts_code", shares), SourceColumn.Of("trade_date", s_days), SourceColumn.Of("open", close), SourceColumn.Of("high", close), SourceColumn.Of("low", close),
                SourceColumn.Of("close", close), SourceColumn.Of("pre_close", before), SourceColumn.Of("vol", [1_000.0, 1_000, 1_000]),
            ],
            "memory");
        SourceTable factors = new("adj_factor", [SourceColumn.Of("ts_code", shares), SourceColumn.Of("trade_date", s_days), SourceColumn.Of("adj_factor", factor)], "memory");
        SourceTable dividend = new(
            "dividend",
            [
                SourceColumn.Of("ts_code", [s_share]), SourceColumn.Of("div_proc", ["实施"]), SourceColumn.Of("cash_div_tax", [0.4]), SourceColumn.Of("stk_co_rate", [0.25]),
                SourceColumn.Of("record_date", [s_days[0]]), SourceColumn.Of("ex_date", [s_days[1]]),
            ],
            "memory");
        return TableMarket.LoadAsync(new TableSource(daily, factors, dividend));
    }
}
