namespace AlphaKit.Models;

/// <summary>Normalisation of each row by its own mean and variance (divisor n, ε 1e-5), then a factor and an offset per column.</summary>
internal sealed unsafe class NormLayer
{
    private const double Epsilon = 1e-5;

    private readonly float[] _weight;
    private readonly float[] _bias;

    public NormLayer(WeightReader weights, string name, int width)
    {
        _weight = weights.Take(name + ".weight", width).ToArray();
        _bias = weights.Take(name + ".bias", width).ToArray();
    }

    /// <summary>y = norm(x), row by row; y may be x.</summary>
    public void Apply(float* x, nint xRow, float* y, nint yRow, int rows)
    {
        int n = _weight.Length;
        for (int r = 0; r < rows; r++, x += xRow, y += yRow)
        {
            double mean = 0, squares = 0;
            for (int j = 0; j < n; j++) mean += x[j];
            mean /= n;
            for (int j = 0; j < n; j++) squares += (x[j] - mean) * (x[j] - mean);
            double factor = 1 / Math.Sqrt((squares / n) + Epsilon);
            for (int j = 0; j < n; j++) y[j] = (float)((x[j] - mean) * factor * _weight[j]) + _bias[j];
        }
    }
}
