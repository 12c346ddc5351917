namespace AlphaKit.Models;

/// <summary>
/// A <see cref="CausalDecoder"/> in C# alone. It reads the days of a share and, where it was made with sentiment, a second input of one step; outputs:
/// <c>return</c>, <c>sharpe</c> and <c>drawdown</c>. The score is the return. Steps of zeros before the first other step count as padding, as in
/// <see cref="DecoderScorer"/>; <see cref="Run(IReadOnlyList{SequenceBatch}, bool[], int, CancellationToken)"/> takes flags instead.
/// </summary>
public sealed unsafe class ServedDecoder : ServedNetwork
{
    private static readonly string[] s_heads = ["return_head", "sharpe_head", "drawdown_head"];

    private readonly CausalDecoderOptions _options;
    private readonly DenseLayer _embedding;
    private readonly DenseLayer? _sentiment1;
    private readonly DenseLayer? _sentiment2;
    private readonly DecoderBlock[] _blocks;
    private readonly NormLayer _norm;
    private readonly HeadLayer[] _heads;

    /// <summary>Makes the network of weights under PyTorch's names: embedding.weight, blocks.0.qkv.weight, return_head.bias, …</summary>
    /// <param name="options">The shape.</param>
    /// <param name="weights">The weights, as from <see cref="ModuleWeights.Of"/> or <see cref="WeightFile.Read"/>.</param>
    /// <exception cref="WeightsException">A name is missing or not known, a shape differs, or a value is not finite.</exception>
    public ServedDecoder(CausalDecoderOptions options, IReadOnlyList<NamedTensor> weights)
        : this(options, weights, VectorWidths.Widest)
    {
    }

    internal ServedDecoder(CausalDecoderOptions options, IReadOnlyList<NamedTensor> weights, VectorWidth width)
        : base(nameof(CausalDecoder), Given(options, nameof(options)).SentimentFeatures > 0 ? [options.Features, options.SentimentFeatures] : [options.Features], width)
    {
        if (options.Width % options.Heads != 0) throw new ArgumentException($"The width {options.Width} is no multiple of {options.Heads} heads.", nameof(options));
        _options = options;
        WeightReader reader = new(Name, weights);
        _embedding = DenseLayer.Read(Kernels, reader, "embedding", options.Features, options.Width);
        if (options.SentimentFeatures > 0)
        {
            _sentiment1 = DenseLayer.Read(Kernels, reader, "sentiment1", options.SentimentFeatures, options.Width);
            _sentiment2 = DenseLayer.Read(Kernels, reader, "sentiment2", options.Width, options.Width);
        }

        _blocks = [.. Enumerable.Range(0, options.Layers).Select(i => new DecoderBlock(Kernels, reader, $"blocks.{i}", options))];
        _norm = new NormLayer(reader, "norm", options.Width);
        _heads = [.. s_heads.Select(h => new HeadLayer(reader, h, options.Width, 1))];
        reader.Finish();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> Outputs { get; } = [new("return", 1), new("sharpe", 1), new("drawdown", 1)];

    private protected override int TileSamples => 4;

    /// <summary>Computes all outputs with padding as given.</summary>
    /// <param name="inputs">The days, and sentiment where the network has it, all values finite but those of padding.</param>
    /// <param name="padding">[samples, steps]: true for steps that nobody may see. A sample that is padding alone has the outputs of the state 0.</param>
    /// <param name="threads">Most threads to use.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>For each of <see cref="Outputs"/> one number per sample.</returns>
    /// <exception cref="ArgumentException">The inputs do not fit the network, or a value that is no padding is not finite.</exception>
    public IReadOnlyDictionary<string, float[]> Run(IReadOnlyList<SequenceBatch> inputs, bool[] padding, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(padding);
        if (_sentiment1 is not null && inputs is { Count: 2 }) CheckFinite(inputs[1], 1, []);
        float[][] results = Compute(inputs, threads, cancellationToken, padding);
        return Outputs.Select((o, k) => KeyValuePair.Create(o.Key, results[k])).ToDictionary(StringComparer.Ordinal);
    }

    private protected override void ScoresOf(float[][] outputs, Span<float> scores) => outputs[0].CopyTo(scores);

    private protected override float[]? Before(IReadOnlyList<SequenceBatch> inputs, int threads, CancellationToken cancellationToken) => _sentiment1 is null || inputs[1].Steps == 1
        ? null
        : throw new ArgumentException($"Sentiment has one step, the batch has {inputs[1].Steps}.", nameof(inputs));

    private protected override Tile NewTile(int[] steps) => new Samples(this, steps);

    private sealed class Samples : Tile
    {
        private readonly ServedDecoder _net;
        private readonly float[] _positions;
        private readonly bool[] _padding;
        private readonly AlignedBuffer _input;
        private readonly AlignedBuffer _x;
        private readonly AlignedBuffer _mood1;
        private readonly AlignedBuffer _mood2;
        private readonly DecoderBlock.Workspace _work;

        public Samples(ServedDecoder net, int[] steps)
            : base(steps)
        {
            _net = net;
            int n = net.TileSamples, width = net._embedding.Width;
            _positions = PositionalEncoding.Values(steps[0], net._options.Width);
            _padding = new bool[n * steps[0]];
            _input = new AlignedBuffer((long)n * steps[0] * net._options.Features);
            _x = new AlignedBuffer((long)n * steps[0] * width);
            _mood1 = new AlignedBuffer(width);
            _mood2 = new AlignedBuffer(width);
            _work = new DecoderBlock.Workspace(net._blocks[0], n, steps[0]);
        }

        public override void Run(Job job, int first, int n)
        {
            int steps = Steps[0], row = _net._embedding.Width, width = _net._options.Width, features = _net._options.Features;
            for (int s = 0; s < n; s++) Load(job, first + s, s);
            _net._embedding.Apply(_input.Pointer, features, _x.Pointer, row, n * steps);
            for (int s = 0; s < n; s++)
            {
                Span<float> mood = Mood(job, first + s);
                for (int t = 0; t < steps; t++)
                {
                    float* x = _x.Pointer + ((((long)s * steps) + t) * row);
                    for (int j = 0; j < width; j++) x[j] = x[j] + _positions[(t * width) + j] + (mood.IsEmpty ? 0 : mood[j]);
                }
            }

            foreach (DecoderBlock block in _net._blocks) _work.Apply(block, _x.Pointer, n, _padding.AsSpan(0, n * steps));
            for (int s = 0; s < n; s++)
            {
                int last = _padding.AsSpan(s * steps, steps).LastIndexOf(false);
                float* state = _x.Pointer + ((((long)s * steps) + Math.Max(last, 0)) * row);
                if (last < 0) new Span<float>(state, width).Clear();
                else _net._norm.Apply(state, row, state, row, 1);
                for (int k = 0; k < _net._heads.Length; k++) job.Results[k][first + s] = (float)_net._heads[k].ApplyOne(state);
            }
        }

        /// <summary>The steps of a sample, zeros for padding.</summary>
        private void Load(Job job, int sample, int s)
        {
            int steps = Steps[0], features = _net._options.Features;
            bool isLeading = true;
            for (int t = 0; t < steps; t++)
            {
                Span<float> to = new(_input.Pointer + ((((long)s * steps) + t) * features), features);
                new ReadOnlySpan<float>(job.At(0, sample, t), features).CopyTo(to);
                isLeading = isLeading && !to.ContainsAnyExcept(0f);
                bool isPadding = job.Padding is null ? isLeading : job.Padding[(sample * steps) + t];
                _padding[(s * steps) + t] = isPadding;
                if (isPadding) to.Clear();
            }
        }

        private Span<float> Mood(Job job, int sample)
        {
            if (_net._sentiment1 is null) return [];
            _net._sentiment1.Apply(job.At(1, sample, 0), 0, _mood1.Pointer, 0, 1);
            _net.Kernels.Swish(_mood1.Pointer, _net._sentiment1.Width);
            _net._sentiment2!.Apply(_mood1.Pointer, 0, _mood2.Pointer, 0, 1);
            return _mood2.Span;
        }
    }
}
