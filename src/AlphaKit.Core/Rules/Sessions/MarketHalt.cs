namespace AlphaKit;

/// <summary>A halt of the whole market that the circuit breaker caused.</summary>
/// <param name="Date">The day.</param>
/// <param name="From">Start, Beijing time.</param>
/// <param name="Until">End, Beijing time; 15:00 where the market closed for the day.</param>
/// <param name="Level">The breaker level that was hit.</param>
/// <param name="Source">The row that says so.</param>
public sealed record MarketHalt(DateOnly Date, TimeOnly From, TimeOnly Until, decimal Level, RuleSource Source);
