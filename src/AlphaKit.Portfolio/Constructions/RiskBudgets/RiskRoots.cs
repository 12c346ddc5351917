namespace AlphaKit.Portfolio;

/// <summary>A risk as Σ = Y Yᵀ + diag(s), with Y = X·L for F = L Lᵀ: one product less in every inner loop. Every variance is above zero.</summary>
internal sealed class RiskRoots
{
    /// <summary>As <see cref="FactorRisk"/> checks it: pivots below this part of the largest variance are rounding.</summary>
    private const double SemidefiniteTolerance = 1e-10;

    private RiskRoots(FactorRisk risk, double[] loadings, int factors)
    {
        Symbols = risk.Symbols;
        Loadings = loadings;
        Factors = factors;
        Specific = risk.SpecificVariance;
        Variance = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            double variance = Vectors.Dot(Row(i), Row(i)) + Specific.Span[i];
            if (!(variance > 0)) throw new InvalidRiskException(risk.Date, "its variance is 0, it must be above 0 to be weighted by risk", symbol: Symbols[i]);
            Variance[i] = variance;
        }
    }

    public IReadOnlyList<Symbol> Symbols { get; }

    public int Count => Symbols.Count;

    /// <summary>Rank of the factor covariance.</summary>
    public int Factors { get; }

    /// <summary>Y, N × <see cref="Factors"/>, row after row.</summary>
    public double[] Loadings { get; }

    /// <summary>s.</summary>
    public ReadOnlyMemory<double> Specific { get; }

    /// <summary>The diagonal of Σ.</summary>
    public double[] Variance { get; }

    public ReadOnlySpan<double> Row(int name) => Loadings.AsSpan(name * Factors, Factors);

    public static RiskRoots Of(FactorRisk risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        if (risk.Symbols.Count == 0) throw new InsufficientDataException($"instruments in the risk of {risk.Date:yyyy-MM-dd}", 1, 0);
        int n = risk.Symbols.Count, k = risk.Factors.Count;
        int rank = 0;
        double[] root = k == 0 ? [] : PivotedCholesky.Factor(risk.Covariance.Span, k, SemidefiniteTolerance, out rank, out _);
        double[] loadings = new double[n * rank];
        for (int i = 0; i < n; i++)
        {
            Span<double> row = loadings.AsSpan(i * rank, rank);
            ReadOnlySpan<double> exposures = risk.ExposuresOf(i);
            for (int f = 0; f < k; f++)
            {
                if (exposures[f] != 0) Vectors.Add(exposures[f], root.AsSpan(f * rank, rank), row);
            }
        }

        return new RiskRoots(risk, loadings, rank);
    }

    /// <summary>Y·Yᵀ x + s·x for one vector.</summary>
    public void Times(ReadOnlySpan<double> x, Span<double> result)
    {
        double[] sums = new double[Factors];
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] != 0) Vectors.Add(x[i], Row(i), sums);
        }

        for (int i = 0; i < x.Length; i++) result[i] = Vectors.Dot(Row(i), sums) + (Specific.Span[i] * x[i]);
    }

    /// <summary>One entry of Σ.</summary>
    public double Covariance(int one, int other) => Vectors.Dot(Row(one), Row(other)) + (one == other ? Specific.Span[one] : 0);
}
