namespace AlphaKit.Portfolio;

/// <summary>
/// A multi-factor risk model (多因子风险模型) of the A-share market: one country factor, up to ten styles, 31 Shenwan industries. Exposures are
/// standardised every day; factor returns come from a daily weighted cross-sectional regression of returns on the exposures of the day before;
/// their covariance is exponentially weighted with the corrections for serial correlation, for the bias of eigenvalues and for the volatility
/// regime; specific risk comes from the residuals. All formulas, windows and sources stand in docs/risk-model.md.
/// <para>The risk of day T uses nothing known later than <see cref="RiskHistory.KnownAt"/> of T.</para>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class AShareRiskModel : IRiskModel
{
    private const int DescriptorDays = 504 + 21;

    /// <summary>Makes the model.</summary>
    /// <param name="options">How to estimate; the defaults when null.</param>
    public AShareRiskModel(AShareRiskOptions? options = null) => Options = options ?? new AShareRiskOptions();

    /// <summary>How it estimates.</summary>
    public AShareRiskOptions Options { get; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant(
        $"A-share factor model, {Options.Styles.Count} styles, half-lives {Options.Factors.HalfLife} and {Options.Specific.HalfLife} days");

    /// <summary>Trading days before the first day of a range that an estimate with full windows reads.</summary>
    public int HistoryDays => DescriptorDays + 1 + Math.Max(
        Options.Factors.Window + FactorCovariances.RegimeDays(Options.Factors.RegimeHalfLife),
        Options.Specific.Window + FactorCovariances.RegimeDays(Options.Specific.RegimeHalfLife));

    async Task<RiskHistory> IRiskModel.EstimateAsync(IMarketData market, RiskRange range, IProgress<RiskProgress>? progress, CancellationToken cancellationToken) =>
        await EstimateAsync(market, range, progress, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Estimates the risk of every day of a range. Up to <see cref="HistoryDays"/> days before it are read; where the market does not go back that
    /// far, windows are shorter, and days without any estimate are left out of the result with a note.
    /// </summary>
    /// <param name="market">Where the data come from; adjusted_close and market_cap are needed.</param>
    /// <param name="range">Which days and instruments. Instruments without market capitalisation or industry on a day have no risk that day.</param>
    /// <param name="progress">Told how far the estimate is.</param>
    /// <param name="cancellationToken">Stops the estimate.</param>
    /// <exception cref="FieldNotAvailableException">The market lacks a field that the model needs.</exception>
    /// <exception cref="DatasetNotAvailableException">The market lacks statements and <see cref="AShareRiskOptions.Missing"/> refuses to go without.</exception>
    /// <exception cref="InsufficientDataException">No day of the range has enough history.</exception>
    /// <exception cref="InvalidRiskException">A price or capitalisation is not positive, an industry is not one, or a factor is redundant on a day.</exception>
    public async Task<AShareRiskHistory> EstimateAsync(
        IMarketData market,
        RiskRange range,
        IProgress<RiskProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(range);
        progress?.Report(new RiskProgress("reading", 0, 1));
        RiskInputs inputs = await new RiskInputLoader(market, range, Options).LoadAsync(HistoryDays, cancellationToken).ConfigureAwait(false);
        return new AShareEstimate(inputs, Options, inputs.Axes.Calendar.IndexAtOrAfter(range.From), progress, cancellationToken).Run();
    }
}
