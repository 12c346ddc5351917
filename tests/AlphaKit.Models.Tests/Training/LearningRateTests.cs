namespace AlphaKit.Models.Tests;

public sealed class LearningRateTests
{
    [Fact]
    public void Cosine_falls_from_peak_to_minimum_over_all_planned_steps()
    {
        LearningRate rate = LearningRate.Cosine(0.1, 0.02);
        Assert.Equal(0.1, rate.At(0, 100), 1e-15);
        Assert.Equal(0.06, rate.At(50, 100), 1e-15);
        Assert.Equal(0.02, rate.At(100, 100), 1e-15);
        Assert.Equal(0.02 + (0.08 * (1 + Math.Cos(Math.PI / 4)) / 2), rate.At(25, 100), 1e-15);
    }

    [Fact]
    public void Warm_up_rises_linearly_before_it()
    {
        LearningRate rate = LearningRate.Constant(0.4) with { WarmUpSteps = 4 };
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.4], Enumerable.Range(0, 5).Select(s => Math.Round(rate.At(s, 10), 12)));
    }

    [Fact]
    public void Decay_acts_on_the_weights_and_not_on_the_gradient()
    {
        // First step, g = 1: m/(1−β₁) = 1, √(v/(1−β₂)) = 1: w · (1 − 0.1 · 0.5) − 0.1.
        float[] w = [2f];
        new Adam(new AdamOptions { WeightDecay = 0.5 }, 1).Step(w, [1f], 0.1);
        Assert.Equal((2 * 0.95) - 0.1, w[0], 1e-6);
    }
}
