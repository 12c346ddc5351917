namespace AlphaKit.Portfolio;

/// <summary>
/// What the interior point solves, in terms of N weights w:
/// <code>
/// minimise    linear'w + ρ/2 · (w − centre)' (diag(specific) + X F X') (w − centre) + Σ buy·(w − held)⁺ + sell·(held − w)⁺
/// subject to  lower ≤ w ≤ upper,   row.lower ≤ row.x'w ≤ row.upper,   Σ |w − held| ≤ cap
/// </code>
/// Columns of X are the rows with a factor. All bounds of names are finite.
/// </summary>
internal sealed record StructuredProgram
{
    public required double[] Lower { get; init; }

    public required double[] Upper { get; init; }

    public required double[] Linear { get; init; }

    public required double[] Held { get; init; }

    public double[]? BuyCost { get; init; }

    public double[]? SellCost { get; init; }

    public double TurnoverCap { get; init; } = double.PositiveInfinity;

    public ProgramRow[] Rows { get; init; } = [];

    /// <summary>ρ; 0 for a linear program.</summary>
    public double RiskScale { get; init; }

    public double[] Specific { get; init; } = [];

    public double[] Centre { get; init; } = [];

    /// <summary>F, K × K; positive definite.</summary>
    public double[] Covariance { get; init; } = [];

    public int FactorCount { get; init; }

    public int Count => Lower.Length;

    public bool CountsTrades => BuyCost is not null || !double.IsPositiveInfinity(TurnoverCap);
}
