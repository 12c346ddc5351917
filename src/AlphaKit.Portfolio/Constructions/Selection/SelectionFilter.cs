namespace AlphaKit.Portfolio;

/// <summary>
/// Which names may be bought at the trade: none that closed at a price limit (涨跌停), none with too little turnover (换手率). What is held and fails is
/// not sold for it; a name that fails leaves its place to the next best.
/// </summary>
/// <remarks>
/// Each field is read from its newest row known at the decision: that of the decision day, or of the day before where the field is known later.
/// A name without turnover or close that day does not pass; one without limits does.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record SelectionFilter
{
    /// <summary>Default of <see cref="MinTurnover"/>.</summary>
    public const double DefaultMinTurnover = 0.01;

    private const double HalfTick = 0.005;

    /// <summary>The lowest turnover rate, shares traded / float shares; null does not look at it.</summary>
    /// <value>0 to 1, or null. The default is <see cref="DefaultMinTurnover"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? MinTurnover
    {
        get;
        init => field = value is null or (>= 0 and <= 1) ? value : throw new ArgumentOutOfRangeException(nameof(MinTurnover), value, "Must be 0 to 1, or null.");
    } = DefaultMinTurnover;

    /// <summary>Which names at their limits are left out.</summary>
    /// <value>The default is <see cref="LimitHits.Both"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public LimitHits Exclude
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Exclude), value, "Must be a named choice.");
    } = LimitHits.Both;

    /// <summary>The fields that <see cref="Passes"/> needs.</summary>
    public IReadOnlyList<Field> RequiredFields =>
    [
        .. MinTurnover is null ? [] : (Field[])[Field.TurnoverRate],
        .. Exclude == LimitHits.None ? [] : (Field[])[Field.Close],
        .. Exclude is LimitHits.Up or LimitHits.Both ? (Field[])[Field.LimitUp] : [],
        .. Exclude is LimitHits.Down or LimitHits.Both ? (Field[])[Field.LimitDown] : [],
    ];

    /// <summary>Which names may be bought.</summary>
    /// <param name="context">The decision.</param>
    /// <returns>One flag per column of <see cref="DecisionContext.Past"/>.</returns>
    /// <exception cref="FieldNotAvailableException">The past lacks a field of <see cref="RequiredFields"/>.</exception>
    public bool[] Passes(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool[] passes = new bool[context.Past.Axes.Count];
        Array.Fill(passes, true);
        if (MinTurnover is { } least)
        {
            ReadOnlySpan<float> turnover = Newest.Row(context, Field.TurnoverRate);
            for (int i = 0; i < passes.Length; i++) passes[i] &= !turnover.IsEmpty && turnover[i] >= (float)least;
        }

        if (Exclude == LimitHits.None) return passes;
        ReadOnlySpan<float> close = Newest.Row(context, Field.Close);
        ReadOnlySpan<float> up = Exclude is LimitHits.Up or LimitHits.Both ? Newest.Row(context, Field.LimitUp, Field.Close.KnownAt) : default;
        ReadOnlySpan<float> down = Exclude is LimitHits.Down or LimitHits.Both ? Newest.Row(context, Field.LimitDown, Field.Close.KnownAt) : default;
        for (int i = 0; i < passes.Length; i++)
        {
            bool isTraded = !close.IsEmpty && !float.IsNaN(close[i]);
            bool isAtLimit = isTraded && ((!up.IsEmpty && close[i] >= up[i] - HalfTick) || (!down.IsEmpty && close[i] <= down[i] + HalfTick));
            passes[i] &= isTraded && !isAtLimit;
        }

        return passes;
    }
}
