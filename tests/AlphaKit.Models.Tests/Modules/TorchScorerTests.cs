using AlphaKit.Torch;

namespace AlphaKit.Models.Tests;

[Collection("libtorch")]
public sealed class TorchScorerTests
{
    private static readonly TrainingOptions s_short = new() { Epochs = 4, Patience = 2, Seeds = 1, DaysPerBatch = 4, Rate = LearningRate.Constant(0.01) };

    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(200) with { MinimumTrainDays = 80 };

    private static TorchScorer[] All =>
    [
        new AttentionDnnScorer { Inputs = [new SequenceInput { Steps = 1 }], Training = s_short },
        new MixtureScorer
        {
            Inputs = [new SequenceInput { Steps = 6 }, new SequenceInput { Steps = 3, Stride = 5 }, new SequenceInput { Steps = 5 }], Training = s_short,
            Network = new MixtureOptions { Hidden = 8, Heads = 2, Channels = 6 },
        },
        new DecoderScorer
        {
            Inputs = [new SequenceInput { Steps = 5 }], Training = s_short,
            Network = new CausalDecoderOptions { Width = 8, Heads = 2, Layers = 1, FeedForward = 12 },
        },
    ];

    [TorchFact]
    [Trait("Speed", "Slow")]
    public void Every_network_finds_a_planted_signal_and_nothing_known_after_the_cut_changes_a_weight()
    {
        Study s = Study.Random(3, 170, 40, 4, 0.5);
        foreach (TorchScorer scorer in All)
        {
            WalkForwardResult r = WalkForward.Train(scorer, s.X(), s.Y(), s_plan, new WalkForwardOptions { Threads = 1 });
            Assert.True(r.Trained[0].OutOfSampleIc > 0.2, $"{scorer.Name}: {r.Trained[0].OutOfSampleIc}");
            int cut = s.Axes.Calendar.IndexOf(r.Trained[0].Cut);
            float[] weights = Values(r);
            Assert.Equal(weights, Values(WalkForward.Train(scorer, s.PoisonedAfter(cut).X(), s.PoisonedAfter(cut).Y(), s_plan, new WalkForwardOptions { Threads = 2 })));
            Assert.NotEqual(weights, Values(WalkForward.Train(scorer, s.PoisonedAfter(cut - 30).X(), s.PoisonedAfter(cut - 30).Y(), s_plan)));
        }

        static float[] Values(WalkForwardResult r) => [.. ((NetworkModel)r.Trained[0].Model).Tensors(0).SelectMany(t => t.Values.ToArray())];
    }

    [TorchFact]
    public void Further_targets_train_their_heads_and_may_not_be_known_after_the_label()
    {
        Study s = Study.Random(3, 170, 40, 4, 0.5);
        TargetValues[] short3 = [ForwardTarget.Sharpe(3).Compute(s.Panel()), ForwardTarget.Drawdown(3).Compute(s.Panel())];
        TorchScorer decoder = All[2] with { Targets = short3 };
        WalkForwardResult with = WalkForward.Train(decoder, s.X(), s.Y(3), s_plan), without = WalkForward.Train(All[2], s.X(), s.Y(3), s_plan);
        Assert.NotEqual(Head(without), Head(with));
        int cut = s.Axes.Calendar.IndexOf(with.Trained[0].Cut);
        Study poisoned = s.PoisonedAfter(cut);
        TorchScorer again = All[2] with { Targets = [ForwardTarget.Sharpe(3).Compute(poisoned.Panel()), ForwardTarget.Drawdown(3).Compute(poisoned.Panel())] };
        Assert.Equal(Head(with), Head(WalkForward.Train(again, poisoned.X(), poisoned.Y(3), s_plan)));

        Assert.Throws<LabelOverlapException>(() => WalkForward.Train(All[1] with { Targets = [ForwardTarget.Volatility(9).Compute(s.Panel())] }, s.X(), s.Y(3), s_plan));
        Assert.Throws<ArgumentException>(() => WalkForward.Train(All[0] with { Targets = short3 }, s.X(), s.Y(3), s_plan));
        Assert.Throws<ArgumentException>(() => WalkForward.Train(All[1] with { Targets = short3 }, s.X(), s.Y(3), s_plan));

        static float[] Head(WalkForwardResult r) => ((NetworkModel)r.Trained[0].Model).Tensors(0).Single(t => t.Name == "decoder.drawdown_head.weight").Values.ToArray();
    }

    [TorchFact]
    public void Training_leaves_no_tensor_behind()
    {
        Study s = Study.Random(3, 130, 20, 4, 0.5);
        TorchScorer scorer = All[1];
        ModuleNetwork network = (ModuleNetwork)scorer.Create([4, 4, 4], RandomStream.Create(1, "test"));
        BatchBuilder builder = new(s.X(), scorer.Inputs);
        TrainingSet set = TrainingSet.Of(s.X(), s.Y(), [.. Enumerable.Range(20, 60).Select(t => s.Axes.Calendar[t])], s.Axes.Calendar[90]);
        DaySamples[] days = [.. Enumerable.Range(0, 4).Select(i => builder.Samples(set, i, LabelScale.ZScore)!)];
        float[] gradient = new float[network.Weights.Length];
        for (int i = 0; i < 3; i++) Step();
        for (int i = 0; i < 3; i++)
        {
            // What tests before this one left to the collector is gone before the count begins.
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        long before = Tensor.TotalCount;
        for (int i = 0; i < 50; i++) Step();
        Assert.Equal(before, Tensor.TotalCount);

        void Step()
        {
            network.Differentiate(builder.Build(days), gradient, 1, default);
            network.Score(builder.Build([days[0]]), new float[days[0].Columns.Length], 1, default);
        }
    }

    [TorchFact]
    public void Inputs_that_do_not_fit_the_network_are_refused()
    {
        Study s = Study.Random(3, 130, 20, 4, 0.5);
        Assert.Throws<ArgumentException>(() => WalkForward.Train(new MixtureScorer { Training = s_short, Inputs = [new SequenceInput { Steps = 2 }] }, s.X(), s.Y(), s_plan));
        Assert.Throws<ArgumentException>(() => WalkForward.Train(new AttentionDnnScorer { Training = s_short, Inputs = [new SequenceInput { Steps = 2 }] }, s.X(), s.Y(), s_plan));
        Assert.Throws<ArgumentException>(() => new DecoderScorer { Network = new CausalDecoderOptions { SentimentFeatures = 1 } });
    }
}
