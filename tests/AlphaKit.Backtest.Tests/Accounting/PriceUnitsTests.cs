using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

public sealed class PriceUnitsTests
{
    // Below 2^17 neighbouring floats are at most 1/128 apart, so the nearest one is less than half a cent away.
    [Fact]
    [Trait("Claim", "cents_through_float32")]
    public void Every_cent_up_to_131072_yuan_survives_float32()
    {
        int survived = 0;
        for (int cents = 1; cents <= 13_107_200; cents++)
        {
            if (PriceUnits.FromQuote((float)(cents / 100m)) == cents * 100L) survived++;
        }

        Claim.Exactly("cents_through_float32", survived, 13_107_200);
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
        Assert.Equal(33.35m, PriceUnits.ToYuan(PriceUnits.Amount(3, 111_150)));   // 3 × 11.115 = 33.345
        Assert.Equal(12.3457m, PriceUnits.ToYuan(PriceUnits.FromAverage(12.34567f)));
    }
}
