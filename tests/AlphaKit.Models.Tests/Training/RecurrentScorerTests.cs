using AlphaKit.TestSupport;

namespace AlphaKit.Models.Tests;

public sealed class RecurrentScorerTests
{
    private static readonly TrainingOptions Short = new() { Epochs = 6, Patience = 3, Seeds = 1, DaysPerBatch = 4, Rate = LearningRate.Constant(0.01) };
    private static readonly RecurrentScorer Gru = new() { Hidden = 6, Inputs = [new SequenceInput { Steps = 4 }], Training = Short };
    private static readonly WalkForwardPlan Plan = WalkForwardPlan.EveryDays(60) with { MinimumTrainDays = 80 };

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "gru_ic_less_ridge_ic")]
    [Trait("Claim", "gru_ic_of_noise")]
    public void It_finds_what_a_linear_model_cannot_see_and_nothing_in_noise()
    {
        // Tomorrow's return follows today's feature, which ridge sees too, and the product of today's and yesterday's, which it cannot see.
        RecurrentScorer gru = Gru with { Hidden = 8, Training = Short with { Epochs = 25, Patience = 6, Rate = LearningRate.Constant(0.02) } };
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(100) with { MinimumTrainDays = 200 };
        double least = double.PositiveInfinity;
        List<double> noise = [];
        foreach (ulong seed in new ulong[] { 11, 12, 13 })
        {
            Study s = Product(400, 50, seed, linear: 0.2, product: 0.4), none = Product(400, 50, seed, 0, 0);
            double network = Ic(WalkForward.Train(gru, s.X(), s.Y(), plan)), ridge = Ic(WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), plan));
            Assert.True(ridge > 0.1, $"ridge finds the linear part: {ridge}");
            least = Math.Min(least, network - ridge);
            noise.Add(Ic(WalkForward.Train(gru, none.X(), none.Y(), plan)));
        }

        Claim.AtLeast("gru_ic_less_ridge_ic", least, 0.1);

        // Some 195 days of 50 names for each seed: the standard error of the mean of all is 1 / √(3 · 195 · 50).
        Claim.Between("gru_ic_of_noise", noise.Average() * Math.Sqrt(3 * 195 * 50), -3, 3);
    }

    [Fact]
    public void Validation_can_be_the_last_months()
    {
        Study s = Product(200, 20);
        TrainingSet set = TrainingSet.Of(s.X(), s.Y(), [.. Enumerable.Range(0, 150).Select(t => s.Axes.Calendar[t])], s.Axes.Calendar[160]);
        NetworkModel months = Fit(Short with { ValidationMonths = 3 });
        int held = set.Days.Count(d => d > set.Cut.AddMonths(-3));
        Assert.Equal(Tensors(months), Tensors(Fit(Short with { ValidationShare = held / 150.0 })));
        Assert.Throws<InsufficientDataException>(() => Fit(Short with { ValidationMonths = 12 }));

        NetworkModel Fit(TrainingOptions options) => (NetworkModel)(Gru with { Training = options }).Fit(set, new TrainingContext { Random = RandomStream.Create(1, "test") }, default);

        static float[] Tensors(NetworkModel model) => [.. model.Tensors(0).SelectMany(t => t.Values.ToArray())];
    }

    [Fact]
    public void Nothing_known_after_the_cut_changes_a_weight()
    {
        Study s = Product(200, 20);
        WalkForwardFold a = Run(s).Trained[0], b = Run(s.PoisonedAfter(s.Axes.Calendar.IndexOf(Run(s).Trained[0].Cut))).Trained[0];
        Assert.Equal(Values(a), Values(b));
        Study known = s.PoisonedAfter(s.Axes.Calendar.IndexOf(a.Cut) - 40);
        Assert.NotEqual(Values(a), Values(Run(known).Trained[0]));
    }

    [Fact]
    public void Bits_do_not_depend_on_threads()
    {
        Study s = Product(160, 60);
        float[] one = Values(Run(s, new WalkForwardOptions { Threads = 1 }).Trained[0]);
        Assert.Equal(one, Values(Run(s, new WalkForwardOptions { Threads = 3 }).Trained[0]));
        Assert.NotEqual(one, Values(Run(s, new WalkForwardOptions { Seed = 8 }).Trained[0]));
    }

    [Fact]
    public void A_training_that_was_stopped_goes_on_to_the_same_weights()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-checkpoint").FullName;
        try
        {
            Study s = Product(140, 20);
            TrainingOptions two = Short with { Seeds = 2, Patience = 6 };
            WalkForwardFold whole = Run(s, spec: Gru with { Training = two, Loss = new MultiTaskLoss { Head = new Stopping(-1, () => { }) } }).Trained[0];
            int days = 0;
            foreach (int day in new[] { 3, 30, 95, 130, 170, 240 })
            {
                // In the middle of a step, of an epoch, of either network.
                using CancellationTokenSource stop = new();
                RecurrentScorer stopped = Gru with { Training = two with { CheckpointFolder = folder, CheckpointSteps = 2 }, Loss = new MultiTaskLoss { Head = new Stopping(day - days, stop.Cancel) } };
                Assert.ThrowsAny<OperationCanceledException>(() => WalkForward.Train(stopped, s.X(), s.Y(), Plan, null, null, stop.Token));
                days = day - 8; // at least so many days were done before the last checkpoint
            }

            RecurrentScorer spec = Gru with { Training = two with { CheckpointFolder = folder }, Loss = new MultiTaskLoss { Head = new Stopping(-1, () => { }) } };
            Assert.NotEmpty(Directory.GetFiles(folder, "*.checkpoint"));
            WalkForwardFold resumed = Run(s, spec: spec).Trained[0];
            for (int k = 0; k < 2; k++) Assert.Equal(Values(whole, k), Values(resumed, k));
            Assert.Equal(((NetworkModel)whole.Model).History, ((NetworkModel)resumed.Model).History);
            foreach (string file in Directory.GetFiles(folder))
            {
                byte[] bytes = File.ReadAllBytes(file);
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(file, bytes);
            }

            CheckpointException e = Assert.Throws<CheckpointException>(() => Run(s, spec: spec));
            Assert.Contains("Delete it", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Shares_without_history_have_no_score()
    {
        Study s = Product(160, 20);
        for (int t = 0; t < 160; t++) s.Features[0][t][3] = t is > 100 and < 140 ? float.NaN : s.Features[0][t][3];
        for (int t = 0; t < 160; t++) s.Features[1][t][3] = s.Features[0][t][3];
        WalkForwardResult r = Run(s);
        for (int t = s.Axes.Calendar.IndexOf(r.Trained[0].PredictFrom); t < 160; t++)
        {
            Assert.Equal(t is > 100 and < 141, float.IsNaN(r.Scores.Values[t, 3])); // two of four steps at 141
            Assert.False(float.IsNaN(r.Scores.Values[t, 4]));
        }
    }

    [Fact]
    public void Stored_weights_score_as_the_trained_model()
    {
        Study s = Product(160, 20);
        WalkForwardResult r = Run(s);
        NetworkModel trained = (NetworkModel)r.Trained[0].Model, loaded = NetworkModel.FromTensors(Gru, s.X().Names, [trained.Tensors(0)]);
        float[] a = new float[20], b = new float[20];
        FeatureDay day = new(s.X(), s.Axes.Calendar[120]);
        trained.Predict(day, a);
        loaded.Predict(day, b);
        Assert.Equal(a, b);
        Assert.True(trained.History.Count is > 0 and <= 6);
        Assert.Contains("best", trained.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_divided_by_their_last_value_see_no_level()
    {
        SequenceInput input = new() { Features = ["f0"], Steps = 3, Scale = SequenceScale.LastValue };
        Study s = new(4, 3, 1);
        float[][] values = [[10, 1, 0], [20, 2, 5], [float.NaN, 4, 0], [40, 4, 0]];
        for (int t = 0; t < 4; t++) values[t].CopyTo(s.Features[0][t], 0);
        SequenceStore store = new(s.X(), input);
        float[] window = new float[3];
        store.Copy(3, 0, window);
        Assert.Equal([-0.5f, 0, 0], window);
        store.Copy(3, 1, window);
        Assert.Equal([-0.5f, 0, 0], window);
        store.Copy(3, 2, window);
        Assert.Equal([0, -1, -1], window);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Study s = Product(120, 10);
        Assert.Throws<ArgumentException>(() => Run(s, spec: Gru with { Inputs = [new SequenceInput { Features = ["other"] }] }));
        Assert.Throws<ArgumentException>(() => Run(s, spec: Gru with { Inputs = [new SequenceInput { Features = ["f0"], Steps = 4 }, new SequenceInput { Steps = 4 }] }));
        Assert.Throws<ArgumentException>(() => Gru with { Inputs = [] });
        Assert.Throws<InsufficientDataException>(() => Run(s, spec: Gru with { Inputs = [new SequenceInput { Steps = 110 }] }));
    }

    private static WalkForwardResult Run(Study s, WalkForwardOptions? options = null, NetworkScorer? spec = null) => WalkForward.Train(spec ?? Gru, s.X(), s.Y(), Plan, options);

    private static double Ic(WalkForwardResult r) => r.Trained.Sum(f => f.OutOfSampleIc * f.OutOfSampleDays) / r.Trained.Sum(f => f.OutOfSampleDays);

    private static float[] Values(WalkForwardFold fold, int network = 0) => [.. ((NetworkModel)fold.Model).Tensors(network).SelectMany(t => t.Values.ToArray())];

    /// <summary>Two features; the return from T + 1 to T + 2 follows linear · f0(T) + product · f0(T) · f0(T − 1) plus noise of size 1.</summary>
    private static Study Product(int days, int names, ulong seed = 11, double linear = 0, double product = 0.5)
    {
        RandomStream random = RandomStream.Create(seed, "product");
        Study s = new(days, names, 2);
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < names; i++)
            {
                for (int k = 0; k < 2; k++) s.Features[k][t][i] = (float)random.NextNormal();
                double foreseen = t >= 3 ? (linear * s.Features[0][t - 2][i]) + (product * s.Features[0][t - 2][i] * s.Features[0][t - 3][i]) : 0;
                if (t > 0) s.Prices[t][i] = (float)(s.Prices[t - 1][i] * (1 + (0.01 * (foreseen + random.NextNormal()))));
            }
        }

        return s;
    }

    /// <summary>A squared error that stops the training at a given call.</summary>
    private sealed record Stopping(int At, Action Stop) : CrossSectionLoss
    {
        private readonly int[] _calls = [0];

        public override string Name => "stopping";

        protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient)
        {
            if (++_calls[0] == At) Stop();
            double sum = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                double d = scores[i] - labels[i];
                sum += d * d;
                gradient[i] = 2 * d / scores.Length;
            }

            return sum / scores.Length;
        }
    }
}
