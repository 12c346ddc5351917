namespace AlphaKit.Portfolio;

/// <summary>Signals made of several scores between 0 and 1.</summary>
public static class CompositeSignal
{
    /// <summary>The four-part signal: (w₁·trend + w₂·momentum + w₃·volatility + w₄·mean reversion) / (w₁ + w₂ + w₃ + w₄).</summary>
    /// <param name="trend">Trend, 0 to 1; 1 speaks for buying, as in all parts.</param>
    /// <param name="momentum">Momentum, 0 to 1.</param>
    /// <param name="volatility">Volatility, 0 to 1; 1 is calm.</param>
    /// <param name="meanReversion">Mean reversion, 0 to 1.</param>
    /// <param name="weights">The weights; null for the defaults.</param>
    /// <exception cref="ArgumentException">The axes differ, a value is outside 0 to 1, or all weights are 0.</exception>
    public static Scores Of(Scores trend, Scores momentum, Scores volatility, Scores meanReversion, SignalWeights? weights = null)
    {
        weights ??= new SignalWeights();
        return Combine(
            "composite signal",
            [new(trend, weights.Trend), new(momentum, weights.Momentum), new(volatility, weights.Volatility), new(meanReversion, weights.MeanReversion)]);
    }

    /// <summary>Σ w·score / Σ w. A name without one of the scores of positive weight has no signal that day.</summary>
    /// <param name="name">Name of the signal.</param>
    /// <param name="parts">Scores between 0 and 1 on the same axes, and their weights, finite and not negative.</param>
    /// <returns>The signal, 0 to 1, known when the last of its parts is.</returns>
    /// <exception cref="ArgumentException">There is no part, axes differ, a value is outside 0 to 1, a weight is negative or not finite, or all are 0.</exception>
    public static Scores Combine(string name, IReadOnlyList<KeyValuePair<Scores, double>> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0) throw new ArgumentException("A signal needs at least one part.", nameof(parts));
        double total = 0;
        PanelAxes axes = (parts[0].Key ?? throw new ArgumentNullException(nameof(parts))).Axes;
        Clock knownAt = Clock.Open;
        foreach ((Scores scores, double weight) in parts)
        {
            ArgumentNullException.ThrowIfNull(scores, nameof(parts));
            if (!(double.IsFinite(weight) && weight >= 0)) throw new ArgumentException(FormattableString.Invariant($"The weight of '{scores.Name}' is {weight}: it must be finite and not negative."), nameof(parts));
            if (!scores.Axes.Matches(axes)) throw new ArgumentException($"'{scores.Name}' has other days or symbols than '{parts[0].Key.Name}'.", nameof(parts));
            CheckRange(scores);
            total += weight;
            if (scores.KnownAt > knownAt && weight > 0) knownAt = scores.KnownAt;
        }

        if (!(total > 0)) throw new ArgumentException("Every weight is 0, one at least must be above it.", nameof(parts));
        FieldMatrix values = FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            for (int i = 0; i < row.Length; i++)
            {
                double sum = 0;
                foreach ((Scores scores, double weight) in parts)
                {
                    if (weight > 0) sum += weight * scores.Values.Row(t)[i];
                }

                row[i] = (float)(sum / total);
            }
        });
        return new Scores(name, axes, values, knownAt);
    }

    /// <summary>
    /// Brings any scores into 0 to 1 by their rank in the cross-section: (rank − ½) / n of the n names with a score that day, ties at their mean rank.
    /// </summary>
    /// <param name="scores">Any scores; higher is better.</param>
    public static Scores UnitRank(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        FieldMatrix values = FieldMatrix.Create(scores.Axes.Days, scores.Axes.Count, (t, row) =>
        {
            float[] source = scores.Values.Row(t).ToArray();
            int[] order = [.. Enumerable.Range(0, source.Length).Where(i => !float.IsNaN(source[i])).OrderBy(i => source[i])];
            for (int first = 0, next; first < order.Length; first = next)
            {
                for (next = first + 1; next < order.Length && source[order[next]] == source[order[first]];) next++;
                for (int k = first; k < next; k++) row[order[k]] = (float)(((first + next) / 2.0) / order.Length);
            }
        });
        return new Scores($"rank of {scores.Name}", scores.Axes, values, scores.KnownAt);
    }

    /// <summary>What a signal says.</summary>
    /// <param name="signal">The signal, 0 to 1; NaN holds. Thresholds are compared as floats, so that 0.6 is not above 0.6.</param>
    /// <param name="buyAbove">Above it is bought.</param>
    /// <param name="sellBelow">Below it is sold.</param>
    public static TradeSignal Read(float signal, double buyAbove = SignalPortfolio.DefaultBuyAbove, double sellBelow = SignalPortfolio.DefaultSellBelow) =>
        signal > (float)buyAbove ? TradeSignal.Buy : signal < (float)sellBelow ? TradeSignal.Sell : TradeSignal.Hold;

    private static void CheckRange(Scores scores)
    {
        for (int t = 0; t < scores.Axes.Days; t++)
        {
            ReadOnlySpan<float> row = scores.Values.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] is < 0 or > 1)
                    throw new ArgumentException(FormattableString.Invariant($"'{scores.Name}' is {row[i]} for {scores.Axes.Symbols[i]} on {scores.Axes.Calendar[t]:yyyy-MM-dd}: parts of a signal are 0 to 1, see UnitRank."), nameof(scores));
            }
        }
    }
}
