using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

[Collection("libtorch")]
public sealed class TextMixtureScorerTests
{
    private static readonly TrainingOptions s_short = new() { Epochs = 12, Patience = 12, Seeds = 1, DaysPerBatch = 4, Rate = LearningRate.Constant(0.01) };

    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(200) with { MinimumTrainDays = 80 };

    private static TextMixtureScorer Scorer => new()
    {
        Inputs =
        [
            new SequenceInput { Features = ["f0"], Steps = 4 },
            new SequenceInput { Features = ["f0", "f1"], Steps = 2, Stride = 3 },
            new SequenceInput { Features = ["f1"], Steps = 4 },
            new SequenceInput { Features = ["text_0", "text_1", TextFeatures.CountName], Steps = 1, Scale = SequenceScale.None },
        ],
        Training = s_short,
        TextHidden = 6,
        Mixture = new MixtureScorer { Network = new MixtureOptions { Hidden = 6, Heads = 2, Channels = 4, Dropout = 0 } },
    };

    [TorchFact]
    [Trait("Speed", "Slow")]
    public void A_signal_that_stands_only_in_texts_is_found_and_texts_after_the_cut_change_no_weight()
    {
        (FeatureTensor x, LabelValues y) = Data(int.MaxValue);
        WalkForwardResult with = WalkForward.Train(Scorer, x, y, s_plan, new WalkForwardOptions { Threads = 1 });
        Assert.True(with.Trained[0].OutOfSampleIc > 0.25, $"with texts {with.Trained[0].OutOfSampleIc}");

        // Without texts nothing is left to find: none of the other features tells anything.
        (FeatureTensor none, _) = Data(0);
        WalkForwardResult without = WalkForward.Train(Scorer, none, y, s_plan, new WalkForwardOptions { Threads = 1 });
        Assert.True(Math.Abs(without.Trained[0].OutOfSampleIc) < 0.1, $"without texts {without.Trained[0].OutOfSampleIc}");

        int cut = x.Axes.Calendar.IndexOf(with.Trained[0].Cut);
        Assert.Equal(Weights(with), Weights(WalkForward.Train(Scorer, Data(cut + 1).Features, y, s_plan, new WalkForwardOptions { Threads = 2 })));
        Assert.NotEqual(Weights(with), Weights(WalkForward.Train(Scorer, Data(cut - 20).Features, y, s_plan)));
    }

    [TorchFact]
    public void Inputs_that_do_not_fit_are_refused()
    {
        (FeatureTensor x, LabelValues y) = Data(10);
        Assert.Throws<ArgumentException>(() => WalkForward.Train(Scorer with { Inputs = [.. Scorer.Inputs.Take(3)] }, x, y, s_plan));
        Assert.Throws<ArgumentException>(() => WalkForward.Train(Scorer with { Inputs = [.. Scorer.Inputs.Take(3), Scorer.Inputs[3] with { Steps = 2 }] }, x, y, s_plan));
        Assert.Throws<ArgumentException>(() => WalkForward.Train(Scorer with { Inputs = [.. Scorer.Inputs.Take(3), Scorer.Inputs[3] with { Scale = SequenceScale.ZScorePerDay }] }, x, y, s_plan));
    }

    private static float[] Weights(WalkForwardResult r) => [.. ((NetworkModel)r.Trained[0].Model).Tensors(0).SelectMany(t => t.Values.ToArray())];

    /// <summary>Every share has a text on two days of three until a day; it tells the label: 0.5 of it, and a second number that tells nothing.</summary>
    private static (FeatureTensor Features, LabelValues Labels) Data(int textsUntil)
    {
        Study s = Study.Random(21, 170, 40, 2, 0);
        LabelValues y = s.Y();
        RandomStream random = RandomStream.Create(5, "texts");
        List<TextEmbedding> texts = [];
        for (int t = 0; t < 170; t++)
        {
            for (int i = 0; i < 40; i++)
            {
                float told = (float)((50 * y.Values[t, i]) + (0.5 * random.NextNormal())), noise = (float)random.NextNormal();
                bool isThere = random.NextInt32(3) > 0 && float.IsFinite(told);
                if (isThere && t < textsUntil) texts.Add(new TextEmbedding(s.Axes.Symbols[i], s.Axes.Calendar[t], new TimeOnly(11, 0), new[] { told, noise }));
            }
        }

        if (texts.Count == 0) texts.Add(new TextEmbedding(s.Axes.Symbols[0], s.Axes.Calendar[0], new TimeOnly(11, 0), new float[2]));
        FeatureTensor x = s.X(), text = TextFeatures.Compute(s.Axes, x.Members, texts, new TextFeatureOptions { Window = 1 });
        return (new FeatureTensor([.. x.Features, .. text.Features], x.Members), y);
    }
}
