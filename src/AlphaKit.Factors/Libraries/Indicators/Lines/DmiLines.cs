namespace AlphaKit.Factors;

/// <summary>The lines of <see cref="Indicators.Dmi"/>, each 0 to 100.</summary>
/// <param name="PlusDi">+DI (PDI): upward movement over true range.</param>
/// <param name="MinusDi">−DI (MDI): downward movement over true range.</param>
/// <param name="Dx">Directional index: difference of the two over their sum.</param>
/// <param name="Adx">Mean of DX.</param>
/// <param name="Adxr">Mean of ADX and an earlier ADX.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record DmiLines(Factor PlusDi, Factor MinusDi, Factor Dx, Factor Adx, Factor Adxr);
