namespace AlphaKit.Portfolio;

/// <summary>Estimates risk from market data: a factor model, a sample covariance, a shrunk one, principal components.</summary>
/// <threadsafety>Implementations are immutable and allow concurrent estimates.</threadsafety>
public interface IRiskModel
{
    /// <summary>Name, for reports; it states the parameters that matter.</summary>
    string Name { get; }

    /// <summary>Estimates the risk of every day of a range in one go. The history needed before the range is read by the model itself.</summary>
    /// <param name="market">Where the data come from.</param>
    /// <param name="range">Which days and instruments.</param>
    /// <param name="progress">Told how far the estimate is.</param>
    /// <param name="cancellationToken">Stops the estimate.</param>
    /// <exception cref="FieldNotAvailableException">The market lacks a field that the model cannot do without.</exception>
    /// <exception cref="InsufficientDataException">There is too little history for any day of the range.</exception>
    Task<RiskHistory> EstimateAsync(
        IMarketData market,
        RiskRange range,
        IProgress<RiskProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
