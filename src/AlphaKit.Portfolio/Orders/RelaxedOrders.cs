namespace AlphaKit.Portfolio;

/// <summary>
/// The order problem without whole lots: values v that minimise Σ(v − target)² over what may be bought and sold, with
/// Σ cash taken ≤ cash at hand, fees at their marginal rates. With multiplier μ of the cash a name's best value is
/// target − μ·k/2, where k is the cash per yuan bought above the holding and per yuan sold below it; at the holding it rests in between.
/// Cash taken falls in μ, which bisection finds. Its optimum is a lower bound of every ticket's.
/// </summary>
internal static class RelaxedOrders
{
    private const int MostHalvings = 200;

    /// <summary>The best values, CNY, in the order of the names.</summary>
    /// <param name="names">The names.</param>
    /// <param name="cash">Cash that may be spent, CNY.</param>
    /// <param name="proceeds">Whether sales add to it.</param>
    public static double[] Solve(IReadOnlyList<TradableName> names, double cash, SaleProceeds proceeds)
    {
        double[] buy = [.. names.Select(n => n.CashPerYuan(TradeSide.Buy))];
        double[] sell = [.. names.Select(n => proceeds == SaleProceeds.Spend ? n.CashPerYuan(TradeSide.Sell) : 0)];
        double[] values = new double[names.Count];
        if (Set(0) <= cash) return values;
        double low = 0, high = 1;
        while (Set(high) > cash && high < 1e30) high *= 2;
        for (int i = 0; i < MostHalvings && high - low > 1e-15 * high; i++)
        {
            double middle = (low + high) / 2;
            if (Set(middle) > cash) low = middle;
            else high = middle;
        }

        Set(high);
        return values;

        double Set(double multiplier)
        {
            double taken = 0;
            for (int i = 0; i < values.Length; i++)
            {
                TradableName name = names[i];
                double held = name.Held * name.Price, bought = name.Target - (multiplier * buy[i] / 2), kept = name.Target - (multiplier * sell[i] / 2);
                double value = bought > held ? (name.CanBuy ? bought : held) : kept < held ? (name.CanSell ? Math.Max(kept, held - (name.Sellable * name.Price)) : held) : held;
                values[i] = value;
                taken += value > held ? (value - held) * buy[i] : (value - held) * sell[i];
            }

            return taken;
        }
    }
}
