namespace AlphaKit.Reports.Tests;

public sealed class NumberTicksTests
{
    // Worked by hand: the step is the smallest of 1, 2, 2.5, 5 × 10^k not below range / 5.
    [Theory]
    [InlineData(0, 100, new[] { 0.0, 20, 40, 60, 80, 100 })]
    [InlineData(-0.32, 0, new[] { -0.3, -0.2, -0.1, 0 })]
    [InlineData(0.6, 1.5, new[] { 0.6, 0.8, 1, 1.2, 1.4 })]
    [InlineData(0.97, 1.03, new[] { 0.98, 1, 1.02 })]
    [InlineData(0, 12.4, new[] { 0.0, 2.5, 5, 7.5, 10 })]
    [InlineData(-7, 9, new[] { -5.0, 0, 5 })]
    [InlineData(1_234_000, 1_236_000, new[] { 1_234_000.0, 1_234_500, 1_235_000, 1_235_500, 1_236_000 })]
    public void Linear_ticks_stand_at_round_values(double min, double max, double[] expected) => Assert.Equal(expected, NumberTicks.Linear(min, max));

    [Fact]
    public void One_tick_stands_on_an_empty_range() => Assert.Equal([3.5], NumberTicks.Linear(3.5, 3.5));

    [Theory]
    [InlineData(1, 1000, new[] { 1.0, 10, 100, 1000 })]
    [InlineData(0.5, 4, new[] { 0.5, 0.7, 1, 1.5, 2, 3, 4 })]
    [InlineData(1, 20, new[] { 1.0, 2, 5, 10, 20 })]
    [InlineData(1, 1.3, new[] { 1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3 })]
    public void Logarithmic_ticks_thin_out_over_decades_and_turn_linear_within_one(double min, double max, double[] expected) =>
        Assert.Equal(expected, NumberTicks.Logarithmic(min, max));

    [Theory]
    [InlineData(3, 5)]
    [InlineData(0.00021, 0.00025)]
    [InlineData(10, 10)]
    [InlineData(7, 10)]
    [InlineData(1.01, 2)]
    public void The_step_is_the_next_round_number(double atLeast, double expected) => Assert.Equal(expected, NumberTicks.Step(atLeast), 12);

    [Fact]
    public void Labels_carry_the_decimals_that_the_step_needs()
    {
        Assert.Equal(["0%", "20%", "40%"], NumberTicks.Labels([0, 0.2, 0.4], ValueFormat.Percent));
        Assert.Equal(["−2.5%", "0.0%", "2.5%"], NumberTicks.Labels([-0.025, 0, 0.025], ValueFormat.Percent));
        Assert.Equal(["0.98", "1.00", "1.02"], NumberTicks.Labels([0.98, 1, 1.02], ValueFormat.Number));
        Assert.Equal(["¥0", "¥500", "¥2,500"], NumberTicks.Labels([0, 500, 2500], ValueFormat.Cny));
        Assert.Equal(["¥250 k", "¥1.5 m", "¥2 bn"], NumberTicks.Labels([250_000, 1_500_000, 2_000_000_000], ValueFormat.Cny));
    }
}
