namespace AlphaKit.Models;

/// <summary>The state of <see cref="AdamOptions"/> for a vector of weights.</summary>
internal sealed class Adam(AdamOptions options, int weights)
{
    public float[] First { get; } = new float[weights];

    public float[] Second { get; } = new float[weights];

    public int Steps { get; set; }

    public void Step(Span<float> weights, ReadOnlySpan<float> gradient, double rate)
    {
        Steps++;
        double bias1 = 1 - Math.Pow(options.Beta1, Steps), bias2 = Math.Sqrt(1 - Math.Pow(options.Beta2, Steps));
        float b1 = (float)options.Beta1, b2 = (float)options.Beta2, c1 = (float)(1 - options.Beta1), c2 = (float)(1 - options.Beta2);
        float keep = (float)(1 - (rate * options.WeightDecay)), size = (float)(rate / bias1), root = (float)(1 / bias2), epsilon = (float)options.Epsilon;
        for (int i = 0; i < weights.Length; i++)
        {
            float g = gradient[i];
            First[i] = (b1 * First[i]) + (c1 * g);
            Second[i] = (b2 * Second[i]) + (c2 * g * g);
            weights[i] = (weights[i] * keep) - (size * First[i] / ((MathF.Sqrt(Second[i]) * root) + epsilon));
        }
    }
}
