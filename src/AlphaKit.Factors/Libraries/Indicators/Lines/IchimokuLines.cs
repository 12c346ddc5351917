namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Ichimoku"/>, in yuan.</summary>
/// <param name="Conversion">Conversion line 转换线.</param>
/// <param name="Base">Base line 基准线.</param>
/// <param name="LeadingA">Leading span A 先行线 A as drawn at today: known since long.</param>
/// <param name="LeadingB">Leading span B 先行线 B as drawn at today.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record IchimokuLines(Factor Conversion, Factor Base, Factor LeadingA, Factor LeadingB);
