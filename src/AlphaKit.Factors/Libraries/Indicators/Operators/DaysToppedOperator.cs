namespace AlphaKit.Factors;

/// <summary>How many days just before T had no larger value, see <see cref="Indicators.DaysTopped"/>.</summary>
internal sealed class DaysToppedOperator : WindowOperator
{
    private DaysToppedOperator()
        : base("days_topped", ["x"], Indicators.MostDaysTopped + 1, "how many days just before T had no larger value; missing when one of the window is")
    {
    }

    public static DaysToppedOperator Instance { get; } = new();

    public override float Evaluate(OperatorInputs window)
    {
        ReadOnlySpan<float> x = window[0];
        float today = x[^1];
        int count = 0;
        bool topped = true;
        for (int day = x.Length - 2; day >= 0; day--)
        {
            if (float.IsNaN(x[day])) return float.NaN;
            topped &= x[day] <= today;
            if (topped) count++;
        }

        return float.IsNaN(today) ? float.NaN : count;
    }
}
