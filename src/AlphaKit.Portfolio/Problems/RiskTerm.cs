namespace AlphaKit.Portfolio;

/// <summary>A <see cref="FactorRisk"/> in the order of the names of a problem, its factors as columns, its factor covariance positive definite.</summary>
internal sealed class RiskTerm
{
    /// <summary>A factor covariance nearer to singular than this (pivots of the correlations) is replaced by its Cholesky factors.</summary>
    private const double LeastPivot = 1e-9;

    private const double RankTolerance = 1e-12;

    private RiskTerm(FactorRisk source, Loadings[] columns, double[] covariance, double[] specific)
    {
        Source = source;
        Columns = columns;
        Covariance = covariance;
        Specific = specific;
    }

    public FactorRisk Source { get; }

    public Loadings[] Columns { get; }

    public double[] Covariance { get; }

    public double[] Specific { get; }

    public int Factors => Columns.Length;

    public static RiskTerm Of(FactorRisk risk, IReadOnlyList<Symbol> symbols)
    {
        FactorRisk ordered = risk.Symbols.SequenceEqual(symbols) ? risk : risk.For(symbols);
        int n = symbols.Count, k = ordered.Factors.Count;
        ReadOnlySpan<double> exposures = ordered.Exposures.Span;
        double[] covariance = ordered.Covariance.ToArray(), specific = ordered.SpecificVariance.ToArray();
        if (IsWellConditioned(covariance, k)) return new RiskTerm(ordered, ColumnsOf(exposures, n, k), covariance, specific);

        double[] factor = PivotedCholesky.Factor(covariance, k, RankTolerance, out int rank, out _);
        double[] mixed = new double[n * rank], identity = new double[rank * rank];
        for (int r = 0; r < rank; r++) identity[(r * rank) + r] = 1;
        for (int i = 0; i < n; i++)
        {
            for (int a = 0; a < k; a++)
            {
                double x = exposures[(i * k) + a];
                if (x == 0) continue;
                for (int r = 0; r < rank; r++) mixed[(i * rank) + r] += x * factor[(a * rank) + r];
            }
        }

        return new RiskTerm(ordered, ColumnsOf(mixed, n, rank), identity, specific);
    }

    /// <summary>d'Σd and Σd, in plain sums.</summary>
    public double Variance(ReadOnlySpan<double> d, double[] gradient)
    {
        int k = Factors;
        double[] exposure = new double[k];
        double variance = 0;
        for (int a = 0; a < k; a++) exposure[a] = Columns[a].Dot(d);
        for (int i = 0; i < d.Length; i++)
        {
            gradient[i] = Specific[i] * d[i];
            variance += gradient[i] * d[i];
        }

        for (int a = 0; a < k; a++)
        {
            double pull = 0;
            for (int b = 0; b < k; b++) pull += Covariance[(a * k) + b] * exposure[b];
            variance += pull * exposure[a];
            Columns[a].AddTo(gradient, pull);
        }

        return variance;
    }

    private static Loadings[] ColumnsOf(ReadOnlySpan<double> rows, int n, int k)
    {
        double[][] columns = [.. Enumerable.Range(0, k).Select(_ => new double[n])];
        for (int i = 0; i < n; i++)
        {
            for (int a = 0; a < k; a++) columns[a][i] = rows[(i * k) + a];
        }

        return [.. columns.Select(Loadings.Of)];
    }

    private static bool IsWellConditioned(double[] covariance, int k)
    {
        double[] l = new double[k * k];
        for (int a = 0; a < k; a++)
        {
            double size = covariance[(a * k) + a];
            if (!(size > 0)) return false;
            for (int e = 0; e <= a; e++)
            {
                double sum = covariance[(a * k) + e] / Math.Sqrt(size * covariance[(e * k) + e]);
                for (int j = 0; j < e; j++) sum -= l[(a * k) + j] * l[(e * k) + j];
                if (e < a) l[(a * k) + e] = sum / l[(e * k) + e];
                else if (sum > LeastPivot) l[(a * k) + a] = Math.Sqrt(sum);
                else return false;
            }
        }

        return true;
    }
}
