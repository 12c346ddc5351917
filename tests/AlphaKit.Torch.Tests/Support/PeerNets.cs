using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests;

/// <summary>The networks of Peers/peer.py, with the losses and optimisers that it trains them with.</summary>
internal static class PeerNets
{
    public static Tensor Wave(params long[] shape)
    {
        using Tensor steps = torch.arange(shape.Aggregate(1L, (a, b) => a * b), ScalarType.Float32);
        return (steps * 0.37).sin().view(shape);
    }

    public static PeerCase Case(string name) => name switch
    {
        "perceptron" => new(0, () => new Perceptron(), p => torch.nn.functional.mse_loss(p, Wave(12) * 0.5), ps => torch.optim.SGD(ps, 0.05, momentum: 0.9, weight_decay: 0.01)),
        "gru" => new(1, () => new Gru(), p => torch.nn.functional.mse_loss(p, Wave(12) * 0.5), ps => torch.optim.Adam(ps, 0.01, weight_decay: 0.001)),
        "lstm" => new(2, () => new Lstm(), p => torch.nn.functional.huber_loss(p, Wave(12) * 0.5, delta: 0.3), ps => torch.optim.AdamW(ps, 0.01, amsgrad: true)),
        "conv" => new(3, () => new Conv(), p => torch.nn.functional.l1_loss(p, Wave(12) * 0.5), ps => torch.optim.AdamW(ps, 0.01), Clip: 0.5),
        "encoder_post_relu" => new(4, () => new Encoder(false, Activations.ReLU), p => torch.nn.functional.cross_entropy(p, Kinds(), label_smoothing: 0.1), ps => torch.optim.AdamW(ps, 0.01),
            o => torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max: 15, eta_min: 0.001)),
        "encoder_pre_gelu" => new(5, () => new Encoder(true, Activations.GELU), p => torch.nn.functional.cross_entropy(p, Kinds()), ps => torch.optim.AdamW(ps, 0.01),
            o => torch.optim.lr_scheduler.LinearLR(o, start_factor: 0.1, end_factor: 1.0, total_iters: 8)),
        "words" => new(6, () => new Words(), p => torch.nn.functional.smooth_l1_loss(p, Wave(12) * 0.5), ps => torch.optim.SGD(ps, 0.05, momentum: 0.8, nesterov: true),
            o => torch.optim.lr_scheduler.StepLR(o, step_size: 6, gamma: 0.3)),
        _ => throw new ArgumentException(name),
    };

    private static Tensor Kinds() => torch.arange(12).remainder(3);

    /// <summary>A network with one or two inputs.</summary>
    public abstract class Net(string name) : torch.nn.Module<Tensor[], Tensor>(name);

    public sealed class Gru : Net
    {
        private readonly GRU gru = torch.nn.GRU(6, 8, numLayers: 2, batchFirst: true);
        private readonly Linear fc = torch.nn.Linear(8, 1);

        public Gru()
            : base("gru") =>
            RegisterComponents();

        public override Tensor forward(Tensor[] input) => fc.forward(gru.forward(input[0]).Item1.select(1, -1)).squeeze(-1);
    }

    private sealed class Perceptron : Net
    {
        private readonly Sequential net = torch.nn.Sequential(torch.nn.Linear(5, 7), torch.nn.ReLU(), torch.nn.Linear(7, 1), torch.nn.Flatten(0));

        public Perceptron()
            : base("perceptron")
        {
            foreach ((string name, torch.nn.Module child) in net.named_children()) register_module(name, child);
        }

        public override Tensor forward(Tensor[] input) => net.forward(input[0]);
    }

    private sealed class Lstm : Net
    {
        private readonly LSTM lstm = torch.nn.LSTM(6, 5, batchFirst: true, bidirectional: true);
        private readonly Linear fc = torch.nn.Linear(10, 1);

        public Lstm()
            : base("lstm") =>
            RegisterComponents();

        public override Tensor forward(Tensor[] input) => fc.forward(lstm.forward(input[0]).Item1.mean([1])).squeeze(-1);
    }

    private sealed class Conv : Net
    {
        private readonly Conv1d conv = torch.nn.Conv1d(4, 6, 3, padding: 2, dilation: 2);
        private readonly BatchNorm1d bn = torch.nn.BatchNorm1d(6);
        private readonly Linear fc = torch.nn.Linear(6, 1);

        public Conv()
            : base("conv") =>
            RegisterComponents();

        public override Tensor forward(Tensor[] input) => fc.forward(bn.forward(conv.forward(input[0])).gelu().mean([2])).squeeze(-1);
    }

    private sealed class Encoder : Net
    {
        private readonly TransformerEncoder encoder;
        private readonly Linear fc;

        public Encoder(bool normFirst, Activations activation)
            : base("encoder")
        {
            encoder = torch.nn.TransformerEncoder(torch.nn.TransformerEncoderLayer(8, 2, 16, 0, activation, batch_first: true, norm_first: normFirst), 2);
            fc = torch.nn.Linear(8, 3);
            RegisterComponents();
        }

        public override Tensor forward(Tensor[] input) => fc.forward(encoder.forward(input[0], null, input[1]).select(1, 0));
    }

    private sealed class Words : Net
    {
        private readonly Embedding table = torch.nn.Embedding(11, 6, padding_idx: 0);
        private readonly LayerNorm norm = torch.nn.LayerNorm(6);
        private readonly Linear fc = torch.nn.Linear(6, 1);

        public Words()
            : base("words") =>
            RegisterComponents();

        public override Tensor forward(Tensor[] input) => fc.forward(norm.forward(table.forward(input[0])).silu().sum(1)).squeeze(-1);
    }
}
