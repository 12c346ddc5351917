namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Macd"/>.</summary>
/// <param name="Dif">Fast mean less slow mean 快线.</param>
/// <param name="Dea">The signal line, mean of DIF 慢线.</param>
/// <param name="Bar">The bar 柱: DIF − DEA, or twice that.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record MacdLines(Factor Dif, Factor Dea, Factor Bar);
