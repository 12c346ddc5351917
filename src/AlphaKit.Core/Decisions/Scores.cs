namespace AlphaKit;

/// <summary>
/// What a model thinks of each share on each day, higher is better; NaN where it has no opinion. The seam between models and portfolios.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Scores
{
    /// <summary>Makes scores.</summary>
    /// <param name="name">Name, for reports.</param>
    /// <param name="axes">Days and symbols.</param>
    /// <param name="values">The scores, in the shape of <paramref name="axes"/>; infinite values are not allowed.</param>
    /// <param name="knownAt">When row T is known.</param>
    /// <exception cref="ArgumentException">The shape differs or a score is infinite.</exception>
    public Scores(string name, PanelAxes axes, FieldMatrix values, Clock knownAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rows != axes.Days || values.Columns != axes.Count)
            throw new ArgumentException($"The scores are {values.Rows} × {values.Columns}, the axes {axes.Days} × {axes.Count}.", nameof(values));
        for (int t = 0; t < values.Rows; t++)
        {
            ReadOnlySpan<float> row = values.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsInfinity(row[i]))
                    throw new ArgumentException($"The score of {axes.Symbols[i]} on {axes.Calendar[t]:yyyy-MM-dd} is infinite.", nameof(values));
            }
        }

        Name = name;
        Axes = axes;
        Values = values;
        KnownAt = knownAt;
    }

    /// <summary>Name, for reports.</summary>
    public string Name { get; }

    /// <summary>Days and symbols.</summary>
    public PanelAxes Axes { get; }

    /// <summary>The scores.</summary>
    public FieldMatrix Values { get; }

    /// <summary>When row T is known.</summary>
    public Clock KnownAt { get; }

    /// <summary>
    /// The newest cross-section known at the decision: that of <see cref="DecisionContext.Today"/>, or of the day before where the scores are
    /// known later than the decision. Empty when the scores do not reach that day.
    /// </summary>
    /// <param name="context">The decision.</param>
    public ReadOnlySpan<float> At(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TradingCalendar past = context.Past.Calendar;
        if (KnownAt > context.Clock && past.Count < 2) return default;
        DateOnly newest = KnownAt > context.Clock ? past[past.Count - 2] : context.Today;
        int row = Axes.Calendar.IndexAtOrBefore(newest);
        return row >= 0 && Axes.Calendar[row] == newest ? Values.Row(row) : default;
    }
}
