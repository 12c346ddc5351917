namespace AlphaKit.Factors;

/// <summary>The lines of a price channel, in yuan.</summary>
/// <param name="Upper">Upper line.</param>
/// <param name="Middle">Middle line.</param>
/// <param name="Lower">Lower line.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record ChannelLines(Factor Upper, Factor Middle, Factor Lower);
