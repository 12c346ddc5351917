namespace AlphaKit;

/// <summary>The limit prices 涨停价、跌停价 of one share on one day, in its currency.</summary>
/// <param name="Up">Highest allowed price; null on a day without a limit.</param>
/// <param name="Down">Lowest allowed price; null on a day without a limit.</param>
public readonly record struct LimitPrices(decimal? Up, decimal? Down)
{
    /// <summary>True if <paramref name="price"/> is within the limits, both included.</summary>
    /// <param name="price">The price.</param>
    public bool Allows(decimal price) => !(price > Up) && !(price < Down);

    /// <summary>True if <paramref name="price"/> is at or above the upper limit; false on a day without one.</summary>
    /// <param name="price">The price.</param>
    public bool IsAtUp(decimal price) => price >= Up;

    /// <summary>True if <paramref name="price"/> is at or below the lower limit; false on a day without one.</summary>
    /// <param name="price">The price.</param>
    public bool IsAtDown(decimal price) => price <= Down;
}
