namespace AlphaKit.Portfolio.Tests;

public sealed class CrossSectionFitTests
{
    [Fact]
    public void Agrees_with_the_lagrange_system_of_numpy()
    {
        // numpy 1.24.2; the maker of these numbers is Samples/shrinkage.py (float32 exposures here, so six digits).
        const int N = 12;
        double[] y = [.. Enumerable.Range(0, N).Select(k => 0.01 * Math.Sin((2.3 * k) + 0.4))], cap = [.. Enumerable.Range(0, N).Select(k => 1 + (0.5 * k))];
        float[] styles = [.. Enumerable.Range(0, N).SelectMany(k => new[] { (float)Math.Cos(1.1 * k), (float)Math.Sin(0.7 * k * k) })];
        CrossSectionFit fit = new(2, 3);
        Assert.Equal(-1, fit.Fit(All(N), y, [.. cap.Select(Math.Sqrt)], cap, [.. Enumerable.Range(0, N).Select(k => k % 3)], styles, [true, true]));
        double[] f = [-8.685232942860046e-06, 0.0015169620459956228, 0.0004504507725864023, 0.008157626074797527, -0.0050782821376161415, -0.0017573474651838643];
        double[] t = [-0.005012211788650803, 0.6238199795109711, 0.1411313694409221, 3.1064356309827454, -2.1155951832716346, -0.7990978337320346];
        for (int k = 0; k < 6; k++)
        {
            Assert.Equal(f[k], fit.Coefficients[k], 1e-9);
            Assert.Equal(t[k], fit.TStatistics[k], 1e-6);
        }

        Assert.Equal(0.6001840865595458, fit.RSquared, 1e-7);
        Assert.Equal(1.0711439752552399, fit.VarianceInflation[0], 1e-6);
        Assert.Equal(1.066307544567538, fit.VarianceInflation[1], 1e-6);
        Assert.Equal(5, fit.Parameters);
    }

    [Fact]
    public void Agrees_with_the_lagrange_system_on_random_sections()
    {
        for (ulong seed = 0; seed < 60; seed++)
        {
            RandomStream random = RandomStream.Create(seed, "fit");
            int n = 40 + random.NextInt32(60), styles = random.NextInt32(5), industries = random.NextInt32(6);
            double[] y = Normals(random, n), cap = [.. Normals(random, n).Select(Math.Exp)], weight = [.. cap.Select(Math.Sqrt)];
            float[] x = [.. Normals(random, n * styles).Select(v => (float)v)];
            int[] industry = [.. Enumerable.Range(0, n).Select(_ => industries == 0 ? -1 : random.NextInt32(Math.Max(1, industries - 1)))]; // the last stays empty if there are two or more
            bool[] sample = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < 0.9)], active = [.. Enumerable.Range(0, styles).Select(_ => random.NextDouble() < 0.9)];
            CrossSectionFit fit = new(styles, industries);
            Assert.Equal(-1, fit.Fit(sample, y, weight, cap, industry, x, active));
            double[] expected = Lagrange(n, styles, industries, y, weight, cap, industry, x, sample, active);
            for (int k = 0; k < expected.Length; k++) Assert.Equal(expected[k], fit.Coefficients[k], 1e-9);
        }
    }

    [Fact]
    public void A_redundant_style_is_named_and_too_small_a_section_refused()
    {
        const int N = 30;
        RandomStream random = RandomStream.Create(1, "redundant");
        double[] y = Normals(random, N), one = [.. Enumerable.Repeat(1.0, N)];
        int[] industry = [.. Enumerable.Range(0, N).Select(k => k % 2)];
        float[] x = [.. Enumerable.Range(0, N).SelectMany(k => new[] { (float)k, (k * 2f) + (industry[k] * 3) })];
        CrossSectionFit fit = new(2, 2);
        Assert.Equal(2, fit.Fit(All(N), y, one, one, industry, x, [true, true]));
        Assert.Equal(-1, fit.Fit(All(N), y, one, one, industry, x, [true, false]));
        Assert.True(double.IsNaN(fit.Coefficients[2]));
        Assert.Equal(-2, fit.Fit([.. Enumerable.Range(0, N).Select(k => k < 3)], y, one, one, industry, x, [true, false]));
    }

    private static bool[] All(int n) => [.. Enumerable.Repeat(true, n)];

    private static double[] Normals(RandomStream random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())];

    /// <summary>The bordered normal equations, solved by elimination with pivoting; absent factors stay NaN.</summary>
    private static double[] Lagrange(int n, int styles, int industries, double[] y, double[] w, double[] cap, int[] industry, float[] x, bool[] sample, bool[] active)
    {
        List<int> used = [0, .. Enumerable.Range(0, styles).Where(s => active[s]).Select(s => 1 + s)];
        used.AddRange(Enumerable.Range(0, industries).Where(i => Enumerable.Range(0, n).Any(k => sample[k] && industry[k] == i)).Select(i => 1 + styles + i));
        int p = used.Count, m = p + (industries > 0 ? 1 : 0);
        double[,] a = new double[m, m + 1];
        double all = Enumerable.Range(0, n).Where(k => sample[k]).Sum(k => cap[k]);
        for (int k = 0; k < n; k++)
        {
            if (!sample[k]) continue;
            double[] row = [.. used.Select(f => f == 0 ? 1 : f <= styles ? x[(k * styles) + f - 1] : industry[k] == f - 1 - styles ? 1 : 0)];
            for (int i = 0; i < p; i++)
            {
                for (int j = 0; j < p; j++) a[i, j] += w[k] * row[i] * row[j];
                a[i, m] += w[k] * row[i] * y[k];
                if (m > p && used[i] > styles && industry[k] == used[i] - 1 - styles)
                {
                    a[i, p] += cap[k] / all;
                    a[p, i] += cap[k] / all;
                }
            }
        }

        for (int c = 0; c < m; c++)
        {
            int best = Enumerable.Range(c, m - c).MaxBy(r => Math.Abs(a[r, c]));
            for (int j = 0; j <= m; j++) (a[c, j], a[best, j]) = (a[best, j], a[c, j]);
            for (int r = 0; r < m; r++)
            {
                if (r == c) continue;
                double factor = a[r, c] / a[c, c];
                for (int j = c; j <= m; j++) a[r, j] -= factor * a[c, j];
            }
        }

        double[] result = [.. Enumerable.Repeat(double.NaN, 1 + styles + industries)];
        for (int i = 0; i < p; i++) result[used[i]] = a[i, m] / a[i, i];
        return result;
    }
}
