namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Bollinger"/>.</summary>
/// <param name="Upper">Upper band 上轨, in yuan.</param>
/// <param name="Middle">Mean 中轨, in yuan.</param>
/// <param name="Lower">Lower band 下轨, in yuan.</param>
/// <param name="Width">Bandwidth (upper − lower)/middle.</param>
/// <param name="Position">Position of the close, %b: 0 at the lower band, 1 at the upper.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record BollingerLines(Factor Upper, Factor Middle, Factor Lower, Factor Width, Factor Position);
