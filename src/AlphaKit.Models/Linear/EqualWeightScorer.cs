namespace AlphaKit.Models;

/// <summary>The baseline without training: the mean over all features of ± z-score, the sign by its direction; a missing feature counts 0.</summary>
/// <remarks>The directions are opinions held before the data was seen; choosing them by looking at the test period is look-ahead.</remarks>
public sealed record EqualWeightScorer : ModelSpec
{
    /// <inheritdoc/>
    public override string Name => "equal weight";

    /// <summary>The direction of every feature, by name.</summary>
    public required IReadOnlyDictionary<string, Direction> Directions { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
        [.. Directions.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new KeyValuePair<string, string>($"direction.{d.Key}", d.Value.ToString()))];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A feature has no direction, or a direction names no feature.</exception>
    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        string[] open = [.. set.FeatureNames.Where(f => !Directions.ContainsKey(f))];
        if (open.Length > 0) throw new ArgumentException($"No direction is given for {string.Join(", ", open)}.", nameof(set));
        string[] unknown = [.. Directions.Keys.Where(d => !set.FeatureNames.Contains(d)).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0) throw new ArgumentException($"Directions are given for {string.Join(", ", unknown)}, which are no features.", nameof(set));
        double[] coefficients = [.. set.FeatureNames.Select(f => (double)(int)Directions[f] / set.FeatureNames.Count)];
        return new LinearModel(set.FeatureNames, coefficients, 0, FeatureScale.ZScorePerDay, MissingFeature.Zero);
    }
}
