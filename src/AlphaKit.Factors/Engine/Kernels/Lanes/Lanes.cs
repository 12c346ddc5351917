using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>What several kernels do with a vector of floats.</summary>
internal static unsafe class Lanes<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    public static F NaN
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(float.NaN);
    }

    public static F One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(1f);
    }

    public static F Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => F.All(0f);
    }

    /// <summary>Set where the value is a finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F IsFinite(F x) => F.Less(F.Abs(x), F.All(float.PositiveInfinity));

    /// <summary>Whatever is not finite becomes NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Finite(F x) => F.Select(IsFinite(x), x, NaN);

    /// <summary>Writes a row's piece of a result wherever the target says; what is not finite becomes NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(in Target target, int row, int column, F value)
    {
        if (target.Rows != null)
        {
            float* at = target.Rows + (row * target.Stride) + column;
            if (target.Streams) F.Stream(at, Finite(value));
            else F.Store(at, Finite(value));
        }

        if (target.Extra == null) return;
        float* extra = target.Extra + (row * target.ExtraStride) + column;
        if (target.Divisor == null)
        {
            F.Stream(extra, Finite(value));
            return;
        }

        F divisor = F.Load(target.Divisor + (row * target.DivisorStride) + column), reciprocal = F.Load(target.Reciprocal + (row * target.ReciprocalStride) + column);
        F.Stream(extra, QuotientOperation.Apply<F, D>(value, divisor, reciprocal));
    }
}
