namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Brar"/>.</summary>
/// <param name="Ar">Popularity 人气指标: strength against the open.</param>
/// <param name="Br">Willingness 意愿指标: strength against the previous close.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record BrarLines(Factor Ar, Factor Br);
