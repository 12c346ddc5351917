using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Portfolio;

/// <summary>
/// The two vector operations that dense algebra here is made of. Lanes are always four doubles and products are rounded before they are
/// added, so that every machine gives the same bits; without vector hardware the runtime carries out the same lanes one by one.
/// </summary>
internal static class Vectors
{
    /// <summary>Σ x·y, summed in eight partial sums (element i goes to sum i mod 8 while eight are left, the rest one by one).</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y[..x.Length]);
        int i = 0, whole = x.Length - (x.Length % 8);
        Vector256<double> low = Vector256<double>.Zero, high = Vector256<double>.Zero;
        for (; i < whole; i += 8)
        {
            low += Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i);
            high += Vector256.LoadUnsafe(ref a, (nuint)i + 4) * Vector256.LoadUnsafe(ref b, (nuint)i + 4);
        }

        low += high;
        double sum = low[0] + low[1] + (low[2] + low[3]);
        for (; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>y += scale · x; every element on its own, so the width of a vector does not matter.</summary>
    public static void Add(double scale, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y[..x.Length]);
        int i = 0, whole = x.Length - (x.Length % 4);
        Vector256<double> factor = Vector256.Create(scale);
        for (; i < whole; i += 4)
            (Vector256.LoadUnsafe(ref b, (nuint)i) + (factor * Vector256.LoadUnsafe(ref a, (nuint)i))).StoreUnsafe(ref b, (nuint)i);
        for (; i < x.Length; i++) y[i] += scale * x[i];
    }
}
