namespace AlphaKit.Portfolio.Tests;

/// <summary>Risks for tests.</summary>
internal static class Risks
{
    public static readonly DateOnly Day = Situation.Today;

    public static Symbol[] Names(int n) => [.. Enumerable.Range(1, n).Select(Situation.Name)];

    /// <summary>Σ = Y Yᵀ + diag(s), with unit factor covariance.</summary>
    public static FactorRisk Of(double[] loadings, double[] specific)
    {
        int n = specific.Length, k = loadings.Length / n;
        double[] unit = new double[k * k];
        for (int f = 0; f < k; f++) unit[(f * k) + f] = 1;
        return new FactorRisk(Day, Names(n), [.. Enumerable.Range(1, k).Select(f => $"f{f}")], loadings, unit, specific);
    }

    /// <summary>A market factor and K − 1 others with correlated factor returns.</summary>
    public static FactorRisk Random(ulong seed, int n, int k)
    {
        RandomStream random = RandomStream.Create(seed, "risk");
        double[] exposures = new double[n * k], root = new double[k * k], covariance = new double[k * k], specific = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int f = 0; f < k; f++) exposures[(i * k) + f] = f == 0 ? 1 : random.NextNormal();
            specific[i] = Math.Pow(0.02 * Math.Exp(0.3 * random.NextNormal()), 2);
        }

        for (int i = 0; i < root.Length; i++) root[i] = 0.004 * random.NextNormal();
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                for (int f = 0; f < k; f++) covariance[(i * k) + j] += root[(i * k) + f] * root[(j * k) + f];
            }
        }

        return new FactorRisk(Day, Names(n), [.. Enumerable.Range(1, k).Select(f => $"f{f}")], exposures, covariance, specific);
    }

    /// <summary>The same matrix, entry by entry from the definition.</summary>
    public static double[,] Dense(FactorRisk risk)
    {
        int n = risk.Symbols.Count, k = risk.Factors.Count;
        double[,] dense = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = i == j ? risk.SpecificVariance.Span[i] : 0;
                for (int f = 0; f < k; f++)
                {
                    for (int g = 0; g < k; g++) sum += risk.ExposuresOf(i)[f] * risk.Covariance.Span[(f * k) + g] * risk.ExposuresOf(j)[g];
                }

                dense[i, j] = sum;
            }
        }

        return dense;
    }

    /// <summary>One risk on every day of a calendar.</summary>
    public static RiskHistory Always(FactorRisk risk, params DateOnly[] days) => new Constant(risk, new TradingCalendar(days.Length == 0 ? [Situation.Yesterday, Situation.Today] : days));

    private sealed class Constant(FactorRisk risk, TradingCalendar calendar) : RiskHistory(calendar, Clock.Close)
    {
        protected override FactorRisk Compute(int index) => risk;
    }
}
