namespace AlphaKit.Portfolio;

/// <summary>
/// A statistical factor model: the largest principal components of the sample covariance S of a trailing window (divisor T) are the factors, what
/// they leave of each variance is specific: Σ = V D Vᵀ + diag(S − V D Vᵀ). The diagonal of Σ equals that of S.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class PrincipalComponentModel : IRiskModel
{
    /// <summary>Default number of components.</summary>
    public const int DefaultComponents = 20;

    /// <summary>Makes the model.</summary>
    /// <param name="components">How many factors, at least 1; at most the rank of the window is used.</param>
    /// <param name="window">Over which returns; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="components"/> is below 1.</exception>
    public PrincipalComponentModel(int components = DefaultComponents, ReturnWindowOptions? window = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        Components = components;
        Window = window ?? new ReturnWindowOptions();
    }

    /// <summary>How many factors.</summary>
    public int Components { get; }

    /// <summary>Over which returns.</summary>
    public ReturnWindowOptions Window { get; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"{Components} principal components of {Window.Days} days");

    /// <inheritdoc/>
    public async Task<RiskHistory> EstimateAsync(IMarketData market, RiskRange range, IProgress<RiskProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await ReturnWindowHistory.ReadAsync(market, range, Window, Estimate, progress, cancellationToken).ConfigureAwait(false);

    internal FactorRisk Estimate(ReturnWindow window)
    {
        // X Xᵀ/T and XᵀX/T have the same eigenvalues; v = Xᵀu/√(T·d).
        int n = window.Count, days = window.Days;
        double[] gram = window.Gram();
        for (int i = 0; i < gram.Length; i++) gram[i] /= days;
        (double[] values, double[] vectors) = SymmetricEigen.Decompose(gram, days);
        int k = Math.Min(Components, days);
        while (k > 0 && values[k - 1] <= 1e-12 * values[0]) k--;
        double[] loadings = new double[n * k], covariance = new double[k * k], specific = [.. window.Variances], along = new double[n];
        for (int j = 0; j < k; j++)
        {
            Array.Clear(along);
            double scale = 1 / Math.Sqrt(days * values[j]);
            for (int t = 0; t < days; t++) Vectors.Add(scale * vectors[(j * days) + t], window.Day(t), along);
            covariance[(j * k) + j] = values[j];
            for (int i = 0; i < n; i++)
            {
                loadings[(i * k) + j] = along[i];
                specific[i] -= values[j] * along[i] * along[i];
            }
        }

        // With every component nothing is left but rounding.
        for (int i = 0; i < n; i++) specific[i] = Math.Max(0, specific[i]);
        return new FactorRisk(window.Date, window.Symbols, [.. Enumerable.Range(1, k).Select(j => FormattableString.Invariant($"component {j}"))], loadings, covariance, specific);
    }
}
