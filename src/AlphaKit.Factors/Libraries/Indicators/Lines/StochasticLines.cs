namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Stochastic"/>.</summary>
/// <param name="K">Place of the close in the range of the window, smoothed; 0 to 100.</param>
/// <param name="D">Mean of K.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record StochasticLines(Factor K, Factor D);
