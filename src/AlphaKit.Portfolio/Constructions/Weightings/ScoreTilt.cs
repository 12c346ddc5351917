namespace AlphaKit.Portfolio;

/// <summary>
/// Tilts another weighting by the scores: w ∝ base · tilt(score). With <see cref="RiskParity"/> inside and probabilities as scores it is
/// “risk parity × recent probability”. It replaces the optimiser as the rule that sizes positions; the two are not stacked.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record ScoreTilt : IWeighting
{
    private readonly IWeighting? _inner;

    /// <summary>Makes the weighting.</summary>
    /// <param name="inner">What is tilted; null for equal weights.</param>
    public ScoreTilt(IWeighting? inner = null)
    {
        _inner = inner;
    }

    /// <inheritdoc/>
    public string Name => $"{_inner?.Name ?? "equal weight"} tilted by score";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => _inner?.RequiredFields ?? [];

    /// <summary>How scores become factors.</summary>
    /// <value>The default is <see cref="TiltKind.Proportional"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public TiltKind Kind
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Kind), value, "Must be a named tilt.");
    } = TiltKind.Proportional;

    /// <summary>How strong the tilt is: the exponent of <see cref="TiltKind.Proportional"/>, the factor of <see cref="TiltKind.Exponential"/>; 0 is none.</summary>
    /// <value>0 to 10. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Strength
    {
        get;
        init => field = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(Strength), value, "Must be 0 to 10.");
    } = 1;

    /// <inheritdoc/>
    public bool[]? Covers(DecisionContext context, IReadOnlyList<Symbol> symbols) => _inner?.Covers(context, symbols);

    /// <summary>Tilts weights.</summary>
    /// <param name="weights">Proportions, finite, not negative.</param>
    /// <param name="scores">One per weight, finite; not negative for <see cref="TiltKind.Proportional"/>.</param>
    /// <param name="kind">How scores become factors.</param>
    /// <param name="strength">How strong, see <see cref="Strength"/>.</param>
    /// <returns>Weights that sum to one.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a number is outside its range, or nothing is left above 0.</exception>
    public static double[] Of(ReadOnlySpan<double> weights, ReadOnlySpan<float> scores, TiltKind kind = TiltKind.Proportional, double strength = 1)
    {
        if (weights.Length != scores.Length) throw new ArgumentException($"{weights.Length} weights need as many scores, {scores.Length} were given.", nameof(scores));
        double mean = 0, squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(double.IsFinite(weights[i]) && weights[i] >= 0)) throw new ArgumentException(FormattableString.Invariant($"Weight {i} is {weights[i]}: it must be finite and not negative."), nameof(weights));
            if (!float.IsFinite(scores[i])) throw new ArgumentException(FormattableString.Invariant($"Score {i} is {scores[i]}: it must be finite."), nameof(scores));
            if (kind == TiltKind.Proportional && scores[i] < 0)
                throw new ArgumentException(FormattableString.Invariant($"Score {i} is {scores[i]}: a proportional tilt needs scores that are not negative, such as probabilities."), nameof(scores));
            mean += scores[i];
        }

        mean /= weights.Length;
        foreach (float score in scores) squares += (score - mean) * (score - mean);
        double deviation = Math.Sqrt(squares / weights.Length), sum = 0;
        bool isConstant = !(deviation > 1e-12 * Math.Max(1e-30, Math.Abs(mean)));
        double[] tilted = new double[weights.Length];
        for (int i = 0; i < tilted.Length; i++)
        {
            double factor = kind == TiltKind.Proportional
                ? Math.Pow(scores[i], strength)
                : Math.Exp(isConstant ? 0 : strength * (scores[i] - mean) / deviation);
            tilted[i] = weights[i] * factor;
            sum += tilted[i];
        }

        if (!(sum > 0)) throw new ArgumentException("Every tilted weight is 0: a name with both a weight and a score above 0 is needed.", nameof(scores));
        for (int i = 0; i < tilted.Length; i++) tilted[i] /= sum;
        return tilted;
    }

    /// <inheritdoc/>
    public double[] Weights(DecisionContext context, IReadOnlyList<Symbol> symbols, ReadOnlySpan<float> scores)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        double[] weights = new double[symbols.Count];
        if (_inner is null) Array.Fill(weights, 1);
        else weights = _inner.Weights(context, symbols, scores);
        bool hasAny = false;
        for (int i = 0; i < scores.Length; i++)
        {
            hasAny |= weights[i] > 0 && (scores[i] > 0 || Kind == TiltKind.Exponential);
            if (Kind == TiltKind.Proportional && scores[i] < 0)
                throw new WeightingException(Name, FormattableString.Invariant($"its score is {scores[i]}, a proportional tilt needs scores that are not negative"), symbols[i]);
        }

        if (!hasAny) throw new InsufficientDataException("names of the pool with both a weight and a score above 0", 1, 0);
        return Of(weights, scores, Kind, Strength);
    }
}
