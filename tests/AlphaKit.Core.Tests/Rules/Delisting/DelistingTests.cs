namespace AlphaKit.Core.Tests;

public sealed class DelistingTests
{
    [Theory]
    [InlineData(DelistingReason.Other, 2020, 12, 30, 30)]
    [InlineData(DelistingReason.Other, 2020, 12, 31, 15)]
    [InlineData(DelistingReason.Other, 2021, 1, 4, 15)]
    [InlineData(DelistingReason.Trading, 2020, 12, 30, 30)]
    [InlineData(DelistingReason.Trading, 2020, 12, 31, 0)]
    public void Delisting_periods_shrank_at_the_end_of_2020(DelistingReason reason, int year, int month, int day, int days) =>
        Assert.Equal(days, Rulebook.AShare.DelistingPeriodOn(reason, new DateOnly(year, month, day)).TradingDays);

    [Theory]
    [InlineData(Board.Main, 2024, 10, 29, 300_000_000)]
    [InlineData(Board.Main, 2024, 10, 30, 500_000_000)]
    [InlineData(Board.Star, 2024, 10, 30, 300_000_000)]
    [InlineData(Board.ChiNext, 2024, 10, 30, 300_000_000)]
    public void Thresholds_of_price_and_market_value(Board board, int year, int month, int day, int cap)
    {
        IReadOnlyList<DelistingThreshold> rules = Rulebook.AShare.DelistingThresholdsOn(board, new DateOnly(year, month, day));
        Assert.Equal([(DelistingMeasure.Close, 1m, 20), (DelistingMeasure.MarketCap, cap, 20)], rules.Select(r => (r.Measure, r.Value, r.TradingDays)));
    }

    [Fact]
    public void Boards_without_known_thresholds_have_none() => Assert.Empty(Rulebook.AShare.DelistingThresholdsOn(Board.Beijing, new DateOnly(2024, 6, 3)));
}
