namespace AlphaKit.Portfolio;

/// <summary>Sells a position that has fallen <see cref="Fall"/> or more below its highest adjusted close since the purchase (移动止损).</summary>
/// <inheritdoc cref="PositionStop" path="/remarks"/>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record TrailingStop : PositionStop
{
    /// <summary>Default of <see cref="Fall"/>.</summary>
    public const double DefaultFall = 0.10;

    /// <inheritdoc/>
    public override string Name => "trailing stop";

    /// <summary>The fall at which is sold, as a part of the highest close; the purchase price counts as one.</summary>
    /// <value>Above 0, below 1. The default is <see cref="DefaultFall"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Fall
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Fall), value, "Must be above 0 and below 1.");
    } = DefaultFall;

    private protected override double Limit => Fall;

    private protected override string Below => "its highest close";

    private protected override double FallOf(DecisionContext context, Symbol symbol, PositionBook.Entry entry) => 1 - (entry.Price / PositionBook.Peak(context, symbol, entry));
}
