using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>One close: what the portfolio was exposed to, and what that earned over the day after.</summary>
/// <param name="Date">The close.</param>
/// <param name="Uncovered">Weight of the shares without exposures.</param>
/// <param name="Active">Σ (w − v) x, one per factor.</param>
/// <param name="Period">The day after in terms of the factors.</param>
/// <param name="Brinson">The day after by industry; null without an index.</param>
internal sealed record ExposureDay(DateOnly Date, double Uncovered, double[] Active, FactorPeriod Period, BrinsonPeriod? Brinson);
