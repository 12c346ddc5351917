using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

/// <summary>What a scorer learns may depend on nothing that is known after the cut: features, prices and universe are exchanged, not a bit may change.</summary>
public sealed class RetrainTests
{
    private static readonly TrainingOptions s_training = new() { Epochs = 3, Seeds = 2, DaysPerBatch = 8 };
    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(500) with { MinimumTrainDays = 70 };
    private static readonly SequenceInput[] s_bands = [new SequenceInput { Steps = 6 }, new SequenceInput { Steps = 4, Stride = 3 }, new SequenceInput { Steps = 3, Stride = 5, Scale = SequenceScale.LastValue }];

    public static TheoryData<string> Names => [.. Scorers.Keys];

    private static Dictionary<string, ModelSpec> Scorers => new(StringComparer.Ordinal)
    {
        ["ridge"] = new RidgeScorer(),
        ["icir"] = new IcirScorer(),
        ["forest"] = new RandomForestScorer { Trees = 4, LeastSamples = 20 },
        ["boosting"] = new GradientBoostingScorer { Rounds = 4, LeastSamples = 20 },
        ["gru"] = new RecurrentScorer { Hidden = 4, Inputs = [s_bands[0]], Training = s_training },
        ["lstm"] = new RecurrentScorer { Hidden = 4, Cell = RecurrentCell.Lstm, Inputs = [s_bands[1]], Training = s_training with { ValidationMonths = 1 } },
        ["shared frequencies"] = new RecurrentScorer { Hidden = 4, Inputs = s_bands, Training = s_training },
        ["separate frequencies"] = new RecurrentScorer { Hidden = 4, Inputs = s_bands, Sharing = RecurrentSharing.Separate, Training = s_training },
        ["joined sources"] = new RecurrentScorer
        {
            Hidden = 4, Inputs = [s_bands[0], s_bands[1] with { Features = ["f0"] }, s_bands[2]], Sharing = RecurrentSharing.SharedByWidth, Training = s_training,
        },
        ["blended frequencies"] = new BlendScorer { Models = [.. s_bands.Select(input => new RecurrentScorer { Hidden = 4, Inputs = [input], Training = s_training })] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_known_after_the_cut_changes_what_is_learnt(string name)
    {
        ModelSpec spec = Scorers[name];
        Study s = Study.Random(21, 170, 16, 3, 0.4);
        WalkForwardFold fold = Train(s);
        int cut = s.Axes.Calendar.IndexOf(fold.Cut);
        double[] learnt = Learnt(fold, s);
        Assert.Contains(learnt, v => v != 0);
        Assert.Equal(learnt, Learnt(Train(s.PoisonedAfter(cut)), s));
        Assert.Equal(learnt, Learnt(Train(s.WithOtherMembersAfter(cut)), s));
        Assert.NotEqual(learnt, Learnt(Train(s.PoisonedAfter(cut - 40)), s));
        Assert.NotEqual(learnt, Learnt(Train(s.WithOtherMembersAfter(cut - 40)), s));

        WalkForwardFold Train(Study study) => WalkForward.Train(spec, study.X(), study.Y(3), s_plan).Trained[0];
    }

    /// <summary>All weights of networks, all coefficients or importances, and the scores of 170 × 16 points that do not depend on what was trained on.</summary>
    private static double[] Learnt(WalkForwardFold fold, Study s)
    {
        FeatureTensor x = s.X();
        List<double> all = [.. fold.Model.Coefficients.Select(c => c.Value)];
        if (fold.Model is NetworkModel network)
        {
            for (int k = 0; k < network.Count; k++) all.AddRange(network.Tensors(k).SelectMany(t => t.Values.ToArray()).Select(v => (double)v));
        }

        float[] scores = new float[s.Axes.Count];
        foreach (DateOnly day in s.Axes.Calendar)
        {
            fold.Model.Predict(new FeatureDay(x, day), scores);
            all.AddRange(scores.Select(v => (double)v));
        }

        return [.. all];
    }
}
