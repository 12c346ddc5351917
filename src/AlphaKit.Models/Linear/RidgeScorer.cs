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
public sealed record RidgeScorer : LinearScorer
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

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("penalty", Penalty.ToString("R", CultureInfo.InvariantCulture)),
        .. CommonParameters,
    ];

    internal override LinearModel Fit(TrainingSet set, int threads, CancellationToken cancellationToken) =>
        RidgeRegression.Fit(this, set, threads, cancellationToken);
}
