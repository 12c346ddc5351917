namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Kdj"/>.</summary>
/// <param name="K">Smoothed RSV, 0 to 100.</param>
/// <param name="D">Smoothed K, 0 to 100.</param>
/// <param name="J">3K − 2D; leaves 0 to 100.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record KdjLines(Factor K, Factor D, Factor J);
