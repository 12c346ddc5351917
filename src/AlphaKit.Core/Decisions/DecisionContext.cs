namespace AlphaKit;

/// <summary>
/// Everything a strategy may look at when it decides: the past up to a moment, and what it owns. Nothing later can be reached from here.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class DecisionContext
{
    /// <summary>Makes a context.</summary>
    /// <param name="today">The last trading day with data.</param>
    /// <param name="tradingDay">The day on which the orders are dealt; after <paramref name="today"/>, or equal to it.</param>
    /// <param name="clock">The moment of <paramref name="today"/> at which is decided.</param>
    /// <param name="past">A panel that ends at <paramref name="today"/>, cut at <paramref name="clock"/>.</param>
    /// <param name="holdings">What is owned.</param>
    /// <exception cref="ArgumentException">The panel does not end on <paramref name="today"/>, or the trading day lies before it.</exception>
    public DecisionContext(DateOnly today, DateOnly tradingDay, Clock clock, Panel past, Holdings holdings)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(holdings);
        if (past.Calendar.Last != today)
            throw new ArgumentException($"The past ends on {past.Calendar.Last:yyyy-MM-dd}, the decision is made on {today:yyyy-MM-dd}.", nameof(past));
        if (tradingDay < today) throw new ArgumentException($"The trading day {tradingDay:yyyy-MM-dd} lies before the decision day {today:yyyy-MM-dd}.", nameof(tradingDay));
        Today = today;
        TradingDay = tradingDay;
        Clock = clock;
        Past = past;
        Holdings = holdings;
    }

    /// <summary>The last trading day with data.</summary>
    public DateOnly Today { get; }

    /// <summary>The day on which the orders are dealt.</summary>
    public DateOnly TradingDay { get; }

    /// <summary>The moment of <see cref="Today"/> at which is decided.</summary>
    public Clock Clock { get; }

    /// <summary>The fields that the strategy asked for, up to <see cref="Today"/>, cut at <see cref="Clock"/>.</summary>
    public Panel Past { get; }

    /// <summary>What is owned.</summary>
    public Holdings Holdings { get; }
}
