using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// Days to train on. Every label in it is known at the close of <see cref="Cut"/>: a set that would break this cannot be made
/// (<see cref="LabelOverlapException"/>).
/// <code>
///  day   T ──── label of T is known ──── Cut │ first prediction
///        └───────── horizon ─────────┘       │
///                 T + horizon ≤ Cut
/// </code>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TrainingSet
{
    private readonly FeatureTensor _features;
    private readonly LabelValues _labels;
    private readonly int[] _rows;
    private readonly int _cut;

    private TrainingSet(FeatureTensor features, LabelValues labels, int[] rows, int cut)
    {
        _features = features;
        _labels = labels;
        _rows = rows;
        _cut = cut;
    }

    /// <summary>How many days there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The last day whose data may be used; every label is known at its close.</summary>
    public DateOnly Cut => _features.Axes.Calendar[_cut];

    /// <summary>Trading days until a label is known.</summary>
    public int Horizon => _labels.Horizon;

    /// <summary>The names of the features.</summary>
    public IReadOnlyList<string> FeatureNames => _features.Names;

    /// <summary>The symbols, ascending.</summary>
    public IReadOnlyList<Symbol> Symbols => _features.Axes.Symbols;

    /// <summary>The days, ascending.</summary>
    public IReadOnlyList<DateOnly> Days => [.. _rows.Select(r => _features.Axes.Calendar[r])];

    /// <summary>The features and labels of a day.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public LabelledDay this[int index] => new(new FeatureDay(_features, _rows[index]), _labels.Values.Row(_rows[index]));

    /// <summary>Makes a set.</summary>
    /// <param name="features">The features.</param>
    /// <param name="labels">The labels, with the same days and symbols.</param>
    /// <param name="days">The days to train on, strictly ascending.</param>
    /// <param name="cut">The last day whose data may be used.</param>
    /// <exception cref="LabelOverlapException">The label of a day is not known at the close of <paramref name="cut"/>.</exception>
    /// <exception cref="ArgumentException">The axes differ, or the days do not ascend.</exception>
    /// <exception cref="DateNotInCalendarException">A day is not a trading day of the features.</exception>
    public static TrainingSet Of(FeatureTensor features, LabelValues labels, IEnumerable<DateOnly> days, DateOnly cut)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(days);
        RequireSameAxes(features, labels);
        TradingCalendar calendar = features.Axes.Calendar;
        int[] rows = [.. days.Select(calendar.IndexOf)];
        for (int i = 1; i < rows.Length; i++)
        {
            if (rows[i] <= rows[i - 1]) throw new ArgumentException($"The days must ascend: {calendar[rows[i]]:yyyy-MM-dd} follows {calendar[rows[i - 1]]:yyyy-MM-dd}.", nameof(days));
        }

        return OfRows(features, labels, rows, calendar.IndexOf(cut));
    }

    /// <summary>
    /// Splits the last days off as a validation set. The training part is cut before the first of them, so that no label of it reaches into
    /// the validation.
    /// </summary>
    /// <param name="days">How many days of this set to validate on, 1 to <see cref="Count"/> − 1.</param>
    /// <exception cref="InsufficientDataException">No day with a label known in time is left to train on.</exception>
    public (TrainingSet Training, TrainingSet Validation) HoldOutLast(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (days >= Count) throw new InsufficientDataException("days to train on before the validation", days + 1, Count);
        int cut = _rows[^days] - 1;
        int[] training = [.. _rows.Where(r => r + Horizon <= cut)];
        if (training.Length == 0) throw new InsufficientDataException("days with labels known before the validation", 1, 0);
        return (OfRows(_features, _labels, training, cut), OfRows(_features, _labels, _rows[^days..], _cut));
    }

    internal static TrainingSet OfRows(FeatureTensor features, LabelValues labels, int[] rows, int cut)
    {
        TradingCalendar calendar = features.Axes.Calendar;
        foreach (int row in rows)
        {
            int lastAllowed = cut - labels.Horizon;
            if (row > lastAllowed)
                throw new LabelOverlapException(calendar[row], labels.Horizon, calendar[cut], lastAllowed >= 0 ? calendar[lastAllowed] : null);
        }

        return Unchecked(features, labels, rows, cut);
    }

    /// <summary>A set without the check; for the proof that leaks are found.</summary>
    internal static TrainingSet Unchecked(FeatureTensor features, LabelValues labels, int[] rows, int cut) => new(features, labels, rows, cut);

    internal static void RequireSameAxes(FeatureTensor features, LabelValues labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (!features.Axes.Matches(labels.Axes))
            throw new ArgumentException($"The labels cover {labels.Axes}, the features {features.Axes}: both must come from the same panel.", nameof(labels));
    }

    internal FeatureTensor Features => _features;

    internal int RowOf(int index) => _rows[index];
}
