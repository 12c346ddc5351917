namespace AlphaKit.Portfolio;

/// <summary>
/// The sample covariance of a trailing window of returns: S = Σ_t (r_t − r̄)(r_t − r̄)ᵀ/T (divisor T). With more instruments than days it is
/// singular: portfolios exist that it holds to be riskless, so it is a yardstick, not an input of an optimiser.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SampleCovarianceModel : IRiskModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="window">Over which returns; the defaults when null.</param>
    public SampleCovarianceModel(ReturnWindowOptions? window = null) => Window = window ?? new ReturnWindowOptions();

    /// <summary>Over which returns.</summary>
    public ReturnWindowOptions Window { get; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"sample covariance of {Window.Days} days");

    /// <inheritdoc/>
    public async Task<RiskHistory> EstimateAsync(IMarketData market, RiskRange range, IProgress<RiskProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await ReturnWindowHistory.ReadAsync(market, range, Window, w => w.Covariance(1, default, default, 0), progress, cancellationToken).ConfigureAwait(false);
}
