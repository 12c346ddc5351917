namespace AlphaKit.Portfolio;

/// <summary>
/// Proof that a portfolio is the best one, computed by plain loops from the problem, the weights and the multipliers alone. For multipliers y of the
/// linear constraints, τ of turnover and θ of the tracking error, no feasible portfolio u is better than
/// <code>
/// bound = q(w) − ∇q(w)'w + Σ (y &gt; 0 ? y·lower : y·upper) − τ·cap + Σ_i min over lower_i ≤ u ≤ upper_i of
///         (∇q(w)_i − μ_i − Σ y·x_i)·u + buy·(u − drifted)⁺ + sell·(drifted − u)⁺ + τ·|u − drifted|
/// </code>
/// in the form of a minimum, with q(w) = λ/2 · variance + θ/2 · (active variance − limit): q is convex, so it lies above its tangent (weak duality;
/// Boyd and Vandenberghe, Convex Optimization, chapter 5). The gap between the objective of w and that bound is the most that can be missing.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record Certificate
{
    /// <summary>What a certificate needs: relative gap and violation at most this.</summary>
    public const double Tolerance = 1e-8;

    /// <summary>Largest violation of a constraint, in weight: rows are divided by their largest loading, a tracking error by its limit.</summary>
    public required double Violation { get; init; }

    /// <summary>Name of the constraint with that violation; "none" when all are met exactly.</summary>
    public required string MostViolated { get; init; }

    /// <summary>Objective of the portfolio, in the form of a maximum.</summary>
    public required double Objective { get; init; }

    /// <summary>No feasible portfolio has a higher objective.</summary>
    public required double Bound { get; init; }

    /// <summary><see cref="Bound"/> − <see cref="Objective"/>; below zero only by what the violation buys.</summary>
    public double Gap => Bound - Objective;

    /// <summary>|<see cref="Gap"/>| by the size of the objective: Σ|μ_i·w_i| + risk + costs + 1 % of (largest |μ_i| + largest cost rate + risk of all names in equal parts).</summary>
    public required double RelativeGap { get; init; }

    /// <summary>Largest product of a name's reduced cost and its distance from the bound it should be at, relative as <see cref="RelativeGap"/>.</summary>
    public required double Complementarity { get; init; }

    /// <summary>Largest multiplier of the wrong sign before it was set to zero, relative to the largest multiplier.</summary>
    public required double DualViolation { get; init; }

    /// <summary>Whether gap and violation are within <see cref="Tolerance"/>.</summary>
    public bool Holds => RelativeGap <= Tolerance && Violation <= Tolerance;

    /// <summary>Checks a solution.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="weights">One weight per instrument of the problem.</param>
    /// <param name="multipliers">
    /// One number per constraint of the problem, in its order: of a linear one above zero when its lower limit binds and below zero when its upper one does,
    /// of turnover and tracking error not negative, of others ignored.
    /// </param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static Certificate Check(PortfolioProblem problem, ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (weights.Length != problem.Count) throw new ArgumentException(FormattableString.Invariant($"{weights.Length} weights for {problem.Count} instruments."), nameof(weights));
        if (multipliers.Length != problem.Constraints.Count) throw new ArgumentException(FormattableString.Invariant($"{multipliers.Length} multipliers for {problem.Constraints.Count} constraints."), nameof(multipliers));
        return new CertificateCheck(problem, weights.ToArray(), multipliers.ToArray()).Run();
    }
}
