using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors.Tests.Engine;

/// <summary>What vectors of either width do in one instruction where the processor has it: the bits of the scalar definition for every kind of number.</summary>
public sealed unsafe class LanesTests
{
    private static readonly float[] Kinds =
    [
        0f, -0f, float.Epsilon, -float.Epsilon, 1.1754942e-38f, 1.17549435e-38f, -1.17549435e-38f, 1f, -1f, 3.5f, 1e-20f, -1e20f,
        float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -float.NaN,
        BitConverter.Int32BitsToSingle(0x7FC12345), BitConverter.Int32BitsToSingle(unchecked((int)0xFF812345)), BitConverter.Int32BitsToSingle(0x7F800001),
    ];

    [Fact]
    public void What_is_not_finite_becomes_the_one_nan_and_the_rest_stays()
    {
        foreach (float x in Kinds)
        {
            float expected = float.IsFinite(x) ? x : float.NaN;
            Same(expected, Each<Floats8, Doubles4>(x, Floats8.Finite), $"8 lanes of {x:g9}");
            if (Avx512F.IsSupported || Vector512.IsHardwareAccelerated) Same(expected, Each<Floats16, Doubles8>(x, Floats16.Finite), $"16 lanes of {x:g9}");
        }
    }

    [Fact]
    public void Where_less_picks_a_side_and_unordered_numbers_are_not_less()
    {
        foreach (float x in Kinds)
        {
            foreach (float y in Kinds)
            {
                float expected = x < y ? x : y;
                Same(expected, Each<Floats8, Doubles4>(x, y, (a, b) => Floats8.SelectLess(a, b, a, b)), $"8 lanes of {x:g9} and {y:g9}");
                if (Avx512F.IsSupported || Vector512.IsHardwareAccelerated)
                    Same(expected, Each<Floats16, Doubles8>(x, y, (a, b) => Floats16.SelectLess(a, b, a, b)), $"16 lanes of {x:g9} and {y:g9}");
            }
        }
    }

    [Fact]
    public void A_product_is_taken_off_with_one_rounding()
    {
        float[] numbers = [.. Kinds.Where(float.IsFinite), 1.0000001f, 0.33333334f, 16777217f];
        foreach (float x in numbers)
        {
            foreach (float y in numbers)
            {
                float expected = MathF.FusedMultiplyAdd(-x, y, 0.1f);
                if (float.IsNaN(expected)) continue;
                Same(expected, Each<Floats8, Doubles4>(x, y, (a, b) => Floats8.NegatedFma(a, b, Floats8.All(0.1f))), $"8 lanes of {x:g9} and {y:g9}");
                if (Avx512F.IsSupported || Vector512.IsHardwareAccelerated)
                    Same(expected, Each<Floats16, Doubles8>(x, y, (a, b) => Floats16.NegatedFma(a, b, Floats16.All(0.1f))), $"16 lanes of {x:g9} and {y:g9}");
            }
        }
    }

    private static void Same(float expected, float[] lanes, string what)
    {
        foreach (float lane in lanes)
            Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(lane), $"{what}: {lane:g9} where {expected:g9} is right.");
    }

    private static float[] Each<F, D>(float x, Func<F, F> operation)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D> => Each<F, D>(x, x, (a, _) => operation(a));

    private static float[] Each<F, D>(float x, float y, Func<F, F, F> operation)
        where F : unmanaged, IFloats<F, D>
        where D : unmanaged, IDoubles<D>
    {
        float[] lanes = new float[F.Width];
        fixed (float* to = lanes) F.Store(to, operation(F.All(x), F.All(y)));
        return lanes;
    }
}
