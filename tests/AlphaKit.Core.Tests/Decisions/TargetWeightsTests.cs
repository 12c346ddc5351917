namespace AlphaKit.Core.Tests.Decisions;

public sealed class TargetWeightsTests
{
    private static readonly Symbol Bank = Symbol.Parse("000001.SZ"), Battery = Symbol.Parse("300750.SZ");

    [Fact]
    public void Weights_are_ordered_and_zeros_dropped()
    {
        TargetWeights target = TargetWeights.From([new(Battery, 0.25), new(Symbol.Parse("600000.SH"), 0), new(Bank, 0.5)]);
        Assert.Equal([Bank, Battery], target.Items.Select(w => w.Key));
        Assert.Equal(0.75, target.Invested);
        Assert.Equal(0, target[Symbol.Parse("600000.SH")]);
        Assert.Null(target.KeepReason);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_is_finite_and_not_negative(double weight)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => TargetWeights.From([new(Bank, weight)]));
        Assert.Contains("000001.SZ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_one_is_refused_rounding_is_not()
    {
        Assert.Throws<ArgumentException>(() => TargetWeights.From([new(Bank, 0.6), new(Battery, 0.4000001)]));
        Assert.Equal(2, TargetWeights.From([new(Bank, 0.6), new(Battery, 0.4 + 1e-12)]).Items.Count);
    }

    [Theory]
    [InlineData(0.1, 0.2)]
    [InlineData(0.0, 0.2)]
    [InlineData(0.2, 0.0)]
    public void A_symbol_has_one_weight(double first, double second) =>
        Assert.Throws<ArgumentException>(() => TargetWeights.From([new(Bank, first), new(Bank, second)]));

    [Fact]
    public void An_unset_symbol_is_refused() => Assert.Throws<ArgumentException>(() => TargetWeights.From([new(default, 0.1)]));

    [Fact]
    public void Keeping_needs_a_reason()
    {
        Assert.Equal("too early", TargetWeights.Keep("too early").KeepReason);
        Assert.Throws<ArgumentException>(() => TargetWeights.Keep(" "));
        Assert.Null(TargetWeights.Cash.KeepReason);
        Assert.Empty(TargetWeights.Cash.Items);
    }
}
