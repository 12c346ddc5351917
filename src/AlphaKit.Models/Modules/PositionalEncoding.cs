namespace AlphaKit.Models;

/// <summary>Sines and cosines of the position (Vaswani et al. 2017): p₂ᵢ = sin(t / 10000^(2i/d)), p₂ᵢ₊₁ = cos of the same.</summary>
internal static class PositionalEncoding
{
    /// <summary>[1, steps, width].</summary>
    public static Tensor Of(int steps, int width) => torch.tensor(Values(steps, width), [1, steps, width]);

    /// <summary>The same as numbers, [steps, width].</summary>
    public static float[] Values(int steps, int width)
    {
        float[] values = new float[steps * width];
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < width; i++)
            {
                double angle = t / Math.Pow(10000, (i - (i % 2)) / (double)width);
                values[(t * width) + i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        }

        return values;
    }
}
