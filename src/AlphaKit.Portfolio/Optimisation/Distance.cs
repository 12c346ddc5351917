namespace AlphaKit.Portfolio;

/// <summary>How near the portfolios that meet some constraints come to one more.</summary>
/// <param name="Value">Above zero: by how much the nearest misses it, in its own unit. At most zero: by how much one has to spare, on the side asked for.</param>
/// <param name="Scale">What one unit of weight is in that unit.</param>
/// <param name="Side">−1 when its upper limit is out of reach, +1 when its lower one is.</param>
internal readonly record struct Distance(double Value, double Scale, int Side)
{
    /// <summary>Measures; with <paramref name="side"/> 0 both sides, the worse of them.</summary>
    public static Distance Of(PortfolioProblem problem, IReadOnlyList<PortfolioConstraint> met, PortfolioConstraint next, int side = 0)
    {
        ProblemModel model = ProblemModel.Of(problem, met);
        int n = problem.Count;
        double[] nothing = new double[n];
        switch (next)
        {
            case LinearConstraint l:
                double off = l.Measured == Measured.Active ? l.Column.Dot(problem.BenchmarkValues) : 0, scale = Math.Abs(l.Column.Scale);
                Distance worst = new(double.NegativeInfinity, scale, 0);
                if (side <= 0 && double.IsFinite(l.Upper))
                {
                    double least = l.Column.Dot(Best(problem, model, l.Column.Values));
                    worst = new Distance(least - l.Upper - off, scale, -1);
                }

                if (side >= 0 && double.IsFinite(l.Lower))
                {
                    double most = l.Column.Dot(Best(problem, model, [.. l.Column.Values.Select(x => -x)]));
                    if (l.Lower + off - most > worst.Value) worst = new Distance(l.Lower + off - most, scale, 1);
                }

                return worst;
            case TurnoverConstraint t:
                double[] one = new double[n];
                Array.Fill(one, 1);
                double[] w = Best(problem, model, nothing, one);
                double turnover = 0;
                for (int i = 0; i < n; i++) turnover += Math.Abs(w[i] - problem.Drifted[i]);
                return new Distance(turnover - t.Cap, 1, -1);
            case TrackingErrorConstraint e:
                w = Finished(InteriorPoint.Solve(model.ToProgram(nothing, null, null, model.TurnoverCap, 1, problem.BenchmarkValues), InteriorPointTuning.Careful), model, p => p.ToProgram(nothing, null, null, p.TurnoverCap, 1, problem.BenchmarkValues));
                double[] active = new double[n];
                for (int i = 0; i < n; i++) active[i] = w[i] - problem.BenchmarkValues![i];
                double error = Math.Sqrt(Math.Max(0, problem.FactorRisk!.Variance(active)) * TrackingErrorConstraint.TradingDaysPerYear);
                return new Distance(error - e.Max, e.Max, -1);
            default:
                throw new ArgumentException($"The constraint '{next.Name}' has no distance.", nameof(next));
        }
    }

    /// <summary>The weights with the least linear'w + price·turnover that meet the model.</summary>
    private static double[] Best(PortfolioProblem problem, ProblemModel model, double[] linear, double[]? price = null)
    {
        if (model.TrackingError is not { } limit)
            return Finished(InteriorPoint.Solve(model.ToProgram(linear, price, price, model.TurnoverCap, 0, null), InteriorPointTuning.Careful), model, m => m.ToProgram(linear, price, price, m.TurnoverCap, 0, null));
        return TrackingErrorSearch.Solve(
            problem.RiskTerm!,
            problem.BenchmarkValues!,
            limit,
            theta => model.ToProgram(linear, price, price, model.TurnoverCap, theta, problem.BenchmarkValues),
            InteriorPointTuning.Careful,
            (result, _, _) => result.Weights,
            _ => false,
            CancellationToken.None);
    }

    private static double[] Finished(InteriorPointResult result, ProblemModel model, Func<ProblemModel, StructuredProgram> again)
    {
        foreach (InteriorPointTuning tuning in InteriorPointTuning.All)
        {
            if (result.Residual < 1e-9) break;
            InteriorPointResult other = InteriorPoint.Solve(again(model), tuning);
            if (other.Residual < result.Residual) result = other;
        }

        return result.Weights;
    }
}
