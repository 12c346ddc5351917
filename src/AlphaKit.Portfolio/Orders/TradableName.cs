namespace AlphaKit.Portfolio;

/// <summary>
/// One name of an order problem. A trade is a signed number of shares: purchases above zero, sales below. Only trades of the set of valid ones
/// are asked for: 0, the sales that the board and the sellable quantity allow, the purchases that the board allows.
/// </summary>
internal sealed class TradableName
{
    private readonly IFeeSchedule _fees;
    private readonly DateOnly _date;

    public TradableName(OrderQuote quote, Holding? holding, double weight, decimal netAssetValue, DateOnly date, OrderOptions options)
    {
        _fees = options.Fees;
        _date = date;
        Quote = quote;
        Held = holding?.Shares ?? 0;
        Sellable = Math.Clamp(holding?.Sellable ?? 0, 0, Held);
        Price = (double)quote.Price;
        Target = weight * (double)netAssetValue;
        Rule = options.Rules.OrderSizeOn(quote.Symbol, date);
        CanBuy = quote.State == QuoteState.Trading && !quote.Limits.IsAtUp(quote.Price);
        CanSell = quote.State == QuoteState.Trading && !quote.Limits.IsAtDown(quote.Price);
        decimal tick = options.Rules.TickOn(quote.Symbol, date);
        BuyLimit = Math.Ceiling(quote.Price * (1 + options.PriceTolerance) / tick) * tick;
        if (quote.Limits.Up is { } up && BuyLimit > up) BuyLimit = Math.Max(up, quote.Price);
        SellLimit = Math.Max(Math.Floor(quote.Price * (1 - options.PriceTolerance) / tick) * tick, tick);
        if (quote.Limits.Down is { } down && SellLimit < down) SellLimit = Math.Min(down, quote.Price);
    }

    public OrderQuote Quote { get; }

    public Symbol Symbol => Quote.Symbol;

    /// <summary>Shares held.</summary>
    public long Held { get; }

    /// <summary>Shares that may be sold, at most <see cref="Held"/>.</summary>
    public long Sellable { get; }

    public double Price { get; }

    /// <summary>The wanted value, CNY.</summary>
    public double Target { get; }

    public OrderSizeRule Rule { get; }

    public bool CanBuy { get; }

    public bool CanSell { get; }

    public decimal BuyLimit { get; }

    public decimal SellLimit { get; }

    /// <summary>The trade that would reach the target to the share, towards zero. A target of nothing sells everything.</summary>
    public long Wanted => Target == 0 ? -Held : Saturate((Target / Price) - Held);

    /// <summary>The trade that would reach the target exactly.</summary>
    public double WantedExactly => (Target / Price) - Held;

    /// <summary>(value after the trade − target)², CNY².</summary>
    /// <param name="trade">The trade.</param>
    public double Miss(long trade)
    {
        double miss = ((Held + trade) * Price) - Target;
        return miss * miss;
    }

    /// <summary>The largest valid trade that is not above a number; null if there is none.</summary>
    /// <param name="trade">Any signed number of shares.</param>
    public long? AtMost(long trade)
    {
        if (trade >= 0) return CanBuy ? Rule.FloorBuy(trade) : 0;
        if (!CanSell) return null;
        long sale = -trade, whole = CeilingTo(Math.Max(sale, Rule.OddLotThreshold), Rule.Step);
        if (whole <= Sellable) return -whole;
        return Sellable == Held && Held >= sale ? -Held : null;
    }

    /// <summary>The smallest valid trade that is not below a number; null if there is none.</summary>
    /// <param name="trade">Any signed number of shares.</param>
    public long? AtLeast(long trade)
    {
        if (trade <= 0) return CanSell ? -Rule.FloorSell(Math.Min(-trade, Sellable), Held) : 0;
        if (!CanBuy) return null;
        return trade <= Rule.MinimumBuy ? Rule.MinimumBuy : Rule.MinimumBuy + CeilingTo(trade - Rule.MinimumBuy, Rule.Step);
    }

    /// <summary>The valid trade nearest to a number; the smaller one of two equally near.</summary>
    /// <param name="trade">Any signed number of shares.</param>
    public long Nearest(double trade)
    {
        long floor = Saturate(Math.Floor(trade));
        long? below = AtMost(floor), above = AtLeast(floor);
        if (above is { } exact && exact == floor) return floor;
        above = floor == long.MaxValue ? above : AtLeast(floor + 1);
        if (below is not { } low) return above ?? 0;
        if (above is not { } high) return low;
        double down = trade - low, up = high - trade;
        return down < up || (down == up && Math.Abs(low) <= Math.Abs(high)) ? low : high;
    }

    /// <summary>The orders that a trade is split into, in shares.</summary>
    /// <param name="trade">A valid trade.</param>
    public IReadOnlyList<long> Split(long trade) =>
        trade == 0 ? [] : trade > 0 ? OrderSplitter.Buy(trade, Rule) : OrderSplitter.Sell(-trade, Held, Rule);

    /// <summary>What one order costs, CNY.</summary>
    /// <param name="side">Bought or sold.</param>
    /// <param name="shares">Shares.</param>
    public decimal FeesOf(TradeSide side, long shares) =>
        _fees.Charge(new FeeRequest(Symbol, _date, side, shares * (side == TradeSide.Buy ? BuyLimit : SellLimit), shares)).Total;

    /// <summary>The cash that a valid trade takes at its limit price, fees included, CNY: negative when it brings some in.</summary>
    /// <param name="trade">A valid trade.</param>
    public decimal CashFor(long trade)
    {
        if (trade == 0) return 0m;
        TradeSide side = trade > 0 ? TradeSide.Buy : TradeSide.Sell;
        decimal fees = 0m;
        if (Math.Abs(trade) <= Rule.MaxLimitOrder) fees = FeesOf(side, Math.Abs(trade));
        else foreach (long order in Split(trade)) fees += FeesOf(side, order);
        return (trade * (trade > 0 ? BuyLimit : SellLimit)) + fees;
    }

    /// <summary>The marginal cash per CNY bought or sold at <see cref="Price"/>, for the relaxed problem.</summary>
    /// <param name="side">Bought or sold.</param>
    public double CashPerYuan(TradeSide side)
    {
        double rate = _fees.EstimateRate(Symbol, _date, side);
        return side == TradeSide.Buy ? (double)BuyLimit / Price * (1 + rate) : (double)SellLimit / Price * (1 - rate);
    }

    private static long CeilingTo(long shares, long step) => (shares + step - 1) / step * step;

    private static long Saturate(double shares) => shares switch
    {
        >= 1e15 => 1_000_000_000_000_000,
        <= -1e15 => -1_000_000_000_000_000,
        _ => (long)shares,
    };
}
