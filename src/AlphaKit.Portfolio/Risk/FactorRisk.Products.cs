namespace AlphaKit.Portfolio;

/// <content>Products with weights, all in O(N·K).</content>
public sealed partial class FactorRisk
{
    /// <summary>The variance of a portfolio per trading day, wᵀ Σ w; not negative.</summary>
    /// <param name="weights">N weights in the order of <see cref="Symbols"/>, finite; active weights give the variance of the active return.</param>
    /// <exception cref="ArgumentException">There are not N weights.</exception>
    /// <exception cref="InvalidRiskException">A weight is not finite.</exception>
    public double Variance(ReadOnlySpan<double> weights) => FactorVariance(weights) + SpecificVarianceOf(weights);

    /// <summary>The part of the variance that comes from factors, (Xᵀw)ᵀ F (Xᵀw).</summary>
    /// <param name="weights">N finite weights in the order of <see cref="Symbols"/>.</param>
    /// <exception cref="ArgumentException">There are not N weights.</exception>
    /// <exception cref="InvalidRiskException">A weight is not finite.</exception>
    public double FactorVariance(ReadOnlySpan<double> weights)
    {
        double[] exposures = FactorExposures(weights), product = new double[exposures.Length];
        TimesCovariance(exposures, product);

        // Rounding may leave a variance of zero slightly below it.
        return Math.Max(0, Vectors.Dot(exposures, product));
    }

    /// <summary>The part of the variance that is specific to the instruments, Σ s·w².</summary>
    /// <param name="weights">N finite weights in the order of <see cref="Symbols"/>.</param>
    /// <exception cref="ArgumentException">There are not N weights.</exception>
    /// <exception cref="InvalidRiskException">A weight is not finite.</exception>
    public double SpecificVarianceOf(ReadOnlySpan<double> weights)
    {
        CheckWeights(weights);
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += _specific[i] * weights[i] * weights[i];
        return sum;
    }

    /// <summary>Σ w, so that wᵀ(Σ w) is the variance and 2 Σ w its gradient.</summary>
    /// <param name="weights">N finite weights in the order of <see cref="Symbols"/>.</param>
    /// <param name="result">Receives N values; may be the weights themselves.</param>
    /// <exception cref="ArgumentException">A length is not N.</exception>
    /// <exception cref="InvalidRiskException">A weight is not finite.</exception>
    public void CovarianceTimes(ReadOnlySpan<double> weights, Span<double> result)
    {
        if (result.Length != _symbols.Length)
            throw new ArgumentException(FormattableString.Invariant($"The result must hold {_symbols.Length} values, it holds {result.Length}."), nameof(result));
        double[] exposures = FactorExposures(weights), product = new double[exposures.Length];
        TimesCovariance(exposures, product);
        int k = _factors.Length;
        for (int i = 0; i < result.Length; i++) result[i] = Vectors.Dot(_exposures.AsSpan(i * k, k), product) + (_specific[i] * weights[i]);
    }

    /// <summary>The exposures of a portfolio to the factors, Xᵀw, length K.</summary>
    /// <param name="weights">N finite weights in the order of <see cref="Symbols"/>; active weights give active exposures.</param>
    /// <exception cref="ArgumentException">There are not N weights.</exception>
    /// <exception cref="InvalidRiskException">A weight is not finite.</exception>
    public double[] FactorExposures(ReadOnlySpan<double> weights)
    {
        CheckWeights(weights);
        int k = _factors.Length;
        double[] sums = new double[k];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0) Vectors.Add(weights[i], _exposures.AsSpan(i * k, k), sums);
        }

        return sums;
    }

    private void TimesCovariance(ReadOnlySpan<double> x, Span<double> result)
    {
        int k = _factors.Length;
        for (int i = 0; i < k; i++) result[i] = Vectors.Dot(_covariance.AsSpan(i * k, k), x);
    }

    private void CheckWeights(ReadOnlySpan<double> weights)
    {
        if (weights.Length != _symbols.Length)
            throw new ArgumentException(FormattableString.Invariant($"{_symbols.Length} weights are needed, {weights.Length} were given."), nameof(weights));
        for (int i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i])) throw new InvalidRiskException(Date, FormattableString.Invariant($"the weight is {weights[i]}, it must be finite"), symbol: _symbols[i]);
        }
    }
}
