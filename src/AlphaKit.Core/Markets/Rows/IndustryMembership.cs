namespace AlphaKit;

/// <summary>The interval during which a share belongs to an industry.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Industry">The industry.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
public sealed record IndustryMembership(Symbol Symbol, Industry Industry, DateOnly From, DateOnly? To);
