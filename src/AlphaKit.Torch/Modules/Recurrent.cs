namespace AlphaKit.Torch.Modules;

/// <summary>What GRU and LSTM share: sizes, and the flat list of weights that libtorch wants, under PyTorch's names.</summary>
internal sealed class Recurrent
{
    private readonly Parameter[] _weights;

    public Recurrent(torch.nn.Module owner, int gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(numLayers, 1);
        if (dropout is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "Must be a probability, 0 to 1.");
        (Gates, InputSize, HiddenSize, Layers, Bias, BatchFirst, Dropout, Bidirectional) = (gates, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
        double bound = 1 / Math.Sqrt(hiddenSize);
        List<Parameter> weights = [];
        for (int layer = 0; layer < numLayers; layer++)
        {
            for (int direction = 0; direction < Directions; direction++)
            {
                string end = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                Add("weight_ih" + end, [gates * hiddenSize, layer == 0 ? inputSize : hiddenSize * Directions]);
                Add("weight_hh" + end, [gates * hiddenSize, hiddenSize]);
                if (!bias) continue;
                Add("bias_ih" + end, [gates * hiddenSize]);
                Add("bias_hh" + end, [gates * hiddenSize]);
            }
        }

        _weights = [.. weights];

        void Add(string name, long[] size)
        {
            Parameter p = Draw.Uniform(bound, size, device, dtype);
            owner.register_parameter(name, p);
            weights.Add(p);
        }
    }

    public int Gates { get; }

    public long InputSize { get; }

    public long HiddenSize { get; }

    public long Layers { get; }

    public bool Bias { get; }

    public bool BatchFirst { get; }

    public double Dropout { get; }

    public bool Bidirectional { get; }

    public int Directions => Bidirectional ? 2 : 1;

    public Parameter[] Weights => _weights;

    /// <summary>The state before the first step: zeros, one row for each layer and direction.</summary>
    public Tensor Zeros(Tensor input)
    {
        long batch = input.size(BatchFirst ? 0 : 1);
        return torch.zeros([Layers * Directions, batch, HiddenSize], input.dtype, input.device);
    }

    public void Check(string name, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ndim != 3 || input.size(2) != InputSize)
        {
            throw new ArgumentException(
                $"{name} takes {(BatchFirst ? "[batch, steps, features]" : "[steps, batch, features]")} with {InputSize} features, got {Tensor.Describe(input)}.", nameof(input));
        }
    }

    /// <summary>cuDNN wants all weights in one piece of memory and copies them at every call otherwise.</summary>
    public void Flatten(int mode)
    {
        if (_weights[0].device_type != DeviceType.CUDA || !Aten.flatten_rnn.Exists) return;
        using IDisposable guard = torch.no_grad();
        Aten.flatten_rnn.Call(_weights, Bias ? 4 : 2, InputSize, mode, HiddenSize, 0, Layers, BatchFirst, Bidirectional).Dispose();
    }
}
