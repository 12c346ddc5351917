using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// The linear baseline with weights from the features' own history: the weight of a feature is mean ÷ standard deviation of its daily rank IC over the
/// training days (ICIR), scaled to Σ |weight| = 1; the score is the weighted sum of z-scores, a missing feature counting 0.
/// </summary>
public sealed record IcirScorer : ModelSpec
{
    /// <summary>Default of <see cref="LeastDays"/>.</summary>
    public const int DefaultLeastDays = 20;

    /// <inheritdoc/>
    public override string Name => "icir";

    /// <summary>A feature with a rank IC on fewer days has no weight.</summary>
    /// <value>2 or more. The default is <see cref="DefaultLeastDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int LeastDays
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(LeastDays), value, "Must be 2 or more days.");
    } = DefaultLeastDays;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters => [new("least_days", LeastDays.ToString(CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        double[] weights = new double[set.FeatureNames.Count];
        List<string> notes = [];
        for (int k = 0; k < weights.Length; k++)
        {
            List<double> ics = [];
            for (int d = 0; d < set.Count; d++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                LabelledDay day = set[d];
                double ic = DayCorrelation.Of(day.Features[k], day.Labels, day.Features.Members).RankIc;
                if (!double.IsNaN(ic)) ics.Add(ic);
            }

            if (ics.Count < LeastDays)
            {
                notes.Add($"'{set.FeatureNames[k]}' has a rank IC on {ics.Count} days, {LeastDays} are needed: weight 0.");
                continue;
            }

            double mean = ics.Average(), deviation = Math.Sqrt(ics.Sum(v => (v - mean) * (v - mean)) / (ics.Count - 1));
            weights[k] = deviation > 0 ? mean / deviation : 0;
        }

        double all = weights.Sum(Math.Abs);
        if (!(all > 0)) throw new InsufficientDataException($"features with a rank IC on {LeastDays} days", 1, 0);
        return new LinearModel(set.FeatureNames, [.. weights.Select(w => w / all)], 0, FeatureScale.ZScorePerDay, MissingFeature.Zero, notes);
    }
}
