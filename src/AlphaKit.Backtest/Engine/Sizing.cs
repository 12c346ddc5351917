namespace AlphaKit.Backtest;

/// <summary>From weights and amounts to whole shares.</summary>
internal static class Sizing
{
    /// <summary>
    /// ⌊weight × net asset value / price⌋ in decimal arithmetic. A quotient in double is exact enough unless it comes close to a whole number;
    /// only then decimals decide.
    /// </summary>
    public static long SharesFor(double weight, long netAssetValue, long price)
    {
        double shares = weight * netAssetValue / price;
        if (shares < 1e10)
        {
            long whole = (long)shares;
            double part = shares - whole;
            if (part is > 1e-3 and < 1 - 1e-3) return whole;
        }

        return (long)((decimal)weight * netAssetValue / price);
    }

    /// <summary>Value / price, cut to whole shares.</summary>
    public static long SharesForValue(decimal value, long price) => price == 0 ? 0 : (long)(value * PriceUnits.PerYuan / price);

    /// <summary>As <see cref="OrderSizeRule.FloorBuy"/>, by a shorter division where the numbers are small.</summary>
    public static long FloorBuy(OrderSizeRule size, long shares)
    {
        if (shares < size.MinimumBuy) return 0;
        long above = shares - size.MinimumBuy;
        return size.MinimumBuy + Floor(above, size.Step);
    }

    /// <summary>As <see cref="OrderSizeRule.FloorSell"/>, likewise.</summary>
    public static long FloorSell(OrderSizeRule size, long shares, long held)
    {
        if (shares >= held) return held;
        long floored = Floor(shares, size.Step);
        return floored >= size.OddLotThreshold ? floored : 0;
    }

    /// <summary>The next order of a quantity above the board's largest; what is left after it is again a valid order.</summary>
    /// <param name="left">Shares left.</param>
    /// <param name="size">The board's sizes.</param>
    /// <param name="least">Smallest order that may come last; 0 when a holding is sold out, whose odd rest may leave in one order.</param>
    public static long NextPart(long left, OrderSizeRule size, long least)
    {
        if (left <= size.MaxLimitOrder) return left;
        long most = Floor(size.MaxLimitOrder, size.Step);
        return left - most >= least ? most : left - least;
    }

    private static long Floor(long shares, long step) =>
        step == 1 ? shares : (ulong)shares <= uint.MaxValue && step <= uint.MaxValue ? (uint)shares / (uint)step * (uint)step : shares / step * step;
}
