namespace AlphaKit.Models;

/// <summary>y = W₂ tanh(W₁ x + b₁) + b₂ over weights that lie in one array with those of others, from <paramref name="start"/> on.</summary>
internal sealed class Perceptron(int inputs, int hidden, int outputs, int start)
{
    public int Count => (hidden * (inputs + 1)) + (outputs * (hidden + 1));

    public int Hidden => hidden;

    /// <summary>Normal weights of variance 1 ÷ inputs; those of the second layer multiplied by a small number, so that the first outputs are near 0.</summary>
    public void Begin(Span<float> weights, RandomStream random, double last)
    {
        Span<float> own = weights.Slice(start, Count);
        int first = hidden * inputs;
        for (int i = 0; i < first; i++) own[i] = (float)(random.NextNormal() / Math.Sqrt(inputs));
        own.Slice(first, hidden).Clear();
        for (int i = 0; i < outputs * hidden; i++) own[first + hidden + i] = (float)(last * random.NextNormal() / Math.Sqrt(hidden));
        own[^outputs..].Clear();
    }

    public void Forward(ReadOnlySpan<float> weights, ReadOnlySpan<double> x, Span<double> state, Span<double> y)
    {
        ReadOnlySpan<float> own = weights.Slice(start, Count), second = own[(hidden * (inputs + 1))..];
        for (int j = 0; j < hidden; j++)
        {
            double sum = own[(hidden * inputs) + j];
            for (int i = 0; i < inputs; i++) sum += own[(j * inputs) + i] * x[i];
            state[j] = Math.Tanh(sum);
        }

        for (int o = 0; o < outputs; o++)
        {
            double sum = second[(outputs * hidden) + o];
            for (int j = 0; j < hidden; j++) sum += second[(o * hidden) + j] * state[j];
            y[o] = sum;
        }
    }

    /// <summary>Adds the gradient for slopes of the outputs; the states are those of <see cref="Forward"/>.</summary>
    public void Backward(ReadOnlySpan<float> weights, ReadOnlySpan<double> x, ReadOnlySpan<double> state, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        int from = hidden * (inputs + 1);
        ReadOnlySpan<float> second = weights.Slice(start, Count)[from..];
        Span<double> own = gradient.Slice(start, Count);
        for (int j = 0; j < hidden; j++)
        {
            double back = 0;
            for (int o = 0; o < outputs; o++)
            {
                back += slopes[o] * second[(o * hidden) + j];
                own[from + (o * hidden) + j] += slopes[o] * state[j];
            }

            back *= 1 - (state[j] * state[j]);
            for (int i = 0; i < inputs; i++) own[(j * inputs) + i] += back * x[i];
            own[(hidden * inputs) + j] += back;
        }

        for (int o = 0; o < outputs; o++) own[from + (outputs * hidden) + o] += slopes[o];
    }
}
