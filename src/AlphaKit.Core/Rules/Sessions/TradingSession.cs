namespace AlphaKit;

/// <summary>One phase of a trading day, in Beijing time (UTC+8, no daylight saving).</summary>
/// <param name="Phase">The phase.</param>
/// <param name="From">Its start.</param>
/// <param name="Until">Its end.</param>
/// <param name="CancelUntil">Orders can be cancelled until then; equal to <paramref name="From"/> where they cannot be.</param>
/// <param name="Source">The row that says so.</param>
public sealed record TradingSession(TradingPhase Phase, TimeOnly From, TimeOnly Until, TimeOnly CancelUntil, RuleSource Source);
