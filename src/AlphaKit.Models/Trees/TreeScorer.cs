using System.Globalization;

namespace AlphaKit.Models;

/// <summary>What random forests and boosted trees have in common. A missing value is a value of its own: each split learns where it goes.</summary>
public abstract record TreeScorer : ModelSpec
{
    private protected TreeScorer()
    {
    }

    /// <summary>How features are scaled before they are put into bins.</summary>
    /// <value>The default is <see cref="FeatureScale.ZScorePerDay"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public FeatureScale Features
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Features), value, "Must be a named policy.");
    } = FeatureScale.ZScorePerDay;

    /// <summary>How labels are scaled.</summary>
    /// <value>The default is <see cref="LabelScale.ZScore"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public LabelScale Label
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Label), value, "Must be a named policy.");
    } = LabelScale.ZScore;

    /// <summary>Least number of samples in a leaf.</summary>
    /// <value>1 or more. The default is 200: returns are mostly noise.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LeastSamples
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastSamples), value, "Must be 1 or more.");
    } = 200;

    /// <summary>What all tree scorers add at the end of <see cref="ModelSpec.Parameters"/>.</summary>
    private protected IEnumerable<KeyValuePair<string, string>> CommonParameters =>
    [
        new("least_samples", LeastSamples.ToString(CultureInfo.InvariantCulture)),
        new("features", Features.ToString()),
        new("label", Label.ToString()),
    ];

    /// <inheritdoc/>
    public sealed override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        List<string> notes = [];
        BinnedFeatures data = BinnedFeatures.Of(set, Features, Label, context.Threads, notes, cancellationToken);
        TreeEnsemble trees = Grow(data, context, cancellationToken);
        return new TreeModel(set.FeatureNames, Features, trees, notes);
    }

    internal abstract TreeEnsemble Grow(BinnedFeatures data, TrainingContext context, CancellationToken cancellationToken);
}
