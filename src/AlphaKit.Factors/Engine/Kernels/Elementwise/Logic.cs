using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>1 where x &lt; y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct LessOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.Less(x, y), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x ≤ y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct LessOrEqualOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.LessOrEqual(x, y), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x &gt; y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct GreaterOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.Less(y, x), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x ≥ y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct GreaterOrEqualOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.LessOrEqual(y, x), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x = y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct EqualOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.Equal(x, y), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x ≠ y, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct NotEqualOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(~F.Equal(x, y), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where both are not 0, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct AndOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(~F.Equal(x, F.All(0f)) & ~F.Equal(y, F.All(0f)), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where one is not 0, otherwise 0; NaN where a side is NaN.</summary>
internal readonly struct OrOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(~F.Equal(x, F.All(0f)) | ~F.Equal(y, F.All(0f)), F.Equal(x, x) & F.Equal(y, y));
}

/// <summary>1 where x is 0, otherwise 0; NaN stays.</summary>
internal readonly struct NotOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        Truth<F, D>.Of(F.Equal(x, F.All(0f)), F.Equal(x, x));
}

/// <summary>y where x is not 0, z where it is 0; NaN where x is NaN.</summary>
internal readonly struct WhereOperation : IElementOperation
{
    public static int Inputs => 3;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Equal(x, x), F.Select(F.Equal(x, F.All(0f)), z, y), x);
}

/// <summary>1 where x is NaN, otherwise 0.</summary>
internal readonly struct IsMissingOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Equal(x, x), F.All(0f), F.All(1f));
}

/// <summary>x, or the number where x is NaN.</summary>
internal readonly struct FillMissingOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Equal(x, x), x, p);
}

/// <summary>x as it is.</summary>
internal readonly struct SameOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        x;
}

internal static class Truth<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Of(F mask, F known) => F.Select(known, F.Select(mask, F.All(1f), F.All(0f)), F.All(float.NaN));
}
