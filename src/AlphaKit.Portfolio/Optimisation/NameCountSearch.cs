namespace AlphaKit.Portfolio;

/// <summary>
/// Heuristic for "at most k names": solve without it, drop the smaller half of what is too many, solve again over the rest, until k are left. The last solve is
/// exact for its names; the first one bounds what any choice of names could reach.
/// </summary>
internal static class NameCountSearch
{
    private const string ChosenNames = "names chosen";
    private const double Held = 1e-7;

    public static PortfolioSolution Solve(PortfolioProblem problem, NameCountConstraint limit, CancellationToken cancellation)
    {
        PortfolioProblem relaxed = problem.Without(limit.Name);
        PortfolioSolution first = relaxed.Solve(cancellation), current = first;
        int iterations = first.Iterations;
        if (first.Names <= limit.Most) return Finish(problem, limit, relaxed, first, first, iterations);

        ProblemModel model = ProblemModel.Of(relaxed, relaxed.Constraints);
        int n = problem.Count, count = Math.Max(first.Weights.Span.ToArray().Count(w => Math.Abs(w) > Held), limit.Most);
        bool[] isOut = new bool[n];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int keep = Math.Max(limit.Most, (count + limit.Most) / 2);
            if (count - keep <= Math.Max(1, limit.Most / 20)) keep = limit.Most;
            double[] w = current.Weights.ToArray();
            int[] ranked = [.. Enumerable.Range(0, n).Where(i => !isOut[i])
                .OrderByDescending(i => model.Lower[i] > 0 || model.Upper[i] < 0).ThenByDescending(i => Math.Abs(w[i])).ThenBy(i => problem.Symbols[i])];
            foreach (int i in ranked.Skip(keep))
            {
                if (model.Lower[i] > 0 || model.Upper[i] < 0)
                    throw new InfeasibleProblemException([new ConstraintConflict(limit.Name, limit.ToString(), ranked.Count(j => model.Lower[j] > 0 || model.Upper[j] < 0) - limit.Most), .. Forcing(model)]);
                isOut[i] = true;
            }

            PortfolioProblem restricted = relaxed.Bounds(
                [.. isOut.Select(o => o ? 0 : double.NegativeInfinity)], [.. isOut.Select(o => o ? 0 : double.PositiveInfinity)], name: ChosenNames);
            try
            {
                current = restricted.Solve(cancellation);
            }
            catch (InfeasibleProblemException tooFew)
            {
                // The heuristic found no portfolio with so few names; one may exist, which the words say.
                throw new InfeasibleProblemException([
                    new ConstraintConflict(limit.Name, $"{limit}: the names chosen cannot meet the rest", double.NaN),
                    .. tooFew.Conflicts.Where(c => c.Constraint != ChosenNames)]);
            }

            iterations += current.Iterations;
            count = keep;
            if (keep == limit.Most) return Finish(problem, limit, restricted, current, first, iterations);
        }
    }

    private static IEnumerable<ConstraintConflict> Forcing(ProblemModel model) => model.LowerOwner.Concat(model.UpperOwner)
        .Where((owner, i) => owner >= 0 && (i < model.Lower.Length ? model.Lower[i] > 0 : model.Upper[i - model.Lower.Length] < 0))
        .Distinct().Order().Select(o => new ConstraintConflict(model.Constraints[o].Name, model.Constraints[o].ToString(), double.NaN));

    private static PortfolioSolution Finish(PortfolioProblem problem, NameCountConstraint limit, PortfolioProblem solved, PortfolioSolution solution, PortfolioSolution relaxed, int iterations)
    {
        double[] multipliers = new double[problem.Constraints.Count];
        for (int c = 0; c < multipliers.Length; c++)
        {
            if (problem.Constraints[c] != limit) multipliers[c] = solution.Multipliers.Span[solved.Constraints.ToList().IndexOf(problem.Constraints[c])];
        }

        return new PortfolioSolution(problem, solution.Weights.ToArray(), multipliers, solution.Certificate, iterations, Math.Max(0, relaxed.Certificate.Bound - solution.Objective));
    }
}
