using System.Globalization;

namespace AlphaKit;

/// <summary>
/// The portfolio that a strategy wants: weights as fractions of net asset value, the rest in cash. Or the wish to keep what is held,
/// with the reason (<see cref="Keep"/>).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TargetWeights
{
    /// <summary>Weights may exceed one by this much before they count as leverage: room for rounding.</summary>
    public const double RoundingTolerance = 1e-9;

    private readonly Dictionary<Symbol, double> _weights;

    private TargetWeights(Dictionary<Symbol, double> weights, string? keepReason)
    {
        _weights = weights;
        KeepReason = keepReason;
        Items = [.. weights.OrderBy(w => w.Key)];
        Invested = Items.Sum(w => w.Value);
    }

    /// <summary>Everything in cash.</summary>
    public static TargetWeights Cash { get; } = new([], null);

    /// <summary>Symbols with non-zero weight, ascending.</summary>
    public IReadOnlyList<KeyValuePair<Symbol, double>> Items { get; }

    /// <summary>Sum of the weights, 0 to 1.</summary>
    public double Invested { get; }

    /// <summary>Why the holdings are kept as they are; null for a real target.</summary>
    public string? KeepReason { get; }

    /// <summary>The weight of a symbol; 0 if it is not wanted.</summary>
    /// <param name="symbol">The symbol.</param>
    public double this[Symbol symbol] => _weights.GetValueOrDefault(symbol);

    /// <summary>Keeps the drifted holdings: nothing is traded.</summary>
    /// <param name="reason">Why, for the log.</param>
    public static TargetWeights Keep(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new TargetWeights([], reason);
    }

    /// <summary>Makes a target.</summary>
    /// <param name="weights">Weights as fractions of net asset value; zeros are dropped.</param>
    /// <exception cref="ArgumentException">
    /// A weight is negative or not finite, a symbol comes twice or is unset, or the weights sum to more than one.
    /// </exception>
    public static TargetWeights From(IEnumerable<KeyValuePair<Symbol, double>> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Dictionary<Symbol, double> map = [];
        double sum = 0;
        foreach ((Symbol symbol, double weight) in weights)
        {
            if (symbol.IsNone) throw new ArgumentException("A target weight names no symbol.", nameof(weights));
            if (!double.IsFinite(weight) || weight < 0) throw new ArgumentException($"The target weight of {symbol} is {weight:R}: it must be finite and not negative.", nameof(weights));
            if (!map.TryAdd(symbol, weight)) throw new ArgumentException($"{symbol} has two target weights.", nameof(weights));
            sum += weight;
        }

        foreach (Symbol symbol in map.Where(w => w.Value == 0).Select(w => w.Key).ToArray()) map.Remove(symbol);

        if (sum > 1 + RoundingTolerance) throw new ArgumentException($"The target weights sum to {sum:R}: more than one needs leverage, which is not offered.", nameof(weights));
        return new TargetWeights(map, null);
    }

    /// <summary>How many names and how much is invested.</summary>
    public override string ToString() => KeepReason is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Items.Count} names, {Invested:P1} invested")
        : $"keep: {KeepReason}";
}
