namespace AlphaKit.Models;

/// <summary>Batch normalisation by the statistics of the training (ε 1e-5).</summary>
internal sealed unsafe class BatchNormLayer
{
    private const double Epsilon = 1e-5;

    private readonly float[] _mean;
    private readonly float[] _factor;
    private readonly float[] _offset;

    public BatchNormLayer(WeightReader weights, string name, int width)
    {
        ReadOnlySpan<float> weight = weights.Take(name + ".weight", width), variance = weights.Take(name + ".running_var", width);
        _offset = weights.Take(name + ".bias", width).ToArray();
        _mean = weights.Take(name + ".running_mean", width).ToArray();
        _factor = new float[width];
        for (int j = 0; j < width; j++) _factor[j] = (float)(weight[j] / Math.Sqrt(variance[j] + Epsilon));
    }

    public void Apply(float* x, nint row, int rows)
    {
        for (int r = 0; r < rows; r++, x += row)
        {
            for (int j = 0; j < _mean.Length; j++) x[j] = ((x[j] - _mean[j]) * _factor[j]) + _offset[j];
        }
    }
}
