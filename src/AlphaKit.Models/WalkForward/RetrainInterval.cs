using System.Globalization;

namespace AlphaKit.Models;

/// <summary>When a model is trained anew.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record RetrainInterval
{
    private readonly int _months;
    private readonly int _days;

    private RetrainInterval(int months, int days)
    {
        _months = months;
        _days = days;
    }

    /// <summary>Before the first trading days of January and July.</summary>
    public static RetrainInterval HalfYearly { get; } = new(6, 0);

    /// <summary>Before the first trading days of January, April, July and October.</summary>
    public static RetrainInterval Quarterly { get; } = new(3, 0);

    /// <summary>Before the first trading day of each month.</summary>
    public static RetrainInterval Monthly { get; } = new(1, 0);

    /// <summary>Every so many trading days, counted from the first day for which there is enough to train on.</summary>
    /// <param name="days">Trading days, 1 or more.</param>
    public static RetrainInterval EveryDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new RetrainInterval(0, days);
    }

    /// <summary>True if a new fold may begin on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="before">The trading day before it.</param>
    /// <param name="daysSinceFold">Trading days since the last fold began; null before the first.</param>
    internal bool Begins(DateOnly day, DateOnly before, int? daysSinceFold) => _months > 0
        ? PeriodOf(day) != PeriodOf(before)
        : daysSinceFold is null || daysSinceFold % _days == 0;

    /// <summary>The interval in words.</summary>
    public override string ToString() => (_months, _days) switch
    {
        (6, _) => "half-yearly",
        (3, _) => "quarterly",
        (1, _) => "monthly",
        _ => string.Create(CultureInfo.InvariantCulture, $"every {_days} trading days"),
    };

    private int PeriodOf(DateOnly day) => ((day.Year * 12) + day.Month - 1) / _months;
}
