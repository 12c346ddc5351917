namespace AlphaKit.Backtest;

/// <summary>Fills on minute bars. The bars of a dealing day are read before it is dealt, for the shares concerned only.</summary>
internal sealed class IntradayFills(IMarketData market, MarketFrame frame, BacktestOptions options)
{
    private readonly MinuteExecution _window = options.Minutes!;
    private readonly Dictionary<int, List<MinuteBar>> _bars = [];

    /// <summary>What of an order is dealt, and its average price.</summary>
    public readonly record struct Outcome(long Shares, long Price);

    /// <summary>Reads the bars of a day.</summary>
    /// <exception cref="InvalidPriceException">A traded minute has no possible price.</exception>
    public async ValueTask LoadAsync(int row, IReadOnlyList<int> columns, CancellationToken cancellationToken)
    {
        _bars.Clear();
        if (columns.Count == 0) return;
        DateOnly day = frame.Calendar[row];
        DatasetQuery query = new() { From = day, To = day, Symbols = [.. columns.Select(c => frame.Axes.Symbols[c]).Order()] };
        await foreach (MinuteBar bar in market.ReadAsync(Datasets.MinuteBars, query, cancellationToken).ConfigureAwait(false))
        {
            int column = frame.Axes.ColumnOf(bar.Symbol);
            if (column < 0 || DateOnly.FromDateTime(bar.Time) != day || !TradingMinutes.Contains(_window, TimeOnly.FromDateTime(bar.Time)) || bar.Volume <= 0) continue;
            double price = bar.Amount / bar.Volume;
            if (!(price > 0) || !double.IsFinite(price)) throw new InvalidPriceException("minute_bars", bar.Symbol, day, price);
            if (!_bars.TryGetValue(column, out List<MinuteBar>? list)) _bars[column] = list = [];
            list.Add(bar);
        }

        foreach (List<MinuteBar> list in _bars.Values) list.Sort(static (a, b) => a.Time.CompareTo(b.Time));
    }

    /// <summary>Null if some minute of the window can be dealt in.</summary>
    public UnfilledReason? WhyNot(int row, int column, TradeSide side, long limit, (long Up, long Down) limits, out Detail detail)
    {
        detail = default;
        if (!_bars.TryGetValue(column, out List<MinuteBar>? bars))
        {
            detail = new Detail(DetailKind.NoMinute);
            return UnfilledReason.Suspended;
        }

        int locked = bars.Count(bar => IsLocked(bar, side, limits)), closed = bars.Count(bar => IsLocked(bar, side, limits) || IsBeyond(bar, side, limit));
        if (closed < bars.Count) return null;
        detail = new Detail(DetailKind.LockedMinutes, closed, bars.Count);
        if (locked < bars.Count) return UnfilledReason.LimitNotReached;
        return side == TradeSide.Buy ? UnfilledReason.AtUpperLimit : UnfilledReason.AtLowerLimit;
    }

    /// <summary>How much of an order the window takes, and at which average price.</summary>
    public Outcome Fill(int row, int column, TradeSide side, long wanted, long limit, (long Up, long Down) limits)
    {
        if (!_bars.TryGetValue(column, out List<MinuteBar>? bars)) return default;
        return _window.Method == MinuteMethod.Vwap ? ByVolume(bars, side, wanted, limit, limits) : ByTime(bars, side, wanted, limit, limits);
    }

    /// <summary>Volume of the window, shares; NaN if nothing traded.</summary>
    public double VolumeOf(int row, int column) => _bars.TryGetValue(column, out List<MinuteBar>? bars) ? bars.Sum(b => (double)b.Volume) : double.NaN;

    private Outcome ByVolume(List<MinuteBar> bars, TradeSide side, long wanted, long limit, (long Up, long Down) limits)
    {
        long room = 0;
        double amount = 0, volume = 0;
        foreach (MinuteBar bar in bars)
        {
            if (IsLocked(bar, side, limits) || IsBeyond(bar, side, limit)) continue;
            room += RoomOf(bar);
            amount += bar.Amount;
            volume += bar.Volume;
        }

        return volume > 0 ? new Outcome(Math.Min(wanted, room), Within(amount / volume, limits)) : default;
    }

    private Outcome ByTime(List<MinuteBar> bars, TradeSide side, long wanted, long limit, (long Up, long Down) limits)
    {
        long filled = 0;
        double amount = 0;
        foreach (MinuteBar bar in bars)
        {
            if (filled == wanted) break;
            if (IsLocked(bar, side, limits) || IsBeyond(bar, side, limit)) continue;
            int left = Math.Max(1, TradingMinutes.Left(_window, TimeOnly.FromDateTime(bar.Time)));
            long part = Math.Min((wanted - filled + left - 1) / left, RoomOf(bar));
            filled += part;
            amount += part * (bar.Amount / bar.Volume);
        }

        return filled > 0 ? new Outcome(filled, Within(amount / filled, limits)) : default;
    }

    private long RoomOf(in MinuteBar bar) =>
        options.Participation == ParticipationPolicy.Unlimited ? bar.Volume + (1L << 40) : (long)Math.Floor(bar.Volume * options.MaxParticipation);

    private static bool IsLocked(in MinuteBar bar, TradeSide side, (long Up, long Down) limits) => side == TradeSide.Buy
        ? limits.Up > 0 && Units(bar.Low) >= limits.Up
        : limits.Down > 0 && Units(bar.High) <= limits.Down;

    private static bool IsBeyond(in MinuteBar bar, TradeSide side, long limit)
    {
        if (limit == 0) return false;
        long average = Units(bar.Amount / bar.Volume);
        return side == TradeSide.Buy ? average > limit : average < limit;
    }

    private static long Within(double price, (long Up, long Down) limits)
    {
        long units = Units(price);
        if (limits.Up > 0) units = Math.Min(units, limits.Up);
        return Math.Max(units, Math.Max(limits.Down, 1));
    }

    private static long Units(double price) => (long)Math.Round(price * PriceUnits.PerYuan, MidpointRounding.AwayFromZero);
}
