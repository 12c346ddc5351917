namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.XueSi"/>, in yuan.</summary>
/// <param name="InnerUpper">Upper inner band (TD1).</param>
/// <param name="InnerLower">Lower inner band (TD2).</param>
/// <param name="OuterUpper">Upper outer band (TD3).</param>
/// <param name="OuterLower">Lower outer band (TD4).</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record XueSiLines(Factor InnerUpper, Factor InnerLower, Factor OuterUpper, Factor OuterLower);
