using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.Torch;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Snippets;

internal static class Networks
{
    public static void Run() => Console.WriteLine(string.Join(", ", Scorers([], [], []).Select(s => s.Name)));

    private static IEnumerable<ModelSpec> Scorers(string[] daily, string[] weekly, string[] monthly)
    {
        #region network-scorers
        RecurrentScorer gru = new();                                                     // GRU, 40 days of all features, 30 units
        RecurrentScorer lstm = new() { Cell = RecurrentCell.Lstm, Inputs = [new SequenceInput { Steps = 20 }] };
        RecurrentScorer bands = new()                                                    // one GRU reads daily, weekly and monthly bars
        {
            Inputs = SequenceInput.MultiFrequency(daily, weekly, monthly),
            Loss = new MultiTaskLoss { Decorrelation = 0.01 },
            Training = new TrainingOptions { DaysPerBatch = 8, Patience = 10, Seeds = 3, CheckpointFolder = "checkpoints" },
        };
        GradientBoostingScorer boosting = new() { Rounds = 200, LeastSamples = 500 };
        BlendScorer blend = new() { Models = [gru, boosting] };
        #endregion
        return [gru, lstm, bands, boosting, blend];
    }

    #region stored-weights
    public static void Save(NetworkModel model, string path)
    {
        using FileStream file = File.Create(path);
        WeightFile.Write(file, model.Tensors(network: 0)); // safetensors with PyTorch's names: gru.weight_ih_l0, bn.0.weight, …
    }

    public static NetworkModel Load(RecurrentScorer spec, FeatureTensor x, string path)
    {
        using FileStream file = File.OpenRead(path);
        return NetworkModel.FromTensors(spec, x.Names, [WeightFile.Read(file)]);
    }
    #endregion
}

#region own-network
/// <summary>A perceptron on the features of the day, trained on the IC like every other network.</summary>
public sealed record Perceptron : TorchScorer
{
    public override string Name => "perceptron";

    public override ScoringModule CreateModule(IReadOnlyList<int> features) => new Net(features[0]);

    private sealed class Net : ScoringModule
    {
        private readonly Sequential _layers;

        public Net(int features)
            : base("perceptron") =>
            register_module("layers", _layers = torch.nn.Sequential(torch.nn.Linear(features, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1)));

        public override Tensor Score(IReadOnlyList<Tensor> inputs) => _layers.forward(inputs[0].select(1, -1)).squeeze(1); // the last step
    }
}
#endregion
