namespace AlphaKit.Portfolio;

/// <summary>The optimiser's problem of one decision, for given limits.</summary>
internal sealed class EnhancementAttempt
{
    /// <summary>A loosened limit is found within this part of its way to saying nothing.</summary>
    private const double RelaxationStep = 1e-4;

    private readonly IndexEnhancement _options;
    private readonly EnhancementName[] _names;
    private readonly FactorRisk? _risk;

    public EnhancementAttempt(IndexEnhancement options, IReadOnlyList<EnhancementName> names, FactorRisk? risk)
    {
        _options = options;
        if (risk is not null)
        {
            HashSet<Symbol> covered = [.. risk.Symbols];
            names = [.. names.Where(n => n.IsMember || n.Drifted > 0 || covered.Contains(n.Symbol))];
        }

        _risk = risk;
        _names = [.. names];
    }

    public PortfolioSolution Solve(EnhancementLimits limits, CancellationToken cancellationToken)
    {
        int n = _names.Length;
        double[] returns = new double[n], benchmark = new double[n], drifted = new double[n], lower = new double[n], upper = new double[n], size = new double[n], member = new double[n];
        Dictionary<Symbol, string> industries = [];
        double lowest = _names.Where(x => !double.IsNaN(x.Score)).Min(x => x.Score), held = 0;
        for (int i = 0; i < n; i++)
        {
            EnhancementName name = _names[i];
            bool mayBuy = name.IsMember || !double.IsNaN(name.Score);
            returns[i] = (double.IsNaN(name.Score) ? (name.IsMember ? 0 : lowest) : name.Score) * _options.ReturnPerScore;
            (benchmark[i], drifted[i], size[i], member[i]) = (name.Benchmark, name.Drifted, name.Size, name.IsMember ? 1 : 0);
            industries[name.Symbol] = name.Industry;
            held += name.Drifted;
            if (name.IsFrozen)
            {
                (lower[i], upper[i]) = (name.Drifted, name.Drifted);
                continue;
            }

            lower[i] = Math.Max(Math.Max(0, name.Benchmark - limits.ActiveWeight), name.Unsellable);
            double most = name.Benchmark + limits.ActiveWeight;
            upper[i] = Math.Max(lower[i], mayBuy ? most : Math.Min(most, name.Drifted));
        }

        double invested = limits.Turnover is { } cap ? Math.Clamp(_options.Invested, Math.Max(0, held - cap), Math.Min(1, held + cap)) : _options.Invested;
        PortfolioProblem problem = PortfolioProblem.For(_names.Select(x => x.Symbol)).Benchmark(benchmark).Maximise(returns).Holding(drifted);
        if (_risk is not null) problem = problem.Risk(_risk.For([.. _names.Select(x => x.Symbol)]), _options.RiskAversion);
        problem = problem
            .Budget(invested)
            .Bounds(lower, upper, name: "active weight and what can be traded")
            .Exposure("constituent share", member, limits.ConstituentShare * invested, double.PositiveInfinity, Measured.Absolute)
            .Industry(industries, limits.Industry)
            .Exposure("size", size, -limits.Size, limits.Size);
        if (limits.Turnover is { } turnover) problem = problem.Turnover(turnover);
        return problem.Solve(cancellationToken);
    }

    /// <summary>Loosens limits in order until a portfolio exists, the last one as little as suffices.</summary>
    public (PortfolioSolution? Solution, List<EnhancementRelaxation> Relaxations) Relax(
        EnhancementLimits limits, IReadOnlyList<EnhancementConstraint> order, CancellationToken cancellationToken)
    {
        List<EnhancementRelaxation> relaxations = [];
        foreach (EnhancementConstraint constraint in order)
        {
            EnhancementLimits open = limits.Loosened(constraint, 1);
            PortfolioSolution? solution = TrySolve(open, cancellationToken);
            if (solution is null)
            {
                relaxations.Add(new EnhancementRelaxation(constraint, limits.ValueOf(constraint), open.ValueOf(constraint)));
                limits = open;
                continue;
            }

            double low = 0, high = 1;
            while (high - low > RelaxationStep)
            {
                double middle = (low + high) / 2;
                if (TrySolve(limits.Loosened(constraint, middle), cancellationToken) is { } nearer) (high, solution) = (middle, nearer);
                else low = middle;
            }

            relaxations.Add(new EnhancementRelaxation(constraint, limits.ValueOf(constraint), limits.Loosened(constraint, high).ValueOf(constraint)));
            return (solution, relaxations);
        }

        return (null, []);
    }

    private PortfolioSolution? TrySolve(EnhancementLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return Solve(limits, cancellationToken);
        }
        catch (AlphaKitException failure) when (failure is InfeasibleProblemException or SolverFailureException)
        {
            return null;
        }
    }
}
