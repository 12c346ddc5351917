namespace AlphaKit.Portfolio;

/// <summary>
/// Finds an irreducible set of constraints that no portfolio can meet. Constraints are added one by one: each is measured by how near the portfolios that meet
/// the earlier ones come to it, a problem that can always be solved. The first that stays out of reach conflicts; a deletion filter then takes out every
/// other one without which it is still out of reach (J. W. Chinneck, E. W. Dravnieks, Locating minimal infeasible constraint sets in linear programs,
/// ORSA J. Comput. 3, 1991).
/// </summary>
internal static class ConflictSearch
{
    /// <summary>Out of reach by more than this, in weight, is a conflict; a certificate could not hold.</summary>
    private const double Reach = 0.5 * Certificate.Tolerance;

    private const int MostSteps = 80;

    /// <summary>The conflict as an exception; null when all constraints can be met.</summary>
    public static InfeasibleProblemException? Find(PortfolioProblem problem, CancellationToken cancellation)
    {
        PortfolioConstraint[] order = [.. problem.Constraints.Where(c => c is not NameCountConstraint).OrderBy(Rank)];
        List<PortfolioConstraint> met = [];
        foreach (PortfolioConstraint next in order)
        {
            cancellation.ThrowIfCancellationRequested();
            if (next is BoundsConstraint or FrozenConstraint)
            {
                met.Add(next);
                continue;
            }

            Distance distance = Distance.Of(problem, met, next);
            if (!(distance.Value > Reach * distance.Scale))
            {
                met.Add(next);
                continue;
            }

            for (int c = met.Count - 1; c >= 0; c--)
            {
                cancellation.ThrowIfCancellationRequested();
                List<PortfolioConstraint> fewer = [.. met];
                fewer.RemoveAt(c);
                if (Distance.Of(problem, fewer, next, distance.Side).Value > Reach * distance.Scale) met = fewer;
            }

            List<ConstraintConflict> conflicts = [];
            foreach (PortfolioConstraint one in problem.Constraints)
            {
                if (one == next) conflicts.Add(new ConstraintConflict(one.Name, one.ToString(), Distance.Of(problem, met, next, distance.Side).Value));
                else if (met.Contains(one)) conflicts.Add(new ConstraintConflict(one.Name, one.ToString(), Relaxation(problem, [.. met.Where(m => m != one)], one, next, distance.Side)));
            }

            return new InfeasibleProblemException(conflicts);
        }

        return null;
    }

    private static int Rank(PortfolioConstraint constraint) => constraint switch
    {
        BoundsConstraint or FrozenConstraint => 0,
        LinearConstraint { Column.Kind: LoadingsKind.Constant } => 1,
        LinearConstraint => 2,
        TurnoverConstraint => 3,
        _ => 4,
    };

    /// <summary>How far <paramref name="one"/> must be widened for <paramref name="last"/> to come into reach of it and the others.</summary>
    private static double Relaxation(PortfolioProblem problem, List<PortfolioConstraint> others, PortfolioConstraint one, PortfolioConstraint last, int side)
    {
        if (one is not (BoundsConstraint or FrozenConstraint)) return Distance.Of(problem, [.. others, last], one).Value;

        // Bounds are widened on every name at once: the distance of the last constraint is convex and falls in that number.
        double low = 0, lowValue = At(0), high = Math.Max(lowValue / problem.Count, 1e-6), highValue = At(high);
        for (int step = 0; step < MostSteps && highValue > 0; step++)
        {
            (low, lowValue) = (high, highValue);
            high *= 2;
            if (high > PortfolioProblem.LargestWeight) return double.NaN;
            highValue = At(high);
        }

        int kept = 0;
        for (int step = 0; step < MostSteps && high - low > 1e-12 * Math.Max(1e-3, high); step++)
        {
            double at = ((low * highValue) - (high * lowValue)) / (highValue - lowValue);
            if (!(at > low && at < high)) at = 0.5 * (low + high);
            double value = At(at);
            if (Math.Abs(value) < 1e-12) return at;
            if (value > 0)
            {
                if (kept == 1) highValue /= 2;
                (low, lowValue, kept) = (at, value, 1);
            }
            else
            {
                if (kept == -1) lowValue /= 2;
                (high, highValue, kept) = (at, value, -1);
            }
        }

        return high;

        double At(double by) => Distance.Of(problem, [.. others, Widened(problem, one, by)], last, side).Value;
    }

    private static BoundsConstraint Widened(PortfolioProblem problem, PortfolioConstraint constraint, double by)
    {
        if (constraint is BoundsConstraint b)
            return new BoundsConstraint(b.Name, [.. b.LowerValues.Select(x => x - by)], [.. b.UpperValues.Select(x => x + by)], b.Measured, b.ToString());
        double[] lower = new double[problem.Count], upper = new double[problem.Count];
        Array.Fill(lower, double.NegativeInfinity);
        Array.Fill(upper, double.PositiveInfinity);
        foreach (int i in ((FrozenConstraint)constraint).Indices) (lower[i], upper[i]) = (problem.Drifted[i] - by, problem.Drifted[i] + by);
        return new BoundsConstraint(constraint.Name, lower, upper, Measured.Absolute, constraint.ToString());
    }
}
