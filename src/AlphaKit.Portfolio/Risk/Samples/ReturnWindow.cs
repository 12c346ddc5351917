namespace AlphaKit.Portfolio;

/// <summary>The returns of one window, less their means: T days × N instruments, day after day. A missing return counts as its instrument's mean.</summary>
internal sealed class ReturnWindow
{
    public ReturnWindow(DateOnly date, Symbol[] symbols, double[] returns, int days)
    {
        Date = date;
        Symbols = symbols;
        Returns = returns;
        Days = days;
        Variances = new double[symbols.Length];
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < symbols.Length; i++) Variances[i] += returns[(t * symbols.Length) + i] * returns[(t * symbols.Length) + i] / days;
        }
    }

    public DateOnly Date { get; }

    public Symbol[] Symbols { get; }

    public double[] Returns { get; }

    public int Days { get; }

    public int Count => Symbols.Length;

    /// <summary>Divisor T.</summary>
    public double[] Variances { get; }

    public ReadOnlySpan<double> Day(int t) => Returns.AsSpan(t * Count, Count);

    /// <summary>T × T products of days: G(s, t) = Σ_i x_si x_ti.</summary>
    public double[] Gram()
    {
        double[] gram = new double[Days * Days];
        for (int s = 0; s < Days; s++)
        {
            for (int t = 0; t <= s; t++)
            {
                double value = Vectors.Dot(Day(s), Day(t));
                gram[(s * Days) + t] = value;
                gram[(t * Days) + s] = value;
            }
        }

        return gram;
    }

    /// <summary>
    /// The sample covariance S = XᵀX/T times a factor, plus a diagonal, plus f v vᵀ if v is given, as risk: one factor per day, or per instrument where
    /// there are fewer of them.
    /// </summary>
    public FactorRisk Covariance(double scale, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> v, double f)
    {
        int n = Count, extra = v.IsEmpty ? 0 : 1, samples;
        double[] sample;
        if (Days < n)
        {
            samples = Days;
            sample = new double[n * Days];
            for (int t = 0; t < Days; t++)
            {
                for (int i = 0; i < n; i++) sample[(i * Days) + t] = Returns[(t * n) + i];
            }
        }
        else
        {
            double[] products = new double[n * n];
            for (int t = 0; t < Days; t++)
            {
                for (int i = 0; i < n; i++) Vectors.Add(Day(t)[i], Day(t), products.AsSpan(i * n, n));
            }

            sample = PivotedCholesky.Factor(products, n, 1e-14, out samples, out _);
        }

        int k = samples + extra;
        double[] exposures = new double[n * k], covariance = new double[k * k];
        for (int i = 0; i < n; i++)
        {
            sample.AsSpan(i * samples, samples).CopyTo(exposures.AsSpan(i * k));
            if (extra > 0) exposures[(i * k) + samples] = v[i];
        }

        for (int j = 0; j < samples; j++) covariance[(j * k) + j] = scale / Days;
        if (extra > 0) covariance[(k * k) - 1] = f;
        string[] names = [.. Enumerable.Range(1, samples).Select(j => FormattableString.Invariant($"sample {j}")), .. extra > 0 ? new[] { "constant correlation" } : []];
        return new FactorRisk(Date, Symbols, names, exposures, covariance, diagonal.IsEmpty ? new double[n] : diagonal);
    }
}
