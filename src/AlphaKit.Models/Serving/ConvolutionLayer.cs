namespace AlphaKit.Models;

/// <summary>
/// A convolution over time, kernel 3, padded by one step of zeros on each side, then ReLU. Steps of a sample stand row after row with a row of zeros
/// before and after them, so that three neighbouring rows are one row of a matrix product.
/// </summary>
internal sealed unsafe class ConvolutionLayer
{
    private const int Kernel = 3;

    private readonly NetworkKernels _kernels;
    private readonly DenseLayer _dense;
    private readonly int _row;

    /// <summary>Packs PyTorch's weight [outputs, inputs, 3]; rows of the input are <paramref name="row"/> floats, zeros beyond <paramref name="inputs"/>.</summary>
    public ConvolutionLayer(NetworkKernels kernels, WeightReader weights, string name, int inputs, int outputs, int row)
    {
        (_kernels, _row) = (kernels, row);
        ReadOnlySpan<float> given = weights.Take(name + ".weight", outputs, inputs, Kernel);
        float[] flat = new float[outputs * Kernel * row];
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < inputs; i++)
            {
                for (int k = 0; k < Kernel; k++) flat[(((o * Kernel) + k) * row) + i] = given[(((o * inputs) + i) * Kernel) + k];
            }
        }

        _dense = new DenseLayer(kernels, Kernel * row, outputs, flat, weights.Take(name + ".bias", outputs));
    }

    /// <summary>Floats of a row of the output.</summary>
    public int Width => _dense.Width;

    /// <summary>All steps of one sample.</summary>
    /// <param name="x">[1 + steps + 1, row]: the first and the last row are zeros.</param>
    /// <param name="y">[steps, <see cref="Width"/>].</param>
    /// <param name="steps">Steps.</param>
    public void Apply(float* x, float* y, int steps)
    {
        _dense.Apply(x, _row, y, Width, steps);
        _kernels.Relu(y, steps * Width);
    }
}
