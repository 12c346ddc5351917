using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>√(n(n−1))/(n−2)·m₃/m₂^1.5; NaN for equal values or fewer than three.</summary>
internal readonly unsafe struct SkewStatistic : IDirectStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        (D m2, D m3, _) = CentralSums.Of(values, present, stride, days, n);
        D one = D.All(1), two = D.All(2), variance = m2 / n;
        D skew = (m3 / n) / (variance * D.Sqrt(variance)) * D.Sqrt(n * (n - one)) / (n - two);
        return D.Select(D.Less(D.All(0), m2) & D.Less(two, n), skew, D.All(double.NaN));
    }
}

/// <summary>(n−1)/((n−2)(n−3))·((n+1)·m₄/m₂² − 3(n−1)); NaN for equal values or fewer than four.</summary>
internal readonly unsafe struct KurtosisStatistic : IDirectStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        (D m2, _, D m4) = CentralSums.Of(values, present, stride, days, n);
        D one = D.All(1), three = D.All(3), less = n - one;
        D kurtosis = (((n + one) * n * m4 / (m2 * m2)) - (three * less)) * less / ((n - D.All(2)) * (n - three));
        return D.Select(D.Less(D.All(0), m2) & D.Less(three, n), kurtosis, D.All(double.NaN));
    }
}

/// <summary>Σ|x − mean|/n.</summary>
internal readonly unsafe struct MeanAbsoluteDeviationStatistic : IDirectStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        D mean = CentralSums.Mean(values, stride, days, n), sum = D.All(0);
        for (int k = 0; k < days; k++) sum += D.Abs(D.Load(values + (k * stride)) - mean) * D.Load(present + (k * stride));
        return sum / n;
    }
}

/// <summary>Product of the values present.</summary>
internal readonly unsafe struct ProductStatistic : IDirectStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        D one = D.All(1), product = one;
        for (int k = 0; k < days; k++) product *= D.Load(values + (k * stride)) + (one - D.Load(present + (k * stride)));
        return product;
    }
}

/// <summary>Sums of powers of the distances from the mean, in two passes; exactly 0 for equal values.</summary>
internal static unsafe class CentralSums
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Mean<D>(double* values, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        D sum = D.All(0);
        for (int k = 0; k < days; k++) sum += D.Load(values + (k * stride));
        return sum / n;
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (D Second, D Third, D Fourth) Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>
    {
        D mean = Mean(values, stride, days, n), m2 = D.All(0), m3 = m2, m4 = m2;
        for (int k = 0; k < days; k++)
        {
            D d = (D.Load(values + (k * stride)) - mean) * D.Load(present + (k * stride)), square = d * d;
            m2 += square;
            m3 = D.Fma(square, d, m3);
            m4 = D.Fma(square, square, m4);
        }

        return (m2, m3, m4);
    }
}
