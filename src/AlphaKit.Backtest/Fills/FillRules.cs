namespace AlphaKit.Backtest;

/// <summary>Whether an order can be filled on a day, judged by what is known at the moment of the deal, how much of it, and at which price.</summary>
internal sealed class FillRules(MarketFrame frame, MarketRules rules, BacktestOptions options, IntradayFills? intraday = null)
{
    /// <summary>A one-price day counts as locked at its limit when adjusted prices moved at least this much.</summary>
    public const double LockedMove = 0.045;

    /// <summary>Adjusted opening prices within this part of the relative limit count as at the limit; the cent is lost in adjustment.</summary>
    public const double AdjustedTolerance = 0.005;

    private readonly TradedVolume _volume = new(frame);
    private readonly bool _needsVolatility = options.Slippage is not (NoSlippage or FixedBps or FixedTicks);
    private readonly bool _noSlippage = options.Slippage is NoSlippage;

    /// <summary>Null if the order can be dealt, else why not.</summary>
    /// <param name="row">Dealing day.</param>
    /// <param name="column">The share.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="limit">Limit of the order in <see cref="PriceUnits"/>; 0 for none.</param>
    /// <param name="detail">Why not, with numbers.</param>
    public UnfilledReason? WhyNot(int row, int column, TradeSide side, long limit, out Detail detail)
    {
        detail = default;
        if (!frame.IsListed(row, column))
        {
            detail = new Detail(DetailKind.Listing);
            return UnfilledReason.NotListed;
        }

        long price = frame.DealOf(row, column);
        if (price == 0 || frame.IsIdle(row, column))
        {
            detail = new Detail(price == 0 ? DetailKind.NoPrice : DetailKind.NoTrading);
            return UnfilledReason.Suspended;
        }

        if (intraday is not null) return intraday.WhyNot(row, column, side, limit, rules.Limits(row, column), out detail);
        if (frame.Basis == PriceBasis.Adjusted && AdjustedLimit(row, column, side, price, ref detail) is { } adjusted) return adjusted;
        if (limit == 0) return frame.Basis == PriceBasis.Raw ? RawLimit(row, column, side, price, ref detail) : null;
        return WhyNotLimited(row, column, side, limit, ref detail);
    }

    /// <summary>The market's price at which a number of shares is dealt.</summary>
    public long PriceOf(int row, int column, TradeSide side, long shares, long limit)
    {
        if (intraday is not null) return intraday.Fill(row, column, side, shares, limit, rules.Limits(row, column)).Price;
        return limit == 0 ? frame.DealOf(row, column) : LimitedPrice(row, column, side, limit);
    }

    /// <summary>That price after slippage, kept within the day's limits and the limit of the order.</summary>
    public long AfterSlippage(int row, int column, TradeSide side, long shares, long price, long limit)
    {
        if (_noSlippage) return price;
        long slip = SlipOf(row, column, side, shares, price);
        if (slip == 0) return price;
        long worse = side == TradeSide.Buy ? price + slip : price - slip;
        if (frame.Basis == PriceBasis.Raw && rules.MayBeAtLimit(row, column, side, worse))
        {
            (long up, long down) = rules.Limits(row, column);
            if (side == TradeSide.Buy && up > 0) worse = Math.Max(price, Math.Min(worse, up));
            if (side == TradeSide.Sell) worse = Math.Max(worse, Math.Min(down, price));
        }

        if (limit > 0) worse = side == TradeSide.Buy ? Math.Min(worse, limit) : Math.Max(worse, limit);
        return Math.Max(worse, 1);
    }

    /// <summary>Largest number of shares that can be dealt; a very large number without a limit.</summary>
    public long MaxShares(int row, int column, TradeSide side, long wanted, long limit)
    {
        if (intraday is not null) return intraday.Fill(row, column, side, wanted, limit, rules.Limits(row, column)).Shares;
        if (options.Participation == ParticipationPolicy.Unlimited) return long.MaxValue;
        double volume = MeasuredVolume(row, column);
        return double.IsNaN(volume) ? 0 : (long)Math.Floor(volume * options.MaxParticipation);
    }

    /// <summary>That limit as numbers, for an order that exceeds it.</summary>
    public Detail DescribeMaxShares(int row, int column)
    {
        double volume = intraday is null ? MeasuredVolume(row, column) : intraday.VolumeOf(row, column);
        return double.IsNaN(volume) ? new Detail(DetailKind.NoVolume) : new Detail(DetailKind.Participation, BitConverter.DoubleToInt64Bits(volume));
    }

    private long SlipOf(int row, int column, TradeSide side, long shares, long price)
    {
        if (options.Slippage is FixedBps bps && bps.TryUnits(price, out long units)) return units;
        SlippageRequest request = new(
            frame.Axes.Symbols[column],
            frame.Calendar[row],
            side,
            shares,
            PriceUnits.ToYuan(price),
            _needsVolatility ? _volume.AverageBefore(row, column) : double.NaN,
            _needsVolatility ? _volume.VolatilityBefore(row, column) : double.NaN);
        decimal slip = options.Slippage.PerShare(request);
        if (slip < 0) throw new InvalidOperationException($"Slippage '{options.Slippage.Name}' gave {slip} CNY per share for {request.Symbol} on {request.Date:yyyy-MM-dd}: it must not be negative.");
        return PriceUnits.FromYuan(slip);
    }

    private double MeasuredVolume(int row, int column) =>
        options.Participation == ParticipationPolicy.DayVolume ? MarketFrame.At(frame.Volume!, row, column) : _volume.AverageBefore(row, column);

    private UnfilledReason? RawLimit(int row, int column, TradeSide side, long price, ref Detail detail)
    {
        if (side == TradeSide.Buy)
        {
            // An average price says nothing about a limit touched for a while: only a day that never left it is locked.
            long lowest = options.DealPrice == DealPrice.Vwap && frame.Low is not null ? frame.QuoteOf(frame.Low, row, column) : price;
            if (!rules.MayBeAtLimit(row, column, side, lowest)) return null;
            long up = rules.Limits(row, column).Up;
            if (up == 0 || lowest < up) return null;
            detail = new Detail(DetailKind.AtUpper, lowest, up);
            return UnfilledReason.AtUpperLimit;
        }

        long highest = options.DealPrice == DealPrice.Vwap && frame.High is not null ? frame.QuoteOf(frame.High, row, column) : price;
        if (!rules.MayBeAtLimit(row, column, side, highest)) return null;
        long down = rules.Limits(row, column).Down;
        if (down == 0 || highest > down) return null;
        detail = new Detail(DetailKind.AtLower, highest, down);
        return UnfilledReason.AtLowerLimit;
    }

    // A limit order is sent before the open and lies in the book all day. At the open it is dealt if the open is no worse than its limit; later
    // only if a price went through the limit, because nobody knows its place in the queue at the limit itself.
    private UnfilledReason? WhyNotLimited(int row, int column, TradeSide side, long limit, ref Detail detail)
    {
        (long up, long down) = frame.Basis == PriceBasis.Raw ? rules.Limits(row, column) : default;
        long open = frame.QuoteOf(frame.Open, row, column), low = frame.QuoteOf(frame.Low, row, column), high = frame.QuoteOf(frame.High, row, column);
        if (side == TradeSide.Buy)
        {
            if (up > 0 && low >= up)
            {
                detail = new Detail(DetailKind.AtUpper, low, up);
                return UnfilledReason.AtUpperLimit;
            }

            if (BuysAtOpen(open, limit, up) || (low > 0 && low < limit)) return null;
            detail = new Detail(DetailKind.LimitNotReached, low, limit);
            return UnfilledReason.LimitNotReached;
        }

        if (down > 0 && high <= down)
        {
            detail = new Detail(DetailKind.AtLower, high, down);
            return UnfilledReason.AtLowerLimit;
        }

        if (SellsAtOpen(open, limit, down) || high > limit) return null;
        detail = new Detail(DetailKind.LimitNotReached, high, limit);
        return UnfilledReason.LimitNotReached;
    }

    private long LimitedPrice(int row, int column, TradeSide side, long limit)
    {
        (long up, long down) = frame.Basis == PriceBasis.Raw ? rules.Limits(row, column) : default;
        long open = frame.QuoteOf(frame.Open, row, column);
        if (side == TradeSide.Buy) return BuysAtOpen(open, limit, up) ? open : up > 0 ? Math.Min(limit, up) : limit;
        return SellsAtOpen(open, limit, down) ? open : Math.Max(limit, down);
    }

    private static bool BuysAtOpen(long open, long limit, long up) => open > 0 && open <= limit && (up == 0 || open < up);

    private static bool SellsAtOpen(long open, long limit, long down) => open > 0 && open >= limit && open > down;

    // Without prices to the cent: at the open the relative limit of the board with a tolerance, later in the day a one-price bar that moved far.
    private UnfilledReason? AdjustedLimit(int row, int column, TradeSide side, long price, ref Detail detail)
    {
        long before = row == 0 ? 0 : frame.LastCloseOf(row - 1, column);
        if (before == 0) return null;
        double move = (price / (double)before) - 1;
        bool locked;
        if (options.DealPrice == DealPrice.Open)
        {
            double? limit = rules.RelativeLimit(row, column);
            locked = limit is { } p && Math.Abs(move) >= p - AdjustedTolerance;
        }
        else
        {
            ReadOnlySpan<float> open = frame.Open!.Row(row), high = frame.High!.Row(row), low = frame.Low!.Row(row), close = frame.Close.Row(row);
            move = (frame.CloseOf(row, column) / (double)before) - 1;
            locked = open[column] == close[column] && high[column] == close[column] && low[column] == close[column] && Math.Abs(move) >= LockedMove;
        }

        if (!locked || (side == TradeSide.Buy) != (move > 0)) return null;
        detail = new Detail(DetailKind.Adjusted, BitConverter.DoubleToInt64Bits(move));
        return side == TradeSide.Buy ? UnfilledReason.AtUpperLimit : UnfilledReason.AtLowerLimit;
    }
}
