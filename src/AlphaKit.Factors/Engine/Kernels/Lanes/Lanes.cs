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

    /// <summary>Writes a row's piece of a result; what is not finite becomes NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(Target target, int row, int column, F value)
    {
        float* at = target.Rows + (row * target.Stride) + column;
        if (target.Streams) F.Stream(at, Finite(value));
        else F.Store(at, Finite(value));
    }
}
