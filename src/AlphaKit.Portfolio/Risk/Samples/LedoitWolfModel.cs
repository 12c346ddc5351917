namespace AlphaKit.Portfolio;

/// <summary>
/// Linear shrinkage of the sample covariance S of a trailing window (divisor T): Σ = (1 − δ) S + δ F. The intensity δ in [0, 1] minimises the
/// expected squared Frobenius distance and is estimated from the same returns, in O(T²·N) time. Positive definite for δ above zero.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class LedoitWolfModel : IRiskModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="target">Towards what.</param>
    /// <param name="window">Over which returns; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public LedoitWolfModel(ShrinkageTarget target = ShrinkageTarget.ConstantCorrelation, ReturnWindowOptions? window = null)
    {
        if (!Enum.IsDefined(target)) throw new ArgumentOutOfRangeException(nameof(target), target, "Must be a target of the enumeration.");
        Target = target;
        Window = window ?? new ReturnWindowOptions();
    }

    /// <summary>Towards what it shrinks.</summary>
    public ShrinkageTarget Target { get; }

    /// <summary>Over which returns.</summary>
    public ReturnWindowOptions Window { get; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"Ledoit–Wolf, {(Target == ShrinkageTarget.ScaledIdentity ? "scaled identity" : "constant correlation")}, {Window.Days} days");

    /// <inheritdoc/>
    public async Task<RiskHistory> EstimateAsync(IMarketData market, RiskRange range, IProgress<RiskProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await ReturnWindowHistory.ReadAsync(market, range, Window, Estimate, progress, cancellationToken).ConfigureAwait(false);

    internal FactorRisk Estimate(ReturnWindow window)
    {
        int n = window.Count;
        double[] diagonal = new double[n];
        if (Target == ShrinkageTarget.ScaledIdentity)
        {
            double shrinkage = LinearShrinkage.ScaledIdentity(window, out double mean);
            diagonal.AsSpan().Fill(shrinkage * mean);
            return window.Covariance(1 - shrinkage, diagonal, default, 0);
        }

        double intensity = LinearShrinkage.ConstantCorrelation(window, out double correlation);
        double[] deviations = [.. window.Variances.Select(Math.Sqrt)];

        // A negative mean correlation is not the variance of a factor; such a matrix is factored whole.
        if (correlation < 0) return Whole(window, intensity, correlation, deviations);
        for (int i = 0; i < n; i++) diagonal[i] = intensity * (1 - correlation) * window.Variances[i];
        return window.Covariance(1 - intensity, diagonal, deviations, intensity * correlation);
    }

    private static FactorRisk Whole(ReturnWindow window, double intensity, double correlation, double[] deviations)
    {
        int n = window.Count;
        double[] covariance = new double[n * n];
        for (int t = 0; t < window.Days; t++)
        {
            for (int i = 0; i < n; i++) Vectors.Add((1 - intensity) / window.Days * window.Day(t)[i], window.Day(t), covariance.AsSpan(i * n, n));
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) covariance[(i * n) + j] += intensity * (i == j ? 1 : correlation) * deviations[i] * deviations[j];
        }

        return FactorRisk.FromCovariance(window.Date, window.Symbols, covariance);
    }
}
