using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>
/// Choose weights w to
/// <code>
/// maximise    Σ score_i · w_i  −  (λ / 2) · Σ w_i²
/// subject to  lower_i ≤ w_i ≤ upper_i
///             Σ w_i = invested
///             Σ |w_i − drifted_i| ≤ turnover cap        (two-sided: 10 % sold and 10 % bought count 20 %)
/// </code>
/// The quadratic term spreads the weights: without caps and turnover, w_i = max(0, (score_i − ν) / λ). As λ is above zero the solution is unique,
/// so that it depends neither on the order of the names nor on a starting point.
/// </summary>
/// <remarks>
/// Solved exactly through its dual: for multipliers ν (of the invested share) and τ (of the turnover cap) each weight has a closed form, and both
/// sums are monotone and piecewise linear in their multiplier. See Boyd and Vandenberghe, Convex Optimization, example 5.2 (water-filling).
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record CappedProblem
{
    /// <summary>Default of <see cref="RiskAversion"/>: about fifty names of three hundred with standardised scores and 2 % each.</summary>
    public const double DefaultRiskAversion = 25;

    /// <summary>Contradictions up to this size count as rounding.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>The names, in any order.</summary>
    /// <exception cref="ArgumentException">There is none, a symbol is unset or comes twice, or a number is not finite or outside its range.</exception>
    public required IReadOnlyList<Candidate> Candidates
    {
        get;
        init => field = Sorted(value);
    }

    /// <summary>Sum of the weights; the rest is cash.</summary>
    /// <value>0 to 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public double Invested
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Invested), value, "Must be 0 to 1 of net asset value.");
    } = 1;

    /// <summary>λ: what concentration costs, in the unit of the scores.</summary>
    /// <value>Above 0. The default is <see cref="DefaultRiskAversion"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double RiskAversion
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(RiskAversion), value, "Must be finite and above 0.");
    } = DefaultRiskAversion;

    /// <summary>Highest two-sided turnover Σ|w − drifted|, as a fraction of net asset value; null for none.</summary>
    /// <value>0 to 2, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 2.</exception>
    public double? TurnoverCap
    {
        get;
        init => field = value is null or (>= 0 and <= 2) ? value : throw new ArgumentOutOfRangeException(nameof(TurnoverCap), value, "Must be 0 to 2 of net asset value, or null.");
    }

    /// <summary>Solves the problem.</summary>
    /// <returns>The one best portfolio, with its certificate.</returns>
    /// <exception cref="InfeasibleProblemException">No portfolio meets all constraints.</exception>
    public CappedSolution Solve()
    {
        double lower = 0, upper = 0, forced = 0, nearest = 0;
        foreach (Candidate c in Candidates)
        {
            double near = Math.Clamp(c.Drifted, c.Lower, c.Upper);
            lower += c.Lower;
            upper += c.Upper;
            forced += Math.Abs(c.Drifted - near);
            nearest += near;
        }

        if (Invested > upper + Tolerance)
            throw Infeasible($"the invested share {Show(Invested)}", $"the upper bounds, which sum to {Show(upper)} over {Candidates.Count} names", Invested, upper);
        if (Invested < lower - Tolerance)
            throw Infeasible($"the invested share {Show(Invested)}", $"holdings that cannot be sold, which sum to {Show(lower)}", lower, Invested);

        double needed = forced + Math.Abs(Invested - nearest);
        if (TurnoverCap is { } cap && needed > cap + Tolerance)
        {
            throw new InfeasibleProblemException(
                [
                    $"the turnover cap {Show(cap)}",
                    $"at least {Show(needed)} of turnover to come from the drifted weights into the bounds ({Show(forced)}) and to the invested share {Show(Invested)} ({Show(needed - forced)})",
                ],
                needed,
                cap);
        }

        return new WaterFilling(this, Math.Clamp(Invested, lower, upper)).Solve();
    }

    private static InfeasibleProblemException Infeasible(string one, string other, double needed, double allowed) => new([one, other], needed, allowed);

    private static string Show(double weight) => weight.ToString("P4", CultureInfo.InvariantCulture);

    private static Candidate[] Sorted(IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (candidates.Count == 0) throw new ArgumentException("A portfolio problem needs at least one name.", nameof(candidates));
        Candidate[] sorted = [.. candidates.OrderBy(c => c.Symbol)];
        for (int i = 0; i < sorted.Length; i++)
        {
            Candidate c = sorted[i];
            if (c.Symbol.IsNone) throw new ArgumentException("A candidate names no symbol.", nameof(candidates));
            if (i > 0 && sorted[i - 1].Symbol == c.Symbol) throw new ArgumentException($"{c.Symbol} is a candidate twice.", nameof(candidates));
            if (!double.IsFinite(c.Score)) throw new ArgumentException($"The score of {c.Symbol} is {c.Score:R}: it must be finite.", nameof(candidates));
            if (!(c.Drifted >= 0) || !double.IsFinite(c.Drifted))
                throw new ArgumentException($"The drifted weight of {c.Symbol} is {c.Drifted:R}: it must be finite and not negative.", nameof(candidates));
            if (!(c.Lower >= 0 && c.Upper >= c.Lower) || !double.IsFinite(c.Upper))
                throw new ArgumentException($"The bounds of {c.Symbol} are {c.Lower:R} to {c.Upper:R}: 0 ≤ lower ≤ upper is needed.", nameof(candidates));
        }

        return sorted;
    }
}
