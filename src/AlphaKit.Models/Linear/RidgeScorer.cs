using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Ridge regression of scaled labels on scaled features:
/// <code>
/// minimise over b₀, b    Σ_t (1 / n_t) Σ_i (y_ti − b₀ − x_ti · b)²  +  λ · |b|²
/// </code>
/// Each day weighs the same, however many names n_t it has; the intercept is not penalised. λ = 1 weighs as much as one day of data.
/// </summary>
/// <remarks>
/// Hoerl and Kennard, Technometrics 12, 1970. Solved in double precision by Cholesky decomposition of the centred normal equations. Days are added
/// up in fixed groups in a fixed order, so that the result has the same bits for any number of threads. Days with fewer than two samples or with
/// equal labels are skipped and counted in <see cref="ITrainedModel.Notes"/>.
/// </remarks>
public sealed record RidgeScorer : ModelSpec
{
    /// <summary>Default of <see cref="Penalty"/>.</summary>
    public const double DefaultPenalty = 1;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"ridge({Penalty})");

    /// <summary>λ.</summary>
    /// <value>Finite and above 0. The default is <see cref="DefaultPenalty"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Penalty
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Penalty), value, "Must be finite and above 0.");
    } = DefaultPenalty;

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

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("penalty", Penalty.ToString("R", CultureInfo.InvariantCulture)),
        new("features", Features.ToString()),
        new("missing", Missing.ToString()),
        new("label", Label.ToString()),
    ];

    /// <inheritdoc/>
    /// <exception cref="SingularFeaturesException">The penalty is too small for features that are combinations of each other.</exception>
    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        return RidgeRegression.Fit(this, set, context.MaxThreads, cancellationToken);
    }
}
