namespace AlphaKit.Portfolio;

/// <summary>Quotes for the next trading day, from the last row of a panel.</summary>
public static class OrderQuotes
{
    /// <summary>The fields that <see cref="ForNextDay"/> needs: the unadjusted close. Suspensions and special treatment are used where the panel has them.</summary>
    public static IReadOnlyList<Field> RequiredFields { get; } = [Field.Close];

    /// <summary>
    /// Quotes of all shares of a panel for the day after its last: the price is the last close, the limits are the rulebook's for that day and close,
    /// and a share that was suspended on the last day counts as suspended. What happens between the two days (an ex-date, a new suspension) is not known.
    /// </summary>
    /// <param name="past">A panel of unadjusted prices with <see cref="RequiredFields"/>; its last row is used. Shares without a close get no quote.</param>
    /// <param name="tradingDay">The day on which orders are dealt.</param>
    /// <param name="securities">The master records.</param>
    /// <param name="rules">The rulebook; null for <see cref="Rulebook.AShare"/>.</param>
    /// <exception cref="ArgumentException">The trading day is not after the panel's last.</exception>
    /// <exception cref="FieldNotAvailableException">The panel has no close.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook does not cover a share and day.</exception>
    public static IReadOnlyList<OrderQuote> ForNextDay(Panel past, DateOnly tradingDay, SecurityMaster securities, Rulebook? rules = null)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(securities);
        if (tradingDay <= past.Calendar.Last)
            throw new ArgumentException($"The trading day {tradingDay:yyyy-MM-dd} is not after the panel's last day {past.Calendar.Last:yyyy-MM-dd}.", nameof(tradingDay));
        rules ??= Rulebook.AShare;
        int last = past.Axes.Days - 1;
        ReadOnlySpan<float> close = past[Field.Close].Row(last);
        ReadOnlySpan<float> suspended = past.Has(Field.IsSuspended) ? past[Field.IsSuspended].Row(last) : default;
        List<OrderQuote> quotes = [];
        for (int i = 0; i < close.Length; i++)
        {
            if (!(close[i] > 0)) continue;
            Symbol symbol = past.Symbols[i];
            Security? security = securities.Find(symbol);
            decimal price = Math.Round((decimal)close[i], 2);
            if (price <= 0) continue;
            bool isListed = security is null || security.IsListedOn(tradingDay);
            QuoteState state = !isListed ? QuoteState.NotListed : !suspended.IsEmpty && suspended[i] > 0 ? QuoteState.Suspended : QuoteState.Trading;
            quotes.Add(new OrderQuote(symbol, price, isListed ? LimitsOf(symbol, security, price) : default, state));
        }

        return quotes;

        LimitPrices LimitsOf(Symbol symbol, Security? security, decimal price)
        {
            int listed = security?.Listed is { } first && first >= past.Calendar.First ? past.Calendar.Count - past.Calendar.IndexAtOrAfter(first) + 1 : 0;
            bool isSt = past.Has(Field.IsSt) && past[Field.IsSt].Row(last)[past.Axes.ColumnOf(symbol)] > 0;
            return rules.LimitPricesOn(symbol, tradingDay, price, new SecurityState(isSt, listed, security?.Listed, security?.IssuePrice));
        }
    }
}
