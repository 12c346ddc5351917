namespace AlphaKit.Portfolio;

/// <summary>
/// Takes weight from the shares most bought on credit while margin accounts are thin (维持担保比例): when the market-wide maintenance ratio has fallen below
/// <see cref="Enter"/> and not yet risen above <see cref="Leave"/>, the <see cref="Fraction"/> of names with the highest financing balance / float market
/// cap are multiplied by <see cref="Exposure"/>.
/// </summary>
/// <remarks>
/// The maintenance ratio is one of accounts, there is none of a share: the input is a market-wide series, such as the securities finance corporation
/// publishes, and there is no default for its thresholds. Names are ranked over the members of the universe that have a ratio.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record MaintenanceThrottle : IOverlay
{
    /// <summary>Default of <see cref="Fraction"/>.</summary>
    public const double DefaultFraction = 0.2;

    /// <summary>Default of <see cref="Exposure"/>.</summary>
    public const double DefaultExposure = 0.5;

    private readonly MarketSeries _ratio;

    /// <summary>Makes the overlay.</summary>
    /// <param name="ratio">The market-wide maintenance ratio; 2.4 is 240 %.</param>
    public MaintenanceThrottle(MarketSeries ratio)
    {
        ArgumentNullException.ThrowIfNull(ratio);
        _ratio = ratio;
    }

    /// <inheritdoc/>
    public string Name => "maintenance throttle";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [Field.FinancingBalance, Field.FloatMarketCap];

    /// <summary>Below it accounts are thin.</summary>
    /// <value>Above 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 1.</exception>
    public required double Enter
    {
        get;
        init => field = value > 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Enter), value, "Must be finite and above 1.");
    }

    /// <summary>Above it they are not any more.</summary>
    /// <value>Above 1, not below <see cref="Enter"/> when a run starts.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 1.</exception>
    public required double Leave
    {
        get;
        init => field = value > 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Leave), value, "Must be finite and above 1.");
    }

    /// <summary>The part of the names that is throttled.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultFraction"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Fraction
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Fraction), value, "Must be above 0 and at most 1.");
    } = DefaultFraction;

    /// <summary>What their weights are multiplied by meanwhile.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultExposure"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Exposure
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Exposure), value, "Must be 0 to 1.");
    } = DefaultExposure;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="Leave"/> is below <see cref="Enter"/>.</exception>
    public IOverlayRun Start()
    {
        if (Leave < Enter) throw new InvalidOperationException(FormattableString.Invariant($"The throttle is entered below {Enter} and left above {Leave}: the second must not be below the first."));
        return new Run(this, new SeriesSwitch(_ratio, value => value < Enter, value => value > Leave));
    }

    private sealed class Run(MaintenanceThrottle rule, SeriesSwitch state) : IOverlayRun
    {
        private Symbol[] _throttled = [];

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            bool was = state.IsOn;
            double value = state.Update(context);
            if (!state.IsOn) _throttled = [];

            // The names are chosen anew when the strategy decides anew: in between nothing is traded for a change of rank.
            else if (!was || !draft.IsKept) _throttled = MostFinanced(context, rule.Fraction);
            if (state.IsOn != was) draft.Log(state.IsOn ? "entered" : "left", value, FormattableString.Invariant($"the maintenance ratio is {value:P0}; {_throttled.Length} names × {(state.IsOn ? rule.Exposure : 1):0.##}"));
            foreach (Symbol symbol in _throttled) draft.Scale(symbol, rule.Exposure);
        }

        private static Symbol[] MostFinanced(DecisionContext context, double fraction)
        {
            Clock clock = Field.FinancingBalance.KnownAt;
            int row = Newest.Index(context, clock);
            if (row < 0) return [];
            float[] balance = context.Past[Field.FinancingBalance].Row(row).ToArray(), cap = context.Past[Field.FloatMarketCap].Row(row).ToArray();
            bool[] members = context.Past.Members.Row(row).ToArray();
            (Symbol Symbol, double Ratio)[] ranked =
            [
                .. Enumerable.Range(0, balance.Length)
                    .Where(i => members[i] && double.IsFinite((double)balance[i] / cap[i]))
                    .Select(i => (context.Past.Symbols[i], (double)balance[i] / cap[i]))
                    .OrderByDescending(x => x.Item2).ThenBy(x => x.Item1),
            ];
            return [.. ranked.Take((int)Math.Floor((fraction * ranked.Length) + 1e-9)).Select(x => x.Symbol)];
        }
    }
}
