using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>Where a row's values lie: what a map to buckets needs to know. Mean and deviation are rough; no result depends on them.</summary>
/// <param name="Present">How many values are not NaN.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Mean">Roughly their mean.</param>
/// <param name="Deviation">Roughly their standard deviation.</param>
internal readonly record struct RankRange(int Present, float Least, float Most, float Mean, float Deviation)
{
    /// <summary>Half the width of the linear map in deviations.</summary>
    private const float Wide = 4;

    /// <summary>False where the squares of the values leave the range of floats, or vanish.</summary>
    public bool CanBeLinear => float.IsFinite(Deviation) && float.IsFinite(Mean) && Deviation > 0;

    /// <summary>Where the linear map begins; what is below shares its first bucket.</summary>
    public float From => Math.Max(Least, Mean - (Wide * Deviation));

    public float To => Math.Min(Most, Mean + (Wide * Deviation));
}

/// <summary>Measures a row in one pass.</summary>
internal static unsafe class RankRanges<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RankRange Of(float* x, int padded)
    {
        // Before the vectors are made: no register outlives a call.
        float first = FirstPresent(x, padded);
        F least = F.All(float.PositiveInfinity), most = F.All(float.NegativeInfinity), count = F.All(0f), sum = count, squares = count;
        F origin = F.All(first);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i), d = (value - origin) & F.Equal(value, value);
            count = F.CountLessOrEqual(value, value, count);
            sum += d;
            squares = F.Fma(d, d, squares);
            least = F.Min(value, least);
            most = F.Max(value, most);
        }

        float* lanes = stackalloc float[5 * F.Width];
        F.Store(lanes, F.Counted(count));
        F.Store(lanes + F.Width, sum);
        F.Store(lanes + (2 * F.Width), squares);
        F.Store(lanes + (3 * F.Width), least);
        F.Store(lanes + (4 * F.Width), most);
        float n = 0, total = 0, total2 = 0, low = float.PositiveInfinity, high = float.NegativeInfinity;
        for (int k = 0; k < F.Width; k++)
        {
            n += lanes[k];
            total += lanes[F.Width + k];
            total2 += lanes[(2 * F.Width) + k];
            float smallest = lanes[(3 * F.Width) + k], largest = lanes[(4 * F.Width) + k];
            low = smallest < low ? smallest : low;
            high = largest > high ? largest : high;
        }

        float mean = total / n;
        return new RankRange((int)n, low, high, mean + first, MathF.Sqrt(Math.Max(0, (total2 / n) - (mean * mean))));
    }

    private static float FirstPresent(float* x, int padded)
    {
        for (int i = 0; i < padded; i++)
        {
            if (!float.IsNaN(x[i])) return x[i];
        }

        return 0;
    }
}
