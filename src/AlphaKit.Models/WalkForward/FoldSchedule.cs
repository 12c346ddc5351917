using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>Lays the folds of a plan over the days of features and labels.</summary>
internal static class FoldSchedule
{
    /// <summary>A day tells something from this many samples on.</summary>
    private const int LeastSamples = 2;

    public static IReadOnlyList<FoldWindow> Of(FeatureTensor x, LabelValues y, WalkForwardPlan plan, List<string> notes)
    {
        TradingCalendar calendar = x.Axes.Calendar;
        bool[] hasSamples = new bool[calendar.Count];
        for (int t = 0; t < calendar.Count; t++) hasSamples[t] = HasSamples(new LabelledDay(new FeatureDay(x, t), y.Values.Row(t)));

        List<FoldWindow> folds = [];
        int? begun = null;
        int most = 0;
        for (int t = 1; t < calendar.Count; t++)
        {
            if (!plan.Retrain.Begins(calendar[t], calendar[t - 1], t - begun)) continue;
            int[] train = TrainRows(calendar, hasSamples, plan, y.Horizon, t - 1, out int days);
            most = Math.Max(most, days);
            if (days < plan.MinimumTrainDays)
            {
                if (folds.Count > 0) notes.Add($"On {calendar[t]:yyyy-MM-dd} only {days} days could be trained on: the model before was kept.");
                continue;
            }

            if (folds.Count > 0) folds[^1] = folds[^1] with { PredictTo = t - 1 };
            folds.Add(new FoldWindow(train, t - 1, t, calendar.Count - 1));
            begun = t;
        }

        return folds.Count > 0
            ? folds
            : throw new InsufficientDataException(
                $"days with samples and known labels before any retrain day ({plan.Retrain}) of {calendar}, labels known {y.Horizon} days later", plan.MinimumTrainDays, most);
    }

    private static int[] TrainRows(TradingCalendar calendar, bool[] hasSamples, WalkForwardPlan plan, int horizon, int cut, out int days)
    {
        int first = plan.TrainYears is { } years ? calendar.IndexAtOrAfter(calendar[cut].AddYears(-years)) : 0;
        int last = cut - horizon - plan.Embargo;
        List<int> rows = [];
        days = 0;
        for (int t = last; t >= first; t--)
        {
            if (!hasSamples[t]) continue;
            if (days++ % plan.SampleStride == 0) rows.Add(t);
        }

        rows.Reverse();
        return [.. rows];
    }

    private static bool HasSamples(LabelledDay day)
    {
        int samples = 0;
        for (int i = 0; i < day.Labels.Length && samples < LeastSamples; i++)
        {
            if (day.IsSample(i)) samples++;
        }

        return samples >= LeastSamples;
    }
}
