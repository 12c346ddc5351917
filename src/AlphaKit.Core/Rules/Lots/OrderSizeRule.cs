namespace AlphaKit;

/// <summary>
/// The order sizes 申报数量 of a board, in shares. A purchase is at least <see cref="MinimumBuy"/> and beyond that a whole number of
/// <see cref="Step"/>s; a sale is a whole number of steps of at least <see cref="OddLotThreshold"/> shares, or everything that is held
/// (so that an odd remainder leaves in one order).
/// </summary>
/// <param name="MinimumBuy">Smallest purchase.</param>
/// <param name="Step">Step of purchases and of sales that leave something behind.</param>
/// <param name="OddLotThreshold">A holding below this can only be sold in one order.</param>
/// <param name="MaxLimitOrder">Largest limit order. Larger quantities need several orders; the methods of this rule do not bound the quantity by it.</param>
/// <param name="MaxMarketOrder">Largest market order.</param>
/// <param name="Source">The row that says so.</param>
public sealed record OrderSizeRule(long MinimumBuy, long Step, long OddLotThreshold, long MaxLimitOrder, long MaxMarketOrder, RuleSource Source)
{
    /// <summary>The largest valid purchase of at most <paramref name="shares"/>; 0 if that is below the minimum.</summary>
    /// <param name="shares">Shares wanted, not negative.</param>
    public long FloorBuy(long shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shares);
        return shares < MinimumBuy ? 0 : MinimumBuy + ((shares - MinimumBuy) / Step * Step);
    }

    /// <summary>The largest valid sale of at most <paramref name="shares"/> out of <paramref name="held"/>; 0 if there is none.</summary>
    /// <param name="shares">Shares wanted, not negative; more than is held means everything.</param>
    /// <param name="held">Shares that can be sold, not negative.</param>
    public long FloorSell(long shares, long held)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shares);
        ArgumentOutOfRangeException.ThrowIfNegative(held);
        if (shares >= held) return held;
        long floored = shares / Step * Step;
        return floored >= OddLotThreshold ? floored : 0;
    }

    /// <summary>True if this many shares can be bought.</summary>
    /// <param name="shares">Shares.</param>
    public bool IsValidBuy(long shares) => shares >= MinimumBuy && (shares - MinimumBuy) % Step == 0;

    /// <summary>True if this many shares can be sold out of <paramref name="held"/>.</summary>
    /// <param name="shares">Shares.</param>
    /// <param name="held">Shares that can be sold.</param>
    public bool IsValidSell(long shares, long held) =>
        shares > 0 && shares <= held && (shares == held || (shares >= OddLotThreshold && shares % Step == 0));
}
