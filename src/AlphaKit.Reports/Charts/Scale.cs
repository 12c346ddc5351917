namespace AlphaKit.Reports;

/// <summary>Maps a value range onto a coordinate range.</summary>
internal readonly record struct Scale(double Min, double Max, double From, double To)
{
    /// <summary>The coordinate of a value; the middle where the range is empty.</summary>
    public double this[double value] => Max > Min ? From + ((value - Min) / (Max - Min) * (To - From)) : (From + To) / 2;

    /// <summary>A value range with some air above and below; never empty.</summary>
    /// <param name="values">The values; missing ones are left out.</param>
    /// <param name="includeZero">Zero must be within.</param>
    public static (double Min, double Max) Range(IEnumerable<double> values, ZeroLine includeZero)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        if (min > max) return (0, 1);
        double air = (max - min) * 0.05;
        if (air == 0) air = Math.Max(Math.Abs(max) * 0.05, 1e-6);
        double low = min - air, high = max + air;
        if (includeZero == ZeroLine.Shown)
        {
            if (min >= 0) low = 0;
            if (max <= 0) high = 0;
        }

        return (low, high);
    }
}
