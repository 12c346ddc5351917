namespace AlphaKit;

/// <summary>A date was used as a trading day that the calendar does not hold.</summary>
public sealed class DateNotInCalendarException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="date">The date.</param>
    /// <param name="first">First day of the calendar.</param>
    /// <param name="last">Last day of the calendar.</param>
    public DateNotInCalendarException(DateOnly date, DateOnly first, DateOnly last)
        : base($"{date:yyyy-MM-dd} is not a trading day of the calendar {first:yyyy-MM-dd} … {last:yyyy-MM-dd}.")
    {
        Date = date;
        First = first;
        Last = last;
    }

    /// <summary>The date.</summary>
    public DateOnly Date { get; }

    /// <summary>First day of the calendar.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the calendar.</summary>
    public DateOnly Last { get; }
}
