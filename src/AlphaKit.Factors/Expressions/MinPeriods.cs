namespace AlphaKit.Factors;

/// <summary>How many values of a rolling window must be present for the window to have a result.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public readonly record struct MinPeriods
{
    private MinPeriods(int count) => Count = count;

    /// <summary>The whole window: one missing day (a suspension, the days before the listing) makes the result missing. The default everywhere.</summary>
    public static MinPeriods Full { get; }

    /// <summary>
    /// Missing values are left out and one value is enough, Qlib's rule: the same as <see cref="AtLeast"/>(1). Operators that need more
    /// values (a sample deviation 2, a skewness 3, a kurtosis 4, a regression 2) are missing until they have them.
    /// </summary>
    public static MinPeriods SkipMissing { get; } = new(1);

    /// <summary>The number asked for; 0 stands for the whole window.</summary>
    public int Count { get; }

    /// <summary>Missing values are left out of the window as long as at least <paramref name="count"/> are present.</summary>
    /// <param name="count">At least 1; the operator checks that it does not exceed the window.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static MinPeriods AtLeast(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new MinPeriods(count);
    }

    /// <summary><c>full</c>, or the number.</summary>
    public override string ToString() => Count == 0 ? "full" : Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
