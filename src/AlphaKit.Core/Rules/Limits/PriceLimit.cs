namespace AlphaKit;

/// <summary>The price limit 涨跌幅限制 of one share on one day.</summary>
/// <param name="Kind">What bounds the prices.</param>
/// <param name="Up">Allowed rise as a fraction of the base (0.10 is 10 %); null when unlimited. The base is the reference price, or the issue price for <see cref="PriceLimitKind.IssuePriceBand"/>.</param>
/// <param name="Down">Allowed fall as a fraction of the base; null when unlimited.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">The row that says so.</param>
public sealed record PriceLimit(PriceLimitKind Kind, decimal? Up, decimal? Down, PriceLimitReason Reason, RuleSource Source)
{
    /// <summary>True if prices are not bounded on this day.</summary>
    public bool IsUnlimited => Kind == PriceLimitKind.Unlimited;
}
