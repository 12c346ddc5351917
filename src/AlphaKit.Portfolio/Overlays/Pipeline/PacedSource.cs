using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>
/// Lets a strategy decide only for the first dealing day of each week or month; for the others it keeps the holdings. It remembers nothing: whether a
/// day counts follows from the decision day and the dealing day alone.
/// </summary>
/// <threadsafety>As safe as the strategy inside.</threadsafety>
public sealed class PacedSource : ITargetSource
{
    private readonly ITargetSource _inner;
    private readonly Pace _pace;

    /// <summary>Makes the source.</summary>
    /// <param name="inner">The strategy.</param>
    /// <param name="pace">When it decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pace is no named one.</exception>
    public PacedSource(ITargetSource inner, Pace pace)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!Enum.IsDefined(pace)) throw new ArgumentOutOfRangeException(nameof(pace), pace, "Must be a named pace.");
        _inner = inner;
        _pace = pace;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => _inner.RequiredFields;

    /// <inheritdoc/>
    public Universe Universe => _inner.Universe;

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (DateOnly before, DateOnly day) = (context.Today, context.TradingDay);
        bool isFirst = _pace == Pace.Monthly
            ? (before.Year, before.Month) != (day.Year, day.Month)
            : ISOWeek.GetYear(before) != ISOWeek.GetYear(day) || ISOWeek.GetWeekOfYear(before) != ISOWeek.GetWeekOfYear(day);
        return isFirst ? _inner.Decide(context) : TargetWeights.Keep($"decides {(_pace == Pace.Monthly ? "monthly" : "weekly")}");
    }
}
