namespace AlphaKit.Portfolio.Tests;

public sealed class EigenAdjustmentTests
{
    private const int Draws = 60;
    private const int Window = 120;
    private const double HalfLife = 90;
    private const ulong Seed = 7;
    private static readonly double[] Spectrum = [9, 4, 1, 0.25];

    [Fact]
    public void The_bias_agrees_with_the_definition()
    {
        // By the definition: draw samples of N(0, D), estimate their weighted second moments, decompose (Jacobi rotations here) and compare.
        int n = Spectrum.Length;
        double[] expected = new double[n];
        RandomStream streams = RandomStream.Create(Seed, "risk/eigenfactor-adjustment");
        for (int m = 0; m < Draws; m++)
        {
            RandomStream stream = streams.Fork(m);
            double[,] moments = new double[n, n];
            double total = 0;
            for (int t = 0; t < Window; t++)
            {
                double w = Math.Pow(0.5, t / HalfLife);
                total += w;
                double[] f = [.. Spectrum.Select(d => Math.Sqrt(d) * stream.NextNormal())];
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < n; j++) moments[i, j] += w * f[i] * f[j];
                }
            }

            (double[] values, double[,] vectors) = Jacobi(moments, n);
            int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => values[k])];
            for (int k = 0; k < n; k++)
            {
                double truth = Enumerable.Range(0, n).Sum(j => Spectrum[j] * vectors[j, order[k]] * vectors[j, order[k]]);
                expected[k] += truth / (values[order[k]] / total) / Draws;
            }
        }

        double[] bias = new EigenAdjustment(n, Draws, Window, HalfLife, 1.4, Seed).Bias(Spectrum);
        for (int k = 0; k < n; k++) Assert.Equal(Math.Sqrt(expected[k]), bias[k], 1e-10);
    }

    [Fact]
    public void Eigenvalues_are_scaled_and_eigenvectors_kept()
    {
        // F = U D Uᵀ with a plane rotation by 30° in the first two and last two factors.
        int n = 4;
        double c = Math.Sqrt(3) / 2, s = 0.5;
        double[,] u = { { c, -s, 0, 0 }, { s, c, 0, 0 }, { 0, 0, c, -s }, { 0, 0, s, c } };
        EigenAdjustment adjustment = new(n, Draws, Window, HalfLife, 1.4, Seed);
        double[] bias = adjustment.Bias(Spectrum), f = Compose(u, Spectrum);
        adjustment.Apply(f, []);
        double[] expected = Compose(u, [.. Spectrum.Select((d, k) => d * Math.Pow((1.4 * (bias[k] - 1)) + 1, 2))]);
        for (int i = 0; i < n * n; i++) Assert.Equal(expected[i], f[i], 1e-12);
    }

    [Fact]
    public void Factors_without_variance_stay_without()
    {
        double[] f = [4, 0, 1, 0, 0, 0, 1, 0, 2];
        new EigenAdjustment(3, Draws, Window, HalfLife, 1.4, Seed).Apply(f, []);
        Assert.Equal([0, 0, 0], f[3..6]);
        Assert.NotEqual(4, f[0]);
    }

    [Fact]
    public void Small_eigenvalues_are_raised_and_the_bias_of_their_portfolios_falls()
    {
        // A world of 30 uncorrelated factors, known volatilities. The smallest estimated eigenportfolio is held to be safer than it is; the adjusted estimate is nearer the truth.
        const int N = 30, Days = 150;
        double[] truth = [.. Enumerable.Range(0, N).Select(k => Math.Pow(1.15, -k))];
        EigenAdjustment adjustment = new(N, 50, Days, 1e9, 1, 3);
        double raw = 0, adjusted = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            RandomStream random = RandomStream.Create(seed, "eigen-world");
            double[] f = [.. Enumerable.Range(0, Days * N).Select(i => Math.Sqrt(truth[i % N]) * random.NextNormal())], covariance = new double[N * N];
            NeweyWest.Covariance(f, N, 1e9, 0, covariance);
            (double[] values, double[] vectors) = SymmetricEigen.Decompose(covariance, N);
            double real = Enumerable.Range(0, N).Sum(j => truth[j] * vectors[((N - 1) * N) + j] * vectors[((N - 1) * N) + j]);
            raw += real / values[N - 1] / 20;
            adjustment.Apply(covariance, []);
            adjusted += real / SymmetricEigen.Decompose(covariance, N).Values[N - 1] / 20;
        }

        Assert.True(raw > 1.5, $"{raw}");
        Assert.InRange(adjusted, 0.85, 1.15);
    }

    [Fact]
    public void A_known_bias_of_the_same_size_is_used()
    {
        double[] f = Compose(Identity(), Spectrum);
        new EigenAdjustment(4, 1, Window, HalfLife, 1, Seed).Apply(f, [2, 1, 1, 3]);
        Assert.Equal([36, 4, 1, 2.25], new[] { f[0], f[5], f[10], f[15] });
    }

    private static double[,] Identity() => new double[,] { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };

    private static double[] Compose(double[,] u, double[] d)
    {
        double[] f = new double[16];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++) f[(i * 4) + j] = Enumerable.Range(0, 4).Sum(k => u[i, k] * d[k] * u[j, k]);
        }

        return f;
    }

    private static (double[] Values, double[,] Vectors) Jacobi(double[,] a, int n)
    {
        double[,] v = new double[n, n];
        for (int i = 0; i < n; i++) v[i, i] = 1;
        for (int sweep = 0; sweep < 50; sweep++)
        {
            for (int p = 0; p < n; p++)
            {
                for (int q = p + 1; q < n; q++)
                {
                    if (a[p, q] == 0) continue;
                    double angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]), c = Math.Cos(angle), s = Math.Sin(angle);
                    for (int k = 0; k < n; k++) (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
                    for (int k = 0; k < n; k++) (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
                    for (int k = 0; k < n; k++) (v[k, p], v[k, q]) = ((c * v[k, p]) - (s * v[k, q]), (s * v[k, p]) + (c * v[k, q]));
                }
            }
        }

        return ([.. Enumerable.Range(0, n).Select(k => a[k, k])], v);
    }
}
