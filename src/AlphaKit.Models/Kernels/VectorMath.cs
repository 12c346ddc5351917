using System.Runtime.CompilerServices;

namespace AlphaKit.Models;

/// <summary>
/// Exponential, logistic function and hyperbolic tangent on lanes, about two units in the last place (tanh: of one). eˣ = 2ⁿ · eʳ with
/// n = round(x / ln 2) and |r| ≤ ln 2 / 2; eʳ by its Taylor series to the seventh power, whose rest is below 6 · 10⁻⁹.
/// </summary>
internal static class VectorMath<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const float RoundingShift = 12582912f; // 1.5 · 2²³: adding it rounds to a whole number
    private const float Log2Reciprocal = 1.44269504f;
    private const float Log2High = 0.693359375f; // nine bits: n · Log2High is exact
    private const float Log2Low = -2.12194440e-4f;

    private const float Limit = 43f; // so that the product of two results stays finite

    /// <summary>eˣ and eʸ, step by step side by side, for arguments within ± 43; beyond, the value at the limit. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exp(ref TVector x, ref TVector y)
    {
        TVector shift = TLanes.All(RoundingShift), log2 = TLanes.All(Log2Reciprocal);
        x = TLanes.Clamp(x, TLanes.All(Limit));
        y = TLanes.Clamp(y, TLanes.All(Limit));
        TVector xShifted = TLanes.Fma(x, log2, shift), yShifted = TLanes.Fma(y, log2, shift);
        TVector m = TLanes.Subtract(xShifted, shift), n = TLanes.Subtract(yShifted, shift);
        x = TLanes.Fma(m, TLanes.All(-Log2High), x);
        y = TLanes.Fma(n, TLanes.All(-Log2High), y);
        x = TLanes.Fma(m, TLanes.All(-Log2Low), x);
        y = TLanes.Fma(n, TLanes.All(-Log2Low), y);
        TVector c = TLanes.All(1f / 720), p = TLanes.Fma(TLanes.All(1f / 5040), x, c), q = TLanes.Fma(TLanes.All(1f / 5040), y, c);
        c = TLanes.All(1f / 120);
        p = TLanes.Fma(p, x, c);
        q = TLanes.Fma(q, y, c);
        c = TLanes.All(1f / 24);
        p = TLanes.Fma(p, x, c);
        q = TLanes.Fma(q, y, c);
        c = TLanes.All(1f / 6);
        p = TLanes.Fma(p, x, c);
        q = TLanes.Fma(q, y, c);
        c = TLanes.All(0.5f);
        p = TLanes.Fma(p, x, c);
        q = TLanes.Fma(q, y, c);
        c = TLanes.All(1f);
        p = TLanes.Fma(p, x, c);
        q = TLanes.Fma(q, y, c);
        x = TLanes.Scale(TLanes.Fma(p, x, c), xShifted);
        y = TLanes.Scale(TLanes.Fma(q, y, c), yShifted);
    }

    /// <summary>1 / (1 + e⁻ˣ) twice for one division; arguments beyond ± 43 count as ± 43 (1 − 2 · 10⁻¹⁹).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sigmoids(ref TVector x, ref TVector y)
    {
        TVector one = TLanes.All(1f), zero = TLanes.All(0f);
        x = TLanes.Subtract(zero, x);
        y = TLanes.Subtract(zero, y);
        Exp(ref x, ref y);
        TVector a = TLanes.Add(one, x), b = TLanes.Add(one, y), d = TLanes.Divide(one, TLanes.Multiply(a, b));
        x = TLanes.Multiply(d, b);
        y = TLanes.Multiply(d, a);
    }

    /// <summary>(1 − e⁻²ˣ) / (1 + e⁻²ˣ) twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tanhs(ref TVector x, ref TVector y)
    {
        TVector one = TLanes.All(1f), two = TLanes.All(-2f);
        x = TLanes.Multiply(x, two);
        y = TLanes.Multiply(y, two);
        Exp(ref x, ref y);
        TVector a = TLanes.Add(one, x), b = TLanes.Add(one, y);
        x = TLanes.Divide(TLanes.Subtract(one, x), a);
        y = TLanes.Divide(TLanes.Subtract(one, y), b);
    }

    /// <summary>tanh of one, logistic function of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TanhAndSigmoid(ref TVector x, ref TVector y)
    {
        TVector one = TLanes.All(1f);
        x = TLanes.Multiply(x, TLanes.All(-2f));
        y = TLanes.Multiply(y, TLanes.All(-1f));
        Exp(ref x, ref y);
        x = TLanes.Divide(TLanes.Subtract(one, x), TLanes.Add(one, x));
        y = TLanes.Divide(one, TLanes.Add(one, y));
    }

    /// <summary>tanh of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        TVector other = x;
        Tanhs(ref x, ref other);
        return x;
    }
}
