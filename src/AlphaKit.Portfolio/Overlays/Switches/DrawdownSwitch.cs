namespace AlphaKit.Portfolio;

/// <summary>
/// Cuts exposure in a drawdown (回撤减仓): when net asset value has fallen more than <see cref="Drawdown"/> below its highest, all weights are multiplied by
/// <see cref="Exposure"/>, until it is no more than <see cref="Recovery"/> below, or <see cref="RestartAfter"/> trading days are over; in the second case
/// the highest value is counted anew from there.
/// </summary>
/// <remarks>Net asset value is seen at decisions only: run on a daily schedule, see <see cref="OverlayExtensions.Paced"/>.</remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record DrawdownSwitch : IOverlay
{
    /// <summary>Default of <see cref="Drawdown"/>.</summary>
    public const double DefaultDrawdown = 0.08;

    /// <summary>Default of <see cref="Recovery"/>.</summary>
    public const double DefaultRecovery = 0.04;

    /// <summary>Default of <see cref="Exposure"/>.</summary>
    public const double DefaultExposure = 0.5;

    /// <inheritdoc/>
    public string Name => "drawdown switch";

    /// <summary>The drawdown above which exposure is cut.</summary>
    /// <value>Above 0, below 1. The default is <see cref="DefaultDrawdown"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Drawdown
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Drawdown), value, "Must be above 0 and below 1.");
    } = DefaultDrawdown;

    /// <summary>The drawdown at or below which exposure is restored.</summary>
    /// <value>0 or more, below 1; not above <see cref="Drawdown"/> when a run starts. The default is <see cref="DefaultRecovery"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Recovery
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Recovery), value, "Must be 0 or more and below 1.");
    } = DefaultRecovery;

    /// <summary>What weights are multiplied by meanwhile.</summary>
    /// <value>0 to 1; at 0 nothing can recover, so that <see cref="RestartAfter"/> is needed. The default is <see cref="DefaultExposure"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Exposure
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Exposure), value, "Must be 0 to 1.");
    } = DefaultExposure;

    /// <summary>Trading days after which exposure is restored in any case; null for never.</summary>
    /// <value>1 or more, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? RestartAfter
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(RestartAfter), value, "Must be 1 or more, or null.");
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="Recovery"/> is above <see cref="Drawdown"/>, or <see cref="Exposure"/> is 0 without <see cref="RestartAfter"/>.</exception>
    public IOverlayRun Start()
    {
        if (Recovery > Drawdown) throw new InvalidOperationException(FormattableString.Invariant($"Exposure is restored at a drawdown of {Recovery} and cut above {Drawdown}: the first must not be above the second."));
        if (Exposure == 0 && RestartAfter is null) throw new InvalidOperationException("An exposure of 0 never recovers: set RestartAfter.");
        return new Run(this);
    }

    private sealed class Run(DrawdownSwitch rule) : IOverlayRun
    {
        private decimal _peak;
        private DateOnly? _since;

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            decimal value = context.Holdings.NetAssetValue;
            _peak = Math.Max(_peak, value);
            double drawdown = _peak > 0 ? 1 - (double)(value / _peak) : 0;
            if (_since is null && drawdown > rule.Drawdown)
            {
                _since = context.Today;
                draft.Log("reduced", drawdown, FormattableString.Invariant($"net asset value is {drawdown:P2} below its highest; weights × {rule.Exposure:0.##}"));
            }
            else if (_since is { } since)
            {
                bool isOver = rule.RestartAfter <= TradingDays.Since(context, since);
                if (drawdown <= rule.Recovery || isOver)
                {
                    _since = null;
                    if (drawdown > rule.Recovery) _peak = value;
                    draft.Log("restored", drawdown, drawdown <= rule.Recovery ? "the drawdown has recovered" : FormattableString.Invariant($"{rule.RestartAfter} trading days are over; the highest value is counted anew"));
                }
            }

            if (_since is not null) draft.Scale(rule.Exposure);
        }
    }
}
