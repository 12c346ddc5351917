namespace AlphaKit.Portfolio;

/// <summary>For which days and instruments risk is estimated.</summary>
public sealed record RiskRange
{
    /// <summary>First date, inclusive; need not be a trading day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date, inclusive; need not be a trading day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The instruments whose risk is wanted, as of each day.</summary>
    /// <value>The default is <see cref="Universe.AShares"/>.</value>
    public Universe Universe { get; init; } = Universe.AShares;
}
