using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// A model whose parameters are searched anew in each training window: every trial is trained on the older training days and scored by its mean rank IC on
/// the newest, purged by the horizon of the label; the best is trained on all of them. Days to be predicted take no part.
/// <code>
/// new SearchedScorer
/// {
///     Model = "boosting",
///     Space = new SearchSpace(SearchDimension.LogUniform("rate", 0.01, 0.3), SearchDimension.Integer("leaves", 4, 64)),
///     Create = p =&gt; new GradientBoostingScorer { Rate = p.Number("rate"), MostLeaves = p.Integer("leaves") },
/// }
/// </code>
/// </summary>
public sealed record SearchedScorer : ModelSpec
{
    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"searched({Model}, {Trials} trials)");

    /// <summary>Name of the model, for scores, manifests and logs: it stands for <see cref="Create"/>.</summary>
    public required string Model
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>What to choose from.</summary>
    public required SearchSpace Space
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>The model of a point; must depend on the point alone.</summary>
    public required Func<SearchPoint, ModelSpec> Create
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>How points are chosen.</summary>
    /// <value>The default is <see cref="TreeParzenSearch"/>.</value>
    public SearchMethod Method
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new TreeParzenSearch();

    /// <summary>Trials in each training window.</summary>
    /// <value>1 or more. The default is 30.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Trials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Trials), value, "Must be 1 or more.");
    } = 30;

    /// <summary>Trials that are chosen from the same knowledge, see <see cref="SearchOptions.TrialsAtOnce"/>.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int TrialsAtOnce
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TrialsAtOnce), value, "Must be 1 or more.");
    } = 1;

    /// <summary>
    /// Blocks of days to validate on, the newest first, each by a model trained on what is older; the score is the mean of theirs. Each is a step for
    /// <see cref="Pruning"/>.
    /// </summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Blocks
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Blocks), value, "Must be 1 or more.");
    } = 1;

    /// <summary>Share of the training days that one block has.</summary>
    /// <value>Above 0 and below 1. The default is 0.2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double BlockShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(BlockShare), value, "Must be above 0 and below 1.");
    } = 0.2;

    /// <summary>Stops trials that are behind after a block; null to let all run to their end.</summary>
    /// <value>The default is null.</value>
    public MedianPruning? Pruning { get; init; }

    /// <summary>Folder for the trials, one file of JSON lines per training window; null for none. A training that was stopped goes on from there.</summary>
    /// <value>The default is null.</value>
    public string? LogFolder { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("model", Model),
        new("space", Space.ToString()),
        new("method", Method.ToString()),
        new("trials", Trials.ToString(CultureInfo.InvariantCulture)),
        new("trials_at_once", TrialsAtOnce.ToString(CultureInfo.InvariantCulture)),
        new("blocks", Blocks.ToString(CultureInfo.InvariantCulture)),
        new("block_share", BlockShare.ToString("R", CultureInfo.InvariantCulture)),
        new("pruning", Pruning?.ToString() ?? "none"),
    ];

    /// <inheritdoc/>
    /// <exception cref="SearchFailedException">No trial has a score.</exception>
    /// <exception cref="SearchLogException">The log is damaged or of another search.</exception>
    public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        (TrainingSet Training, TrainingSet Validation)[] blocks = Split(set);
        SearchOptions options = new()
        {
            Method = Method,
            Trials = Trials,
            TrialsAtOnce = TrialsAtOnce,
            Pruning = Pruning,
            Threads = context.Threads,
            Seed = context.Random.Fork("search").NextUInt64(),
            LogPath = LogFolder is null ? null : Path.Combine(LogFolder, $"{set.Cut:yyyy-MM-dd}.jsonl"),
            Subject = LogFolder is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Model}, {Blocks} blocks of {BlockShare:R}, data {TrainingSetHash.Of(set)}"),
        };
        SearchResult result = HyperparameterSearch.Run(Space, (point, trial) => Score(point, trial, blocks), options, Progress(context), cancellationToken);
        SearchTrial best = result.Best ?? throw new SearchFailedException(result.Trials.Count, result.Trials[0].Message);
        ITrainedModel model = Create(best.Point).Fit(set, context with { Random = context.Random.Fork("chosen") }, cancellationToken);
        return new SearchedModel(model, result, best);
    }

    private (TrainingSet Training, TrainingSet Validation)[] Split(TrainingSet set)
    {
        int days = Math.Max(1, (int)Math.Round(set.Count * BlockShare, MidpointRounding.ToEven));
        List<(TrainingSet, TrainingSet)> blocks = [];
        TrainingSet left = set;
        for (int k = 0; k < Blocks; k++)
        {
            (TrainingSet training, TrainingSet validation) = left.HoldOutLast(days);
            blocks.Add((training, validation));
            left = training;
        }

        return [.. blocks];
    }

    private double Score(SearchPoint point, SearchTrialContext trial, (TrainingSet Training, TrainingSet Validation)[] blocks)
    {
        ModelSpec spec = Create(point);
        double sum = 0;
        for (int k = 0; k < blocks.Length; k++)
        {
            TrainingContext context = new() { Random = trial.Random.Fork(k), Threads = trial.Threads };
            ITrainedModel model = spec.Fit(blocks[k].Training, context, trial.CancellationToken);
            sum += ValidationScore.MeanRankIc(model, blocks[k].Validation, new float[blocks[k].Validation.Symbols.Count], trial.CancellationToken);
            if (!double.IsFinite(sum)) return double.NaN;
            trial.Report(sum / (k + 1));
        }

        return sum / blocks.Length;
    }

    private static Reporter? Progress(TrainingContext context) => context.Progress is { } target ? new Reporter(target) : null;

    private sealed class Reporter(IProgress<string> target) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => target.Report($"{value.Last}; {value.Done} of {value.Trials}");
    }
}
