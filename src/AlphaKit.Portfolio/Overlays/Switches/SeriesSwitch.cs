namespace AlphaKit.Portfolio;

/// <summary>A switch with hysteresis on a series, replayed from its first day.</summary>
internal sealed class SeriesSwitch(MarketSeries series, Func<double, bool> turnsOn, Func<double, bool> turnsOff)
{
    private int _next;

    public bool IsOn { get; private set; }

    /// <summary>Goes through the rows that have become known; the newest value.</summary>
    public double Update(DecisionContext context)
    {
        double newest = series.At(context);
        for (int last = series.RowAt(context); _next <= last; _next++)
        {
            double value = series.Values[_next];
            if (!double.IsNaN(value)) IsOn = IsOn ? !turnsOff(value) : turnsOn(value);
        }

        return newest;
    }
}
