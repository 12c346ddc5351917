namespace AlphaKit.Portfolio;

/// <summary>
/// Trades by thresholds on a signal: above <see cref="BuyAbove"/> a share is bought, below <see cref="SellBelow"/> it is sold, in between what is held
/// is kept and nothing bought. Shares are bought at <see cref="MaxWeight"/> each, the strongest signal first, while the invested share lasts.
/// </summary>
/// <remarks>
/// A holding keeps its drifted weight, cut to <see cref="MaxWeight"/> where it has grown above it; one that says Buy is not topped up. A held share
/// without a signal is held. What cannot be sold stays, and counts.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record SignalPortfolio : ITargetSource
{
    /// <summary>Default of <see cref="BuyAbove"/>.</summary>
    public const double DefaultBuyAbove = 0.6;

    /// <summary>Default of <see cref="SellBelow"/>.</summary>
    public const double DefaultSellBelow = 0.4;

    /// <summary>Default of <see cref="MaxWeight"/>.</summary>
    public const double DefaultMaxWeight = 0.03;

    private readonly TodayView _view;

    /// <summary>Makes the construction.</summary>
    /// <param name="signal">The signal, for example <see cref="CompositeSignal.Of"/>.</param>
    /// <param name="coverage">
    /// What the market covers: where suspensions (<see cref="Field.IsSuspended"/>) are not covered they are not looked at. Null, the default, is
    /// a market that tells them.
    /// </param>
    public SignalPortfolio(Scores signal, MarketCoverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(signal);
        _view = new TodayView(signal, coverage);
        Name = $"thresholds on {signal.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <inheritdoc/>
    public Universe Universe { get; init; } = Universe.AShares;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => Pool.Fields(_view, Filter, null);

    /// <summary>A signal above it buys.</summary>
    /// <value>Finite, not below <see cref="SellBelow"/> when it decides. The default is <see cref="DefaultBuyAbove"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double BuyAbove
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(BuyAbove), value, "Must be finite.");
    } = DefaultBuyAbove;

    /// <summary>A signal below it sells.</summary>
    /// <value>Finite, not above <see cref="BuyAbove"/> when it decides. The default is <see cref="DefaultSellBelow"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double SellBelow
    {
        get;
        init => field = double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(SellBelow), value, "Must be finite.");
    } = DefaultSellBelow;

    /// <summary>The weight at which a share is bought, and the highest it may have.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxWeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(MaxWeight));
    } = DefaultMaxWeight;

    /// <summary>The most that is invested; nothing is bought beyond it.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(Invested));
    } = 1;

    /// <summary>Which names may be bought at the trade; null for all.</summary>
    /// <value>The default is null.</value>
    public SelectionFilter? Filter { get; init; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="SellBelow"/> is above <see cref="BuyAbove"/>.</exception>
    public TargetWeights Decide(DecisionContext context)
    {
        if (SellBelow > BuyAbove) throw new InvalidOperationException(FormattableString.Invariant($"'{Name}' sells below {SellBelow} and buys above {BuyAbove}: the first must not be above the second."));
        Today today = _view.At(context);
        if (today.ReasonToKeep is { } reason) return TargetWeights.Keep(reason);
        Dictionary<Symbol, double> weights = [];
        double used = 0;
        foreach (NameToday name in today.Names)
        {
            if (!name.IsHeld) continue;
            bool isSold = name.IsScored && CompositeSignal.Read(name.Score, BuyAbove, SellBelow) == TradeSignal.Sell;
            double weight = Math.Max(name.Unsellable, isSold ? 0 : Math.Min(name.Drifted, MaxWeight));
            weights[name.Symbol] = weight;
            used += weight;
        }

        IEnumerable<NameToday> bought = Pool.Candidates(today, context, Filter, null)
            .Where(n => !n.IsHeld && CompositeSignal.Read(n.Score, BuyAbove, SellBelow) == TradeSignal.Buy)
            .OrderByDescending(n => n.Score).ThenBy(n => n.Symbol);
        foreach (NameToday name in bought)
        {
            double weight = Math.Min(MaxWeight, Invested - used);
            if (!(weight > 1e-12)) break;
            weights[name.Symbol] = weight;
            used += weight;
        }

        return TargetWeights.From(weights);
    }
}
