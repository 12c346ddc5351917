namespace AlphaKit.Portfolio.Tests.Orders;

/// <summary>
/// The best plan by depth-first enumeration of every trade that could matter: for each name all valid trades from doing nothing to one lot past the
/// target, both ways, with the remaining names' least possible misses as bound. For boards with steps of 100 shares only.
/// </summary>
internal static class BruteForce
{
    private sealed record Option(double Miss, decimal Cash);

    /// <summary>The least Σ(value − target)² over the names with a quote.</summary>
    public static double LeastMiss(OrderProblem problem, OrderPlan plan)
    {
        List<List<Option>> names = [];
        foreach (OrderQuote quote in problem.Quotes)
        {
            double weight = problem.Weights.FirstOrDefault(w => w.Key == quote.Symbol).Value;
            Holding? holding = problem.Holdings.Find(quote.Symbol);
            if (weight == 0 && holding is null) continue;
            names.Add([.. Options(problem, quote, holding, weight * (double)plan.NetAssetValue).OrderBy(o => o.Miss)]);
        }

        double[] rest = new double[names.Count + 1];
        for (int i = names.Count - 1; i >= 0; i--) rest[i] = rest[i + 1] + names[i][0].Miss;
        decimal[] frees = new decimal[names.Count + 1];
        for (int i = names.Count - 1; i >= 0; i--) frees[i] = frees[i + 1] + names[i].Min(o => o.Cash);
        double best = double.PositiveInfinity;
        Visit(0, 0, problem.Holdings.Cash - problem.Options.CashReserve);
        return best;

        void Visit(int i, double miss, decimal cash)
        {
            if (miss + rest[i] >= best || cash < frees[i]) return;
            if (i == names.Count)
            {
                best = miss;
                return;
            }

            foreach (Option option in names[i]) Visit(i + 1, miss + option.Miss, cash - option.Cash);
        }
    }

    private static IEnumerable<Option> Options(OrderProblem problem, OrderQuote quote, Holding? holding, double target)
    {
        long held = holding?.Shares ?? 0, free = holding?.Sellable ?? 0;
        double price = (double)quote.Price;
        yield return Of(0, 0m);
        if (quote.State != QuoteState.Trading) yield break;
        decimal tolerance = problem.Options.PriceTolerance;
        decimal high = Math.Ceiling(quote.Price * (1 + tolerance) * 100) / 100, low = Math.Floor(quote.Price * (1 - tolerance) * 100) / 100;
        if (quote.Limits.Up is { } up) high = Math.Min(high, up);
        if (quote.Limits.Down is { } down) low = Math.Max(low, down);
        if (!(quote.Price >= quote.Limits.Up))
        {
            for (long shares = 100; (held + shares - 100) * price <= target; shares += 100)
                yield return Of(shares, (shares * high) + Fees(TradeSide.Buy, shares, high));
        }

        if (quote.Price <= quote.Limits.Down) yield break;
        for (long shares = 100; shares <= free; shares += 100)
        {
            decimal cash = Fees(TradeSide.Sell, shares, low) - (shares * low);
            if (cash < 0) yield return Of(-shares, problem.Options.Proceeds == SaleProceeds.Keep ? 0 : cash);
        }

        if (free == held && held % 100 != 0)
        {
            decimal cash = Fees(TradeSide.Sell, held, low) - (held * low);
            if (cash < 0) yield return Of(-held, problem.Options.Proceeds == SaleProceeds.Keep ? 0 : cash);
        }

        Option Of(long trade, decimal cash) => new((((held + trade) * price) - target) * (((held + trade) * price) - target), cash);
        decimal Fees(TradeSide side, long shares, decimal at) =>
            problem.Options.Fees.Charge(new FeeRequest(quote.Symbol, OrderProblem.Day, side, shares * at, shares)).Total;
    }
}
