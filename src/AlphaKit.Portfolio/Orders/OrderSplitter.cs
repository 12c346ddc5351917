namespace AlphaKit.Portfolio;

/// <summary>Cuts a quantity into orders of which each is one that the exchange takes.</summary>
internal static class OrderSplitter
{
    /// <summary>The orders of a purchase, largest first; they sum to <paramref name="shares"/>.</summary>
    /// <param name="shares">A valid purchase, except that it may exceed the largest order.</param>
    /// <param name="rule">The order sizes.</param>
    public static List<long> Buy(long shares, OrderSizeRule rule) => Cut(shares, rule.FloorBuy(rule.MaxLimitOrder), rule.MinimumBuy);

    /// <summary>The orders of a sale, largest first; an odd remainder that ends the holding comes last.</summary>
    /// <param name="shares">A valid sale, except that it may exceed the largest order.</param>
    /// <param name="held">Shares held.</param>
    /// <param name="rule">The order sizes.</param>
    public static List<long> Sell(long shares, long held, OrderSizeRule rule) =>
        Cut(shares, rule.MaxLimitOrder / rule.Step * rule.Step, shares == held ? 1 : rule.OddLotThreshold);

    private static List<long> Cut(long shares, long largest, long smallest)
    {
        List<long> orders = [];
        while (shares > largest)
        {
            long rest = shares - largest;
            long order = rest < smallest ? largest - (smallest - rest) : largest;
            orders.Add(order);
            shares -= order;
        }

        orders.Add(shares);
        return orders;
    }
}
