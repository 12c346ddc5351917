using System.Globalization;
using AlphaKit;
using AlphaKit.Factors;
using AlphaKit.Models;

namespace DeepModels;

/// <summary>What one model achieved in one study, out of sample. The standard error allows for overlapping labels (Newey–West).</summary>
internal sealed record Result(string Study, ulong Seed, string Model, FactorReport Report, Scores Scores, DateOnly From, int Folds, TimeSpan Time)
{
    public double RankIc => Report.MeanRankIc;

    public double StandardError => Report.MeanRankIc / Report.TStatistic;

    public static Result Of(Study study, ulong seed, string name, WalkForwardResult trained, TimeSpan time) =>
        new(study.Name, seed, name, FactorAnalysis.Run(trained.Scores, study.Labels), trained.Scores, trained.Trained[0].PredictFrom, trained.Trained.Count, time);

    /// <summary>The mean of the models' z-scores of the day; a share that one has no score for has none.</summary>
    public static Result Blend(Study study, ulong seed, string name, IReadOnlyList<Result> parts)
    {
        FieldMatrix mean = FieldMatrix.Create(study.Features.Axes.Days, study.Features.Axes.Count, (t, row) =>
        {
            row.Clear();
            foreach (Result part in parts)
            {
                ReadOnlySpan<float> scores = part.Scores.Values.Row(t);
                double sum = 0, squares = 0;
                int n = 0;
                foreach (float v in scores)
                {
                    if (float.IsNaN(v)) continue;
                    sum += v;
                    squares += (double)v * v;
                    n++;
                }

                double centre = sum / n, size = Math.Sqrt((squares / n) - (centre * centre));
                for (int i = 0; i < row.Length; i++) row[i] += size > 0 ? (float)((scores[i] - centre) / size / parts.Count) : float.NaN;
            }
        });
        Scores blend = new(name, study.Features.Axes, mean, study.Features.KnownAt);
        return new Result(study.Name, seed, name, FactorAnalysis.Run(blend, study.Labels), blend, parts[0].From, parts[0].Folds, TimeSpan.Zero);
    }

    public static Table Table(IReadOnlyList<Result> results) => new(
        "models",
        TableColumn.Text("study", results.Select(r => r.Study)),
        TableColumn.Integer("seed", results.Select(r => (long)r.Seed)),
        TableColumn.Text("model", results.Select(r => r.Model)),
        TableColumn.Number("rank_ic", results.Select(r => r.RankIc), "F4"),
        TableColumn.Number("standard_error", results.Select(r => r.StandardError), "F4"),
        TableColumn.Number("t", results.Select(r => r.Report.TStatistic), "F2"),
        TableColumn.Number("icir", results.Select(r => r.Report.IcIr), "F3"),
        TableColumn.Integer("days", results.Select(r => (long)r.Report.Days)),
        TableColumn.Integer("folds", results.Select(r => (long)r.Folds)),
        TableColumn.Date("from", results.Select(r => r.From)),
        TableColumn.Text("scores", results.Select(r => ContentHash.Of(r.Scores.Values)[..16])),
        TableColumn.Number("seconds", results.Select(r => r.Time.TotalSeconds), "F0"));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"  {Model,-28} rank IC {RankIc,8:F4} ± {StandardError:F4}  t {Report.TStatistic,6:F2}  {Report.Days} days  {Time.TotalSeconds:F0} s");
}
