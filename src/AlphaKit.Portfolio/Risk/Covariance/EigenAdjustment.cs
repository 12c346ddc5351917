namespace AlphaKit.Portfolio;

/// <summary>
/// Corrects the bias of the eigenvalues of an estimated factor covariance (Menchero, Wang and Orr, 2011): small eigenvalues come out too
/// small because the eigenvectors fit the sample. F = U D Uᵀ is taken as the truth; samples of the length and weights of the estimate are
/// drawn from N(0, D), their eigenvectors V_m and eigenvalues D_m found, and the bias measured,
/// <code>v(k) = √ mean_m [ (V_mᵀ D V_m)_kk / D_m(k) ],   γ(k) = a·(v(k) − 1) + 1,   F' = U diag(γ² D) Uᵀ.</code>
/// The draws are the same every day, so that the correction moves only with the spectrum; they enter as second moments of independent
/// normals, whose leading part serves when fewer factors vary.
/// </summary>
internal sealed class EigenAdjustment
{
    private readonly int _factors;
    private readonly double _scale;
    private readonly double[][] _moments;

    public EigenAdjustment(int factors, int draws, int window, double halfLife, double scale, ulong seed)
    {
        _factors = factors;
        _scale = scale;
        _moments = new double[draws][];
        RandomStream random = RandomStream.Create(seed, "risk/eigenfactor-adjustment");
        double decay = Math.Pow(0.5, 1 / halfLife), total = (1 - Math.Pow(decay, window)) / (1 - decay);
        double[] z = new double[factors];
        for (int m = 0; m < draws; m++)
        {
            RandomStream stream = random.Fork(m);
            double[] moments = new double[factors * factors];
            double weight = 1 / total;
            for (int t = 0; t < window; t++, weight *= decay)
            {
                for (int j = 0; j < factors; j++) z[j] = stream.NextNormal();
                for (int i = 0; i < factors; i++) Vectors.Add(weight * z[i], z, moments.AsSpan(i * factors, factors));
            }

            _moments[m] = moments;
        }
    }

    /// <summary>The bias v(k) of a covariance: one value for each of its varying factors, by descending eigenvalue.</summary>
    public double[] BiasOf(ReadOnlySpan<double> covariance)
    {
        double[] compact = Compact(covariance, out int[] active);
        return active.Length < 2 ? [] : Bias(SymmetricEigen.Decompose(compact, active.Length).Values);
    }

    /// <summary>Adjusts a covariance in place; rows of zero variance stay zero.</summary>
    /// <param name="covariance">K × K.</param>
    /// <param name="known">Bias of a like covariance; it is measured anew when it is of another number of factors.</param>
    public void Apply(Span<double> covariance, double[] known)
    {
        double[] compact = Compact(covariance, out int[] active);
        int n = active.Length;
        if (n < 2) return;
        (double[] values, double[] vectors) = SymmetricEigen.Decompose(compact, n);
        double[] bias = known.Length == n ? known : Bias(values);
        Array.Clear(compact);
        for (int k = 0; k < n; k++)
        {
            double gamma = (_scale * (bias[k] - 1)) + 1, value = gamma * gamma * Math.Max(0, values[k]);
            ReadOnlySpan<double> u = vectors.AsSpan(k * n, n);
            for (int i = 0; i < n; i++) Vectors.Add(value * u[i], u, compact.AsSpan(i * n, n));
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) covariance[(active[i] * _factors) + active[j]] = 0.5 * (compact[(i * n) + j] + compact[(j * n) + i]);
        }
    }

    /// <summary>v(k) of descending eigenvalues; one where the eigenvalue is zero.</summary>
    internal double[] Bias(ReadOnlySpan<double> values)
    {
        int n = values.Length;
        double[] sum = new double[n], roots = new double[n], sample = new double[n * n], found = new double[n], vectors = new double[n * n];
        double[] work = new double[(n * n) + (3 * n)];
        for (int k = 0; k < n; k++) roots[k] = Math.Sqrt(Math.Max(0, values[k]));
        double floor = 1e-12 * values[0];
        foreach (double[] moments in _moments)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) sample[(i * n) + j] = roots[i] * roots[j] * moments[(i * _factors) + j];
            }

            SymmetricEigen.Decompose(sample, n, found, vectors, work);
            for (int k = 0; k < n; k++)
            {
                double truth = 0;
                for (int j = 0; j < n; j++) truth += values[j] * vectors[(k * n) + j] * vectors[(k * n) + j];
                sum[k] += found[k] > floor ? truth / found[k] : 1;
            }
        }

        for (int k = 0; k < n; k++) sum[k] = Math.Sqrt(sum[k] / _moments.Length);
        return sum;
    }

    private double[] Compact(ReadOnlySpan<double> covariance, out int[] active)
    {
        List<int> varying = new(_factors);
        for (int k = 0; k < _factors; k++)
        {
            if (covariance[(k * _factors) + k] > 0) varying.Add(k);
        }

        active = [.. varying];
        int n = active.Length;
        double[] compact = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) compact[(i * n) + j] = covariance[(active[i] * _factors) + active[j]];
        }

        return compact;
    }
}
