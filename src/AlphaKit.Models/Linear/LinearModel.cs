namespace AlphaKit.Models;

/// <summary>score = intercept + Σ coefficient_k · scaled feature_k.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class LinearModel : ITrainedModel
{
    /// <summary>The name of the intercept in <see cref="Coefficients"/>.</summary>
    public const string InterceptName = "(intercept)";

    private readonly string[] _features;
    private readonly double[] _coefficients;

    /// <summary>Makes a linear model, for instance from stored coefficients.</summary>
    /// <param name="features">The names of the features, in order.</param>
    /// <param name="coefficients">One finite number per feature.</param>
    /// <param name="intercept">The intercept, finite.</param>
    /// <param name="scale">How features are scaled.</param>
    /// <param name="missing">What happens to names that lack a feature.</param>
    /// <param name="notes">What the user should know of the training.</param>
    /// <exception cref="ArgumentException">The lengths differ or a number is not finite.</exception>
    public LinearModel(
        IReadOnlyList<string> features, IReadOnlyList<double> coefficients, double intercept, FeatureScale scale, MissingFeature missing, IReadOnlyList<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(coefficients);
        if (features.Count != coefficients.Count) throw new ArgumentException($"{features.Count} features need as many coefficients, {coefficients.Count} were given.", nameof(coefficients));
        for (int k = 0; k < coefficients.Count; k++)
        {
            if (!double.IsFinite(coefficients[k])) throw new ArgumentException($"The coefficient of '{features[k]}' is {coefficients[k]:R}: it must be finite.", nameof(coefficients));
        }

        if (!double.IsFinite(intercept)) throw new ArgumentException($"The intercept is {intercept:R}: it must be finite.", nameof(intercept));
        _features = [.. features];
        _coefficients = [.. coefficients];
        Intercept = intercept;
        Scale = scale;
        Missing = missing;
        Notes = notes ?? [];
    }

    /// <summary>The intercept.</summary>
    public double Intercept { get; }

    /// <summary>How features are scaled.</summary>
    public FeatureScale Scale { get; }

    /// <summary>What happens to names that lack a feature.</summary>
    public MissingFeature Missing { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The intercept, then one coefficient per feature.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Coefficients =>
        [new(InterceptName, Intercept), .. _features.Select((f, k) => new KeyValuePair<string, double>(f, _coefficients[k]))];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The day has other features than the model was made for, or the span is not one score per symbol.</exception>
    public void Predict(FeatureDay day, Span<float> scores)
    {
        if (!day.FeatureNames.SequenceEqual(_features, StringComparer.Ordinal))
            throw new ArgumentException($"The model uses {string.Join(", ", _features)}; the day has {string.Join(", ", day.FeatureNames)}.", nameof(day));
        if (scores.Length != day.Symbols.Count) throw new ArgumentException($"{day.Symbols.Count} symbols need as many scores, there is room for {scores.Length}.", nameof(scores));
        ScaledDay scaled = new(scores.Length, _features.Length, Scale, Missing);
        scaled.Load(day);
        for (int i = 0; i < scores.Length; i++)
        {
            if (!scaled.IsUsable[i])
            {
                scores[i] = float.NaN;
                continue;
            }

            ReadOnlySpan<double> x = scaled[i];
            double score = Intercept;
            for (int k = 0; k < x.Length; k++) score += _coefficients[k] * x[k];
            scores[i] = (float)score;
        }
    }
}
