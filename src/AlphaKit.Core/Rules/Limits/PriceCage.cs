namespace AlphaKit;

/// <summary>The price cage 价格笼子: how far a limit order of continuous trading may be priced beyond the reference (best opposite quote, last price).</summary>
/// <param name="Ratio">Allowed distance as a fraction of the reference.</param>
/// <param name="Ticks">Allowed distance in ticks where that is wider.</param>
/// <param name="Source">The row that says so.</param>
public sealed record PriceCage(decimal Ratio, int Ticks, RuleSource Source)
{
    /// <summary>Highest allowed buy price: max(reference × (1 + ratio), reference + ticks), rounded half up to the tick.</summary>
    /// <param name="reference">Reference price, positive.</param>
    /// <param name="tick">Price tick, positive.</param>
    public decimal HighestBuy(decimal reference, decimal tick)
    {
        Require(reference, tick);
        return Math.Max(PriceMath.HalfUp(reference * (1 + Ratio), tick), reference + (Ticks * tick));
    }

    /// <summary>Lowest allowed sell price: min(reference × (1 − ratio), reference − ticks), rounded half up to the tick, not below one tick.</summary>
    /// <param name="reference">Reference price, positive.</param>
    /// <param name="tick">Price tick, positive.</param>
    public decimal LowestSell(decimal reference, decimal tick)
    {
        Require(reference, tick);
        return Math.Max(tick, Math.Min(PriceMath.HalfUp(reference * (1 - Ratio), tick), reference - (Ticks * tick)));
    }

    private static void Require(decimal reference, decimal tick)
    {
        if (reference <= 0) throw new ArgumentOutOfRangeException(nameof(reference), reference, "Must be positive.");
        if (tick <= 0) throw new ArgumentOutOfRangeException(nameof(tick), tick, "Must be positive.");
    }
}
