namespace AlphaKit.Portfolio;

/// <summary>
/// Estimated risk over a range of days. The risk of day T uses nothing that is known later than <see cref="KnownAt"/> of T; derive from it to
/// bring your own estimate.
/// </summary>
/// <threadsafety>Immutable to its users; <see cref="At"/> may be called concurrently.</threadsafety>
public abstract class RiskHistory
{
    /// <summary>For derived histories.</summary>
    /// <param name="calendar">The days for which there is risk.</param>
    /// <param name="knownAt">When the risk of a day is known.</param>
    /// <param name="notes">What the user should know, for example what was left out and why.</param>
    protected RiskHistory(TradingCalendar calendar, Clock knownAt, IReadOnlyList<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = calendar;
        KnownAt = knownAt;
        Notes = notes ?? [];
    }

    /// <summary>The days for which there is risk, ascending.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>When the risk of day T is known, on T.</summary>
    public Clock KnownAt { get; }

    /// <summary>What the user should know, for example what was left out and why.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The risk of a day, known at <see cref="KnownAt"/> of that day: of the returns that follow it.</summary>
    /// <param name="date">A day of <see cref="Calendar"/>.</param>
    /// <exception cref="DateNotInCalendarException">There is no risk of that day.</exception>
    /// <exception cref="InvalidRiskException">The estimate of that day is not a risk.</exception>
    public FactorRisk At(DateOnly date) => Compute(Calendar.IndexOf(date));

    /// <summary>The latest risk known on a day at a moment: that of the day itself if <paramref name="clock"/> is not before <see cref="KnownAt"/>, else of the day before.</summary>
    /// <param name="day">A trading day.</param>
    /// <param name="clock">The moment of the decision.</param>
    /// <exception cref="DateNotInCalendarException">There is no risk of the day that would have to be used.</exception>
    public FactorRisk AsKnownAt(DateOnly day, Clock clock)
    {
        int index = Calendar.IndexOf(day);
        if (KnownAt > clock) index--;
        return index >= 0 ? Compute(index) : throw new DateNotInCalendarException(day.AddDays(-1), Calendar.First, Calendar.Last);
    }

    /// <summary>Makes the risk of one day.</summary>
    /// <param name="index">Position of the day in <see cref="Calendar"/>.</param>
    protected abstract FactorRisk Compute(int index);
}
