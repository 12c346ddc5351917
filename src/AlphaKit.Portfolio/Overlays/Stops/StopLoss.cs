namespace AlphaKit.Portfolio;

/// <summary>Sells a position that has lost <see cref="Loss"/> or more against its purchase price (止损). A gain of any size is no reason to sell.</summary>
/// <inheritdoc cref="PositionStop" path="/remarks"/>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record StopLoss : PositionStop
{
    /// <summary>Default of <see cref="Loss"/>.</summary>
    public const double DefaultLoss = 0.10;

    /// <inheritdoc/>
    public override string Name => "stop loss";

    /// <summary>The loss at which is sold, as a part of the purchase price.</summary>
    /// <value>Above 0, below 1. The default is <see cref="DefaultLoss"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Loss
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Loss), value, "Must be above 0 and below 1.");
    } = DefaultLoss;

    private protected override double Limit => Loss;

    private protected override string Below => "its purchase price";

    private protected override double FallOf(DecisionContext context, Symbol symbol, PositionBook.Entry entry) => 1 - (entry.Price / entry.Cost);
}
