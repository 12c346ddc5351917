using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Monotone maps of values to bucket addresses. The buckets are stored in <see cref="Lanes"/> columns: column c holds the buckets of the c-th part of
/// the range from top to bottom, so that a sum down the columns is one over buckets in ascending order, a vector of columns at a time.
/// </summary>
internal static unsafe class RankMap<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>The columns of the table of buckets.</summary>
    public const int Lanes = 16;

    /// <summary>The largest float below <see cref="Lanes"/>.</summary>
    private const float Last = 15.999999f;

    /// <summary>Buckets of equal width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Linear(float* x, int padded, int* bucket, int rows, RankRange range)
    {
        float from = range.From, width = range.To - from;
        F low = F.All(from), scale = F.All(width > 0 ? Math.Min(Last / width, float.MaxValue) : 0), perColumn = F.All(rows), missing = F.All(rows * Lanes);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i);
            F.StoreIntegers(bucket + i, F.Select(F.Equal(value, value), Address((value - low) * scale, perColumn), missing));
        }
    }

    /// <summary>Buckets of equal width near zero, of equal ratio beyond a quarter of the typical size; every step is monotone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Logarithmic(float* x, int padded, int* bucket, int rows, RankRange range)
    {
        float unit = Unit(x, padded);
        float bottom = Soft(range.Least, unit), width = Math.Max(Soft(range.Most, unit) - bottom, 1e-30f);
        F perUnit = F.All(1 / unit), zero = F.All(0f), one = F.All(1f), low = F.All(bottom), scale = F.All(Last / width);
        F perColumn = F.All(rows), missing = F.All(rows * Lanes);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i), size = F.Abs(value) * perUnit;
            F soft = F.Select(F.Less(size, one), size, one + F.RoughLog2(size));
            soft = F.Select(F.Less(value, zero), zero - soft, soft);
            F.StoreIntegers(bucket + i, F.Select(F.Equal(value, value), Address((soft - low) * scale, perColumn), missing));
        }
    }

    /// <summary>The address of a place in the range [0, <see cref="Lanes"/>]: its whole part is the column, its fraction the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Address(F place, F rows)
    {
        place = F.Min(F.Max(place, F.All(0f)), F.All(Last));
        F column = F.Floor(place);
        return F.Fma(F.Floor((place - column) * rows), F.All(Lanes), column);
    }

    /// <summary>A quarter of the typical size of the values that are not zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Unit(float* x, int padded)
    {
        F zero = F.All(0f), logs = zero, sizes = zero;
        for (int i = 0; i < padded; i += F.Width)
        {
            F size = F.Abs(F.Load(x + i)), counts = F.Less(zero, size);
            logs += F.RoughLog2(size) & counts;
            sizes = F.CountWhere(counts, sizes);
        }

        float* lanes = stackalloc float[2 * F.Width];
        F.Store(lanes, logs);
        F.Store(lanes + F.Width, sizes);
        float sum = 0, number = 0;
        for (int k = 0; k < F.Width; k++) (sum, number) = (sum + lanes[k], number + lanes[F.Width + k]);
        float typical = BitConverter.Int32BitsToSingle(0x3f800000 + (int)(sum / Math.Max(1, number) * (1 << 23)));
        return Math.Max(typical * 0.25f, 1e-37f);
    }

    private static float Soft(float value, float unit)
    {
        float size = Math.Abs(value) * (1 / unit);
        float soft = size < 1 ? size : 1 + ((BitConverter.SingleToInt32Bits(size) - 0x3f800000) * (1f / (1 << 23)));
        return value < 0 ? -soft : soft;
    }
}
