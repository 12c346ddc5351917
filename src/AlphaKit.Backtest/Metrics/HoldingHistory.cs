namespace AlphaKit.Backtest;

/// <summary>What a backtest held at each close, told by its trades and by the shares that corporate actions added or took away.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class HoldingHistory
{
    private readonly IReadOnlyDictionary<Symbol, long>[] _days;

    private HoldingHistory(TradingCalendar calendar, IReadOnlyDictionary<Symbol, long>[] days)
    {
        Calendar = calendar;
        _days = days;
    }

    /// <summary>The trading days.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>Shares held at the close of a day, by symbol; names that are not held are absent.</summary>
    /// <param name="date">A day of <see cref="Calendar"/>.</param>
    /// <exception cref="DateNotInCalendarException">The day is not one of the backtest.</exception>
    public IReadOnlyDictionary<Symbol, long> At(DateOnly date) => _days[Calendar.IndexOf(date)];

    /// <summary>Replays a result.</summary>
    /// <param name="result">The result.</param>
    public static HoldingHistory Of(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<(Symbol Symbol, long Change)>[] changes = [.. Enumerable.Range(0, result.Calendar.Count).Select(_ => new List<(Symbol, long)>())];
        Table trades = result.Trades, events = result.Events;
        if (trades.RowCount > 0)
        {
            IReadOnlyList<double> shares = trades["shares"].Numbers;
            for (int i = 0; i < trades.RowCount; i++)
                changes[result.Calendar.IndexOf(trades["date"].Dates[i])].Add((Symbol.Parse(trades["symbol"].Exact(i)), trades["side"].Exact(i) == nameof(TradeSide.Buy) ? (long)shares[i] : -(long)shares[i]));
        }

        if (events.RowCount > 0)
        {
            IReadOnlyList<double> shares = events["shares"].Numbers;
            for (int i = 0; i < events.RowCount; i++)
            {
                if (shares[i] != 0) changes[result.Calendar.IndexOf(events["date"].Dates[i])].Add((Symbol.Parse(events["symbol"].Exact(i)), (long)shares[i]));
            }
        }

        IReadOnlyDictionary<Symbol, long>[] days = new IReadOnlyDictionary<Symbol, long>[changes.Length];
        SortedDictionary<Symbol, long> held = [];
        for (int t = 0; t < days.Length; t++)
        {
            if (t > 0 && changes[t].Count == 0)
            {
                days[t] = days[t - 1];
                continue;
            }

            foreach ((Symbol symbol, long change) in changes[t])
            {
                long now = held.GetValueOrDefault(symbol) + change;
                if (now == 0) held.Remove(symbol);
                else held[symbol] = now;
            }

            days[t] = new SortedDictionary<Symbol, long>(held);
        }

        return new HoldingHistory(result.Calendar, days);
    }
}
