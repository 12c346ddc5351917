namespace AlphaKit.Portfolio;

/// <summary>
/// Cuts exposure in a nervous market (市场恐慌减仓): while a volatility index has risen above <see cref="Enter"/> and not yet fallen below
/// <see cref="Leave"/>, all weights are multiplied by <see cref="Exposure"/>.
/// </summary>
/// <remarks>
/// The state follows from the whole index up to the decision, day by day, so that it does not depend on when a run begins. A day without a value
/// changes nothing; without any value for longer than <see cref="MarketSeries.MostDaysOld"/> trading days the rule refuses to guess.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record MarketStress : IOverlay
{
    /// <summary>Default of <see cref="Enter"/>.</summary>
    public const double DefaultEnter = 0.30;

    /// <summary>Default of <see cref="Leave"/>.</summary>
    public const double DefaultLeave = 0.25;

    /// <summary>Default of <see cref="Exposure"/>.</summary>
    public const double DefaultExposure = 0.5;

    private readonly MarketSeries _volatility;

    /// <summary>Makes the overlay.</summary>
    /// <param name="volatility">A volatility per year: <see cref="RealisedVolatility"/>, <see cref="ImpliedVolatility"/> or any other.</param>
    public MarketStress(MarketSeries volatility)
    {
        ArgumentNullException.ThrowIfNull(volatility);
        _volatility = volatility;
    }

    /// <inheritdoc/>
    public string Name => "market stress";

    /// <summary>Above it the market is nervous; 0.30 is what traders call 30.</summary>
    /// <value>Above 0. The default is <see cref="DefaultEnter"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Enter
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Enter), value, "Must be finite and above 0.");
    } = DefaultEnter;

    /// <summary>Below it the market is calm again.</summary>
    /// <value>Above 0, not above <see cref="Enter"/> when a run starts. The default is <see cref="DefaultLeave"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Leave
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Leave), value, "Must be finite and above 0.");
    } = DefaultLeave;

    /// <summary>What weights are multiplied by meanwhile.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultExposure"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Exposure
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Exposure), value, "Must be 0 to 1.");
    } = DefaultExposure;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="Leave"/> is above <see cref="Enter"/>.</exception>
    public IOverlayRun Start()
    {
        if (Leave > Enter) throw new InvalidOperationException(FormattableString.Invariant($"Market stress is left below {Leave} and entered above {Enter}: the first must not be above the second."));
        return new Run(new SeriesSwitch(_volatility, value => value > Enter, value => value < Leave), Exposure);
    }

    private sealed class Run(SeriesSwitch state, double exposure) : IOverlayRun
    {
        public void Apply(DecisionContext context, TargetDraft draft)
        {
            bool was = state.IsOn;
            double value = state.Update(context);
            if (state.IsOn != was) draft.Log(state.IsOn ? "entered" : "left", value, FormattableString.Invariant($"the volatility index is {value:P1}; weights × {(state.IsOn ? exposure : 1):0.##}"));
            if (state.IsOn) draft.Scale(exposure);
        }
    }
}
