using System.Globalization;

namespace AlphaKit.Models;

/// <summary>What a walk-forward training gave: out-of-sample scores only, and how each fold came about.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class WalkForwardResult
{
    internal WalkForwardResult(ModelSpec spec, WalkForwardPlan plan, Scores scores, IReadOnlyList<WalkForwardFold> trained, IReadOnlyList<string> notes, RunManifest manifest)
    {
        Spec = spec;
        Plan = plan;
        Scores = scores;
        Trained = trained;
        Notes = notes;
        Folds = FoldTable(trained);
        Coefficients = CoefficientTable(trained);
        Manifest = (manifest with { Results = new Dictionary<string, string>(StringComparer.Ordinal) { ["scores"] = ContentHash.Of(scores.Values) } })
            .WithResult(Folds)
            .WithResult(Coefficients);
    }

    /// <summary>What was trained.</summary>
    public ModelSpec Spec { get; }

    /// <summary>The plan.</summary>
    public WalkForwardPlan Plan { get; }

    /// <summary>The scores, known when the features are; NaN before the first fold, outside the universe and where the model has no opinion.</summary>
    public Scores Scores { get; }

    /// <summary>The folds with their models; the last model is the one to go on with.</summary>
    public IReadOnlyList<WalkForwardFold> Trained { get; }

    /// <summary>
    /// The folds: [fold, train_from, train_to, cut, predict_from, predict_to, train_days, samples, in_sample_ic, in_sample_rank_ic, oos_ic,
    /// oos_rank_ic, oos_days].
    /// </summary>
    public Table Folds { get; }

    /// <summary>What each fold learnt: [fold, predict_from, coefficient, value]; empty for models without coefficients.</summary>
    public Table Coefficients { get; }

    /// <summary>Mean rank correlation of score and label over all scored days with known labels, each day weighing the same.</summary>
    public double OutOfSampleRankIc =>
        Trained.Where(f => f.OutOfSampleDays > 0).Sum(f => f.OutOfSampleRankIc * f.OutOfSampleDays) / Trained.Sum(f => f.OutOfSampleDays);

    /// <summary>What the user should know: days skipped, folds without retraining.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What the result came from and the hashes of scores and tables.</summary>
    public RunManifest Manifest { get; }

    /// <summary>The model, the number of folds and the out-of-sample rank correlation.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Spec.Name}, {Trained.Count} folds, scores {Trained[0].PredictFrom:yyyy-MM-dd} … {Trained[^1].PredictTo:yyyy-MM-dd}, out-of-sample rank IC {OutOfSampleRankIc:F4}");

    private static Table FoldTable(IReadOnlyList<WalkForwardFold> folds) => new(
        "folds",
        TableColumn.Integer("fold", folds.Select(f => (long)f.Number)),
        TableColumn.Date("train_from", folds.Select(f => f.TrainFrom)),
        TableColumn.Date("train_to", folds.Select(f => f.TrainTo)),
        TableColumn.Date("cut", folds.Select(f => f.Cut)),
        TableColumn.Date("predict_from", folds.Select(f => f.PredictFrom)),
        TableColumn.Date("predict_to", folds.Select(f => f.PredictTo)),
        TableColumn.Integer("train_days", folds.Select(f => (long)f.TrainDays)),
        TableColumn.Integer("samples", folds.Select(f => f.Samples)),
        TableColumn.Number("in_sample_ic", folds.Select(f => f.InSampleIc), "F4"),
        TableColumn.Number("in_sample_rank_ic", folds.Select(f => f.InSampleRankIc), "F4"),
        TableColumn.Number("oos_ic", folds.Select(f => f.OutOfSampleIc), "F4"),
        TableColumn.Number("oos_rank_ic", folds.Select(f => f.OutOfSampleRankIc), "F4"),
        TableColumn.Integer("oos_days", folds.Select(f => (long)f.OutOfSampleDays)));

    private static Table CoefficientTable(IReadOnlyList<WalkForwardFold> folds)
    {
        var rows = folds.SelectMany(f => f.Model.Coefficients, (f, c) => (f.Number, f.PredictFrom, c.Key, c.Value)).ToArray();
        return new Table(
            "coefficients",
            TableColumn.Integer("fold", rows.Select(r => (long)r.Number)),
            TableColumn.Date("predict_from", rows.Select(r => r.PredictFrom)),
            TableColumn.Text("coefficient", rows.Select(r => r.Key)),
            TableColumn.Number("value", rows.Select(r => r.Value)));
    }
}
