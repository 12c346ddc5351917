namespace AlphaKit.Models.Tests.Training;

/// <summary>A training of a second or two that a test kills and resumes.</summary>
internal static class KilledTraining
{
    public const int CheckpointSteps = 4;

    public static string Hash(string kind, string? folder, IProgress<TrainingProgress>? steps = null)
    {
        Study s = Study.Random(5, 150, 15, 4, 0.5);
        TrainingOptions training = new()
        {
            Epochs = 3, Patience = 5, Seeds = 2, DaysPerBatch = 4, CheckpointSteps = CheckpointSteps, CheckpointFolder = folder, Rate = LearningRate.Constant(0.005), ClipNorm = 1,
        };
        NetworkScorer scorer = kind switch
        {
            "gru" => new RecurrentScorer { Hidden = 16, Inputs = [new SequenceInput { Steps = 10 }], Training = training },
            "decoder" => new DecoderScorer
            {
                Inputs = [new SequenceInput { Steps = 4 }], Training = training,
                Network = new CausalDecoderOptions { Width = 8, Heads = 2, Layers = 1, FeedForward = 12, Dropout = 0.2 },
            },
            _ => throw new ArgumentException(kind, nameof(kind)),
        };
        TrainingSet set = TrainingSet.Of(s.X(), s.Y(), [.. Enumerable.Range(12, 110).Select(t => s.Axes.Calendar[t])], s.Axes.Calendar[130]);
        NetworkModel model = (NetworkModel)scorer.Fit(set, new TrainingContext { Random = RandomStream.Create(1, "killed"), Threads = 1, Steps = steps }, default);
        return ContentHash.Of(string.Join('\n', Enumerable.Range(0, model.Count).SelectMany(k => model.Tensors(k)).Select(t => t.Name + string.Join(' ', t.Values.ToArray().Select(BitConverter.SingleToInt32Bits)))))
            + string.Join(';', model.History);
    }
}
