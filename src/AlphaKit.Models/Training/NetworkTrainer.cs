using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Trains the networks of an ensemble one after the other: shuffled days, whole cross-sections as batches, Adam, early stopping on the validation days,
/// the best epoch kept. Everything random comes from named streams, so a training that goes on from a checkpoint ends with the same bits.
/// </summary>
internal sealed class NetworkTrainer
{
    private readonly NetworkScorer _spec;
    private readonly TrainingContext _context;
    private readonly TrainingOptions _options;
    private readonly BatchBuilder _builder;
    private readonly IReadOnlyList<TargetValues> _targets;
    private readonly DaySamples[] _training;
    private readonly DaySamples[] _validation;
    private readonly int _left;
    private readonly Checkpoint? _checkpoint;
    private readonly TrainingPace _pace;

    public NetworkTrainer(NetworkScorer spec, TrainingSet set, TrainingContext context)
    {
        _spec = spec;
        _context = context;
        _options = spec.Training;
        _pace = new TrainingPace(context);
        _builder = new BatchBuilder(set.Features, spec.Inputs);
        _targets = spec is TorchScorer torchScorer ? torchScorer.Targets : [];
        foreach (TargetValues target in _targets) RequireKnown(target, set);
        (TrainingSet training, TrainingSet validation) = set.HoldOutLast(HeldOut(set));
        _training = Samples(training);
        _validation = Samples(validation);
        _left = training.Count + validation.Count - _training.Length - _validation.Length;
        int reach = spec.Inputs.Max(i => i.Reach);
        if (_training.Length == 0) throw new InsufficientDataException($"days to train on with {reach + 1} days of features and two labels", 1, 0);
        if (_validation.Length == 0) throw new InsufficientDataException($"days to validate on with {reach + 1} days of features and two labels", 1, 0);
        if (spec.ClassRule is { } rule) RequireClasses(rule);
        if (_options.CheckpointFolder is { } folder) _checkpoint = new Checkpoint(folder, Fingerprint(set, reach));
    }

    private int StepsPerEpoch => (_training.Length + _options.DaysPerBatch - 1) / _options.DaysPerBatch;

    /// <summary>All options that change the result.</summary>
    public static string Describe(TrainingOptions o) => string.Create(
        CultureInfo.InvariantCulture,
        $"{o.Epochs} epochs, patience {o.Patience} on {o.StopOn}, {o.DaysPerBatch} days per batch, validation {(o.ValidationMonths is { } m ? $"{m} months" : o.ValidationShare.ToString("R", CultureInfo.InvariantCulture))}, rate {o.Rate}, {o.Optimiser}, clip {(o.ClipNorm is { } c ? c.ToString("R", CultureInfo.InvariantCulture) : "none")}, {o.Seeds} seeds, label {o.Label}");

    public NetworkModel Run(CancellationToken cancellationToken)
    {
        TrainingState state = _checkpoint?.TryRead() ?? new TrainingState();
        while (state.Finished.Count < _options.Seeds) Train(state, cancellationToken);
        List<string> notes = [];
        if (_left > 0) notes.Add($"{_left} days with too little history, fewer than two labels or equal labels were left out.");
        for (int seed = 1; seed <= _options.Seeds; seed++)
        {
            TrainingEpoch[] epochs = [.. state.History.Where(e => e.Seed == seed)];
            TrainingEpoch best = epochs.Last(e => e.IsBest);
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Network {seed}: {epochs.Length} epochs, best {best.Epoch} with validation IC {best.ValidationIc:F4}{(double.IsNaN(best.ValidationAuc) ? "" : string.Create(CultureInfo.InvariantCulture, $", AUC {best.ValidationAuc:F4}"))}."));
        }

        return new NetworkModel(_spec, _builder.Features.Names, [.. state.Finished.Select(Restore)], state.History, notes);
    }

    /// <summary>A target that is known later than the label would look ahead.</summary>
    private static void RequireKnown(TargetValues target, TrainingSet set)
    {
        if (!target.Axes.Matches(set.Features.Axes)) throw new ArgumentException($"{target.Target.Name} covers {target.Axes}, the features {set.Features.Axes}: both must come from the same panel.", nameof(target));
        TradingCalendar calendar = set.Features.Axes.Calendar;
        int last = set.RowOf(set.Count - 1), allowed = calendar.IndexOf(set.Cut) - target.Horizon;
        if (last > allowed) throw new LabelOverlapException(calendar[last], target.Horizon, set.Cut, allowed >= 0 ? calendar[allowed] : null);
        if (target.Horizon > set.Horizon)
            throw new ArgumentException($"{target.Target.Name} is known {target.Horizon} days later, the label {set.Horizon}: the gap before the validation is that of the label, so no target may be known later.", nameof(target));
    }

    /// <summary>A class without a sample cannot be learnt, and thresholds mean nothing for scaled labels.</summary>
    private void RequireClasses(LabelClasses rule)
    {
        if (!rule.IsShares && _options.Label != LabelScale.None)
            throw new ArgumentException($"Classes are '{rule}' in the unit of the label, but labels are scaled by {_options.Label}: set Training.Label to LabelScale.None.", nameof(rule));
        long[] counts = new long[3];
        foreach (DaySamples day in _training)
        {
            IReadOnlyList<int> own = rule.Counts(day.Labels);
            for (int c = 0; c < counts.Length; c++) counts[c] += own[c];
        }

        if (counts.Contains(0)) throw new ClassAbsentException(rule, counts);
    }

    private int HeldOut(TrainingSet set)
    {
        int held = _options.ValidationMonths is { } months
            ? set.Days.Count(d => d > set.Cut.AddMonths(-months))
            : (int)Math.Round(set.Count * _options.ValidationShare, MidpointRounding.ToEven);
        return _options.ValidationMonths is null ? Math.Clamp(held, 1, Math.Max(1, set.Count - 1)) : Math.Max(1, held);
    }

    private TrainableNetwork Restore((float[] Weights, float[] Buffers) saved)
    {
        TrainableNetwork network = _spec.Create(_builder.FeatureCounts, _context.Random.Fork("network"));
        saved.Weights.CopyTo(network.Weights, 0);
        saved.Buffers.CopyTo(network.Buffers, 0);
        return network;
    }

    private void Train(TrainingState state, CancellationToken cancellationToken)
    {
        int seed = state.Finished.Count + 1;
        RandomStream random = _context.Random.Fork($"network/{seed}");
        TrainableNetwork network = _spec.Create(_builder.FeatureCounts, random.Fork("weights"));
        if (_options.StopOn == ValidationMeasure.MacroAuc && network.Classes is null)
            throw new ArgumentException($"{_spec.Name} has no class head, so there is no AUC to stop on: set StopOn to {nameof(ValidationMeasure.Ic)}, or override Classes and ClassProbabilities of the module.");
        Adam adam = new(_options.Optimiser, network.Weights.Length);
        if (state.Weights.Length == 0) state.Begin(network);
        else state.Restore(network, adam);

        float[] gradient = new float[network.Weights.Length];
        while (state.Epoch < _options.Epochs && state.Stale < _options.Patience)
        {
            int[] order = [.. Enumerable.Range(0, _training.Length)];
            random.Fork($"epoch/{state.Epoch}").Shuffle(order.AsSpan());
            for (; state.Step < StepsPerEpoch; state.Step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int first = state.Step * _options.DaysPerBatch;
                DaySamples[] days = [.. order.Skip(first).Take(_options.DaysPerBatch).Order().Select(i => _training[i])];
                Array.Clear(gradient);
                network.Begin(random.Fork($"step/{state.Epoch}/{state.Step}").NextUInt64());
                double loss = network.Differentiate(_builder.Build(days), gradient, _context.Threads, cancellationToken);
                if (!double.IsFinite(loss)) throw new TrainingDivergedException(_spec.Name, seed, state.Epoch + 1, "The loss");
                Clip(gradient, seed, state.Epoch + 1);
                adam.Step(network.Weights, gradient, _options.Rate.At((state.Epoch * StepsPerEpoch) + state.Step, _options.Epochs * StepsPerEpoch));
                state.LossSum += loss;
                _pace.Step(Progress(state, seed, state.Step + 1, loss, null));
                if ((state.Step + 1) % _options.CheckpointSteps == 0 && state.Step + 1 < StepsPerEpoch) Save(state, network, adam, state.Step + 1);
            }

            (double ic, double auc) = Validate(network, cancellationToken);
            TrainingEpoch epoch = state.EndEpoch(network, seed, state.LossSum / StepsPerEpoch, ic, auc, _options.StopOn);
            _pace.Epoch(Progress(state, seed, 0, epoch.Loss, epoch));
            Save(state, network, adam, 0);
        }

        state.Finish();
        _checkpoint?.Write(state);
    }

    private void Save(TrainingState state, TrainableNetwork network, Adam adam, int step)
    {
        if (_checkpoint is null) return;
        state.Capture(network, adam);
        int now = state.Step;
        state.Step = step;
        _checkpoint.Write(state);
        state.Step = now;
    }

    private void Clip(float[] gradient, int seed, int epoch)
    {
        double squares = 0;
        foreach (float g in gradient) squares += (double)g * g;
        if (!double.IsFinite(squares)) throw new TrainingDivergedException(_spec.Name, seed, epoch, "The gradient");
        double norm = Math.Sqrt(squares);
        if (_options.ClipNorm is not { } limit || norm <= limit) return;
        float factor = (float)(limit / norm);
        foreach (ref float g in gradient.AsSpan()) g *= factor;
    }

    private TrainingProgress Progress(TrainingState state, int seed, int step, double loss, TrainingEpoch? epoch) =>
        new(seed, _options.Seeds, epoch?.Epoch ?? state.Epoch + 1, _options.Epochs, epoch is null ? step : StepsPerEpoch, StepsPerEpoch, loss, epoch);

    private (double Ic, double Auc) Validate(TrainableNetwork network, CancellationToken cancellationToken)
    {
        double sum = 0, aucs = 0;
        int days = 0, aucDays = 0;
        foreach (DaySamples day in _validation)
        {
            cancellationToken.ThrowIfCancellationRequested();
            float[] scores = new float[day.Columns.Length];
            network.Score(_builder.Build([day]), scores, _context.Threads, cancellationToken);
            bool[] all = new bool[scores.Length];
            Array.Fill(all, true);
            if (_options.StopOn == ValidationMeasure.MacroAuc)
            {
                double auc = MacroAuc.Of(network.Probabilities(_builder.Build([day])), network.Classes!.Of(day.Labels));
                if (!double.IsNaN(auc)) (aucs, aucDays) = (aucs + auc, aucDays + 1);
            }

            double ic = DayCorrelation.Of(scores, day.Labels, all).Ic;
            if (double.IsNaN(ic)) continue;
            sum += ic;
            days++;
        }

        return (days > 0 ? sum / days : double.NaN, aucDays > 0 ? aucs / aucDays : double.NaN);
    }

    private DaySamples[] Samples(TrainingSet set) =>
        [.. Enumerable.Range(0, set.Count).Select(i => _builder.Samples(set, i, _options.Label, _targets)).OfType<DaySamples>()];

    private string Fingerprint(TrainingSet set, int reach)
    {
        List<string> parts =
        [
            _spec.Name, .. _spec.Parameters.Select(p => $"{p.Key}={p.Value}"), .. set.FeatureNames, $"{set.Cut:yyyy-MM-dd}", $"{set.Horizon}",
            _context.Random.Fork("fingerprint").NextUInt64().ToString("x16", CultureInfo.InvariantCulture),
        ];
        foreach (DaySamples day in _training.Concat(_validation))
        {
            parts.Add($"{day.Row}:{string.Join(',', day.Columns)}:{ContentHash.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(day.Labels.AsSpan()))}");
            foreach (float[] target in day.Targets ?? []) parts.Add(ContentHash.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(target.AsSpan())));
        }

        int from = Math.Max(0, set.RowOf(0) - reach), to = set.RowOf(set.Count - 1);
        for (int t = from; t <= to; t++)
        {
            for (int k = 0; k < set.Features.Count; k++) parts.Add(ContentHash.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(set.Features[k].Values.Row(t))));
        }

        return ContentHash.Of(string.Join('\n', parts));
    }
}
