using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>Powers with a constant exponent, which the engine takes apart into products and roots, against <see cref="Math.Pow"/>.</summary>
public sealed class PowerTests
{
    private static readonly float[] Numbers = [0, 1, -1, 2, -2, 3.7f, -3.7f, 0.01f, -0.01f, 1e-9f, 1e4f, -1e4f, 1e12f, 3e38f, float.NaN];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-2)]
    [InlineData(1.5)]
    [InlineData(9)]
    public void Constant_powers_are_those_of_the_definition(double exponent)
    {
        FieldMatrix[] results = Compute(Power(Close, exponent), SignedPower(Close, exponent));
        for (int i = 0; i < Numbers.Length; i++)
        {
            double x = Numbers[i];
            if (double.IsNaN(x))
            {
                Assert.True(float.IsNaN(results[0][0, i]) && float.IsNaN(results[1][0, i]));
                continue;
            }

            Check(Math.Pow(x, exponent), results[0][0, i]);
            Check(x == 0 && exponent >= 0 ? 0 : Math.Sign(x) * Math.Pow(Math.Abs(x), exponent), results[1][0, i]);
        }
    }

    [Fact]
    public void A_power_does_not_depend_on_what_else_is_computed()
    {
        Factor square = Power(Close, 2), fifth = Power(Close, 5);
        FieldMatrix alone = Compute(fifth)[0], together = Compute(square, Power(Close, 4), fifth, Close * Close)[2];
        for (int i = 0; i < Numbers.Length; i++) Assert.Equal(BitConverter.SingleToInt32Bits(alone[0, i]), BitConverter.SingleToInt32Bits(together[0, i]));
    }

    private static FieldMatrix[] Compute(params Factor[] factors) =>
        FactorEngine.Compute(TestPanels.Of(Field.AdjustedClose, [Numbers]), factors, 0, 1, new EngineOptions { Threads = 1 }, Shape.Default, null, default);

    private static void Check(double expected, float actual)
    {
        if (!float.IsFinite((float)expected)) Assert.True(float.IsNaN(actual));
        else Assert.InRange(Math.Abs(actual - expected), 0, (1e-6 * Math.Abs(expected)) + 1e-44);
    }
}
