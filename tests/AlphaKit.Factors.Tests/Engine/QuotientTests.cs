using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>Quotients that share a divisor have the bits of the division, whatever the numbers.</summary>
public sealed class QuotientTests
{
    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    public void Shared_divisors_do_not_change_a_bit(int bits)
    {
        const int days = 400, count = 512;
        RandomStream random = RandomStream.Create(7, "quotients");
        float[] special = [0, -0f, 1, -1, 3, 1e-38f, 1e-45f, 3e38f, float.NaN, 16777215f, 0.99999994f, 1.9999999f, 5e-13f, 8e-19f, 1.2e18f];
        Panel panel = TestPanels.Of(
        [
            .. new[] { Field.AdjustedClose, Field.AdjustedOpen, Field.AdjustedHigh }.Select(f => (f, Enumerable.Range(0, days)
                .Select(t => Enumerable.Range(0, count).Select(_ => Draw(t)).ToArray()).ToArray())),
        ]);
        FieldMatrix[] shared = Compute([Close / High, Open / High, Mean(Close, 3) / High, Close / 3, Close / 7e-20], bits);
        FieldMatrix mean = Compute([Mean(Close, 3)], bits)[0];
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < count; i++)
            {
                float x = panel[Field.AdjustedClose][t, i], y = panel[Field.AdjustedOpen][t, i], z = panel[Field.AdjustedHigh][t, i];
                Check(x / z, shared[0][t, i]);
                Check(y / z, shared[1][t, i]);
                Check(mean[t, i] / z, shared[2][t, i]);
                Check(x / 3, shared[3][t, i]);
                Check(x / 7e-20f, shared[4][t, i]);
            }
        }

        float Draw(int t)
        {
            if (random.NextInt32(t % 3 == 0 ? 20 : 100_000) == 0) return special[random.NextInt32(special.Length)];
            if (t % 5 == 0) return BitConverter.Int32BitsToSingle(random.NextInt32(int.MaxValue));
            return BitConverter.Int32BitsToSingle(0x3F000000 + random.NextInt32(0x01000000)) * (random.NextInt32(2) == 0 ? -1 : 1);
        }

        FieldMatrix[] Compute(Factor[] factors, int width) => FactorEngine.Compute(
            panel, factors, 0, days, new EngineOptions { Threads = 1 }, new Shape { Bits = width }, null, default);

        static void Check(float expected, float actual)
        {
            if (!float.IsFinite(expected)) expected = float.NaN;
            if (float.IsNaN(expected) && float.IsNaN(actual)) return;
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
        }
    }
}
