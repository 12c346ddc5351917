namespace AlphaKit.Core.Tests;

public sealed class MarginTests
{
    [Theory]
    [InlineData(MarginMeasure.FinancingMargin, 2015, 11, 20, 0.50)]
    [InlineData(MarginMeasure.FinancingMargin, 2015, 11, 23, 1.00)]
    [InlineData(MarginMeasure.FinancingMargin, 2023, 9, 7, 1.00)]
    [InlineData(MarginMeasure.FinancingMargin, 2023, 9, 8, 0.80)]
    [InlineData(MarginMeasure.FinancingMargin, 2026, 1, 16, 0.80)]
    [InlineData(MarginMeasure.FinancingMargin, 2026, 1, 19, 1.00)]
    [InlineData(MarginMeasure.ShortMargin, 2023, 10, 27, 0.50)]
    [InlineData(MarginMeasure.ShortMargin, 2023, 10, 30, 0.80)]
    [InlineData(MarginMeasure.ShortMargin, 2024, 7, 19, 0.80)]
    [InlineData(MarginMeasure.ShortMargin, 2024, 7, 22, 1.00)]
    [InlineData(MarginMeasure.ShortMarginPrivateFund, 2023, 10, 27, 0.50)]
    [InlineData(MarginMeasure.ShortMarginPrivateFund, 2023, 10, 30, 1.00)]
    [InlineData(MarginMeasure.ShortMarginPrivateFund, 2024, 7, 22, 1.20)]
    [InlineData(MarginMeasure.MaintenanceWarning, 2024, 6, 3, 1.50)]
    [InlineData(MarginMeasure.MaintenanceCloseOut, 2024, 6, 3, 1.30)]
    [InlineData(MarginMeasure.WithdrawalAbove, 2024, 6, 3, 3.00)]
    public void Margin_ratios_change_on_their_days(MarginMeasure measure, int year, int month, int day, double ratio) =>
        Assert.Equal((decimal)ratio, Rulebook.AShare.MarginOn(measure, new DateOnly(year, month, day)).Ratio);

    [Fact]
    public void There_was_no_margin_trading_before_2010() =>
        Assert.Throws<RuleNotAvailableException>(() => Rulebook.AShare.MarginOn(MarginMeasure.FinancingMargin, new DateOnly(2010, 3, 30)));
}
