using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

internal readonly struct AddOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => x + y;
}

internal readonly struct SubtractOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => x - y;
}

internal readonly struct MultiplyOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => x * y;
}

internal readonly struct DivideOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => x / y;
}

internal readonly struct NegateOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => x * F.All(-1f);
}

internal readonly struct AbsOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => F.Abs(x);
}

internal readonly struct SqrtOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => F.Sqrt(x);
}

/// <summary>The larger side; NaN where a side is NaN.</summary>
internal readonly struct LargerOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Less(y, x) | ~F.Equal(x, x), x, y);
}

/// <summary>The smaller side; NaN where a side is NaN.</summary>
internal readonly struct SmallerOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Less(x, y) | ~F.Equal(x, x), x, y);
}

/// <summary>x kept between two numbers; NaN stays.</summary>
internal readonly struct ClipOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Less(x, p), p, F.Select(F.Less(q, x), q, x));
}

/// <summary>1/x for a divisor that several quotients share; NaN where <see cref="QuotientOperation"/> has to divide itself.</summary>
internal readonly struct ReciprocalOperation : IElementOperation
{
    public static int Inputs => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D>
    {
        F size = F.Abs(x), ordinary = F.Less(size, F.All(1.1529215e18f)) & F.Less(F.All(8.6736174e-19f), size);
        return F.Select(ordinary, F.All(1f) / x, F.All(float.NaN));
    }
}

/// <summary>
/// x/y from z = 1/y, with the bits of the division: two residual steps with fused multiply-add round correctly when 1/y is rounded
/// correctly and nothing comes near the ends of the range (Markstein 1990); elsewhere it divides. Zeros and missing values need no division.
/// </summary>
internal readonly struct QuotientOperation : IElementOperation
{
    private const float Tiny = 9.094947e-13f;
    private const float Huge = 1.1529215e18f;

    public static int Inputs => 3;

    public static bool IsFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => Apply<F, D>(x, y, z);

    /// <summary>x may be infinite, which makes the result missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D>
    {
        F first = x * z, second = F.Fma(F.NegatedFma(y, first, x), z, first), result = F.Fma(F.NegatedFma(y, second, x), z, second);
        if (F.AllOrdinary(result)) return result;

        // x·z has the sign of a zero; a missing x makes the result missing as it stands, a missing y or one that is zero makes z so, and infinities become missing.
        F zero = F.All(0f), size = F.Abs(result), isZero = F.Equal(x, zero);
        F ordinary = F.Less(size, F.All(Huge)) & F.LessOrEqual(F.All(Tiny), size);
        F missing = ~F.Equal(x, x) | ~F.Equal(y, y) | F.Equal(y, zero);
        return Lanes<F, D>.Finite(F.AllSet(ordinary | missing | (isZero & F.Equal(z, z))) ? F.Select(isZero, first, result) : x / y);
    }
}
