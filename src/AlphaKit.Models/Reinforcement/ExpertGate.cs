using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// Weights of experts by reinforcement learning 强化学习: a policy that sees how the experts fared lately decides every day how to mix their scores, trained
/// by PPO on days whose outcomes are known.
/// </summary>
/// <remarks>
/// State of day t: per expert and window the mean IC (Pearson) over the newest days whose labels are known at t – day u with u + horizon ≤ t, one day
/// earlier if the scores are known before the close –, the given series, the weights of t − 1. Action: logits from a normal distribution around what the
/// network says; weights are their softmax. Reward: the IC of the mix with the label of t, less that of equal weights on the same day – a number that the
/// action does not change, taken off to see through the noise of the day – less the cost of switching times half the sum of the changes of weights. A fold
/// with its first decided day P trains on days T with T + horizon + embargo ≤ P − 1; it decides with the means of its policies, averaged. The scores of the
/// experts must be out of sample themselves, as those of a walk-forward training are.
/// </remarks>
public static class ExpertGate
{
    /// <summary>Trains and decides.</summary>
    /// <param name="experts">The scores of two or more experts, all over the same days and symbols, names unique.</param>
    /// <param name="labels">The labels, over the same days and symbols.</param>
    /// <param name="plan">When to train and on what; the sample stride must be 1, for days follow each other.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="series">What is known of the market; may be null.</param>
    /// <param name="progress">Receives the folds as they are trained; may be null.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentException">There are fewer than two experts, axes differ, names come twice, a series has another number of days, or the stride is not 1.</exception>
    /// <exception cref="InsufficientDataException">No retrain day has enough days before it.</exception>
    public static ExpertGateResult Train(
        IReadOnlyList<Scores> experts,
        LabelValues labels,
        WalkForwardPlan plan,
        ExpertGateOptions? options = null,
        IReadOnlyList<GateSeries>? series = null,
        IProgress<WalkForwardProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(experts);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new ExpertGateOptions();
        series ??= [];
        Clock clock = Check(experts, labels, plan, series);
        FeatureTensor scores = Joined(experts, labels);
        GateEnvironment environment = new(scores, labels, series, options.Windows, labels.Horizon + (clock < Clock.Close ? 1 : 0));
        List<string> notes = [];
        IReadOnlyList<FoldWindow> windows = FoldSchedule.Of(scores, labels, plan, notes);
        RandomStream random = RandomStream.Create(options.Seed, "expert-gate");
        double[]?[] weights = new double[]?[scores.Axes.Days];
        double[] before = Equal(experts.Count);
        List<ExpertGateFold> folds = [];
        foreach (FoldWindow window in windows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] training = [.. window.Train.Where(environment.HasReward)];
            if (training.Length < 2) throw new InsufficientDataException("training days on which all experts and labels vary", 2, training.Length);
            DateOnly first = scores.Axes.Calendar[window.PredictFrom];
            progress?.Report(new WalkForwardProgress(folds.Count + 1, windows.Count, $"training on {training.Length} days up to {scores.Axes.Calendar[window.Cut]:yyyy-MM-dd}"));
            GatePolicy[] policies = new GatePolicy[options.Policies];
            ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
            Parallel.For(0, policies.Length, parallel, k => policies[k] = PpoTrainer.Train(environment, training, options, random.Fork($"{first:yyyy-MM-dd}/{k}"), cancellationToken));
            for (int t = window.PredictFrom; t <= window.PredictTo; t++) before = weights[t] = Decide(environment, policies, t, before);
            folds.Add(Fold(environment, scores.Axes.Calendar, window, training, weights, folds.Count + 1));
        }

        return new ExpertGateResult(Mix(scores, weights, clock), folds, WeightTable(scores, weights), notes);
    }

    private static Clock Check(IReadOnlyList<Scores> experts, LabelValues labels, WalkForwardPlan plan, IReadOnlyList<GateSeries> series)
    {
        if (experts.Count < 2) throw new ArgumentException($"A gate needs two experts or more, there are {experts.Count}.", nameof(experts));
        foreach (Scores expert in experts)
        {
            if (!expert.Axes.Matches(labels.Axes)) throw new ArgumentException($"The scores '{expert.Name}' cover {expert.Axes}, the labels {labels.Axes}.", nameof(experts));
        }

        foreach (GateSeries one in series)
        {
            if (one.Values.Count != labels.Axes.Days) throw new ArgumentException($"The series '{one.Name}' has {one.Values.Count} values, there are {labels.Axes.Days} days.", nameof(series));
            if (one.Values.Any(double.IsInfinity)) throw new ArgumentException($"The series '{one.Name}' holds an infinite value.", nameof(series));
        }

        if (plan.SampleStride != 1) throw new ArgumentException($"The sample stride is {plan.SampleStride}, it must be 1: days follow each other.", nameof(plan));
        return experts.Select(e => e.KnownAt).Concat(series.Select(s => s.KnownAt)).Max();
    }

    /// <summary>The experts as features, missing outside the universe.</summary>
    private static FeatureTensor Joined(IReadOnlyList<Scores> experts, LabelValues labels) => new(
        experts.Select(e => new FactorValues(e.Name, e.Axes, FieldMatrix.Create(e.Axes.Days, e.Axes.Count, (t, row) =>
        {
            ReadOnlySpan<float> from = e.Values.Row(t);
            ReadOnlySpan<bool> members = labels.Members.Row(t);
            for (int i = 0; i < row.Length; i++) row[i] = members[i] ? from[i] : float.NaN;
        }), e.KnownAt)),
        labels.Members);

    private static double[] Equal(int experts)
    {
        double[] weights = new double[experts];
        Array.Fill(weights, 1.0 / experts);
        return weights;
    }

    private static double[] Decide(GateEnvironment environment, GatePolicy[] policies, int day, double[] before)
    {
        double[] sum = new double[environment.Experts], mean = new double[sum.Length], own = new double[sum.Length], input = new double[policies[0].Inputs];
        foreach (GatePolicy policy in policies)
        {
            policy.Input(environment.StateAt(day), before, input);
            policy.Mean(input, mean);
            GatePolicy.Softmax(mean, own);
            for (int e = 0; e < sum.Length; e++) sum[e] += own[e] / policies.Length;
        }

        return sum;
    }

    private static ExpertGateFold Fold(GateEnvironment environment, TradingCalendar calendar, FoldWindow window, int[] training, double[]?[] weights, int number)
    {
        int[] decided = [.. Enumerable.Range(window.PredictFrom, window.PredictTo - window.PredictFrom + 1)], rewarded = [.. decided.Where(environment.HasReward)];
        double[] best = FixedGate.Best(environment, training), equal = Equal(environment.Experts);
        return new ExpertGateFold
        {
            Number = number,
            TrainFrom = calendar[training[0]],
            TrainTo = calendar[training[^1]],
            Cut = calendar[window.Cut],
            DecideFrom = calendar[window.PredictFrom],
            DecideTo = calendar[window.PredictTo],
            Days = rewarded.Length,
            GateIc = rewarded.Length > 0 ? rewarded.Average(t => environment.Ic(t, weights[t])) : double.NaN,
            EqualIc = environment.MeanIc(decided, equal),
            FixedIc = environment.MeanIc(decided, best),
            FixedWeights = best,
            Turnover = decided.Average(t => PpoTrainer.Turnover(weights[t], weights[t - 1] ?? equal)),
        };
    }

    private static Scores Mix(FeatureTensor scores, double[]?[] weights, Clock clock) => new("expert-gate", scores.Axes, FieldMatrix.Create(scores.Axes.Days, scores.Axes.Count, (t, row) =>
    {
        if (weights[t] is not { } w) return;
        ReadOnlySpan<bool> members = scores.Members.Row(t);
        double[] sum = new double[row.Length];
        for (int e = 0; e < w.Length; e++)
        {
            ReadOnlySpan<float> own = scores[e].Values.Row(t);
            (double mean, double factor) = ScaledDay.Moments(own, members);
            for (int i = 0; i < sum.Length; i++) sum[i] += w[e] * (own[i] - mean) * factor;
        }

        for (int i = 0; i < row.Length; i++) row[i] = members[i] ? (float)sum[i] : float.NaN;
    }), clock);

    private static Table WeightTable(FeatureTensor scores, double[]?[] weights)
    {
        int[] days = [.. Enumerable.Range(0, weights.Length).Where(t => weights[t] is not null)];
        return new Table("expert_weights", [
            TableColumn.Date("date", days.Select(t => scores.Axes.Calendar[t])),
            .. Enumerable.Range(0, scores.Count).Select(e => TableColumn.Number(scores.Names[e], days.Select(t => weights[t]![e]), "F4")),
        ]);
    }
}
