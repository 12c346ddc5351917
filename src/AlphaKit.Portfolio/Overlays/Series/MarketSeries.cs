namespace AlphaKit.Portfolio;

/// <summary>One number per trading day that is not of one share: a volatility index, a market-wide maintenance ratio.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class MarketSeries
{
    /// <summary>A decision may use a value that is at most this many trading days old.</summary>
    public const int MostDaysOld = 5;

    private readonly double[] _values;

    /// <summary>Makes a series.</summary>
    /// <param name="name">Name, for reports.</param>
    /// <param name="calendar">Its days.</param>
    /// <param name="values">One value per day; NaN where there is none.</param>
    /// <param name="knownAt">When the value of a day is known.</param>
    /// <exception cref="ArgumentException">There is not one value per day, or one is infinite.</exception>
    public MarketSeries(string name, TradingCalendar calendar, IReadOnlyList<double> values, Clock knownAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != calendar.Count) throw new ArgumentException($"Series '{name}' needs {calendar.Count} values, {values.Count} were given.", nameof(values));
        for (int t = 0; t < values.Count; t++)
        {
            if (double.IsInfinity(values[t])) throw new ArgumentException($"Series '{name}' is infinite on {calendar[t]:yyyy-MM-dd}.", nameof(values));
        }

        Name = name;
        Calendar = calendar;
        KnownAt = knownAt;
        _values = [.. values];
    }

    /// <summary>Name, for reports.</summary>
    public string Name { get; }

    /// <summary>Its days.</summary>
    public TradingCalendar Calendar { get; }

    /// <summary>When the value of a day is known.</summary>
    public Clock KnownAt { get; }

    /// <summary>One value per day; NaN where there is none.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The last row known at a decision; −1 if there is none.</summary>
    /// <param name="context">The decision.</param>
    public int RowAt(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int day = Newest.Index(context, KnownAt);
        return day < 0 ? -1 : Calendar.IndexAtOrBefore(context.Past.Calendar[day]);
    }

    /// <summary>The newest value known at a decision.</summary>
    /// <param name="context">The decision.</param>
    /// <exception cref="InsufficientDataException">No value of the last <see cref="MostDaysOld"/> trading days is known.</exception>
    public double At(DecisionContext context)
    {
        for (int row = RowAt(context); row >= 0; row--)
        {
            if (!IsFresh(context, row)) break;
            if (!double.IsNaN(_values[row])) return _values[row];
        }

        throw new InsufficientDataException($"values of '{Name}' known within {MostDaysOld} trading days of {context.Today:yyyy-MM-dd}", 1, 0);
    }

    private bool IsFresh(DecisionContext context, int row) =>
        context.Past.Axes.Days - 1 - context.Past.Calendar.IndexAtOrBefore(Calendar[row]) <= MostDaysOld;
}
