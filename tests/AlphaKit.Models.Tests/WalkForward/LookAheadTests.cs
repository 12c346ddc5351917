namespace AlphaKit.Models.Tests;

/// <summary>Scores of a day may not change when everything known after it does, for every scorer that needs no native library.</summary>
public sealed class LookAheadTests
{
    private static readonly TrainingOptions s_training = new() { Epochs = 2, Seeds = 2, DaysPerBatch = 8 };

    private static ModelSpec[] All =>
    [
        new RecurrentScorer { Hidden = 4, Inputs = [new SequenceInput { Steps = 5 }], Training = s_training },
        new RecurrentScorer { Hidden = 4, Cell = RecurrentCell.Lstm, Inputs = [new SequenceInput { Steps = 4, Stride = 3, Scale = SequenceScale.LastValue }], Training = s_training },
        new RandomForestScorer { Trees = 3, LeastSamples = 20 },
        new GradientBoostingScorer { Rounds = 3, LeastSamples = 20 },
        new IcirScorer(),
        new BlendScorer { Models = [new RidgeScorer(), new IcirScorer()] },
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Nothing_later_changes_a_score(int which)
    {
        ModelSpec spec = All[which];
        Study s = Study.Random(9, 150, 15, 3, 0.3);
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(30) with { MinimumTrainDays = 60 };
        FieldMatrix whole = WalkForward.Train(spec, s.X(), s.Y(3), plan).Scores.Values;
        foreach (int last in new[] { 75, 94, 120 })
        {
            Study poisoned = s.PoisonedAfter(last);
            FieldMatrix other = WalkForward.Train(spec, poisoned.X(), poisoned.Y(3), plan).Scores.Values;
            int scored = 0;
            for (int t = 0; t <= last; t++)
            {
                Assert.Equal(whole.Row(t).ToArray(), other.Row(t).ToArray());
                scored += float.IsNaN(whole[t, 0]) ? 0 : 1;
            }

            Assert.True(scored > 5, $"{scored} days were scored");
            Assert.NotEqual(whole.Row(last + 1).ToArray(), other.Row(last + 1).ToArray());
        }
    }
}
