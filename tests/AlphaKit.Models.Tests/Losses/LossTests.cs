namespace AlphaKit.Models.Tests;

public sealed class LossTests
{
    private static readonly float[] s_scores = [0.3f, -1.2f, 2f, 0.4f, -0.1f];
    private static readonly float[] s_labels = [1f, -0.5f, 0.2f, float.NaN, 0.7f];

    public static TheoryData<string> Names => [.. All.Select(l => l.Name)];

    private static CrossSectionLoss[] All => [new IcLoss(), new SquaredLoss(), new HuberLoss { Delta = 0.6 }, new ListNetLoss(), new PairwiseLoss()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_equals_differences_and_masked_names_have_none(string name)
    {
        CrossSectionLoss loss = All.Single(l => l.Name == name);
        float[] gradient = new float[5], ignored = new float[5];
        loss.Evaluate(s_scores, s_labels, gradient);
        for (int i = 0; i < 5; i++)
        {
            float[] up = [.. s_scores], down = [.. s_scores];
            up[i] += 1f / 1024;
            down[i] -= 1f / 1024;
            Assert.Equal((loss.Evaluate(up, s_labels, ignored) - loss.Evaluate(down, s_labels, ignored)) * 512, gradient[i], 1e-5);
        }

        Assert.Equal(0, gradient[3]);
    }

    [Fact]
    public void Values_follow_the_definitions()
    {
        float[] x = [1, 2, 3], y = [2, 1, 4], g = new float[3];

        // Centred (−1, 0, 1) and (−1/3, −4/3, 5/3): 2 / √(2 · 42/9).
        Assert.Equal(-2 / Math.Sqrt(2 * 42 / 9.0), new IcLoss().Evaluate(x, y, g), 1e-12);
        Assert.Equal(1, new SquaredLoss().Evaluate(x, y, g), 1e-12);
        Assert.Equal(0.5, new HuberLoss().Evaluate(x, y, g), 1e-12);
        Assert.Equal(0.375, new HuberLoss { Delta = 0.5 }.Evaluate(x, y, g), 1e-12);

        // p(y) = softmax(2, 1, 4), log p(x) = x − log Σ eˣ.
        double[] p = [Math.Exp(2), Math.Exp(1), Math.Exp(4)];
        double log = Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(3));
        Assert.Equal(-(((p[0] * (1 - log)) + (p[1] * (2 - log)) + (p[2] * (3 - log))) / p.Sum()), new ListNetLoss().Evaluate(x, y, g), 1e-12);

        // Pairs (1, 2): x₁ < x₂ wrongly, (3, 1) and (3, 2) rightly.
        Assert.Equal((Math.Log(1 + Math.E) + Math.Log(1 + Math.Exp(-2)) + Math.Log(1 + Math.Exp(-1))) / 3, new PairwiseLoss().Evaluate(x, y, g), 1e-12);
    }

    [Fact]
    public void Several_heads_add_their_losses_and_lambda_times_their_correlations()
    {
        float[] a = [1, 2, 3, 0], b = [2, -1, 4, 1], c = [0.5f, 0.1f, -2, 1], y = [2, 1, 4, -1];
        float[] scores = [.. a, .. b, .. c], gradient = new float[12], ignored = new float[12];
        MultiTaskLoss loss = new() { Decorrelation = 0.3 };
        double Ic(float[] u, float[] v) => -new IcLoss().Evaluate(u, v, new float[4]);
        double expected = -Ic(a, y) - Ic(b, y) - Ic(c, y) + (0.3 * (Ic(a, b) + Ic(a, c) + Ic(b, c)));
        Assert.Equal(expected, loss.Evaluate(scores, 3, y, gradient), 1e-6);
        for (int i = 0; i < 12; i++)
        {
            float[] up = [.. scores], down = [.. scores];
            up[i] += 1f / 1024;
            down[i] -= 1f / 1024;
            Assert.Equal((loss.Evaluate(up, 3, y, ignored) - loss.Evaluate(down, 3, y, ignored)) * 512, gradient[i], 1e-5);
        }
    }

    [Fact]
    public void The_ic_of_equal_scores_is_nothing_and_has_no_slope()
    {
        float[] gradient = [9, 9, 9];
        Assert.Equal(0, new IcLoss().Evaluate([0.1f, 0.1f, 0.1f], [1, 2, 3], gradient));
        Assert.All(gradient, g => Assert.Equal(0, g));
        Assert.Equal(0, new IcLoss().Evaluate([1, 2], [1, float.NaN], new float[2]));
    }

    [Fact]
    public void Scores_that_are_not_finite_are_refused() =>
        Assert.Throws<ArgumentException>(() => new IcLoss().Evaluate([1, float.NaN, 2], [1, 2, 3], new float[3]));
}
