using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Turns the labels of a day into classes: 0 down, 1 flat, 2 up. By shares of the day's cross-section, or by fixed thresholds, whose balance then
/// drifts with volatility (<see cref="Counts"/> reports it).
/// </summary>
public sealed record LabelClasses
{
    /// <summary>The class of names without a label; a cross-entropy ignores it.</summary>
    public const int Missing = -100;

    private readonly bool _isShares;
    private readonly double _low;
    private readonly double _high;

    private LabelClasses(bool isShares, double low, double high) => (_isShares, _low, _high) = (isShares, low, high);

    /// <summary>False for thresholds, which are in the unit of the label.</summary>
    internal bool IsShares => _isShares;

    /// <summary>The lowest 30 %, the middle 40 % and the highest 30 % of each day.</summary>
    public static LabelClasses ThirtyFortyThirty { get; } = Shares(0.3, 0.3);

    /// <summary>Above +2 %, below −2 %, between.</summary>
    public static LabelClasses TwoPercent { get; } = Thresholds(-0.02, 0.02);

    /// <summary>Classes by shares of each day's names. Equal labels have the same class: that of their mean rank.</summary>
    /// <param name="down">Share of the lowest.</param>
    /// <param name="up">Share of the highest; together below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0, or both together are not below 1.</exception>
    public static LabelClasses Shares(double down, double up)
    {
        if (!(down > 0)) throw new ArgumentOutOfRangeException(nameof(down), down, "Must be above 0.");
        if (!(up > 0) || !(down + up < 1)) throw new ArgumentOutOfRangeException(nameof(up), up, "Must be above 0, and below 1 together with the other share.");
        return new LabelClasses(true, down, up);
    }

    /// <summary>Classes by thresholds in the unit of the label: below the lower one, above the upper one, between or equal.</summary>
    /// <param name="down">Lower threshold.</param>
    /// <param name="up">Upper threshold.</param>
    /// <exception cref="ArgumentOutOfRangeException">The thresholds are not finite or do not ascend.</exception>
    public static LabelClasses Thresholds(double down, double up)
    {
        if (!double.IsFinite(down)) throw new ArgumentOutOfRangeException(nameof(down), down, "Must be finite.");
        if (!double.IsFinite(up) || up <= down) throw new ArgumentOutOfRangeException(nameof(up), up, "Must be finite and above the lower threshold.");
        return new LabelClasses(false, down, up);
    }

    /// <summary>The classes of a day.</summary>
    /// <param name="labels">One label per name; NaN where there is none.</param>
    public int[] Of(ReadOnlySpan<float> labels)
    {
        int[] classes = new int[labels.Length], columns = new int[labels.Length];
        double[] values = new double[labels.Length];
        int n = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            classes[i] = Missing;
            if (float.IsNaN(labels[i])) continue;
            (columns[n], values[n]) = (i, labels[i]);
            n++;
        }

        double[] ranks = _isShares ? AlphaKit.Factors.Correlation.AverageRanks(values.AsSpan(0, n)) : [];
        for (int j = 0; j < n; j++)
        {
            double v = _isShares ? (ranks[j] - 0.5) / n : values[j];
            classes[columns[j]] = v < _low ? 0 : v > (_isShares ? 1 - _high : _high) ? 2 : 1;
        }

        return classes;
    }

    /// <summary>How many names of a day fall into each class: down, flat, up.</summary>
    /// <param name="labels">One label per name; NaN where there is none.</param>
    public IReadOnlyList<int> Counts(ReadOnlySpan<float> labels)
    {
        int[] counts = new int[3];
        foreach (int c in Of(labels))
        {
            if (c >= 0) counts[c]++;
        }

        return counts;
    }

    /// <summary>The rule in words.</summary>
    public override string ToString() => _isShares
        ? string.Create(CultureInfo.InvariantCulture, $"down {_low:R}, up {_high:R} of each day")
        : string.Create(CultureInfo.InvariantCulture, $"down below {_low:R}, up above {_high:R}");
}
