using System.Collections;

namespace AlphaKit;

/// <summary>
/// The trading days of the market, ascending. A day's ordinal is its position; all shifts count trading days, never calendar days.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TradingCalendar : IReadOnlyList<DateOnly>
{
    private readonly DateOnly[] _days;
    private readonly int _start;

    /// <summary>Makes a calendar from ascending days.</summary>
    /// <param name="days">The trading days, strictly ascending, at least one.</param>
    /// <exception cref="ArgumentException">There is no day, or the days do not ascend strictly.</exception>
    public TradingCalendar(IEnumerable<DateOnly> days)
        : this(days is null ? throw new ArgumentNullException(nameof(days)) : [.. days])
    {
    }

    private TradingCalendar(DateOnly[] days)
    {
        if (days.Length == 0) throw new ArgumentException("A calendar needs at least one trading day.", nameof(days));
        for (int i = 1; i < days.Length; i++)
        {
            if (days[i] <= days[i - 1])
                throw new ArgumentException($"Trading days must ascend: {days[i]:yyyy-MM-dd} follows {days[i - 1]:yyyy-MM-dd} at position {i}.", nameof(days));
        }

        _days = days;
        Count = days.Length;
    }

    private TradingCalendar(DateOnly[] days, int start, int count)
    {
        _days = days;
        _start = start;
        Count = count;
    }

    /// <summary>How many trading days there are.</summary>
    public int Count { get; }

    /// <summary>The first trading day.</summary>
    public DateOnly First => _days[_start];

    /// <summary>The last trading day.</summary>
    public DateOnly Last => _days[_start + Count - 1];

    /// <summary>The days as a span.</summary>
    public ReadOnlySpan<DateOnly> Days => _days.AsSpan(_start, Count);

    /// <summary>The day at an ordinal.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public DateOnly this[int index] => Days[index];

    /// <summary>True if <paramref name="date"/> is a trading day of this calendar.</summary>
    /// <param name="date">The date.</param>
    public bool Contains(DateOnly date) => Days.BinarySearch(date) >= 0;

    /// <summary>The ordinal of a trading day.</summary>
    /// <param name="date">The day.</param>
    /// <exception cref="DateNotInCalendarException">The date is not a trading day of this calendar.</exception>
    public int IndexOf(DateOnly date)
    {
        int index = Days.BinarySearch(date);
        return index >= 0 ? index : throw new DateNotInCalendarException(date, First, Last);
    }

    /// <summary>The ordinal of the last trading day at or before <paramref name="date"/>; −1 if the calendar starts later.</summary>
    /// <param name="date">Any date.</param>
    public int IndexAtOrBefore(DateOnly date)
    {
        int index = Days.BinarySearch(date);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The ordinal of the first trading day at or after <paramref name="date"/>; <see cref="Count"/> if the calendar ends earlier.</summary>
    /// <param name="date">Any date.</param>
    public int IndexAtOrAfter(DateOnly date)
    {
        int index = Days.BinarySearch(date);
        return index >= 0 ? index : ~index;
    }

    /// <summary>The trading day <paramref name="days"/> trading days after (or before) <paramref name="date"/>.</summary>
    /// <param name="date">A trading day.</param>
    /// <param name="days">How many trading days to move; negative moves back.</param>
    /// <exception cref="DateNotInCalendarException">The date is not a trading day of this calendar.</exception>
    /// <exception cref="InsufficientDataException">The calendar ends before the day asked for.</exception>
    public DateOnly Shift(DateOnly date, int days)
    {
        int from = IndexOf(date);
        long index = (long)from + days;
        if (index < 0) throw new InsufficientDataException($"trading days before {date:yyyy-MM-dd}", -(long)days, from);
        if (index >= Count) throw new InsufficientDataException($"trading days after {date:yyyy-MM-dd}", days, Count - 1 - from);
        return Days[(int)index];
    }

    /// <summary>The trading days from <paramref name="from"/> to <paramref name="to"/>, both inclusive, as a view without copy.</summary>
    /// <param name="from">First date; need not be a trading day.</param>
    /// <param name="to">Last date; need not be a trading day.</param>
    /// <exception cref="InsufficientDataException">No trading day lies in between.</exception>
    public TradingCalendar Between(DateOnly from, DateOnly to)
    {
        int first = IndexAtOrAfter(from), last = IndexAtOrBefore(to);
        if (last < first) throw new InsufficientDataException($"trading days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", 1, 0);
        return Slice(first, last - first + 1);
    }

    /// <summary>A view of <paramref name="count"/> days from an ordinal on, without copy.</summary>
    /// <param name="start">First ordinal.</param>
    /// <param name="count">How many days, at least one.</param>
    public TradingCalendar Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        return start == 0 && count == Count ? this : new TradingCalendar(_days, _start + start, count);
    }

    /// <summary>Trading days per year over the span of this calendar: (days − 1) × 365.2425 / calendar days; A-shares come to about 243.</summary>
    /// <value>NaN for a calendar of one day.</value>
    public double DaysPerYear => Count < 2 ? double.NaN : (Count - 1) * 365.2425 / (Last.DayNumber - First.DayNumber);

    /// <inheritdoc/>
    public IEnumerator<DateOnly> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return _days[_start + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>First and last day and their count.</summary>
    public override string ToString() => $"{First:yyyy-MM-dd} … {Last:yyyy-MM-dd} ({Count} trading days)";
}
