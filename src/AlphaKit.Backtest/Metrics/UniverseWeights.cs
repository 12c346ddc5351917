using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Backtest;

/// <summary>
/// Weights of an equally weighted universe that drift between its rebalances. All days of all shares pass through here, so a day is one pass
/// over its prices, four shares at a time: sums run in four lanes on every machine, which keeps the bits the same on all of them.
/// </summary>
/// <param name="columns">Number of shares.</param>
/// <param name="basis">Adjusted prices have no previous close of their own: the last close known stands for it.</param>
internal sealed class UniverseWeights(int columns, PriceBasis basis)
{
    private readonly double[] _weights = new double[columns];
    private readonly float[] _lastClose = NotYet(columns);
    private readonly bool _raw = basis == PriceBasis.Raw;
    private bool _weighted;
    private double _scale = 1;    // by which all weights are still to be multiplied

    /// <summary>Remembers the closes of a day on which nothing is held.</summary>
    public void Carry(ReadOnlySpan<float> close)
    {
        for (int i = 0; i < _lastClose.Length; i++)
        {
            if (close[i] > 0) _lastClose[i] = close[i];
        }
    }

    /// <summary>Equal weights for all members that have a price.</summary>
    public void Reset(ReadOnlySpan<bool> members)
    {
        int count = 0;
        for (int i = 0; i < _weights.Length; i++) count += members[i] & _lastClose[i] > 0 ? 1 : 0;
        double each = 1.0 / count;
        for (int i = 0; i < _weights.Length; i++) _weights[i] = members[i] & _lastClose[i] > 0 ? each : 0;
        _scale = 1;
        _weighted = count > 0;
    }

    /// <summary>Moves the weights with a day's prices; a share without a bar does not move.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="preClose">Previous closes as the exchange states them; not read with adjusted prices.</param>
    /// <returns>Σ weight × return.</returns>
    public double Move(ReadOnlySpan<float> close, ReadOnlySpan<float> preClose)
    {
        Span<float> lastClose = _lastClose;
        Span<double> weights = _weights;
        ReadOnlySpan<float> reference = _raw ? preClose : lastClose;
        ref float closes = ref MemoryMarshal.GetReference(close), references = ref MemoryMarshal.GetReference(reference), lasts = ref MemoryMarshal.GetReference(lastClose);
        ref double held = ref MemoryMarshal.GetReference(weights);
        Vector256<double> scale = Vector256.Create(_scale), one = Vector256<double>.One, sum = Vector256<double>.Zero, sumAbove = sum;
        nuint i = 0, whole = (nuint)(weights.Length & ~7), all = (nuint)weights.Length;
        for (; i < whole; i += 8)
        {
            Vector256<float> price = Vector256.LoadUnsafe(ref closes, i), before = Vector256.LoadUnsafe(ref references, i), last = Vector256.LoadUnsafe(ref lasts, i);
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(price);
            (Vector256<double> lowerBefore, Vector256<double> upperBefore) = Vector256.Widen(before);
            sum += Move(ref held, i, lower, lowerBefore, scale, one);
            sumAbove += Move(ref held, i + 4, upper, upperBefore, scale, one);
            Vector256.ConditionalSelect(Vector256.GreaterThan(price, Vector256<float>.Zero), price, last).StoreUnsafe(ref lasts, i);
        }

        double change = Vector256.Sum(sum + sumAbove);
        for (; i < all; i++)
        {
            int at = (int)i;
            double weight = weights[at] * _scale, r = ((double)close[at] / reference[at]) - 1;
            double moved = close[at] > 0 && double.IsFinite(r) ? weight * (1 + r) : weight;
            change += moved - weight;
            weights[at] = moved;
            if (close[at] > 0) lastClose[at] = close[at];
        }

        _scale = 1;
        return change;
    }

    /// <summary>Takes a part of one weight away.</summary>
    /// <returns>What was taken.</returns>
    public double Lose(int column, double part)
    {
        double lost = _weights[column] * part;
        _weights[column] -= lost;
        return lost;
    }

    /// <summary>Makes the weights add up to what they did before the day's change; done with the next day's pass.</summary>
    public void Grow(double change)
    {
        if (_weighted && change > -1) _scale = 1 / (1 + change);
    }

    private static Vector256<double> Move(
        ref double held, nuint at, Vector256<double> price, Vector256<double> before, Vector256<double> scale, Vector256<double> one)
    {
        Vector256<double> weight = Vector256.LoadUnsafe(ref held, at) * scale, ratio = price / before;
        Vector256<double> counts = Vector256.IsFinite(ratio) & Vector256.GreaterThan(price, Vector256<double>.Zero);
        Vector256<double> moved = Vector256.ConditionalSelect(counts, weight * (one + (ratio - one)), weight);
        moved.StoreUnsafe(ref held, at);
        return moved - weight;
    }

    private static float[] NotYet(int columns)
    {
        float[] closes = new float[columns];
        Array.Fill(closes, float.NaN);
        return closes;
    }
}
