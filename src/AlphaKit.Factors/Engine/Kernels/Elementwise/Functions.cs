using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>Natural logarithm, about one unit in the last place; what is not positive gives NaN.</summary>
internal readonly struct LogOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => F.Log(x);
}

internal readonly struct ExpOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(F.Equal(x, x), F.Narrow(D.Exp(F.Lower(x)), D.Exp(F.Upper(x))), x);
}

/// <summary>−1, 0 or 1; NaN stays.</summary>
internal readonly struct SignOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D>
    {
        F zero = F.All(0f);
        return F.Select(F.Less(zero, x), F.All(1f), F.Select(F.Less(x, zero), F.All(-1f), F.Select(F.Equal(x, zero), zero, x)));
    }
}

internal readonly struct FloorOperation : IElementOperation
{
    public static int Inputs => 1;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> => F.Floor(x);
}

/// <summary>x to the power y as in IEEE 754, in double precision; a negative x needs a whole y.</summary>
internal readonly struct PowerOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Select(
            F.Equal(x, x) & F.Equal(y, y),
            F.Narrow(PowerMath.Power(F.Lower(x), F.Lower(y)), PowerMath.Power(F.Upper(x), F.Upper(y))),
            F.All(float.NaN));
}

/// <summary>sign(x)·|x|^y; 0 where x is 0 and y not negative.</summary>
internal readonly struct SignedPowerOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D>
    {
        F zero = F.All(0f), size = PowerOperation.Apply<F, D>(F.Abs(x), y, z, p, q);
        F atZero = F.Select(F.LessOrEqual(zero, y), zero, F.All(float.NaN));
        return F.Select(F.Less(x, zero), zero - size, F.Select(F.Equal(x, zero), atZero, size));
    }
}

/// <summary>ln(x/y), the quotient and the logarithm in double precision: near 1 a quotient rounded to single precision would lose the digits.</summary>
internal readonly struct LogRatioOperation : IElementOperation
{
    public static int Inputs => 2;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Apply<F, D>(F x, F y, F z, F p, F q) where F : unmanaged, IFloats<F, D> where D : unmanaged, IDoubles<D> =>
        F.Narrow(D.Log(F.Lower(x) / F.Lower(y)), D.Log(F.Upper(x) / F.Upper(y)));
}

internal static class PowerMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Power<D>(D x, D y)
        where D : unmanaged, IDoubles<D>
    {
        D zero = D.All(0), size = D.Exp(y * D.Log(D.Abs(x)));
        D whole = D.Equal(D.Floor(y), y), half = y * D.All(0.5), even = D.Equal(D.Floor(half), half);
        D negative = D.Select(whole, D.Select(even, size, zero - size), D.All(double.NaN));
        D atZero = D.Select(D.Less(zero, y), zero, D.All(double.NaN));
        D result = D.Select(D.Less(x, zero), negative, D.Select(D.Equal(x, zero), atZero, size));
        return D.Select(D.Equal(y, zero), D.All(1), result);
    }
}
