namespace AlphaKit.Models;

/// <summary>A module on libtorch for the training loop: weights, gradients and buffers are copied to and from flat arrays.</summary>
internal sealed class ModuleNetwork : TrainableNetwork
{
    private readonly ScoringModule _module;
    private readonly CrossSectionLoss _loss;
    private readonly (string Name, Parameter Tensor)[] _parameters;
    private readonly (string Name, Tensor Tensor)[] _buffers;

    public ModuleNetwork(ScoringModule module, CrossSectionLoss loss)
    {
        _module = module;
        _loss = loss;
        _parameters = [.. module.named_parameters()];
        _buffers = [.. module.named_buffers().Where(b => b.buffer.dtype == ScalarType.Float32)];
        Weights = new float[_parameters.Sum(p => p.Tensor.numel())];
        Buffers = new float[_buffers.Sum(b => b.Tensor.numel())];
        Pull(_parameters.Select(p => (Tensor)p.Tensor), Weights);
        Pull(_buffers.Select(b => b.Tensor), Buffers);
    }

    public override float[] Weights { get; }

    public override float[] Buffers { get; }

    public override void Begin(ulong seed) => torch.manual_seed((long)(seed >> 1));

    public override double Differentiate(NetworkBatch batch, Span<float> gradient, int threads, CancellationToken cancellationToken)
    {
        using OneThread single = new();
        using DisposeScope scope = torch.NewDisposeScope();
        Push();
        _module.train();
        _module.zero_grad();
        Tensor[] inputs = Inputs(batch);
        double loss;
        if (_module.Loss(inputs, new BatchLabels(batch.Labels, batch.Days, batch.Targets ?? [])) is { } own)
        {
            loss = own.item<float>();
            own.backward();
        }
        else
        {
            Tensor scores = Scores(inputs, batch.Count);
            float[] slope = new float[batch.Count];
            int days = batch.Days.Length - 1;
            loss = 0;
            using (Tensor values = scores.detach().contiguous())
            {
                for (int d = 0; d < days; d++)
                {
                    Range day = batch.Days[d]..batch.Days[d + 1];
                    loss += _loss.Evaluate(TorchEngine.Data(values)[day], batch.Labels.AsSpan()[day], slope.AsSpan()[day]) / days;
                }
            }

            foreach (ref float s in slope.AsSpan()) s /= days;
            TorchEngine.Backward(scores, torch.tensor(slope, [batch.Count]));
        }

        int at = 0;
        foreach ((_, Parameter parameter) in _parameters)
        {
            int length = (int)parameter.numel();
            if (parameter.grad is { } g)
            {
                using Tensor dense = g.contiguous();
                ReadOnlySpan<float> values = TorchEngine.Data(dense);
                for (int i = 0; i < length; i++) gradient[at + i] += values[i];
            }

            at += length;
        }

        Pull(_buffers.Select(b => b.Tensor), Buffers);
        return loss;
    }

    public override void Score(NetworkBatch batch, Span<float> scores, int threads, CancellationToken cancellationToken)
    {
        using OneThread single = new();
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        Push();
        _module.eval();
        using Tensor result = Scores(Inputs(batch), batch.Count).contiguous();
        TorchEngine.Data(result).CopyTo(scores);
    }

    public override LabelClasses? Classes => _module.Classes;

    public override float[] Probabilities(NetworkBatch batch)
    {
        using OneThread single = new();
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        Push();
        _module.eval();
        if (_module.ClassProbabilities(Inputs(batch)) is not { } p) return [];
        TensorShape.Require(p, nameof(ScoringModule.ClassProbabilities), batch.Count, -1);
        using Tensor dense = p.contiguous();
        return TorchEngine.Data(dense).ToArray();
    }

    public override IReadOnlyList<NamedTensor> Tensors()
    {
        List<NamedTensor> tensors = [];
        int at = 0;
        foreach ((string name, Parameter tensor) in _parameters) Add(name, tensor, Weights);
        at = 0;
        foreach ((string name, Tensor tensor) in _buffers) Add(name, tensor, Buffers);
        return tensors;

        void Add(string name, Tensor tensor, float[] from)
        {
            int length = (int)tensor.numel();
            tensors.Add(new NamedTensor(name, [.. tensor.shape.Select(n => (int)n)], from.AsMemory(at, length)));
            at += length;
        }
    }

    private static Tensor[] Inputs(NetworkBatch batch) =>
        [.. batch.Inputs.Select(x => TorchEngine.Of(x.Values.AsSpan(0, x.Count * x.Steps * x.Features), [x.Count, x.Steps, x.Features]))];

    private static void Pull(IEnumerable<Tensor> tensors, float[] to)
    {
        int at = 0;
        foreach (Tensor tensor in tensors)
        {
            using Tensor dense = tensor.detach().contiguous();
            TorchEngine.Data(dense).CopyTo(to.AsSpan(at));
            at += (int)dense.numel();
        }
    }

    private Tensor Scores(Tensor[] inputs, int count)
    {
        Tensor scores = _module.Score(inputs);
        TensorShape.Require(scores, nameof(ScoringModule.Score), count);
        return scores;
    }

    private void Push()
    {
        Push(_parameters.Select(p => (Tensor)p.Tensor), Weights);
        Push(_buffers.Select(b => b.Tensor), Buffers);
    }

    private static void Push(IEnumerable<Tensor> tensors, float[] from)
    {
        using IDisposable guard = torch.no_grad();
        int at = 0;
        foreach (Tensor tensor in tensors)
        {
            int length = (int)tensor.numel();
            using Tensor values = TorchEngine.Of(from.AsSpan(at, length), tensor.shape);
            tensor.copy_(values);
            at += length;
        }
    }

    /// <summary>One thread of libtorch until the end of a block.</summary>
    private sealed class OneThread : IDisposable
    {
        private readonly int _before = torch.get_num_threads();

        public OneThread()
        {
            if (_before != 1) torch.set_num_threads(1);
        }

        public void Dispose()
        {
            if (_before != 1) torch.set_num_threads(_before);
        }
    }
}
