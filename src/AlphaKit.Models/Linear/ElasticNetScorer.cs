using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Elastic net 弹性网 of scaled labels on scaled features, scaled as by <see cref="RidgeScorer"/>:
/// <code>
/// minimise over b₀, b    1/(2 D) Σ_t (1 / n_t) Σ_i (y_ti − b₀ − x_ti · b)²  +  penalty · (s |b|₁ + (1 − s)/2 |b|²)
/// </code>
/// over D days of n_t names each; s is <see cref="AbsoluteShare"/>. Features that do not help get a weight of exactly 0. s = 1 is the lasso; s = 0 is
/// ridge with λ = D · penalty.
/// </summary>
/// <remarks>
/// Zou and Hastie (2005), by cyclic coordinate descent on centred moments with warm starts down the path of penalties (Friedman, Hastie and Tibshirani
/// 2010), until the coefficients meet the conditions of the optimum to 10⁻¹² of the largest moment. One order of features, in double precision: the
/// same bits for any number of threads.
/// </remarks>
public sealed record ElasticNetScorer : LinearScorer
{
    /// <summary>Default of <see cref="AbsoluteShare"/>.</summary>
    public const double DefaultAbsoluteShare = 0.5;

    /// <summary>Default of <see cref="PathLength"/>.</summary>
    public const int DefaultPathLength = 50;

    /// <inheritdoc/>
    public override string Name => string.Create(
        CultureInfo.InvariantCulture, $"elastic-net({(Penalty is { } penalty ? penalty.ToString("R", CultureInfo.InvariantCulture) : "chosen")}, {AbsoluteShare})");

    /// <summary>
    /// The penalty. Null to choose it inside the training days: the path is fitted on the older part and the penalty with the highest mean rank IC on
    /// the newest part is used to fit all days; the older part ends so that none of its labels reaches into the newer one.
    /// </summary>
    /// <value>Finite and above 0, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double? Penalty
    {
        get;
        init => field = value is null || (value > 0 && double.IsFinite(value.Value)) ? value : throw new ArgumentOutOfRangeException(nameof(Penalty), value, "Must be finite and above 0, or null.");
    }

    /// <summary>s, the share of the penalty on absolute values; the rest is on squares.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultAbsoluteShare"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double AbsoluteShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(AbsoluteShare), value, "Must be from 0 to 1.");
    } = DefaultAbsoluteShare;

    /// <summary>How many penalties the path has, evenly spaced in logarithms.</summary>
    /// <value>2 to 1000. The default is <see cref="DefaultPathLength"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int PathLength
    {
        get;
        init => field = value is >= 2 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(PathLength), value, "Must be 2 to 1000.");
    } = DefaultPathLength;

    /// <summary>Least penalty of the path, as a share of the largest: the least one that leaves no feature.</summary>
    /// <value>Above 0 and below 1. The default is 0.001.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double LeastPenalty
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastPenalty), value, "Must be above 0 and below 1.");
    } = 0.001;

    /// <summary>Share of the training days, the newest, on which a penalty is chosen.</summary>
    /// <value>Above 0 and below 1. The default is 0.2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double ValidationShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(ValidationShare), value, "Must be above 0 and below 1.");
    } = 0.2;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("penalty", Penalty is { } penalty ? penalty.ToString("R", CultureInfo.InvariantCulture) : "chosen"),
        new("absolute_share", AbsoluteShare.ToString("R", CultureInfo.InvariantCulture)),
        new("path_length", PathLength.ToString(CultureInfo.InvariantCulture)),
        new("least_penalty", LeastPenalty.ToString("R", CultureInfo.InvariantCulture)),
        new("validation_share", ValidationShare.ToString("R", CultureInfo.InvariantCulture)),
        .. CommonParameters,
    ];

    internal override LinearModel Fit(TrainingSet set, int threads, CancellationToken cancellationToken) =>
        ElasticNetRegression.Fit(this, set, threads, cancellationToken);

    /// <summary>The models of the whole path, from the largest penalty, which leaves no feature, to the least; each starts from the one before it.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="context">Threads.</param>
    /// <param name="cancellationToken">Stops the fitting.</param>
    /// <exception cref="InsufficientDataException">No day has two samples with labels that differ, or no feature varies.</exception>
    /// <exception cref="ElasticNetException">Coordinate descent does not come to rest.</exception>
    public IReadOnlyList<ElasticNetPoint> FitPath(TrainingSet set, TrainingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        return ElasticNetRegression.Path(this, set, context.Threads, cancellationToken);
    }
}
