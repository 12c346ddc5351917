namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Aroon"/>.</summary>
/// <param name="Up">100 on a day of the highest high, 0 when it is the whole window ago.</param>
/// <param name="Down">The same for the lowest low.</param>
/// <param name="Oscillator">Up − down, −100 to 100.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record AroonLines(Factor Up, Factor Down, Factor Oscillator);
