namespace AlphaKit;

/// <summary>A level of the market-wide circuit breaker 熔断机制.</summary>
/// <param name="Level">A move of the CSI 300 by this fraction from its previous close, up or down, triggers it.</param>
/// <param name="Minutes">How long the market halts; null until the close.</param>
/// <param name="Source">The row that says so.</param>
public sealed record MarketBreakerLevel(decimal Level, int? Minutes, RuleSource Source);
