using AlphaKit.Portfolio;

namespace AlphaKit.Benchmarks;

/// <summary>Risk parity and hierarchies of 500 names with a market, 31 industries and nine styles.</summary>
internal sealed class ConstructionSpeed
{
    private const int Names = 500;
    private const int Factors = 41;
    private const int Industries = 31;

    private readonly FactorRisk _risk = Risk();
    private readonly double[,] _dense;

    public ConstructionSpeed()
    {
        _dense = new double[Names, Names];
        double[] unit = new double[Names], column = new double[Names];
        for (int j = 0; j < Names; j++)
        {
            unit[j] = 1;
            _risk.CovarianceTimes(unit, column);
            unit[j] = 0;
            for (int i = 0; i < Names; i++) _dense[i, j] = column[i];
        }
    }

    /// <summary>A thousand solutions of risk parity.</summary>
    public static void RiskParityThousandTimes(Action<string>? profile)
    {
        ConstructionSpeed speed = new();
        for (int i = 0; i < 1000; i++) RiskParity.Of(speed._risk);
        profile?.Invoke($"risk parity of {Names} names: {RiskParity.Of(speed._risk).Steps} steps");
    }

    /// <summary>A hundred hierarchies.</summary>
    public static void HierarchyHundredTimes(Action<string>? profile)
    {
        ConstructionSpeed speed = new();
        for (int i = 0; i < 100; i++) HierarchicalRiskParity.Of(speed._risk);
        profile?.Invoke($"hierarchy of {Names} names");
    }

    /// <summary>The definition on the full matrix: coordinate descent with each covariance summed anew. Rounded, as the two sums differ in the last bits.</summary>
    public double DenseRiskParity()
    {
        double[] x = new double[Names];
        Array.Fill(x, 1);
        double budget = 1.0 / Names;
        for (double residual = 1; residual > RiskParity.Tolerance;)
        {
            residual = 0;
            for (int i = 0; i < Names; i++)
            {
                double slope = 0;
                for (int j = 0; j < Names; j++) slope += _dense[i, j] * x[j];
                residual = Math.Max(residual, Math.Abs((x[i] * slope / budget) - 1));
                double others = slope - (_dense[i, i] * x[i]);
                x[i] = (Math.Sqrt((others * others) + (4 * _dense[i, i] * budget)) - others) / (2 * _dense[i, i]);
            }
        }

        double sum = x.Sum();
        return Math.Round(x.Select((v, i) => v / sum * (i + 1)).Sum(), 6);
    }

    /// <summary>AlphaKit's way to the same.</summary>
    public double FactorRiskParity() => Math.Round(RiskParity.Of(_risk).Weights.Select((w, i) => w.Value * (i + 1)).Sum(), 6);

    private static FactorRisk Risk()
    {
        RandomStream random = RandomStream.Create(1, "benchmark/risk");
        double[] exposures = new double[Names * Factors], covariance = new double[Factors * Factors], specific = new double[Names];
        for (int i = 0; i < Names; i++)
        {
            exposures[i * Factors] = 1;
            exposures[(i * Factors) + 1 + (i % Industries)] = 1;
            for (int f = 1 + Industries; f < Factors; f++) exposures[(i * Factors) + f] = random.NextNormal();
            specific[i] = Math.Pow(0.02 * Math.Exp(0.3 * random.NextNormal()), 2);
        }

        for (int f = 0; f < Factors; f++) covariance[(f * Factors) + f] = f == 0 ? 1.5e-4 : f <= Industries ? 6e-5 : 1e-5;
        Symbol[] symbols = [.. Enumerable.Range(1, Names).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];
        return new FactorRisk(new DateOnly(2024, 3, 8), symbols, [.. Enumerable.Range(0, Factors).Select(f => $"f{f}")], exposures, covariance, specific);
    }
}
