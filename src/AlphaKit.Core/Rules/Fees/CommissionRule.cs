namespace AlphaKit;

/// <summary>The bounds of broker commissions 佣金.</summary>
/// <param name="Cap">The most, as a fraction of turnover.</param>
/// <param name="Minimum">The least in CNY per order.</param>
/// <param name="Source">The row that says so.</param>
public sealed record CommissionRule(decimal Cap, decimal Minimum, RuleSource Source);
