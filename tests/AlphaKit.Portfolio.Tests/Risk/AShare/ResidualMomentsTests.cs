namespace AlphaKit.Portfolio.Tests;

public sealed class ResidualMomentsTests
{
    private const int Days = 500;
    private const int Shares = 5;

    [Fact]
    public void Deviation_and_trust_equal_the_straight_loop()
    {
        SpecificRiskOptions options = new() { Window = 200, HalfLife = 70, Lags = 3 };
        RandomStream random = RandomStream.Create(3, "residuals");
        float[] u = new float[Days * Shares];
        for (int t = 0; t < Days; t++)
        {
            for (int i = 0; i < Shares; i++)
            {
                // Share 1 has gaps, share 2 lists late, share 3 has fat tails.
                bool present = !(i == 1 && random.NextDouble() < 0.3) && !(i == 2 && t < 330);
                u[(t * Shares) + i] = present ? (float)(0.02 * (i == 3 ? random.NextStudentT(2.5) : random.NextNormal())) : float.NaN;
            }
        }

        ResidualMoments moments = new(Shares, options);
        float[] deviation = new float[Shares], trust = new float[Shares];
        for (int t = 0; t < Days; t++)
        {
            moments.Advance(u, t, 0, 2, deviation, trust);
            moments.Advance(u, t, 2, Shares, deviation, trust);
            if (t % 50 != 49) continue;
            for (int i = 0; i < Shares; i++)
            {
                (double s, double g) = Straight(u, t, i, options);
                Assert.Equal(s, deviation[i], 1e-7);
                Assert.Equal(g, trust[i], 1e-5);
            }
        }
    }

    private static (double Deviation, double Trust) Straight(float[] u, int t, int i, SpecificRiskOptions o)
    {
        int first = Math.Max(0, t - o.Window + 1);
        double U(int d) => u[(d * Shares) + i];
        double W(int d) => Math.Pow(0.5, (t - d) / o.HalfLife);
        int[] days = [.. Enumerable.Range(first, t + 1 - first).Where(d => !double.IsNaN(U(d)))];
        if (days.Length < 2) return (double.NaN, 0);
        double sum = 0;
        foreach (int a in days)
        {
            foreach (int b in days)
            {
                if (Math.Abs(a - b) <= o.Lags) sum += (1 - (Math.Abs(a - b) / (o.Lags + 1.0))) * Math.Sqrt(W(a) * W(b)) * U(a) * U(b);
            }
        }

        double[] sorted = [.. days.Select(U).Order()];
        double robust = (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / 1.35, plain = Math.Sqrt(sorted.Average(x => x * x));
        double trust = Math.Clamp((days.Length - 60) / 120.0, 0, 1) * Math.Min(1, Math.Exp(1 - Math.Abs((plain / robust) - 1)));
        return (Math.Sqrt(sum / days.Sum(W)), trust);
    }

    private static double Quantile(double[] sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        int low = (int)Math.Floor(at), high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
