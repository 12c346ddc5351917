using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// The features of one day: one contiguous cross-section per feature. From here only earlier days can be reached, never later ones.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public readonly struct FeatureDay
{
    private readonly FeatureTensor _features;
    private readonly int _row;

    /// <summary>The features of a day.</summary>
    /// <param name="features">All features.</param>
    /// <param name="day">A trading day of them.</param>
    /// <exception cref="DateNotInCalendarException">The features do not hold that day.</exception>
    public FeatureDay(FeatureTensor features, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(features);
        _features = features;
        _row = features.Axes.Calendar.IndexOf(day);
    }

    internal FeatureDay(FeatureTensor features, int row)
    {
        _features = features;
        _row = row;
    }

    internal FeatureTensor Tensor => _features;

    internal int Row => _row;

    /// <summary>The day.</summary>
    public DateOnly Date => _features.Axes.Calendar[_row];

    /// <summary>How many features there are.</summary>
    public int FeatureCount => _features.Count;

    /// <summary>The names of the features.</summary>
    public IReadOnlyList<string> FeatureNames => _features.Names;

    /// <summary>The symbols, ascending; the order of every span of this day.</summary>
    public IReadOnlyList<Symbol> Symbols => _features.Axes.Symbols;

    /// <summary>Who belongs to the universe on this day.</summary>
    public ReadOnlySpan<bool> Members => _features.Members.Row(_row);

    /// <summary>The trading days before this one that can be reached.</summary>
    public int DaysBefore => _row;

    /// <summary>The cross-section of a feature, one value per symbol; NaN is missing or outside the universe.</summary>
    /// <param name="feature">0 to <see cref="FeatureCount"/> − 1.</param>
    public ReadOnlySpan<float> this[int feature] => _features[feature].Values.Row(_row);

    /// <summary>An earlier day, for models that look at sequences.</summary>
    /// <param name="days">Trading days back, 0 to <see cref="DaysBefore"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or reaches before the first day.</exception>
    public FeatureDay Earlier(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, _row);
        return new FeatureDay(_features, _row - days);
    }
}
