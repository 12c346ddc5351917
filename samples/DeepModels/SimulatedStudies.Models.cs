using AlphaKit;
using AlphaKit.Factors;
using AlphaKit.Models;
using static AlphaKit.Factors.Op;

namespace DeepModels;

/// <summary>The models of each study; baselines read what the network reads, summed up by hand.</summary>
internal static partial class SimulatedStudies
{
    private static string[] Single { get; } = ["gru on daily bars", "gru on weekly bars", "gru on monthly bars"];

    private static string[] Experts { get; } = ["lstm expert alone", "transformer expert alone", "convolution expert alone"];

    private static FactorSet FlowAndReturns { get; } = FactorSet.Of(
        new NamedFactor("flow", BasicFactors.MainMoneyFlow),
        new NamedFactor("flow_mean_5", Mean(BasicFactors.MainMoneyFlow, 5, MinPeriods.SkipMissing)),
        new NamedFactor("flow_mean_10", Mean(BasicFactors.MainMoneyFlow, 10, MinPeriods.SkipMissing)),
        new NamedFactor("return_1", BasicFactors.Return(1)),
        new NamedFactor("return_5", BasicFactors.Return(5)),
        new NamedFactor("return_10", BasicFactors.Return(10)));

    private static IReadOnlyList<(string, ModelSpec)> Interaction(Arguments a) =>
    [
        ("ridge", new RidgeScorer { Penalty = 10 }),
        ("boosting", new GradientBoostingScorer { Rounds = 100, LeastSamples = 500 }),
        ("gru", new RecurrentScorer { Hidden = 16, Inputs = [new SequenceInput { Features = ["flow", "return_1"], Steps = 20 }], Training = Training(a) }),
    ];

    private static IReadOnlyList<(string, ModelSpec)> Frequencies(Arguments a, FactorSet bars)
    {
        RecurrentScorer shared = new() { Hidden = 16, Inputs = BarFeatures.Inputs(bars), Training = Training(a) };
        return
        [
            ("ridge", new RidgeScorer { Penalty = 10 }),
            .. Single.Select((name, k) => (name, (ModelSpec)(shared with { Inputs = [shared.Inputs[k]] }))),
            ("gru with separate layers", shared with { Sharing = RecurrentSharing.Separate }),
            ("gru with one shared layer", shared),
        ];
    }

    private static IReadOnlyList<(string, ModelSpec)> Regimes(Arguments a, IReadOnlyList<string> names)
    {
        string[] monthly = [.. names.Where(n => n.EndsWith("_20", StringComparison.Ordinal))];
        MixtureScorer mixture = new()
        {
            Inputs =
            [
                new SequenceInput { Features = ["return_1", "close_5", "market_trend"], Steps = 8, Scale = SequenceScale.None },
                new SequenceInput { Features = [.. monthly, "close_5", "market_trend"], Steps = 6, Stride = 20, Scale = SequenceScale.None },
                new SequenceInput { Features = ["flow", "market_trend"], Steps = 6, Scale = SequenceScale.None },
            ],
            Network = new MixtureOptions { Hidden = 16, Channels = 16, Heads = (monthly.Length + 2) % 4 == 0 ? 4 : 1, Dropout = 0 },
            Training = Training(a) with { Epochs = Math.Min(10, a.Epochs), DaysPerBatch = 4, Rate = LearningRate.Constant(0.003) },
        };
        ExpertScorer[] experts = [.. Enumerable.Range(0, 3).Select(k => new ExpertScorer { Mixture = mixture, Expert = k, Inputs = mixture.Inputs, Training = mixture.Training })];
        return
        [
            ("ridge", new RidgeScorer { Penalty = 10 }),
            .. Experts.Zip(experts, (name, expert) => (name, (ModelSpec)expert)),
            ("mixture of experts", mixture),
        ];
    }
}
