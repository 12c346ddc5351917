using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class PpoTests
{
    [Fact]
    public void Advantages_are_the_discounted_sums_of_their_definition()
    {
        double[] rewards = [1, -0.5, 0.25, 2], values = [0.3, 0.1, -0.2, 0.5];
        GateStep[] steps = [.. rewards.Select((r, i) => new GateStep([], [], 0, r, values[i]))];
        PpoTrainer.Advantages(steps, 0.7, 0.9, 0.8);
        for (int t = 0; t < 4; t++)
        {
            double expected = 0;
            for (int k = 0; t + k < 4; k++)
            {
                double next = t + k + 1 < 4 ? values[t + k + 1] : 0.7;
                expected += Math.Pow(0.9 * 0.8, k) * (rewards[t + k] + (0.9 * next) - values[t + k]);
            }

            Assert.Equal(expected, steps[t].Advantage, 12);
            Assert.Equal(expected + values[t], steps[t].Target, 12);
        }
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(-1.0, 0.0)]
    [InlineData(1.0, -0.05)]
    [InlineData(1.0, 0.5)]
    [InlineData(1.0, -0.5)]
    [InlineData(-1.0, 0.5)]
    [InlineData(-1.0, -0.5)]
    public void The_gradient_is_that_of_the_clipped_loss(double advantage, double shift)
    {
        (GatePolicy policy, GateStep step, PpoOptions options) = Step(shift);
        step.Advantage = advantage;
        step.Target = 0.4;
        double[] gradient = new double[policy.Parameters.Length], ignored = new double[gradient.Length];
        policy.Differentiate(step, options, gradient);
        for (int i = 0; i < gradient.Length; i++)
        {
            float kept = policy.Parameters[i];
            (policy.Parameters[i], double up) = (kept + 1e-3f, 0);
            double above = policy.Parameters[i];
            up = policy.Differentiate(step, options, ignored);
            policy.Parameters[i] = kept - 1e-3f;
            double below = policy.Parameters[i], down = policy.Differentiate(step, options, ignored);
            policy.Parameters[i] = kept;
            Assert.Equal((up - down) / (above - below), gradient[i], 2e-5);
        }

        // Beyond the clip the policy gets no gradient where the ratio has gone the way of the advantage already.
        bool isClipped = (advantage > 0 && shift < -0.2) || (advantage < 0 && shift > 0.2);
        Assert.Equal(isClipped, gradient.AsSpan(0, 8 * 4).ToArray().All(g => g == 0));
    }

    [Fact]
    public void Weights_are_the_softmax_of_the_logits()
    {
        double[] weights = new double[3];
        GatePolicy.Softmax([1000, 1001, 999], weights);
        double sum = 1 + Math.E + (1 / Math.E);
        Assert.Equal(1 / sum, weights[0], 12);
        Assert.Equal(Math.E / sum, weights[1], 12);
    }

    /// <summary>A step whose density when the action was taken differs from that now: by e^shift.</summary>
    private static (GatePolicy Policy, GateStep Step, PpoOptions Options) Step(double shift)
    {
        Study s = Study.Random(3, 40, 10, 2, 0.3);
        FeatureTensor x = s.X();
        GateEnvironment environment = new(x, s.Y(), [], [2, 5], 2);
        PpoOptions options = new() { Hidden = 4, EntropyWeight = 0.1 };
        GatePolicy policy = new(environment, [.. Enumerable.Range(5, 20)], options, RandomStream.Create(2, "policy"));
        RandomStream random = RandomStream.Create(3, "weights");
        foreach (ref float w in policy.Parameters.AsSpan()) w += (float)(0.3 * random.NextNormal());
        double[] input = new double[policy.Inputs], mean = new double[2], action = [0.4, -0.7];
        policy.Input(environment.StateAt(20), [0.6, 0.4], input);
        policy.Mean(input, mean);
        return (policy, new GateStep(input, action, policy.LogDensity(mean, action) + shift, 0, 0), options);
    }
}
