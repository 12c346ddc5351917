namespace AlphaKit;

/// <summary>What the price limit of a share depends on beyond its symbol and the date. The default value is a seasoned share in normal state.</summary>
/// <param name="IsSt">True for ST and *ST shares, as of the day.</param>
/// <param name="TradingDaysSinceListing">Trading days since listing, the listing day being 1; 0 for a seasoned share.</param>
/// <param name="ListedOn">The listing day; null where it is not known. Windows after listing belong to the rule of this day.</param>
/// <param name="IssuePrice">IPO price in CNY per share; null where it is not known.</param>
/// <param name="SpecialDay">Another reason for a day without the ordinary limit.</param>
/// <param name="IsUnreformed">True for S shares, whose share reform is not done.</param>
public readonly record struct SecurityState(
    bool IsSt = false,
    int TradingDaysSinceListing = 0,
    DateOnly? ListedOn = null,
    decimal? IssuePrice = null,
    SpecialDay SpecialDay = SpecialDay.None,
    bool IsUnreformed = false)
{
    /// <summary>A seasoned share in normal state.</summary>
    public static SecurityState Normal => default;

    /// <summary>A seasoned ST share.</summary>
    public static SecurityState St => new(IsSt: true);

    /// <summary>The state of a share of the master on a day. Trading days since listing are counted on the market's calendar, where the listing day lies within it.</summary>
    /// <param name="security">The master record.</param>
    /// <param name="date">A trading day, not before the listing.</param>
    /// <param name="calendar">The market's trading days.</param>
    /// <param name="treatment">The share's state as of the day; not to be read from today's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the listing.</exception>
    /// <exception cref="DateNotInCalendarException">The day is not a trading day of the calendar.</exception>
    public static SecurityState Of(Security security, DateOnly date, TradingCalendar calendar, PriceLimitState treatment = PriceLimitState.Normal)
    {
        ArgumentNullException.ThrowIfNull(security);
        ArgumentNullException.ThrowIfNull(calendar);
        int today = calendar.IndexOf(date), days = 0;
        if (security.Listed is { } listed)
        {
            if (listed > date) throw new ArgumentOutOfRangeException(nameof(date), date, $"{security.Symbol} was listed on {listed:yyyy-MM-dd}: the date must not be earlier.");
            if (listed >= calendar.First) days = today - calendar.IndexAtOrAfter(listed) + 1;
        }

        return new SecurityState(
            IsSt: treatment == PriceLimitState.St,
            TradingDaysSinceListing: days,
            ListedOn: security.Listed,
            IssuePrice: security.IssuePrice,
            IsUnreformed: treatment == PriceLimitState.Unreformed);
    }
}
