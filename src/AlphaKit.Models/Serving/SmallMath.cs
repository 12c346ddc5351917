namespace AlphaKit.Models;

/// <summary>Functions of few numbers, in double.</summary>
internal static class SmallMath
{
    /// <summary>x ← softmax(x); −∞ has weight 0.</summary>
    public static void Softmax(Span<double> x)
    {
        double level = LogSumExp(x);
        for (int i = 0; i < x.Length; i++) x[i] = Math.Exp(x[i] - level);
    }

    /// <summary>ln Σ eˣ.</summary>
    public static double LogSumExp(ReadOnlySpan<double> x)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (double v in x) most = Math.Max(most, v);
        foreach (double v in x) sum += Math.Exp(v - most);
        return most + Math.Log(sum);
    }

    /// <summary>ln(1 + eˣ); x itself above 20, as in PyTorch.</summary>
    public static double Softplus(double x) => x > 20 ? x : Math.Log(1 + Math.Exp(x));

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
