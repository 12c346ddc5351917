using System.Numerics;

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

    /// <summary>
    /// A share's 1 turns to 0 at the first larger value on the way back; the result adds them up. A missing value times 0 is missing and so
    /// reaches the sum.
    /// </summary>
    public override void EvaluateLanes(LaneWindow window, Span<float> result)
    {
        ReadOnlySpan<float> today = window.Row(0, window.Days - 1);
        int lane = 0;
        for (; lane <= result.Length - Vector<float>.Count; lane += Vector<float>.Count)
        {
            Vector<float> last = new(today[lane..]), topped = Vector<float>.One, count = last * Vector<float>.Zero;
            for (int day = window.Days - 2; day >= 0; day--)
            {
                Vector<float> value = new(window.Row(0, day)[lane..]);
                topped = Vector.ConditionalSelect(Vector.LessThanOrEqual(value, last), topped, Vector<float>.Zero);
                count += topped + (value * Vector<float>.Zero);
            }

            count.CopyTo(result[lane..]);
        }

        for (; lane < result.Length; lane++)
        {
            float topped = 1, count = today[lane] * 0;
            for (int day = window.Days - 2; day >= 0; day--)
            {
                float value = window.Row(0, day)[lane];
                topped = value <= today[lane] ? topped : 0;
                count += topped + (value * 0);
            }

            result[lane] = count;
        }
    }
}
