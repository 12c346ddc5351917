namespace AlphaKit.Models;

/// <summary>How good a model is on days that it was not trained on.</summary>
internal static class ValidationScore
{
    /// <summary>Mean over days of the rank correlation of score and label; NaN if no day has one.</summary>
    public static double MeanRankIc(ITrainedModel model, TrainingSet days, float[] scores, CancellationToken cancellationToken)
    {
        double sum = 0;
        int count = 0;
        for (int d = 0; d < days.Count; d++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LabelledDay day = days[d];
            scores.AsSpan().Fill(float.NaN);
            model.Predict(day.Features, scores);
            double ic = DayCorrelation.Of(scores, day.Labels, day.Features.Members).RankIc;
            if (double.IsNaN(ic)) continue;
            sum += ic;
            count++;
        }

        return count > 0 ? sum / count : double.NaN;
    }
}
