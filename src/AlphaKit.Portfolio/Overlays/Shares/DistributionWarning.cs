namespace AlphaKit.Portfolio;

/// <summary>
/// Warns of distribution (派发): the chips of a share, that is the prices at which its present holders bought, have moved into one dense new peak at a
/// high price. While the warning holds, its weight is multiplied by <see cref="Exposure"/>.
/// </summary>
/// <remarks>
/// Three measures of one day decide, from the published cost percentiles:
/// <code>
/// height    (median cost − lowest price) / (highest price − lowest price)    at least <see cref="MinHeight"/>
/// rise      median cost / median cost <see cref="Window"/> days before − 1    at least <see cref="MinRise"/>
/// width     (95 % cost − 5 % cost) / (95 % cost + 5 % cost)                   at most <see cref="MaxWidth"/>
/// </code>
/// All of them must hold for a warning to begin; it ends when height falls <see cref="Slack"/> below its bound, or the median cost is no higher than
/// <see cref="Window"/> days before. A definition of AlphaKit's own: practice names the phase, no publication measures it.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record DistributionWarning : IOverlay
{
    /// <summary>How far height may fall below its bound before a warning ends.</summary>
    public const double Slack = 0.1;

    /// <summary>Default of <see cref="MinHeight"/>.</summary>
    public const double DefaultMinHeight = 0.7;

    /// <summary>Default of <see cref="MinRise"/>.</summary>
    public const double DefaultMinRise = 0.2;

    /// <summary>Default of <see cref="MaxWidth"/>.</summary>
    public const double DefaultMaxWidth = 0.2;

    /// <summary>Default of <see cref="Window"/>.</summary>
    public const int DefaultWindow = 60;

    /// <summary>Default of <see cref="Exposure"/>.</summary>
    public const double DefaultExposure = 0.5;

    /// <inheritdoc/>
    public string Name => "distribution warning";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [Field.ChipCost5, Field.ChipCost50, Field.ChipCost95, Field.ChipHistoryLow, Field.ChipHistoryHigh];

    /// <summary>How high in the price history the median cost must be.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMinHeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MinHeight
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinHeight), value, "Must be above 0 and at most 1.");
    } = DefaultMinHeight;

    /// <summary>How much the median cost must have risen over the window.</summary>
    /// <value>0 to 10. The default is <see cref="DefaultMinRise"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MinRise
    {
        get;
        init => field = value is >= 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(MinRise), value, "Must be 0 to 10.");
    } = DefaultMinRise;

    /// <summary>How wide the middle 90 % of costs may be.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxWidth"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWidth
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxWidth), value, "Must be above 0 and at most 1.");
    } = DefaultMaxWidth;

    /// <summary>Trading days over which the rise is measured.</summary>
    /// <value>1 to 1000. The default is <see cref="DefaultWindow"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Window
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "Must be 1 to 1000 trading days.");
    } = DefaultWindow;

    /// <summary>What the weight is multiplied by meanwhile.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultExposure"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Exposure
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Exposure), value, "Must be 0 to 1.");
    } = DefaultExposure;

    /// <inheritdoc/>
    public IOverlayRun Start() => new Run(this);

    private sealed class Run(DistributionWarning rule) : RowReplay<Run.Warning>
    {
        protected override Clock KnownAt => Field.ChipCost50.KnownAt;

        protected override void Step(DecisionContext context, TargetDraft draft, int row)
        {
            if (row < rule.Window) return;
            Panel past = context.Past;
            ReadOnlySpan<float> low = past[Field.ChipHistoryLow].Row(row), high = past[Field.ChipHistoryHigh].Row(row);
            ReadOnlySpan<float> cost5 = past[Field.ChipCost5].Row(row), cost50 = past[Field.ChipCost50].Row(row), cost95 = past[Field.ChipCost95].Row(row);
            ReadOnlySpan<float> before = past[Field.ChipCost50].Row(row - rule.Window);
            for (int i = 0; i < low.Length; i++)
            {
                double height = ((double)cost50[i] - low[i]) / ((double)high[i] - low[i]), rise = ((double)cost50[i] / before[i]) - 1;
                double width = ((double)cost95[i] - cost5[i]) / ((double)cost95[i] + cost5[i]);
                if (!double.IsFinite(height + rise + width)) continue;
                Symbol symbol = past.Symbols[i];
                bool was = Find(symbol)?.IsOn ?? false;
                bool isOn = was
                    ? height >= rule.MinHeight - Slack && rise > 0
                    : height >= rule.MinHeight && rise >= rule.MinRise && width <= rule.MaxWidth;
                if (isOn || was) Set(symbol, new Warning(isOn), row);
                if (isOn != was) draft.Log(past.Calendar[row], isOn ? "warned" : "cleared", height, FormattableString.Invariant($"height {height:0.00}, rise {rise:P0}, width {width:0.00}"), symbol);
            }
        }

        protected override void Apply(TargetDraft draft, Symbol symbol, Warning state)
        {
            if (state.IsOn) draft.Scale(symbol, rule.Exposure);
        }

        internal sealed record Warning(bool IsOn);
    }
}
