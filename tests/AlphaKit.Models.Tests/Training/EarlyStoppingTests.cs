namespace AlphaKit.Models.Tests.Training;

[Collection("libtorch")]
public sealed class EarlyStoppingTests
{
    private static readonly TrainingOptions s_options = new() { Epochs = 12, Patience = 3, Seeds = 2, DaysPerBatch = 4, Rate = LearningRate.Constant(0.01), StopOn = ValidationMeasure.MacroAuc };

    [Fact]
    public void Macro_AUC_is_the_mean_share_of_pairs_in_order()
    {
        // By hand: class 0 has 5 of 6 pairs in order, class 1 has 5 and a tie of 6, class 2 has 4 of 4.
        float[] p =
        [
            0.8f, 0.1f, 0.1f,
            0.4f, 0.4f, 0.2f,
            0.5f, 0.4f, 0.1f,
            0.1f, 0.6f, 0.3f,
            0.2f, 0.3f, 0.5f,
        ];
        Assert.Equal(((5 / 6.0) + (5.5 / 6) + 1) / 3, MacroAuc.Of(p, [0, 0, 1, 1, 2]), 1e-12);
        Assert.Equal(MacroAuc.Of(p.AsSpan(0, 12), [0, 0, 1, 1]), MacroAuc.Of(p, [0, 0, 1, 1, LabelClasses.Missing]), 1e-12);
        Assert.Equal(((3 / 4.0) + (3.5 / 4)) / 2, MacroAuc.Of(p.AsSpan(0, 12), [0, 0, 1, 1]), 1e-12); // class 2 is absent
        Assert.Equal(double.NaN, MacroAuc.Of(p, [1, 1, 1, 1, 1]));
        Assert.Equal(double.NaN, MacroAuc.Of([], []));
        Assert.Equal(0.5, MacroAuc.Of(new float[30], [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]), 1e-12);
        Assert.Throws<ArgumentException>(() => MacroAuc.Of(p, [0, 1, 2, 3, 0]));
        Assert.Throws<ArgumentException>(() => MacroAuc.Of(p, [0, 1, 2, 1]));
    }

    [TorchFact]
    public void Training_on_classes_keeps_the_epoch_of_the_best_AUC_and_stops_when_it_has_not_risen()
    {
        NetworkModel model = Fit(new AttentionDnnScorer { Inputs = [new SequenceInput { Steps = 1 }], Training = s_options });
        foreach (TrainingEpoch[] curve in model.History.GroupBy(e => e.Seed).Select(g => g.ToArray()))
        {
            Assert.All(curve, e => Assert.InRange(e.ValidationAuc, 0.4, 1));
            double most = double.NegativeInfinity;
            foreach (TrainingEpoch e in curve)
            {
                Assert.Equal(e.ValidationAuc > most, e.IsBest);
                most = Math.Max(most, e.ValidationAuc);
            }

            int best = curve.Last(e => e.IsBest).Epoch;
            Assert.Equal(Math.Min(s_options.Epochs, best + s_options.Patience), curve[^1].Epoch);
        }

        Assert.Contains("AUC", model.Notes[^1], StringComparison.Ordinal);
        Assert.Equal(model.History.Select(e => e.ValidationAuc), model.Curves["validation_auc"].Numbers);
        Assert.Equal(model.History.Count, model.Curves.RowCount);
        NetworkModel byIc = Fit(new AttentionDnnScorer { Inputs = [new SequenceInput { Steps = 1 }], Training = s_options with { StopOn = ValidationMeasure.Ic } });
        Assert.All(byIc.History, e => Assert.True(double.IsNaN(e.ValidationAuc)));
        Assert.Throws<ArgumentException>(() => Fit(new RecurrentScorer { Hidden = 4, Inputs = [new SequenceInput { Steps = 2 }], Training = s_options }));
    }

    [Fact]
    public void Progress_foretells_the_end_from_the_steps_so_far()
    {
        Ticking time = new();
        List<TrainingProgress> seen = [];
        List<string> lines = [];
        RecurrentScorer gru = new() { Hidden = 4, Inputs = [new SequenceInput { Steps = 2 }], Training = s_options with { StopOn = ValidationMeasure.Ic, Epochs = 3 } };
        Fit(gru, new TrainingContext { Random = RandomStream.Create(1, "test"), Time = time, Steps = new Listener<TrainingProgress>(seen.Add), Progress = new Listener<string>(lines.Add) });
        int steps = seen[0].Steps;
        Assert.Equal(2 * 3 * (steps + 1), seen.Count);
        Assert.Equal((6 * steps) - 1, seen[0].StepsLeft);
        Assert.Equal(0, seen[^1].StepsLeft);

        // Every reading of the clock is a second later than the one before: after the first step it was read twice, a second for a step.
        Assert.Equal(TimeSpan.FromSeconds(seen[0].StepsLeft), seen[0].TimeLeft);
        Assert.Equal(TimeSpan.Zero, seen[^1].TimeLeft);
        Assert.Equal(6, lines.Count);
        Assert.EndsWith("at most 00:00:00 to go", lines[^1], StringComparison.Ordinal);
        Assert.Equal(6, seen.Count(p => p.Ended is not null));
        Assert.All(seen.Where(p => p.Ended is not null), p => Assert.Equal(p.Ended!.Loss, p.Loss));
    }

    private static NetworkModel Fit(NetworkScorer scorer, TrainingContext? context = null)
    {
        Study s = Study.Random(3, 110, 40, 3, 0.5);
        TrainingSet set = TrainingSet.Of(s.X(), s.Y(), [.. Enumerable.Range(5, 80).Select(t => s.Axes.Calendar[t])], s.Axes.Calendar[90]);
        return (NetworkModel)scorer.Fit(set, context ?? new TrainingContext { Random = RandomStream.Create(1, "test") }, default);
    }

    private sealed class Listener<T>(Action<T> heard) : IProgress<T>
    {
        public void Report(T value) => heard(value);
    }

    private sealed class Ticking : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
