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

    public override void EvaluateLanes(LaneWindow window, Span<float> result)
    {
        ReadOnlySpan<float> today = window.Row(0, window.Days - 1);
        Span<bool> topped = window.Lanes <= 1024 ? stackalloc bool[window.Lanes] : new bool[window.Lanes];
        topped.Fill(true);
        for (int lane = 0; lane < today.Length; lane++) result[lane] = float.IsNaN(today[lane]) ? float.NaN : 0;
        for (int day = window.Days - 2; day >= 0; day--)
        {
            ReadOnlySpan<float> row = window.Row(0, day);
            for (int lane = 0; lane < row.Length; lane++)
            {
                topped[lane] &= row[lane] <= today[lane];
                result[lane] += float.IsNaN(row[lane]) ? float.NaN : topped[lane] ? 1 : 0;
            }
        }
    }
}
