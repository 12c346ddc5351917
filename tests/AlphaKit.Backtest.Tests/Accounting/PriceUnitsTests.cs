namespace AlphaKit.Backtest.Tests;

public sealed class PriceUnitsTests
{
    [Fact]
    public void Every_cent_up_to_80000_survives_float32()
    {
        for (int cents = 1; cents <= 8_000_000; cents++)
        {
            float stored = (float)(cents / 100m);
            if (PriceUnits.FromQuote(stored) != cents * 100L) Assert.Fail($"{cents} cents came back as {PriceUnits.FromQuote(stored)} units");
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_no_price_is_zero(float price) => Assert.Equal((0L, 0L), (PriceUnits.FromQuote(price), PriceUnits.FromAverage(price)));

    [Fact]
    public void Amounts_are_whole_cents_half_up()
    {
        Assert.Equal(33.35m, PriceUnits.Amount(3, 111_150));   // 3 × 11.115 = 33.345
        Assert.Equal(12.3457m, PriceUnits.ToYuan(PriceUnits.FromAverage(12.34567f)));
    }
}
