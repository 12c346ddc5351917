namespace AlphaKit;

/// <summary>A fee as a fraction of turnover, the same on both sides.</summary>
/// <param name="Rate">Fraction of turnover.</param>
/// <param name="Source">The row that says so.</param>
public sealed record FeeRule(decimal Rate, RuleSource Source);
