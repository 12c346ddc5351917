namespace AlphaKit.Models;

/// <summary>The values of a <see cref="ForwardTarget"/>: what was realised after each day. Never a factor.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TargetValues
{
    internal TargetValues(ForwardTarget target, PanelAxes axes, FieldMatrix values)
    {
        Target = target;
        Axes = axes;
        Values = values;
    }

    /// <summary>The definition.</summary>
    public ForwardTarget Target { get; }

    /// <summary>Days and symbols. Row T holds the target of a decision on T.</summary>
    public PanelAxes Axes { get; }

    /// <summary>The values, NaN where there is none.</summary>
    public FieldMatrix Values { get; }

    /// <summary>Trading days after T until the value of T is known.</summary>
    public int Horizon => Target.Horizon;

    /// <summary>
    /// The values of some names of a day, scaled for training: volatility divided by the names' mean, all others z-scored. Missing values stay NaN; where
    /// nothing varies, all are.
    /// </summary>
    internal float[] Scaled(int row, int[] columns)
    {
        double sum = 0, squares = 0;
        int n = 0;
        foreach (int i in columns)
        {
            double v = Values[row, i];
            if (double.IsNaN(v)) continue;
            sum += v;
            n++;
        }

        double mean = sum / n;
        foreach (int i in columns)
        {
            double v = Values[row, i];
            if (!double.IsNaN(v)) squares += (v - mean) * (v - mean);
        }

        bool isVolatility = Target.Kind == TargetKind.Volatility;
        double level = isVolatility ? 0 : mean, factor = isVolatility ? 1 / mean : 1 / Math.Sqrt(squares / n);
        return [.. columns.Select(i => float.IsNaN(Values[row, i]) || !double.IsFinite(factor) ? float.NaN : (float)((Values[row, i] - level) * factor))];
    }
}
