namespace AlphaKit.Models;

/// <summary>
/// A vector of floats of one width. Every operation is one correctly rounded operation per lane, so that kernels written on it give the same bits
/// for every width: a lane is one output, and sums run over loops, never across lanes.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Load(float* from);

    static abstract void Store(float* to, TVector value);

    static abstract TVector All(float value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a · b + c with one rounding.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);

    /// <summary>The value limited to ± the limit; NaN stays NaN.</summary>
    static abstract TVector Clamp(TVector value, TVector limit);

    /// <summary>value · 2ⁿ, n the low bits of the mantissa of <paramref name="shifted"/> (a whole number + 1.5 · 2²³).</summary>
    static abstract TVector Scale(TVector value, TVector shifted);
}
