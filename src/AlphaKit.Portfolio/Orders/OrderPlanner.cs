using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>
/// Turns target weights into orders that a broker can take: whole lots under the cash, the sellable quantities, the order sizes of each board and
/// date, limits and suspensions, with minimum commissions; sales before purchases.
/// </summary>
/// <remarks>
/// <para>Objective: the lots minimise Σ (value after − target weight × net asset value)² over the names that can be traded, subject to
/// Σ cash taken ≤ cash − <see cref="OrderOptions.CashReserve"/>, all fees included. The search is a heuristic (rounding of the relaxed optimum,
/// repair, exchange moves); how far it can be from the best is bounded by <see cref="OrderGap"/>.</para>
/// <para>A sale that leaves something behind keeps to the board's step, even where it is all that may be sold today; an odd remainder is sold with the
/// whole holding.</para>
/// </remarks>
public static class OrderPlanner
{
    /// <summary>Plans the orders of a day.</summary>
    /// <param name="target">The wanted weights of net asset value. A target that keeps the holdings gives a plan without orders and its reason.</param>
    /// <param name="holdings">Cash and positions before the day.</param>
    /// <param name="quotes">A quote of every name wanted or held, in any order; others are ignored. A name without quote is not traded.</param>
    /// <param name="tradingDay">The day on which the orders are dealt; its order sizes and fees hold.</param>
    /// <param name="options">How; null for <see cref="OrderOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the planning.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A quote comes twice or has no positive price, a holding is negative, or the net asset value is not positive.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook does not cover a share and day.</exception>
    public static OrderPlan Plan(
        TargetWeights target,
        Holdings holdings,
        IEnumerable<OrderQuote> quotes,
        DateOnly tradingDay,
        OrderOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(holdings);
        ArgumentNullException.ThrowIfNull(quotes);
        options ??= OrderOptions.Default;
        Dictionary<Symbol, OrderQuote> bySymbol = Index(quotes);
        decimal netAssetValue = holdings.Cash + holdings.Receivables;
        foreach (Holding position in holdings.Positions)
        {
            if (position.Shares < 0) throw new ArgumentException($"{position.Symbol} is held with {position.Shares} shares: short positions cannot be planned.", nameof(holdings));
            netAssetValue += position.Shares * (bySymbol.TryGetValue(position.Symbol, out OrderQuote? quote) ? quote.Price : position.Price);
        }

        if (netAssetValue <= 0) throw new ArgumentException($"The net asset value is {netAssetValue}: it must be positive.", nameof(holdings));
        if (target.KeepReason is { } keep) return OrderPlan.Keep(tradingDay, holdings.Cash, netAssetValue, keep);

        List<TradableName> names = [];
        List<UnplacedOrder> unplaced = [];
        foreach (Symbol symbol in target.Items.Select(w => w.Key).Concat(holdings.Positions.Where(p => p.Shares > 0).Select(p => p.Symbol)).Distinct().Order())
        {
            Holding? holding = holdings.Find(symbol);
            double weight = target[symbol];
            if (bySymbol.TryGetValue(symbol, out OrderQuote? quote)) names.Add(new TradableName(quote, holding, weight, netAssetValue, tradingDay, options));
            else if (WithoutQuote(symbol, holding, weight, netAssetValue) is { } missing) unplaced.Add(missing);
        }

        decimal cash = holdings.Cash - options.CashReserve;
        double[] relaxed = RelaxedOrders.Solve(names, (double)cash, options.Proceeds);
        long[] trades = LotSearch.Run(names, relaxed, cash, options.Proceeds, cancellationToken);
        for (int i = 0; i < names.Count; i++)
        {
            if (WhyNot(names[i], trades[i]) is { } missing) unplaced.Add(missing);
        }

        unplaced.Sort((a, b) => a.Symbol.CompareTo(b.Symbol));
        return new OrderPlan(tradingDay, holdings.Cash, netAssetValue, names, trades, relaxed, unplaced);
    }

    private static Dictionary<Symbol, OrderQuote> Index(IEnumerable<OrderQuote> quotes)
    {
        Dictionary<Symbol, OrderQuote> bySymbol = [];
        foreach (OrderQuote quote in quotes)
        {
            if (quote.Symbol.IsNone) throw new ArgumentException("A quote names no symbol.", nameof(quotes));
            if (quote.Price <= 0) throw new ArgumentException($"The price of {quote.Symbol} is {quote.Price}: it must be positive.", nameof(quotes));
            if (!Enum.IsDefined(quote.State)) throw new ArgumentException($"The state of {quote.Symbol} is {quote.State}: it must be a named one.", nameof(quotes));
            if (!bySymbol.TryAdd(quote.Symbol, quote)) throw new ArgumentException($"{quote.Symbol} has two quotes.", nameof(quotes));
        }

        return bySymbol;
    }

    private static UnplacedOrder? WithoutQuote(Symbol symbol, Holding? holding, double weight, decimal netAssetValue)
    {
        long held = holding?.Shares ?? 0;
        decimal price = holding?.Price ?? 0m;
        long wanted = price > 0 ? (long)((decimal)weight * netAssetValue / price) - held : weight == 0 ? -held : 0;
        return weight == 0 && held == 0
            ? null
            : new UnplacedOrder(symbol, wanted < 0 ? TradeSide.Sell : TradeSide.Buy, Math.Abs(wanted), 0, UnplacedReason.NoPrice, "no quote was given for it");
    }

    private static UnplacedOrder? WhyNot(TradableName name, long trade)
    {
        long wanted = name.Wanted;
        if (wanted == 0) return null;
        bool isSale = wanted < 0;
        long size = Math.Abs(wanted), placed = Math.Sign(trade) == Math.Sign(wanted) ? Math.Abs(trade) : 0;
        UnplacedOrder Because(UnplacedReason reason, FormattableString detail) =>
            new(name.Symbol, isSale ? TradeSide.Sell : TradeSide.Buy, size, placed, reason, detail.ToString(CultureInfo.InvariantCulture));

        if (name.Quote.State == QuoteState.Suspended) return Because(UnplacedReason.Suspended, $"it does not trade");
        if (name.Quote.State == QuoteState.NotListed) return Because(UnplacedReason.NotListed, $"it is not listed on the day");
        if (!isSale && !name.CanBuy) return Because(UnplacedReason.AtUpperLimit, $"{name.Quote.Price} at the upper limit {name.Quote.Limits.Up}");
        if (isSale && !name.CanSell) return Because(UnplacedReason.AtLowerLimit, $"{name.Quote.Price} at the lower limit {name.Quote.Limits.Down}");
        if (isSale && name.Sellable < size) return Because(UnplacedReason.NotSellable, $"{name.Sellable} of {name.Held} shares can be sold today");
        long rounded = Math.Abs(name.Nearest(name.WantedExactly));
        if (rounded == 0)
        {
            // A change of less than half a lot of what stays in the portfolio is rounding, not an order.
            bool isRounding = name.Held > 0 && name.Target > 0 && size < name.Rule.MinimumBuy;
            return isRounding ? null : Because(
                UnplacedReason.BelowSmallestOrder,
                $"the smallest {(isSale ? "sale" : "purchase")} is {(isSale ? name.Rule.OddLotThreshold : name.Rule.MinimumBuy)} shares at {name.Quote.Price}");
        }

        if (placed >= rounded) return null;
        if (isSale && name.CashFor(-rounded) >= 0) return Because(UnplacedReason.FeesExceedProceeds, $"{rounded} shares bring in {rounded * name.SellLimit:F2}, less than the fees");
        return Because(UnplacedReason.Cash, $"{rounded} shares would be nearest; the cash allows {placed}");
    }
}
