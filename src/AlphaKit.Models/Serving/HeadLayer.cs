namespace AlphaKit.Models;

/// <summary>A linear layer of few outputs, summed in double: y = x · Wᵀ + b.</summary>
internal sealed unsafe class HeadLayer
{
    private readonly float[] _weight;
    private readonly float[] _bias;
    private readonly int _inputs;

    public HeadLayer(WeightReader weights, string name, int inputs, int outputs)
    {
        _inputs = inputs;
        _weight = weights.Take(name + ".weight", outputs, inputs).ToArray();
        _bias = weights.Take(name + ".bias", outputs).ToArray();
    }

    public void Apply(float* x, Span<double> y)
    {
        for (int o = 0; o < y.Length; o++)
        {
            double sum = _bias[o];
            for (int i = 0; i < _inputs; i++) sum += (double)_weight[(o * _inputs) + i] * x[i];
            y[o] = sum;
        }
    }

    public double ApplyOne(float* x)
    {
        double y = 0;
        Apply(x, new Span<double>(ref y));
        return y;
    }
}
