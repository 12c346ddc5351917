namespace AlphaKit.Models.Tests;

/// <summary>What a training does with input that it cannot use: a typed error that says what to do, or no opinion; never a NaN that goes on.</summary>
[Collection("libtorch")]
public sealed class BadInputTests
{
    private static readonly RecurrentScorer s_gru = new()
    {
        Hidden = 4, Inputs = [new SequenceInput { Steps = 4 }], Training = new TrainingOptions { Epochs = 2, Seeds = 1, DaysPerBatch = 4 },
    };

    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(500) with { MinimumTrainDays = 80 };

    [Fact]
    public void Features_without_a_number_are_missing_and_infinite_ones_are_refused()
    {
        // Never both features of a share at once: it would have no score then.
        Study s = Study.Random(3, 150, 20, 2, 0.4);
        for (int t = 0; t < 150; t++) s.Features[0][t][t % 20] = s.Features[1][t][((t * 7) + 1) % 20] = float.NaN;
        WalkForwardResult r = WalkForward.Train(s_gru, s.X(), s.Y(), s_plan);
        int first = s.Axes.Calendar.IndexOf(r.Trained[0].PredictFrom);
        for (int t = first; t < 150; t++) Assert.All(r.Scores.Values.Row(t).ToArray(), v => Assert.True(float.IsFinite(v)));
        Assert.All(((NetworkModel)r.Trained[0].Model).Tensors(0).SelectMany(w => w.Values.ToArray()), v => Assert.True(float.IsFinite(v)));

        s.Features[1][70][3] = float.PositiveInfinity;
        Assert.Contains("f1", Assert.Throws<ArgumentException>(() => WalkForward.Train(s_gru, s.X(), s.Y(), s_plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Features_without_a_value_and_days_without_labels_leave_nothing_to_train_on()
    {
        Study empty = new(150, 20, 2), flat = Study.Random(3, 150, 20, 2, 0.4);
        Assert.Throws<InsufficientDataException>(() => WalkForward.Train(s_gru, empty.X(), empty.Y(), s_plan));
        foreach (float[] day in flat.Prices) Array.Fill(day, 100); // equal labels teach nothing
        InsufficientDataException error = Assert.Throws<InsufficientDataException>(() => WalkForward.Train(s_gru, flat.X(), flat.Y(), s_plan));
        Assert.Contains("train on", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_without_samples_has_no_states_and_no_gradient()
    {
        RecurrentLayer layer = new(RecurrentCell.Gru, 2, 3);
        layer.SetWeights(new float[layer.WeightCount]);
        SequenceBatch none = SequenceBatch.Dense([], 4, 2);
        float[] gradient = new float[layer.WeightCount];
        layer.Forward(none, [], 1, default);
        layer.Backward(none, [], gradient, default, 1, default);
        Assert.All(gradient, g => Assert.Equal(0, g));
        Assert.Throws<ArgumentException>(() => layer.Forward(SequenceBatch.Dense(new float[12], 4, 3), new float[3], 1, default));
        Assert.Throws<ArgumentException>(() => SequenceBatch.Dense(new float[9], 4, 2));
    }

    [Fact]
    public void A_training_that_diverges_says_what_to_lower()
    {
        Study s = Study.Random(3, 150, 20, 2, 0.4);
        RecurrentScorer wild = s_gru with { Loss = new MultiTaskLoss { Head = new Undefined() } };
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => WalkForward.Train(wild, s.X(), s.Y(), s_plan));
        Assert.Contains("LearningRate", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Epoch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(-40)]
    public void A_checkpoint_that_was_cut_off_is_refused(int length)
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-checkpoint").FullName;
        try
        {
            Study s = Study.Random(3, 150, 20, 2, 0.4);
            RecurrentScorer spec = s_gru with { Training = s_gru.Training with { CheckpointFolder = folder } };
            WalkForward.Train(spec, s.X(), s.Y(), s_plan);
            string file = Assert.Single(Directory.GetFiles(folder));
            byte[] whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, whole[..(length >= 0 ? length : whole.Length + length)]);
            Refused(spec, s, file);

            // Cut off, but with a check sum of its own.
            byte[] part = whole[..Math.Max(0, length >= 0 ? length : whole.Length + length - 32)];
            File.WriteAllBytes(file, [.. part, .. System.Security.Cryptography.SHA256.HashData(part)]);
            Refused(spec, s, file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static void Refused(RecurrentScorer spec, Study s, string file)
        {
            CheckpointException error = Assert.Throws<CheckpointException>(() => WalkForward.Train(spec, s.X(), s.Y(), s_plan));
            Assert.Equal(file, error.Path);
            Assert.Contains("Delete it", error.Message, StringComparison.Ordinal);
        }
    }

    [TorchFact]
    public void A_class_without_a_sample_is_refused_and_thresholds_want_labels_as_they_are()
    {
        Study s = Study.Random(3, 150, 20, 4, 0.4); // returns of about one per cent
        AttentionDnnScorer scorer = new() { Inputs = [new SequenceInput { Steps = 1 }], Training = s_gru.Training };
        AttentionDnnScorer far = scorer with { Classes = LabelClasses.Thresholds(-0.5, 0.5), Training = scorer.Training with { Label = LabelScale.None } };
        ClassAbsentException absent = Assert.Throws<ClassAbsentException>(() => WalkForward.Train(far, s.X(), s.Y(), s_plan));
        Assert.Equal(0, absent.Counts[0]);
        Assert.True(absent.Counts[1] > 0);
        Assert.Contains("up 0", absent.Message, StringComparison.Ordinal);

        ArgumentException scaled = Assert.Throws<ArgumentException>(() => WalkForward.Train(scorer with { Classes = LabelClasses.TwoPercent }, s.X(), s.Y(), s_plan));
        Assert.Contains("LabelScale.None", scaled.Message, StringComparison.Ordinal);
        WalkForward.Train(far with { Classes = LabelClasses.Thresholds(-0.01, 0.01) }, s.X(), s.Y(), s_plan);
    }

    private sealed record Undefined : CrossSectionLoss
    {
        public override string Name => "undefined";

        protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient) => double.NaN;
    }
}
