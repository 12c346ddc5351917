using System.Text;

namespace AlphaKit.Portfolio.Tests.Orders;

/// <summary>A target, an account and quotes, and a checker written from the rules' text: it knows nothing of the planner.</summary>
internal sealed class OrderProblem
{
    public static readonly DateOnly Day = new(2024, 3, 11);

    public required IReadOnlyList<KeyValuePair<Symbol, double>> Weights { get; init; }

    public required Holdings Holdings { get; init; }

    public required IReadOnlyList<OrderQuote> Quotes { get; init; }

    public OrderOptions Options { get; init; } = new();

    public OrderPlan Plan() => OrderPlanner.Plan(TargetWeights.From(Weights), Holdings, Quotes, Day, Options);

    /// <summary>A random problem over all four boards, with odd lots, locked shares, suspensions, locked limits, fees and tight or ample cash.</summary>
    public static OrderProblem Random(ulong seed, int names, decimal netAssetValue, double trouble = 0.12)
    {
        RandomStream random = RandomStream.Create(seed, "orders");
        List<KeyValuePair<Symbol, double>> weights = [];
        List<Holding> positions = [];
        List<OrderQuote> quotes = [];
        double[] wanted = Shares(random, names), held = Shares(random, names);
        double invested = random.NextInt32(3) == 0 ? 1 : 0.5 + (0.5 * random.NextDouble()), drifted = random.NextInt32(4) == 0 ? 0 : random.NextDouble();
        decimal left = netAssetValue;
        for (int i = 0; i < names; i++)
        {
            int code = i + random.NextInt32(4) switch { 0 => 688_001, 1 => 300_001, 2 => 1, _ => 600_001 };
            Symbol symbol = Symbol.From(code, code >= 600_000 ? Exchange.Shanghai : Exchange.Shenzhen);
            decimal price = Math.Max(1m, Math.Round((decimal)(12 * Math.Exp(0.7 * random.NextNormal())), 2));
            long shares = (long)((decimal)(held[i] * drifted) * netAssetValue / price);
            if (random.NextInt32(2) == 0) shares = shares / 100 * 100;
            shares = Math.Min(shares, (long)(left / price));
            if (shares > 0)
            {
                long free = random.NextDouble() < trouble ? random.NextInt32((int)Math.Min(int.MaxValue - 1, shares) + 1) : shares;
                positions.Add(new Holding(symbol, shares, free, price));
                left -= shares * price;
            }

            LimitPrices limits = default;
            if (random.NextInt32(2) == 0) limits = new LimitPrices(Math.Round(price * 1.1m, 2), Math.Round(price * 0.9m, 2));
            if (random.NextDouble() < trouble / 2) limits = new LimitPrices(price, Math.Round(price * 0.8m, 2));
            if (random.NextDouble() < trouble / 2) limits = new LimitPrices(Math.Round(price * 1.2m, 2), price);
            QuoteState state = random.NextDouble() < trouble / 2 ? QuoteState.Suspended : random.NextDouble() < trouble / 4 ? QuoteState.NotListed : QuoteState.Trading;
            if (random.NextDouble() >= trouble / 4) quotes.Add(new OrderQuote(symbol, price, limits, state));
            weights.Add(new(symbol, wanted[i] * invested));
        }

        return new OrderProblem
        {
            Weights = weights,
            Holdings = new Holdings(left, random.NextInt32(5) == 0 ? 1000m : 0m, positions),
            Quotes = quotes,
            Options = new OrderOptions
            {
                Fees = random.NextInt32(3) switch { 0 => AShareFees.Retail, 1 => AShareFees.Institutional, _ => FeeSchedules.PerSide(0.002m) },
                Proceeds = random.NextInt32(4) == 0 ? SaleProceeds.Keep : SaleProceeds.Spend,
                PriceTolerance = random.NextInt32(3) == 0 ? 0.02m : 0m,
                CashReserve = random.NextInt32(4) == 0 ? Math.Min(left, 0.01m * netAssetValue) : 0m,
            },
        };
    }

    /// <summary>Everything that is wrong with a plan; empty when nothing is.</summary>
    public string Faults(OrderPlan plan)
    {
        StringBuilder faults = new();
        Dictionary<Symbol, OrderQuote> quotes = Quotes.ToDictionary(q => q.Symbol);
        Dictionary<Symbol, long> bought = [], sold = [];
        decimal cash = Holdings.Cash;
        bool buying = false;
        foreach (PlannedOrder order in plan.Orders)
        {
            (long minimum, long step, long most) = order.Symbol.Code[..3] switch
            {
                "688" => (200L, 1L, 100_000L),
                "300" => (100L, 100L, 300_000L),
                _ => (100L, 100L, 1_000_000L),
            };
            string what = $"{order}: ";
            Holding? holding = Holdings.Find(order.Symbol);
            if (!quotes.TryGetValue(order.Symbol, out OrderQuote? quote)) { faults.AppendLine(what + "no quote"); continue; }
            if (quote.State != QuoteState.Trading) faults.AppendLine(what + "does not trade");
            if (order.Shares <= 0 || order.Shares > most) faults.AppendLine(what + "size");
            if (order.LimitPrice * 100 != decimal.Truncate(order.LimitPrice * 100)) faults.AppendLine(what + "tick");
            if (quote.Limits.Up is { } up && order.LimitPrice > up) faults.AppendLine(what + "above the limit");
            if (quote.Limits.Down is { } down && order.LimitPrice < down) faults.AppendLine(what + "below the limit");
            decimal fees = Options.Fees.Charge(new FeeRequest(order.Symbol, Day, order.Side, order.Shares * order.LimitPrice, order.Shares)).Total;
            if (order.Side == TradeSide.Buy)
            {
                buying = true;
                if (quote.Limits.Up is { } top && quote.Price >= top) faults.AppendLine(what + "bought at the upper limit");
                if (order.Shares < minimum || order.Shares % step != 0) faults.AppendLine(what + "no valid purchase");
                if (order.LimitPrice < order.Price) faults.AppendLine(what + "limit below price");
                bought[order.Symbol] = bought.GetValueOrDefault(order.Symbol) + order.Shares;
                cash -= (order.Shares * order.LimitPrice) + fees;
                if (cash < Options.CashReserve) faults.AppendLine(what + $"cash {cash}");
            }
            else
            {
                if (buying) faults.AppendLine(what + "a sale after a purchase");
                if (quote.Limits.Down is { } bottom && quote.Price <= bottom) faults.AppendLine(what + "sold at the lower limit");
                long before = sold.GetValueOrDefault(order.Symbol), rest = (holding?.Shares ?? 0) - before - order.Shares;
                if (order.Shares + before > (holding?.Sellable ?? 0)) faults.AppendLine(what + "more than can be sold");
                if (rest != 0 && (order.Shares < minimum || order.Shares % step != 0)) faults.AppendLine(what + "an odd lot that is not the last");
                sold[order.Symbol] = before + order.Shares;
                cash += (order.Shares * order.LimitPrice) - fees;
            }
        }

        foreach (Symbol symbol in bought.Keys.Intersect(sold.Keys)) faults.AppendLine($"{symbol} is bought and sold");
        if (cash != plan.CashAfter) faults.AppendLine($"cash after is {plan.CashAfter}, not {cash}");
        decimal spent = plan.Orders.Where(o => o.Side == TradeSide.Buy).Sum(o => o.Amount + o.Fees);
        if (Options.Proceeds == SaleProceeds.Keep && spent > Holdings.Cash - Options.CashReserve) faults.AppendLine("proceeds are spent");

        // A name that ends more than one smallest order away from its target has a reason.
        foreach (Symbol symbol in Weights.Select(w => w.Key).Union(Holdings.Positions.Select(p => p.Symbol)))
        {
            decimal price = quotes.TryGetValue(symbol, out OrderQuote? quote) ? quote.Price : 0;
            if (price == 0) continue;
            double target = Weights.FirstOrDefault(w => w.Key == symbol).Value * (double)plan.NetAssetValue;
            long after = (Holdings.Find(symbol)?.Shares ?? 0) + bought.GetValueOrDefault(symbol) - sold.GetValueOrDefault(symbol);
            long lot = symbol.Code[..3] == "688" ? 200 : 100;
            if (Math.Abs((after * (double)price) - target) > 1.0001 * lot * (double)price && !plan.Unplaced.Any(u => u.Symbol == symbol))
            {
                // Sold further to pay for others: nothing of it is unplaced.
                bool soldMore = sold.ContainsKey(symbol) && after * (double)price < target;
                if (!soldMore) faults.AppendLine($"{symbol} is {(after * (double)price) - target:F0} CNY off its target without a reason");
            }
        }

        return faults.ToString();
    }

    private static double[] Shares(RandomStream random, int names)
    {
        double[] raw = [.. Enumerable.Range(0, names).Select(_ => random.NextInt32(4) == 0 ? 0 : random.NextExponential() + 0.05)];
        double sum = raw.Sum();
        return sum == 0 ? raw : [.. raw.Select(r => r / sum)];
    }
}
