using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// Trains a model again and again as time goes on, each time only on labels known by then, and scores each day with the newest model trained
/// before it 滚动训练.
/// </summary>
/// <remarks>
/// A fold whose first scored day is P trains on days T with T + horizon + embargo ≤ P − 1, the horizon being that of the label. Nothing after P − 1
/// can change a model or score of the fold other than through the features of the day scored.
/// </remarks>
public static class WalkForward
{
    /// <summary>Trains and scores.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="features">The features.</param>
    /// <param name="labels">The labels, from the same panel.</param>
    /// <param name="plan">When to train and on what.</param>
    /// <param name="options">How to run; null for the defaults.</param>
    /// <param name="progress">Receives the folds as they are trained; may be null.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentException">Features and labels have different axes.</exception>
    /// <exception cref="InsufficientDataException">No retrain day has enough days before it, or no day of a fold can be fitted.</exception>
    /// <exception cref="ScoreNotFiniteException">The model gave an infinite score.</exception>
    public static WalkForwardResult Train(
        ModelSpec spec,
        FeatureTensor features,
        LabelValues labels,
        WalkForwardPlan plan,
        WalkForwardOptions? options = null,
        IProgress<WalkForwardProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(plan);
        TrainingSet.RequireSameAxes(features, labels);
        List<string> notes = [];
        IReadOnlyList<FoldWindow> windows = FoldSchedule.Of(features, labels, plan, notes);
        return Train(spec, features, labels, plan, windows, notes, options ?? new WalkForwardOptions(), progress, cancellationToken);
    }

    /// <summary>The same over given windows; the check of <see cref="TrainingSet"/> stands between a wrong window and a leak.</summary>
    internal static WalkForwardResult Train(
        ModelSpec spec,
        FeatureTensor features,
        LabelValues labels,
        WalkForwardPlan plan,
        IReadOnlyList<FoldWindow> windows,
        List<string> notes,
        WalkForwardOptions options,
        IProgress<WalkForwardProgress>? progress,
        CancellationToken cancellationToken)
    {
        RandomStream random = RandomStream.Create(options.Seed, "walk-forward");
        FieldMatrixBuilder scores = new(features.Axes.Days, features.Axes.Count);
        List<WalkForwardFold> folds = new(windows.Count);
        for (int f = 0; f < windows.Count; f++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FoldWindow window = windows[f];
            TrainingSet set = TrainingSet.OfRows(features, labels, window.Train, window.Cut);
            progress?.Report(new WalkForwardProgress(f + 1, windows.Count, $"training on {set.Count} days up to {set.Cut:yyyy-MM-dd}"));
            TrainingContext context = new()
            {
                Random = random.Fork($"{features.Axes.Calendar[window.PredictFrom]:yyyy-MM-dd}"),
                MaxThreads = options.MaxThreads,
                Progress = progress is null ? null : new FoldProgress(progress, f + 1, windows.Count),
            };
            ITrainedModel model = spec.Fit(set, context, cancellationToken);
            foreach (string note in model.Notes) notes.Add($"Fold {f + 1}: {note}");
            folds.Add(Score(spec, model, features, labels, set, window, f + 1, scores, cancellationToken));
        }

        Scores result = new(spec.Name, features.Axes, scores.Build(), features.KnownAt);
        return new WalkForwardResult(spec, plan, result, folds, notes, Manifest(spec, features, labels, plan, options));
    }

    private static WalkForwardFold Score(
        ModelSpec spec, ITrainedModel model, FeatureTensor features, LabelValues labels, TrainingSet set, FoldWindow window, int number,
        FieldMatrixBuilder scores, CancellationToken cancellationToken)
    {
        TradingCalendar calendar = features.Axes.Calendar;
        MeanIc inSample = new(), outOfSample = new();
        float[] buffer = new float[features.Axes.Count];
        long samples = 0;
        for (int i = 0; i < set.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LabelledDay day = set[i];
            for (int c = 0; c < buffer.Length; c++) samples += day.IsSample(c) ? 1 : 0;
            PredictRow(spec, model, features, set.RowOf(i), buffer);
            inSample.Add(DayCorrelation.Of(buffer, day.Labels, day.Features.Members));
        }

        for (int t = window.PredictFrom; t <= window.PredictTo; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> row = scores.Row(t);
            PredictRow(spec, model, features, t, row);
            outOfSample.Add(DayCorrelation.Of(row, labels.Values.Row(t), features.Members.Row(t)));
        }

        return new WalkForwardFold
        {
            Number = number,
            TrainFrom = calendar[window.Train[0]],
            TrainTo = calendar[window.Train[^1]],
            Cut = calendar[window.Cut],
            PredictFrom = calendar[window.PredictFrom],
            PredictTo = calendar[window.PredictTo],
            TrainDays = set.Count,
            Samples = samples,
            InSampleIc = inSample.Ic,
            InSampleRankIc = inSample.RankIc,
            OutOfSampleIc = outOfSample.Ic,
            OutOfSampleRankIc = outOfSample.RankIc,
            OutOfSampleDays = outOfSample.Days,
            Model = model,
        };
    }

    private static void PredictRow(ModelSpec spec, ITrainedModel model, FeatureTensor features, int row, Span<float> scores)
    {
        scores.Fill(float.NaN);
        model.Predict(new FeatureDay(features, row), scores);
        ReadOnlySpan<bool> members = features.Members.Row(row);
        for (int i = 0; i < scores.Length; i++)
        {
            if (!members[i]) scores[i] = float.NaN;
            if (float.IsInfinity(scores[i])) throw new ScoreNotFiniteException(spec.Name, features.Axes.Symbols[i], features.Axes.Calendar[row]);
        }
    }

    private static RunManifest Manifest(ModelSpec spec, FeatureTensor features, LabelValues labels, WalkForwardPlan plan, WalkForwardOptions options)
    {
        string data = options.DataVersion
            ?? ContentHash.Of(string.Join(';', features.Features.Select(f => ContentHash.Of(f.Values)).Append(ContentHash.Of(labels.Values))));
        Dictionary<string, string> parameters = new(StringComparer.Ordinal)
        {
            ["model"] = spec.Name,
            ["plan"] = plan.ToString(),
            ["label"] = labels.Name,
            ["label.horizon"] = labels.Horizon.ToString(CultureInfo.InvariantCulture),
            ["features"] = string.Join(';', features.Names),
            ["features.known_at"] = features.KnownAt.ToString(),
            ["days"] = $"{features.Axes.Calendar.First:yyyy-MM-dd}..{features.Axes.Calendar.Last:yyyy-MM-dd}",
        };
        foreach ((string name, string value) in spec.Parameters) parameters[$"model.{name}"] = value;
        return new RunManifest { DataVersion = data, Seed = options.Seed, Parameters = parameters };
    }

    private sealed class FoldProgress(IProgress<WalkForwardProgress> target, int fold, int folds) : IProgress<string>
    {
        public void Report(string value) => target.Report(new WalkForwardProgress(fold, folds, value));
    }

    /// <summary>Means of daily correlations; days without one do not count.</summary>
    private sealed class MeanIc
    {
        private double _ic;
        private double _rankIc;

        public int Days { get; private set; }

        public double Ic => Days > 0 ? _ic / Days : double.NaN;

        public double RankIc => Days > 0 ? _rankIc / Days : double.NaN;

        public void Add((double Ic, double RankIc) day)
        {
            if (double.IsNaN(day.Ic) || double.IsNaN(day.RankIc)) return;
            _ic += day.Ic;
            _rankIc += day.RankIc;
            Days++;
        }
    }
}
