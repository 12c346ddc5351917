namespace AlphaKit.Models;

/// <summary>
/// The scaled features of one day, name after name: row i holds K doubles of symbol i. Reused from day to day by one thread.
/// </summary>
internal sealed class ScaledDay(int names, int features, FeatureScale scale, MissingFeature missing)
{
    private readonly double[] _values = new double[names * features];
    private readonly bool[] _isUsable = new bool[names];

    /// <summary>The names that may be fitted or scored: members with all features, or with at least one, by policy.</summary>
    public ReadOnlySpan<bool> IsUsable => _isUsable;

    public ReadOnlySpan<double> this[int name] => _values.AsSpan(name * features, features);

    public void Load(FeatureDay day)
    {
        ReadOnlySpan<bool> members = day.Members;
        Span<int> present = names <= 512 ? stackalloc int[names] : new int[names];
        present.Clear();
        for (int k = 0; k < features; k++)
        {
            ReadOnlySpan<float> x = day[k];
            (double mean, double factor) = scale == FeatureScale.ZScorePerDay ? Moments(x, members) : (0, 1);
            for (int i = 0; i < names; i++)
            {
                bool isThere = members[i] && !float.IsNaN(x[i]);
                if (isThere) present[i]++;
                _values[(i * features) + k] = isThere ? (x[i] - mean) * factor : 0;
            }
        }

        int needed = missing == MissingFeature.LeaveOut ? features : 1;
        for (int i = 0; i < names; i++) _isUsable[i] = present[i] >= needed;
    }

    /// <summary>Mean and 1 / standard deviation (divisor N) of the members; 0 for a constant day.</summary>
    internal static (double Mean, double Factor) Moments(ReadOnlySpan<float> x, ReadOnlySpan<bool> members)
    {
        double sum = 0, squares = 0;
        int count = 0;
        float min = float.PositiveInfinity, max = float.NegativeInfinity;
        for (int i = 0; i < x.Length; i++)
        {
            if (!members[i] || float.IsNaN(x[i])) continue;
            sum += x[i];
            min = Math.Min(min, x[i]);
            max = Math.Max(max, x[i]);
            count++;
        }

        if (count == 0 || min == max) return (count == 0 ? 0 : min, 0);
        double mean = sum / count;
        for (int i = 0; i < x.Length; i++)
        {
            if (members[i] && !float.IsNaN(x[i])) squares += (x[i] - mean) * (x[i] - mean);
        }

        return (mean, 1 / Math.Sqrt(squares / count));
    }
}
