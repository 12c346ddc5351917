namespace AlphaKit.Reports.Tests;

public sealed class ShowTests
{
    [Fact]
    public void Numbers_have_a_true_minus_sign_and_a_dash_when_missing()
    {
        Assert.Equal("−12.3%", Show.Percent(-0.1234));
        Assert.Equal("+12.3%", Show.Signed(0.1234));
        Assert.Equal("0.0%", Show.Signed(0.0001));
        Assert.Equal("0.00", Show.Fixed(-0.0001, 2));
        Assert.Equal("1,234.50", Show.Fixed(1234.5, 2));
        Assert.Equal("–", Show.Percent(double.NaN));
        Assert.Equal("–", Show.Fixed(double.PositiveInfinity, 2));
        Assert.Equal("–", Show.Cny(double.NaN));
    }

    [Theory]
    [InlineData(1234, "¥1,234")]
    [InlineData(12_345, "¥12.3 k")]
    [InlineData(-2_500_000, "¥−2.50 m")]
    [InlineData(3_210_000_000, "¥3.21 bn")]
    public void Money_is_shortened(double value, string expected) => Assert.Equal(expected, Show.Cny(value));

    [Fact]
    public void A_coordinate_must_be_finite()
    {
        Assert.Equal("0", Show.At(-0.01));
        Assert.Equal("12.3", Show.At(12.34));
        Assert.Throws<ArgumentOutOfRangeException>(() => Show.At(double.NaN));
    }
}
