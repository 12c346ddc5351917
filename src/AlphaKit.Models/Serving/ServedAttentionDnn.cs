namespace AlphaKit.Models;

/// <summary>
/// An <see cref="AttentionDnn"/> in C# alone. It reads one input of one step; outputs: <c>logits</c> and <c>return</c>. The score is p(highest class) −
/// p(lowest class).
/// </summary>
public sealed unsafe class ServedAttentionDnn : ServedNetwork
{
    private const int Attention = 32;
    private const int Wide = 64;
    private const int Narrow = 32;

    private readonly int _classes;
    private readonly float _scale;
    private readonly DenseLayer _attention1;
    private readonly DenseLayer _attention2;
    private readonly DenseLayer _trunk1;
    private readonly DenseLayer _trunk2;
    private readonly BatchNormLayer _norm1;
    private readonly BatchNormLayer _norm2;
    private readonly HeadLayer _class;
    private readonly HeadLayer _return;

    /// <summary>Makes the network of weights under PyTorch's names: attention.0.weight, trunk.1.running_mean, class_head.weight, …</summary>
    /// <param name="options">The shape.</param>
    /// <param name="weights">The weights, as from <see cref="ModuleWeights.Of"/> or <see cref="WeightFile.Read"/>.</param>
    /// <exception cref="WeightsException">A name is missing or not known, a shape differs, or a value is not finite.</exception>
    public ServedAttentionDnn(AttentionDnnOptions options, IReadOnlyList<NamedTensor> weights)
        : this(options, weights, VectorWidths.Widest)
    {
    }

    internal ServedAttentionDnn(AttentionDnnOptions options, IReadOnlyList<NamedTensor> weights, VectorWidth width)
        : base(nameof(AttentionDnn), [Given(options, nameof(options)).Features], width)
    {
        int n = options.Features;
        (_classes, _scale) = (options.Classes, (float)(options.Scale ?? n));
        WeightReader reader = new(Name, weights);
        _attention1 = DenseLayer.Read(Kernels, reader, "attention.0", n, Attention);
        _attention2 = DenseLayer.Read(Kernels, reader, "attention.2", Attention, n);
        _trunk1 = DenseLayer.Read(Kernels, reader, "trunk.0", n, Wide);
        _norm1 = new BatchNormLayer(reader, "trunk.1", Wide);
        _trunk2 = DenseLayer.Read(Kernels, reader, "trunk.3", Wide, Narrow);
        _norm2 = new BatchNormLayer(reader, "trunk.4", Narrow);
        _class = new HeadLayer(reader, "class_head", Narrow, _classes);
        _return = new HeadLayer(reader, "return_head", Narrow, 1);
        reader.Finish();
        Outputs = [new("logits", _classes), new("return", 1)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> Outputs { get; }

    private protected override int TileSamples => 48;

    private protected override void CheckValues(IReadOnlyList<SequenceBatch> inputs)
    {
        if (inputs[0].Steps != 1) throw new ArgumentException($"{Name} reads one step, the batch has {inputs[0].Steps}.", nameof(inputs));
        base.CheckValues(inputs);
    }

    private protected override void ScoresOf(float[][] outputs, Span<float> scores)
    {
        Span<double> p = stackalloc double[_classes];
        for (int i = 0; i < scores.Length; i++)
        {
            for (int c = 0; c < _classes; c++) p[c] = outputs[0][(i * _classes) + c];
            SmallMath.Softmax(p);
            scores[i] = (float)(p[^1] - p[0]);
        }
    }

    private protected override Tile NewTile(int[] steps) => new Samples(this, steps);

    private sealed class Samples(ServedAttentionDnn net, int[] steps) : Tile(steps)
    {
        private readonly int _row = net._attention2.Width;
        private readonly AlignedBuffer _x = new((long)net.TileSamples * net._attention2.Width);
        private readonly AlignedBuffer _weights = new((long)net.TileSamples * net._attention2.Width);
        private readonly AlignedBuffer _hidden = new((long)net.TileSamples * net._attention1.Width);
        private readonly AlignedBuffer _wide = new((long)net.TileSamples * net._trunk1.Width);
        private readonly AlignedBuffer _narrow = new((long)net.TileSamples * net._trunk2.Width);

        public override void Run(Job job, int first, int n)
        {
            int features = net.Features[0];
            for (int s = 0; s < n; s++) new ReadOnlySpan<float>(job.At(0, first + s, 0), features).CopyTo(new Span<float>(_x.Pointer + ((long)s * _row), features));
            net._attention1.Apply(_x.Pointer, _row, _hidden.Pointer, net._attention1.Width, n);
            net.Kernels.Tanh(_hidden.Pointer, n * net._attention1.Width);
            net._attention2.Apply(_hidden.Pointer, net._attention1.Width, _weights.Pointer, _row, n);
            for (int s = 0; s < n; s++) Weigh(_x.Pointer + ((long)s * _row), _weights.Pointer + ((long)s * _row), features);
            net._trunk1.Apply(_x.Pointer, _row, _wide.Pointer, net._trunk1.Width, n);
            net._norm1.Apply(_wide.Pointer, net._trunk1.Width, n);
            net.Kernels.Relu(_wide.Pointer, n * net._trunk1.Width);
            net._trunk2.Apply(_wide.Pointer, net._trunk1.Width, _narrow.Pointer, net._trunk2.Width, n);
            net._norm2.Apply(_narrow.Pointer, net._trunk2.Width, n);
            net.Kernels.Relu(_narrow.Pointer, n * net._trunk2.Width);
            Span<double> logits = stackalloc double[net._classes];
            for (int s = 0; s < n; s++)
            {
                float* trunk = _narrow.Pointer + ((long)s * net._trunk2.Width);
                net._class.Apply(trunk, logits);
                for (int c = 0; c < logits.Length; c++) job.Results[0][((first + s) * logits.Length) + c] = (float)logits[c];
                job.Results[1][first + s] = (float)net._return.ApplyOne(trunk);
            }
        }

        /// <summary>x ← x · softmax(w) · scale.</summary>
        private void Weigh(float* x, float* w, int features)
        {
            float most = float.NegativeInfinity;
            for (int f = 0; f < features; f++) most = MathF.Max(most, w[f]);
            for (int f = 0; f < features; f++) w[f] -= most;
            net.Kernels.Exp(w, _row);
            double sum = 0;
            for (int f = 0; f < features; f++) sum += w[f];
            float share = (float)(1 / sum);
            for (int f = 0; f < features; f++) x[f] = x[f] * (w[f] * share) * net._scale;
        }
    }
}
