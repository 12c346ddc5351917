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
