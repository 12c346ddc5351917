namespace AlphaKit.Factors;

/// <summary>Steps that take out what other, known properties explain 中性化.</summary>
public static class Neutralise
{
    /// <summary>
    /// Residual of the day's cross-sectional least-squares regression, over universe members only, of the factor on one dummy per industry
    /// (<see cref="Field.Industry"/>) and the logarithm of the market value (<see cref="Field.MarketCap"/>, or
    /// <see cref="Field.FloatMarketCap"/> where only that is there): ε = y − Σ_g a_g·1[industry = g] − b·ln(cap).
    /// </summary>
    /// <remarks>
    /// <para>Where the panel has no industry the regression is on an intercept and size; where it has no market value, on industries; the
    /// tensor's notes say so. With neither it is an error.</para>
    /// <para>A member without industry or with a market value that is missing or not positive cannot be neutralised: it becomes missing. An
    /// industry with one member leaves it a residual of 0. When nothing is left but rounding (the regressors explain the factor to the
    /// precision of <see cref="float"/>), the day is made missing as a whole and counted in the notes.</para>
    /// <para>Computed as within-group differences followed by a projection (Frisch–Waugh–Lovell), in double precision.</para>
    /// </remarks>
    /// <param name="sizeFactors">Names of factors that are themselves size: they are regressed on industries only.</param>
    /// <exception cref="FieldNotAvailableException">The data has neither industries nor market values (thrown when computing).</exception>
    public static CrossSectionStep IndustryAndSize(params IReadOnlyList<string> sizeFactors)
    {
        ArgumentNullException.ThrowIfNull(sizeFactors);
        return new IndustryAndSizeStep([.. sizeFactors]);
    }
}
