namespace AlphaKit.Portfolio;

/// <summary>From a problem to a certified solution, or to the reason why there is none.</summary>
internal static class PortfolioSolver
{
    /// <summary>A guarded weight this far out counts as running away.</summary>
    private const double RunAway = 0.5 * PortfolioProblem.LargestWeight;

    public static PortfolioSolution Solve(PortfolioProblem problem, CancellationToken cancellation)
    {
        if (problem.RiskAversion > 0 && problem.RiskMeasured == Measured.Active && problem.BenchmarkValues is null)
            throw new InvalidProblemException("it is measured against a benchmark, and there is none; set it with Benchmark, or use Measured.Absolute", constraint: "risk");
        ProblemModel model = ProblemModel.Of(problem, problem.Constraints);
        return model.NameCount is { } count ? NameCountSearch.Solve(problem, count, cancellation) : SolveModel(problem, model, cancellation);
    }

    private static PortfolioSolution SolveModel(PortfolioProblem problem, ProblemModel model, CancellationToken cancellation)
    {
        PortfolioSolution? best = null;
        foreach (InteriorPointTuning tuning in InteriorPointTuning.All)
        {
            cancellation.ThrowIfCancellationRequested();
            PortfolioSolution attempt = Attempt(problem, model, tuning, cancellation);
            RequireBounded(problem, model, attempt.Weights.Span);
            if (attempt.Certificate.Holds) return attempt;
            if (best is null || attempt.Certificate.RelativeGap + attempt.Certificate.Violation < best.Certificate.RelativeGap + best.Certificate.Violation) best = attempt;
        }

        if (ConflictSearch.Find(problem, cancellation) is { } conflict) throw conflict;
        throw new SolverFailureException(best!.Certificate);
    }

    private static PortfolioSolution Attempt(PortfolioProblem problem, ProblemModel model, InteriorPointTuning tuning, CancellationToken cancellation)
    {
        if (model.TrackingError is not { } limit) return ToSolution(problem, model, InteriorPoint.Solve(model.ToProgram(), tuning), 0, 0);
        return TrackingErrorSearch.Solve(
            problem.RiskTerm!,
            problem.BenchmarkValues!,
            limit,
            model.ToProgram,
            tuning,
            (result, price, iterations) => ToSolution(problem, model, result, price, iterations),
            solution => solution.Certificate.Holds,
            cancellation);
    }

    private static PortfolioSolution ToSolution(PortfolioProblem problem, ProblemModel model, InteriorPointResult result, double trackingPrice, int earlier)
    {
        double[] multipliers = new double[problem.Constraints.Count];
        for (int r = 0; r < model.Rows.Count; r++)
        {
            double y = result.RowDuals[r];
            if (y != 0) multipliers[y > 0 ? model.Rows[r].LowerOwner : model.Rows[r].UpperOwner] = y;
        }

        if (model.TurnoverOwner >= 0) multipliers[model.TurnoverOwner] = result.TurnoverDual;
        if (model.TrackingError is { } limit) multipliers[problem.Constraints.ToList().IndexOf(limit)] = trackingPrice;
        return new PortfolioSolution(problem, result.Weights, multipliers, Certificate.Check(problem, result.Weights, multipliers), earlier + result.Iterations);
    }

    private static void RequireBounded(PortfolioProblem problem, ProblemModel model, ReadOnlySpan<double> weights)
    {
        List<(Symbol Symbol, double Weight)> away = [];
        for (int i = 0; i < weights.Length; i++)
        {
            if ((weights[i] > RunAway && model.UpperOwner[i] == -2) || (weights[i] < -RunAway && model.LowerOwner[i] == -2)) away.Add((problem.Symbols[i], weights[i]));
        }

        if (away.Count == 0) return;
        away.Sort((a, b) => Math.Abs(b.Weight).CompareTo(Math.Abs(a.Weight)) is var c and not 0 ? c : a.Symbol.CompareTo(b.Symbol));
        throw new UnboundedProblemException([.. away.Select(a => a.Symbol)], [.. away.Select(a => a.Weight)]);
    }
}
