namespace AlphaKit.Models;

/// <summary>
/// A <see cref="MixtureOfExperts"/> in C# alone: LSTM, transformer encoder, convolution and gate. It reads the technical, the fundamental and the
/// high-frequency series; outputs: <c>log_probabilities</c>, <c>gate</c>, <c>expert_logits</c> [experts, classes], <c>volatility</c> and <c>weight</c>.
/// The score is p(highest class) − p(lowest class).
/// </summary>
public sealed unsafe class ServedMixture : ServedNetwork
{
    private const int Experts = 3;

    private readonly MixtureOptions _options;
    private readonly RecurrentLayer _lstm;
    private readonly EncoderBlock _transformer;
    private readonly ConvolutionLayer _conv1;
    private readonly ConvolutionLayer _conv2;
    private readonly HeadLayer[] _heads;
    private readonly DenseLayer _gate1;
    private readonly HeadLayer _gate2;
    private readonly HeadLayer _volatility;
    private readonly HeadLayer _weight;

    /// <summary>Makes the network of weights under PyTorch's names: lstm.weight_ih_l0, transformer.self_attn.in_proj_weight, conv1.weight, gate1.weight, …</summary>
    /// <param name="options">The shape.</param>
    /// <param name="weights">The weights, as from <see cref="ModuleWeights.Of"/> or <see cref="WeightFile.Read"/>.</param>
    /// <exception cref="WeightsException">A name is missing or not known, a shape differs, or a value is not finite.</exception>
    public ServedMixture(MixtureOptions options, IReadOnlyList<NamedTensor> weights)
        : this(options, weights, VectorWidths.Widest)
    {
    }

    internal ServedMixture(MixtureOptions options, IReadOnlyList<NamedTensor> weights, VectorWidth width)
        : base(nameof(MixtureOfExperts), [Given(options, nameof(options)).TechnicalFeatures, options.FundamentalFeatures, options.HighFrequencyFeatures], width)
    {
        _options = options;
        int t = options.TechnicalFeatures, f = options.FundamentalFeatures, h = options.HighFrequencyFeatures, hidden = options.Hidden;
        if (f % options.Heads != 0) throw new ArgumentException($"{f} fundamental features are no multiple of {options.Heads} heads.", nameof(options));
        WeightReader reader = new(Name, weights);
        _lstm = RecurrentWeights.Read(reader, "lstm", RecurrentCell.Lstm, t, hidden, width);
        _transformer = new EncoderBlock(Kernels, reader, "transformer", f, options.Heads, 4 * f);
        _conv1 = new ConvolutionLayer(Kernels, reader, "conv1", h, options.Channels, h);
        _conv2 = new ConvolutionLayer(Kernels, reader, "conv2", options.Channels, options.Channels, _conv1.Width);
        _heads =
        [
            new HeadLayer(reader, "lstm_head", hidden, options.Classes),
            new HeadLayer(reader, "transformer_head", f, options.Classes),
            new HeadLayer(reader, "conv_head", options.Channels, options.Classes),
        ];
        _gate1 = DenseLayer.Read(Kernels, reader, "gate1", t + f + h, hidden);
        _gate2 = new HeadLayer(reader, "gate2", hidden, Experts);
        int trunk = hidden + f + options.Channels;
        _volatility = new HeadLayer(reader, "volatility", trunk, 1);
        _weight = new HeadLayer(reader, "weight", trunk, 1);
        reader.Finish();
        Outputs = [new("log_probabilities", options.Classes), new("gate", Experts), new("expert_logits", Experts * options.Classes), new("volatility", 1), new("weight", 1)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> Outputs { get; }

    private protected override void ScoresOf(float[][] outputs, Span<float> scores)
    {
        int classes = _options.Classes;
        for (int i = 0; i < scores.Length; i++) scores[i] = (float)(Math.Exp(outputs[0][(i * classes) + classes - 1]) - Math.Exp(outputs[0][i * classes]));
    }

    /// <summary>The last state of the LSTM: its layer tiles by itself.</summary>
    private protected override float[] Before(IReadOnlyList<SequenceBatch> inputs, int threads, CancellationToken cancellationToken)
    {
        float[] last = new float[checked(inputs[0].Count * _options.Hidden)];
        _lstm.Forward(inputs[0], last, threads, cancellationToken);
        return last;
    }

    private protected override Tile NewTile(int[] steps) => new Samples(this, steps);

    private sealed class Samples : Tile
    {
        private readonly ServedMixture _net;
        private readonly MixtureOptions _options;
        private readonly float[] _positions;
        private readonly EncoderBlock.Workspace _encoder;
        private readonly AlignedBuffer _x;
        private readonly AlignedBuffer _waves1;
        private readonly AlignedBuffer _waves2;
        private readonly AlignedBuffer _waves3;
        private readonly AlignedBuffer _pooled;
        private readonly AlignedBuffer _gate;
        private readonly AlignedBuffer _trunk;

        public Samples(ServedMixture net, int[] steps)
            : base(steps)
        {
            (_net, _options) = (net, net._options);
            int n = net.TileSamples, waves = steps[2];
            _positions = PositionalEncoding.Values(steps[1], _options.FundamentalFeatures);
            _encoder = net._transformer.NewWorkspace(n, steps[1]);
            _x = new AlignedBuffer((long)n * steps[1] * net._transformer.Row);
            _waves1 = new AlignedBuffer((long)(waves + 2) * _options.HighFrequencyFeatures);
            _waves2 = new AlignedBuffer((long)(waves + 2) * net._conv1.Width);
            _waves3 = new AlignedBuffer((long)waves * net._conv2.Width);
            _pooled = new AlignedBuffer((long)n * net._gate1.Inputs);
            _gate = new AlignedBuffer((long)n * net._gate1.Width);
            _trunk = new AlignedBuffer(_options.Hidden + _options.FundamentalFeatures + _options.Channels);
        }

        public override void Run(Job job, int first, int n)
        {
            int f = _options.FundamentalFeatures, row = _net._transformer.Row, quarters = Steps[1];
            for (int s = 0; s < n; s++)
            {
                for (int t = 0; t < quarters; t++)
                {
                    float* to = _x.Pointer + ((((long)s * quarters) + t) * row), from = job.At(1, first + s, t);
                    for (int j = 0; j < f; j++) to[j] = from[j] + _positions[(t * f) + j];
                }

                float* pooled = _pooled.Pointer + ((long)s * _net._gate1.Inputs);
                Pool(job, 0, first + s, pooled);
                Pool(job, 1, first + s, pooled + _options.TechnicalFeatures);
                Pool(job, 2, first + s, pooled + _options.TechnicalFeatures + f);
            }

            _encoder.Apply(_x.Pointer, n);
            _net._gate1.Apply(_pooled.Pointer, _net._gate1.Inputs, _gate.Pointer, _net._gate1.Width, n);
            _net.Kernels.Relu(_gate.Pointer, n * _net._gate1.Width);
            for (int s = 0; s < n; s++)
            {
                float* trunk = _trunk.Pointer;
                job.Before.AsSpan((first + s) * _options.Hidden, _options.Hidden).CopyTo(new Span<float>(trunk, _options.Hidden));
                Mean(_x.Pointer + ((long)s * quarters * row), row, quarters, f, trunk + _options.Hidden);
                Convolve(job, first + s);
                Mean(_waves3.Pointer, _net._conv2.Width, Steps[2], _options.Channels, trunk + _options.Hidden + f);
                Mix(job, first + s, trunk, _gate.Pointer + ((long)s * _net._gate1.Width));
            }
        }

        private static void Mean(float* x, int row, int steps, int columns, float* y)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int t = 0; t < steps; t++) sum += x[((long)t * row) + j];
                y[j] = (float)(sum / steps);
            }
        }

        private void Pool(Job job, int input, int sample, float* y)
        {
            for (int j = 0; j < _net.Features[input]; j++)
            {
                double sum = 0;
                for (int t = 0; t < Steps[input]; t++) sum += job.At(input, sample, t)[j];
                y[j] = (float)(sum / Steps[input]);
            }
        }

        private void Convolve(Job job, int sample)
        {
            int h = _options.HighFrequencyFeatures;
            for (int t = 0; t < Steps[2]; t++) new ReadOnlySpan<float>(job.At(2, sample, t), h).CopyTo(new Span<float>(_waves1.Pointer + ((t + 1L) * h), h));
            _net._conv1.Apply(_waves1.Pointer, _waves2.Pointer + _net._conv1.Width, Steps[2]);
            _net._conv2.Apply(_waves2.Pointer, _waves3.Pointer, Steps[2]);
        }

        /// <summary>log p(class) = ln Σ over experts of gate · softmax(expert)(class), and the two heads on all three.</summary>
        private void Mix(Job job, int sample, float* trunk, float* gateHidden)
        {
            int classes = _options.Classes;
            Span<double> gate = stackalloc double[Experts], logits = stackalloc double[classes], terms = stackalloc double[Experts];
            double[] logs = new double[Experts * classes];
            _net._gate2.Apply(gateHidden, gate);
            KeepTop(gate);
            SmallMath.Softmax(gate);
            float* part = trunk;
            for (int e = 0; e < Experts; e++)
            {
                _net._heads[e].Apply(part, logits);
                part += e == 0 ? _options.Hidden : _options.FundamentalFeatures;
                double level = SmallMath.LogSumExp(logits);
                for (int c = 0; c < classes; c++)
                {
                    job.Results[2][(((sample * Experts) + e) * classes) + c] = (float)logits[c];
                    logs[(e * classes) + c] = logits[c] - level;
                }

                job.Results[1][(sample * Experts) + e] = (float)gate[e];
            }

            for (int c = 0; c < classes; c++)
            {
                for (int e = 0; e < Experts; e++) terms[e] = Math.Log(Math.Max(gate[e], 1e-30)) + logs[(e * classes) + c];
                job.Results[0][(sample * classes) + c] = (float)SmallMath.LogSumExp(terms);
            }

            job.Results[3][sample] = (float)SmallMath.Softplus(_net._volatility.ApplyOne(trunk));
            job.Results[4][sample] = (float)SmallMath.Sigmoid(_net._weight.ApplyOne(trunk));
        }

        /// <summary>Experts below the last that may be used get −∞; compared as floats, so that what is equal for libtorch is equal here.</summary>
        private void KeepTop(Span<double> gate)
        {
            if (_options.TopExperts is not { } top || top == Experts) return;
            foreach (ref double g in gate) g = (float)g;
            Span<double> sorted = stackalloc double[Experts];
            gate.CopyTo(sorted);
            sorted.Sort();
            double least = sorted[Experts - top];
            foreach (ref double g in gate) g = g < least ? double.NegativeInfinity : g;
        }
    }
}
