namespace AlphaKit;

/// <summary>Transfer fee 过户费, the same on both sides.</summary>
/// <param name="Rate">Fraction of turnover.</param>
/// <param name="PerShare">CNY per share.</param>
/// <param name="Source">The row that says so.</param>
public sealed record TransferFeeRule(decimal Rate, decimal PerShare, RuleSource Source);
