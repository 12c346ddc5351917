namespace AlphaKit.Data.Tests;

public sealed class EndedSeriesTests
{
    [Theory]
    [InlineData("2024-08-19", true)]
    [InlineData("2024-08-20", false)]
    public async Task Northbound_holdings_are_refused_when_asked_for_after_their_end(string from, bool answered)
    {
        DateOnly[] days = [.. Enumerable.Range(0, 10).Select(i => new DateOnly(2024, 8, 15).AddDays(i)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        SourceTable Daily(string name, params string[] numbers) => new(
            name,
            [
                SourceColumn.Of("ts_code", [.. days.Select(_ => Symbol.Parse("600000.SH"))]), SourceColumn.Of("trade_date", days),
                .. numbers.Select(n => SourceColumn.Of(n, [.. days.Select(_ => 10.0)])),
            ],
            "memory");
        TableMarket market = await TableMarket.LoadAsync(new TableSource(Daily("daily", "open", "high", "low", "close", "pre_close", "vol"), Daily("hk_hold", "vol")));
        PanelQuery query = new() { From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = days[^1], Fields = [Field.NorthboundShares] };
        if (answered) Assert.Equal(10, (await market.PanelAsync(query))[Field.NorthboundShares].Row(0)[0]);
        else Assert.Contains("2024-08-19", (await Assert.ThrowsAsync<FieldNotAvailableException>(async () => await market.PanelAsync(query))).Message, StringComparison.Ordinal);
    }
}
