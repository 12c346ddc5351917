namespace AlphaKit.Models;

/// <summary>y = x · Wᵀ + b with the weights packed for <see cref="NetworkKernels.Add"/>. The outputs are padded with zeros to whole blocks.</summary>
internal sealed unsafe class DenseLayer
{
    private readonly NetworkKernels _kernels;
    private readonly AlignedBuffer _panels;
    private readonly AlignedBuffer _bias;

    /// <summary>Packs PyTorch's weight [outputs, inputs] and bias [outputs]; empty for none.</summary>
    public DenseLayer(NetworkKernels kernels, int inputs, int outputs, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias)
    {
        (_kernels, Inputs, Outputs) = (kernels, inputs, outputs);
        Width = kernels.Padded(outputs);
        _panels = new AlignedBuffer((long)inputs * Width);
        _bias = new AlignedBuffer(Width);
        bias.CopyTo(_bias.Span);
        for (int o = 0; o < outputs; o++)
        {
            float* panel = _panels.Pointer + ((long)(o / kernels.Block) * kernels.Block * inputs) + (o % kernels.Block);
            for (int i = 0; i < inputs; i++) panel[(long)i * kernels.Block] = weight[(o * inputs) + i];
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>Outputs with their padding: rows of y must have this much room.</summary>
    public int Width { get; }

    /// <summary>Reads &lt;name&gt;.weight and &lt;name&gt;.bias.</summary>
    public static DenseLayer Read(NetworkKernels kernels, WeightReader weights, string name, int inputs, int outputs, BiasTerm bias = BiasTerm.Some) =>
        new(kernels, inputs, outputs, weights.Take(name + ".weight", outputs, inputs), bias == BiasTerm.Some ? weights.Take(name + ".bias", outputs) : []);

    /// <summary>y = x · Wᵀ + b for some rows.</summary>
    public void Apply(float* x, nint xRow, float* y, nint yRow, int rows)
    {
        for (int r = 0; r < rows; r++) new ReadOnlySpan<float>(_bias.Pointer, Width).CopyTo(new Span<float>(y + (r * yRow), Width));
        _kernels.Add(y, yRow, x, xRow, _panels.Pointer, rows, Width, Inputs);
    }

    /// <summary>y += x · Wᵀ + b: the residual connection around it.</summary>
    public void AddTo(float* x, nint xRow, float* y, nint yRow, int rows)
    {
        for (int r = 0; r < rows; r++)
        {
            for (int j = 0; j < Outputs; j++) y[(r * yRow) + j] += _bias.Pointer[j];
        }

        _kernels.Add(y, yRow, x, xRow, _panels.Pointer, rows, Width, Inputs);
    }
}

/// <summary>Whether a layer has a bias.</summary>
internal enum BiasTerm
{
    Some,
    None,
}
