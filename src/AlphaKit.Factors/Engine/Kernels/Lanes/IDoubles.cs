namespace AlphaKit.Factors;

/// <summary>A vector of doubles, half as many lanes as its partner in <see cref="IFloats{TSelf, TDoubles}"/>.</summary>
internal unsafe interface IDoubles<TSelf>
    where TSelf : unmanaged, IDoubles<TSelf>
{
    static abstract int Width { get; }

    static abstract TSelf Load(double* from);

    /// <summary>As many floats as there are lanes, in double precision.</summary>
    static abstract TSelf Widen(float* from);

    static abstract void Store(double* to, TSelf value);

    static abstract TSelf All(double value);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>a·b + c with one rounding.</summary>
    static abstract TSelf Fma(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf LessOrEqual(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    static abstract TSelf Max(TSelf a, TSelf b);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Floor(TSelf a);

    static abstract TSelf Log(TSelf a);

    static abstract TSelf Exp(TSelf a);

    /// <summary>
    /// 1/√a for a ≥ 0 to about 3e-11, never above the true value by more than a rounding: an integer start and three steps of Newton.
    /// The same bits on every machine with fused multiply-add and far cheaper than a root and a division; finite at 0.
    /// </summary>
    static abstract TSelf InverseSqrt(TSelf a);
}
