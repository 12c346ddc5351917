namespace AlphaKit;

/// <summary>The delisting period 退市整理期: how long a share trades once its delisting is decided.</summary>
/// <param name="TradingDays">Its length in trading days; 0 where there is none.</param>
/// <param name="Source">The row that says so.</param>
public sealed record DelistingPeriod(int TradingDays, RuleSource Source);
