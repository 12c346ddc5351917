namespace AlphaKit.Models;

/// <summary>
/// K inputs, each through a recurrent layer (one for all, one for those of the same width, or its own), batch normalisation, a linear head and, as an option, the logistic function;
/// the score is the mean of the heads. Formulas and defaults of PyTorch: BatchNorm1d(momentum 0.1, ε 1e-5), initial weights uniform in ± 1/√hidden.
/// </summary>
internal sealed class RecurrentNetwork : TrainableNetwork
{
    private const double Epsilon = 1e-5;
    private const double Momentum = 0.1;

    private readonly RecurrentScorer _spec;
    private readonly int _heads;
    private readonly int _hidden;
    private readonly RecurrentLayer[] _layers;
    private readonly int[] _layerOf;
    private readonly int _headsAt;
    private float[] _states = [];

    public RecurrentNetwork(RecurrentScorer spec, IReadOnlyList<int> features, RandomStream random)
    {
        _spec = spec;
        _heads = features.Count;
        _hidden = spec.Hidden;
        if (spec.Sharing == RecurrentSharing.Shared && features.Distinct().Count() > 1)
            throw new ArgumentException($"A shared layer needs the same number of features in every input; there are {string.Join(", ", features)}.", nameof(features));
        _layerOf = spec.Sharing == RecurrentSharing.Separate ? [.. Enumerable.Range(0, _heads)] : [.. features.Select(f => features.Distinct().ToList().IndexOf(f))];
        _layers = [.. (spec.Sharing == RecurrentSharing.Separate ? features : features.Distinct()).Select(f => new RecurrentLayer(spec.Cell, f, _hidden))];
        _headsAt = _layers.Sum(l => l.WeightCount);
        Weights = new float[_headsAt + (_heads * HeadSize)];
        Buffers = new float[_heads * 2 * _hidden];
        double bound = 1 / Math.Sqrt(_hidden);
        foreach (ref float w in Weights.AsSpan()) w = (float)random.NextDouble(-bound, bound);
        for (int k = 0; k < _heads; k++)
        {
            Weights.AsSpan(HeadAt(k), _hidden).Fill(1);
            Weights.AsSpan(HeadAt(k) + _hidden, _hidden).Clear();
            Buffers.AsSpan((2 * k * _hidden) + _hidden, _hidden).Fill(1);
        }
    }

    public override float[] Weights { get; }

    public override float[] Buffers { get; }

    // Scale, shift, weights and bias.
    private int HeadSize => (3 * _hidden) + 1;

    public override double Differentiate(NetworkBatch batch, Span<float> gradient, int threads, CancellationToken cancellationToken)
    {
        int n = batch.Count;
        Load();
        Head[] heads = [.. Enumerable.Range(0, _heads).Select(k => new Head(this, k, n))];
        for (int k = 0; k < _heads; k++)
        {
            Span<float> states = States(n);
            Layer(k).Forward(batch.Inputs[k], states, threads, cancellationToken);
            heads[k].Forward(states);
        }

        double loss = Loss(batch, heads);
        float[] stateGradient = new float[n * _hidden];
        for (int k = 0; k < _heads; k++)
        {
            heads[k].Backward(gradient.Slice(HeadAt(k), HeadSize), stateGradient);
            int at = LayerAt(k);
            Layer(k).Backward(batch.Inputs[k], stateGradient, gradient.Slice(at, Layer(k).WeightCount), default, threads, cancellationToken);
        }

        return loss;
    }

    public override void Score(NetworkBatch batch, Span<float> scores, int threads, CancellationToken cancellationToken)
    {
        int n = batch.Count;
        Load();
        double[] sum = new double[n];
        for (int k = 0; k < _heads; k++)
        {
            Span<float> states = States(n);
            Layer(k).Forward(batch.Inputs[k], states, threads, cancellationToken);
            ReadOnlySpan<float> head = Weights.AsSpan(HeadAt(k), HeadSize), buffers = Buffers.AsSpan(2 * k * _hidden, 2 * _hidden);
            double[] slope = new double[_hidden];
            double level = head[3 * _hidden];
            for (int j = 0; j < _hidden; j++)
            {
                slope[j] = head[j] * head[(2 * _hidden) + j] / Math.Sqrt(buffers[_hidden + j] + Epsilon);
                level += (head[_hidden + j] * (double)head[(2 * _hidden) + j]) - (slope[j] * buffers[j]);
            }

            for (int i = 0; i < n; i++)
            {
                double y = level;
                for (int j = 0; j < _hidden; j++) y += slope[j] * states[(i * _hidden) + j];
                sum[i] += _spec.Output == RecurrentOutput.Sigmoid ? 1 / (1 + Math.Exp(-y)) : y;
            }
        }

        for (int i = 0; i < n; i++) scores[i] = (float)(sum[i] / _heads);
    }

    public override IReadOnlyList<NamedTensor> Tensors()
    {
        List<NamedTensor> tensors = [];
        string cell = _spec.Cell == RecurrentCell.Gru ? "gru" : "lstm";
        for (int k = 0; k < _layers.Length; k++)
        {
            RecurrentLayer layer = _layers[k];
            int rows = layer.WeightCount / (layer.Features + _hidden + 2), at = WeightsAt(k);
            string name = _layers.Length == 1 ? cell : $"{cell}.{k}";
            Add($"{name}.weight_ih_l0", Weights, ref at, rows, layer.Features);
            Add($"{name}.weight_hh_l0", Weights, ref at, rows, _hidden);
            Add($"{name}.bias_ih_l0", Weights, ref at, rows);
            Add($"{name}.bias_hh_l0", Weights, ref at, rows);
        }

        for (int k = 0; k < _heads; k++)
        {
            int at = HeadAt(k), buffer = 2 * k * _hidden;
            Add($"bn.{k}.weight", Weights, ref at, _hidden);
            Add($"bn.{k}.bias", Weights, ref at, _hidden);
            Add($"bn.{k}.running_mean", Buffers, ref buffer, _hidden);
            Add($"bn.{k}.running_var", Buffers, ref buffer, _hidden);
            Add($"fc.{k}.weight", Weights, ref at, 1, _hidden);
            Add($"fc.{k}.bias", Weights, ref at, 1);
        }

        return tensors;

        void Add(string name, float[] from, ref int at, params int[] shape)
        {
            int length = shape.Aggregate(1, (a, b) => a * b);
            tensors.Add(new NamedTensor(name, shape, from.AsMemory(at, length)));
            at += length;
        }
    }

    private static double Loss(NetworkBatch batch, Head[] heads, MultiTaskLoss loss)
    {
        int days = batch.Days.Length - 1;
        double total = 0;
        for (int d = 0; d < days; d++)
        {
            int from = batch.Days[d], n = batch.Days[d + 1] - from;
            float[] scores = new float[heads.Length * n], gradient = new float[heads.Length * n];
            for (int k = 0; k < heads.Length; k++) heads[k].Scores.AsSpan(from, n).CopyTo(scores.AsSpan(k * n));
            total += loss.Evaluate(scores, heads.Length, batch.Labels.AsSpan(from, n), gradient);
            for (int k = 0; k < heads.Length; k++)
            {
                for (int i = 0; i < n; i++) heads[k].Gradient[from + i] = gradient[(k * n) + i] / days;
            }
        }

        return total / days;
    }

    private double Loss(NetworkBatch batch, Head[] heads) => Loss(batch, heads, _spec.Loss);

    private int HeadAt(int k) => _headsAt + (k * HeadSize);

    /// <summary>The layer that an input goes through.</summary>
    private RecurrentLayer Layer(int k) => _layers[_layerOf[k]];

    /// <summary>Where the weights of the layer of an input begin.</summary>
    private int LayerAt(int k) => WeightsAt(_layerOf[k]);

    private int WeightsAt(int layer) => _layers.Take(layer).Sum(l => l.WeightCount);

    private Span<float> States(int n)
    {
        if (_states.Length < n * _hidden) _states = new float[n * _hidden];
        return _states.AsSpan(0, n * _hidden);
    }

    private void Load()
    {
        for (int k = 0; k < _layers.Length; k++) _layers[k].SetWeights(Weights.AsSpan(WeightsAt(k), _layers[k].WeightCount));
    }

    /// <summary>Batch normalisation, linear layer and logistic function of one input, forward and backward.</summary>
    private sealed class Head(RecurrentNetwork network, int k, int n)
    {
        private readonly int _hidden = network._hidden;
        private readonly float[] _normal = new float[n * network._hidden];
        private readonly double[] _inverse = new double[network._hidden];

        public float[] Scores { get; } = new float[n];

        public float[] Gradient { get; } = new float[n];

        private ReadOnlySpan<float> Weights => network.Weights.AsSpan(network.HeadAt(k), network.HeadSize);

        private bool IsSigmoid => network._spec.Output == RecurrentOutput.Sigmoid;

        public void Forward(ReadOnlySpan<float> states)
        {
            ReadOnlySpan<float> w = Weights;
            Span<float> buffers = network.Buffers.AsSpan(2 * k * _hidden, 2 * _hidden);
            double[] mean = new double[_hidden], variance = new double[_hidden];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < _hidden; j++) mean[j] += states[(i * _hidden) + j];
            }

            for (int j = 0; j < _hidden; j++) mean[j] /= n;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < _hidden; j++)
                {
                    double d = states[(i * _hidden) + j] - mean[j];
                    variance[j] += d * d;
                }
            }

            for (int j = 0; j < _hidden; j++)
            {
                _inverse[j] = 1 / Math.Sqrt((variance[j] / n) + Epsilon);
                buffers[j] = (float)(((1 - Momentum) * buffers[j]) + (Momentum * mean[j]));
                buffers[_hidden + j] = (float)(((1 - Momentum) * buffers[_hidden + j]) + (Momentum * variance[j] / (n - 1)));
            }

            for (int i = 0; i < n; i++)
            {
                double y = w[3 * _hidden];
                for (int j = 0; j < _hidden; j++)
                {
                    double x = (states[(i * _hidden) + j] - mean[j]) * _inverse[j];
                    _normal[(i * _hidden) + j] = (float)x;
                    y += ((w[j] * x) + w[_hidden + j]) * w[(2 * _hidden) + j];
                }

                Scores[i] = (float)(IsSigmoid ? 1 / (1 + Math.Exp(-y)) : y);
            }
        }

        public void Backward(Span<float> gradient, Span<float> stateGradient)
        {
            ReadOnlySpan<float> w = Weights;
            double level = 0;
            double[] alongNormal = new double[_hidden];
            double[] outer = new double[n];
            for (int i = 0; i < n; i++)
            {
                outer[i] = IsSigmoid ? Gradient[i] * (double)Scores[i] * (1 - Scores[i]) : Gradient[i];
                level += outer[i];
                for (int j = 0; j < _hidden; j++) alongNormal[j] += outer[i] * _normal[(i * _hidden) + j];
            }

            for (int j = 0; j < _hidden; j++)
            {
                double weight = w[(2 * _hidden) + j];
                gradient[j] += (float)(weight * alongNormal[j]);
                gradient[_hidden + j] += (float)(weight * level);
                gradient[(2 * _hidden) + j] += (float)((w[j] * alongNormal[j]) + (w[_hidden + j] * level));
            }

            gradient[3 * _hidden] += (float)level;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < _hidden; j++)
                {
                    double scale = w[j] * (double)w[(2 * _hidden) + j] * _inverse[j];
                    stateGradient[(i * _hidden) + j] = (float)(scale * (outer[i] - (level / n) - (_normal[(i * _hidden) + j] * alongNormal[j] / n)));
                }
            }
        }
    }
}
