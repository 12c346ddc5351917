namespace AlphaKit.Portfolio;

/// <summary>
/// Sells single positions. A position that is stopped is asked for at 0 until it is gone, however long T+1, limits or a suspension take, also when its
/// price comes back meanwhile; then the name is not bought until <see cref="CoolDown"/> trading days after the stop are over.
/// </summary>
/// <remarks>
/// Prices are adjusted closes, so that a dividend is no loss. The purchase price is that of <see cref="EntryPrice"/> on the dealing day, averaged by
/// units over purchases; fees and slippage are not in it. Positions that a run begins with are taken at their price then.
/// </remarks>
public abstract record PositionStop : IOverlay
{
    /// <summary>Default of <see cref="CoolDown"/>.</summary>
    public const int DefaultCoolDown = 20;

    private const double Rounding = 1e-6;

    private protected PositionStop()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [.. ((Field[])[Field.AdjustedClose, EntryPrice]).Distinct()];

    /// <summary>Trading days after the stop during which the name is not bought.</summary>
    /// <value>0 to 1000. The default is <see cref="DefaultCoolDown"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int CoolDown
    {
        get;
        init => field = value is >= 0 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(CoolDown), value, "Must be 0 to 1000 trading days.");
    } = DefaultCoolDown;

    /// <summary>The adjusted price at which purchases count: that at which the run deals.</summary>
    /// <value><see cref="Field.AdjustedOpen"/> (the default), <see cref="Field.AdjustedVwap"/> or <see cref="Field.AdjustedClose"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The field is another one.</exception>
    public Field EntryPrice
    {
        get;
        init => field = value == Field.AdjustedOpen || value == Field.AdjustedVwap || value == Field.AdjustedClose
            ? value
            : throw new ArgumentOutOfRangeException(nameof(EntryPrice), value, "Must be the adjusted open, vwap or close.");
    } = Field.AdjustedOpen;

    /// <inheritdoc/>
    public IOverlayRun Start() => new Run(this);

    /// <summary>How far a position is below the price that the stop looks at.</summary>
    private protected abstract double FallOf(DecisionContext context, Symbol symbol, PositionBook.Entry entry);

    private protected abstract double Limit { get; }

    private protected abstract string Below { get; }

    private sealed class Run(PositionStop rule) : IOverlayRun
    {
        private readonly PositionBook _book = new(rule.EntryPrice);
        private readonly SortedDictionary<Symbol, DateOnly> _stopped = [];

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            _book.Observe(context);
            foreach ((Symbol symbol, PositionBook.Entry entry) in _book.Positions)
            {
                if (_stopped.ContainsKey(symbol)) continue;
                double fall = rule.FallOf(context, symbol, entry);
                if (fall < rule.Limit - Rounding) continue;
                _stopped[symbol] = context.Today;
                draft.Log("stopped", -fall, FormattableString.Invariant($"{fall:P2} below {rule.Below}, held since {entry.Since:yyyy-MM-dd}"), symbol);
            }

            foreach ((Symbol symbol, DateOnly since) in _stopped.ToArray())
            {
                bool isHeld = context.Holdings.Find(symbol) is { Shares: > 0 };
                if (!isHeld && TradingDays.Since(context, since) >= rule.CoolDown)
                {
                    _stopped.Remove(symbol);
                    draft.Log("released", double.NaN, FormattableString.Invariant($"sold, and {rule.CoolDown} trading days since the stop are over"), symbol);
                    continue;
                }

                draft.Scale(symbol, 0);
            }
        }
    }
}
