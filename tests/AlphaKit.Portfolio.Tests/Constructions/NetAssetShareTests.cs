namespace AlphaKit.Portfolio.Tests;

public sealed class NetAssetShareTests
{
    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(0.03)]
    [InlineData(1)]
    public void A_part_of_net_asset_value_passes(double value) => Assert.Equal(value, new ExposureLimits { MaxInvested = value }.MaxInvested);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.0000001)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Anything_else_is_refused_under_the_name_of_the_property(double value)
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(nameof(ExposureLimits.MaxInvested), () => new ExposureLimits { MaxInvested = value });
        Assert.Equal(value, refused.ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(ExposureLimits.MaxWeight), () => new ExposureLimits { MaxWeight = value });
    }
}
