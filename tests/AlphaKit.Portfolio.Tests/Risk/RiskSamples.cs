namespace AlphaKit.Portfolio.Tests;

/// <summary>Small risks and matrices for tests.</summary>
internal static class RiskSamples
{
    public static readonly DateOnly Day = new(2020, 2, 3);

    public static Symbol[] Symbols(int n) => [.. Enumerable.Range(0, n).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];

    public static string[] Names(int k) => [.. Enumerable.Range(0, k).Select(j => $"f{j}")];

    /// <summary>A positive semidefinite matrix B Bᵀ of a rank.</summary>
    public static double[] Covariance(RandomStream random, int n, int rank)
    {
        double[] b = new double[n * rank], a = new double[n * n];
        for (int i = 0; i < b.Length; i++) b[i] = 0.01 * random.NextNormal();
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < rank; k++) a[(i * n) + j] += b[(i * rank) + k] * b[(j * rank) + k];
            }
        }

        return a;
    }

    public static FactorRisk Random(ulong seed, int n, int k)
    {
        RandomStream random = RandomStream.Create(seed, "risk-samples");
        double[] x = new double[n * k], s = new double[n];
        for (int i = 0; i < x.Length; i++) x[i] = random.NextNormal();
        for (int i = 0; i < n; i++) s[i] = 1e-4 * (1 + random.NextDouble());
        return new FactorRisk(Day, Symbols(n), Names(k), x, Covariance(random, k, k), s);
    }

    /// <summary>X F Xᵀ + diag(s), by the definition.</summary>
    public static double[,] Dense(FactorRisk risk)
    {
        int n = risk.Symbols.Count, k = risk.Factors.Count;
        double[,] result = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int a = 0; a < k; a++)
                {
                    for (int b = 0; b < k; b++)
                        result[i, j] += risk.Exposures.Span[(i * k) + a] * risk.Covariance.Span[(a * k) + b] * risk.Exposures.Span[(j * k) + b];
                }
            }

            result[i, i] += risk.SpecificVariance.Span[i];
        }

        return result;
    }
}
