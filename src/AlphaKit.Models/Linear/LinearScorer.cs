namespace AlphaKit.Models;

/// <summary>What ridge and elastic net have in common: a <see cref="LinearModel"/> of scaled labels on scaled features.</summary>
public abstract record LinearScorer : ModelSpec
{
    private protected LinearScorer()
    {
    }

    /// <summary>How features are scaled.</summary>
    /// <value>The default is <see cref="FeatureScale.ZScorePerDay"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public FeatureScale Features
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Features), value, "Must be a named policy.");
    } = FeatureScale.ZScorePerDay;

    /// <summary>What happens to names that lack a feature.</summary>
    /// <value>The default is <see cref="MissingFeature.Zero"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public MissingFeature Missing
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Missing), value, "Must be a named policy.");
    } = MissingFeature.Zero;

    /// <summary>How labels are scaled.</summary>
    /// <value>The default is <see cref="LabelScale.ZScore"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public LabelScale Label
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Label), value, "Must be a named policy.");
    } = LabelScale.ZScore;

    /// <summary>What all linear scorers add at the end of <see cref="ModelSpec.Parameters"/>.</summary>
    private protected IEnumerable<KeyValuePair<string, string>> CommonParameters =>
    [
        new("features", Features.ToString()),
        new("missing", Missing.ToString()),
        new("label", Label.ToString()),
    ];

    /// <inheritdoc/>
    /// <exception cref="SingularFeaturesException">The penalty of a ridge is too small for features that are combinations of each other.</exception>
    /// <exception cref="ElasticNetException">The coordinate descent of an elastic net does not come to rest.</exception>
    public sealed override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        return Fit(set, context.Threads, cancellationToken);
    }

    internal abstract LinearModel Fit(TrainingSet set, int threads, CancellationToken cancellationToken);

    /// <summary>The moments of samples scaled by these policies.</summary>
    internal LinearMoments Moments(TrainingSet set, int threads, CancellationToken cancellationToken) =>
        LinearMoments.Of(set, Features, Missing, Label, threads, cancellationToken);

    /// <summary>The model of coefficients fitted to moments.</summary>
    internal LinearModel Model(TrainingSet set, LinearMoments moments, double[] coefficients, IReadOnlyList<string> notes) =>
        new(set.FeatureNames, coefficients, moments.Intercept(coefficients), Features, Missing, notes);
}
