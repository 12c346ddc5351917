namespace AlphaKit.Portfolio;

/// <summary>The optimiser's problem of one decision, for given limits.</summary>
internal sealed class EnhancementAttempt
{
    private const string ActiveName = "active weight";
    private const string TradableName = "long only and what can be traded";
    private const string MembersName = "constituent share";
    private const string SizeName = "size";

    /// <summary>A limit is loosened by this part more than needed, and by this much at least, so that rounding leaves room to solve.</summary>
    private const double RelaxationRoom = 1e-4;

    private const int MostRounds = 40;

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
        double[] returns = new double[n], benchmark = new double[n], drifted = new double[n], lower = new double[n], upper = new double[n], size = new double[n], member = new double[n], least = new double[n], most = new double[n];
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
            // What can be traded: frozen names not at all, what is locked not below that, what may not be bought not above the holding.
            lower[i] = name.IsFrozen ? name.Drifted : name.Unsellable;
            upper[i] = name.IsFrozen || !mayBuy ? name.Drifted : double.PositiveInfinity;

            // How far from the index: what cannot be traded into the band is no breach.
            least[i] = name.IsFrozen || !name.IsMember ? double.NegativeInfinity : name.Benchmark - limits.ActiveWeight;
            most[i] = name.IsFrozen ? double.PositiveInfinity : Math.Max(name.Benchmark + limits.ActiveWeight, name.Unsellable);
        }

        double invested = limits.Turnover is { } cap ? Math.Clamp(_options.Invested, Math.Max(0, held - cap), Math.Min(1, held + cap)) : _options.Invested;
        PortfolioProblem problem = PortfolioProblem.For(_names.Select(x => x.Symbol)).Benchmark(benchmark).Maximise(returns).Holding(drifted);
        if (_risk is not null) problem = problem.Risk(_risk.For([.. _names.Select(x => x.Symbol)]), _options.RiskAversion);
        problem = problem
            .Budget(invested)
            .Bounds(lower, upper, name: TradableName)
            .Bounds(least, most, name: ActiveName)
            .Exposure(MembersName, member, limits.ConstituentShare * invested, double.PositiveInfinity, Measured.Absolute)
            .Industry(industries, limits.Industry)
            .Exposure(SizeName, size, -limits.Size, limits.Size);
        if (limits.Turnover is { } turnover) problem = problem.Turnover(turnover);
        return problem.Solve(cancellationToken);
    }

    /// <summary>
    /// Loosens limits until a portfolio exists: of each irreducible set of conflicting constraints the first limit of the order gives way, by the
    /// least that resolves that set. Null when a set holds none of the order.
    /// </summary>
    public (PortfolioSolution? Solution, List<EnhancementRelaxation> Relaxations) Relax(
        EnhancementLimits limits, InfeasibleProblemException conflict, IReadOnlyList<EnhancementConstraint> order, CancellationToken cancellationToken)
    {
        EnhancementLimits loosened = limits;
        Dictionary<(string Set, EnhancementConstraint Limit), double> tried = [];
        EnhancementConstraint which = default;
        double room = RelaxationRoom;
        int round = 0;
        while (round < MostRounds)
        {
            // A limit that was widened for this very set before, and would have to be again by as much, does not help: the next of the order has to,
            // and where there is none the same by twice as much.
            string set = string.Join('|', conflict.Conflicts.Select(c => c.Constraint));
            (EnhancementConstraint Limit, double Step)[] choices = [.. order.Select(l => (Limit: l, Step: StepOf(l))).Where(c => c.Step >= 0)];
            if (choices.Length == 0) return (null, []);
            int fresh = Array.FindIndex(choices, c => !(c.Step >= 0.999 * tried.GetValueOrDefault((set, c.Limit), double.PositiveInfinity)));
            (which, double step) = choices[Math.Max(fresh, 0)];
            step = fresh < 0 ? 2 * tried[(set, which)] : Math.Max(step * (1 + RelaxationRoom), RelaxationRoom);
            tried[(set, which)] = step;
            loosened = loosened.Loosened(which, step);
            bool isTight = true;
            while (isTight && round++ < MostRounds)
            {
                try
                {
                    PortfolioSolution solution = Solve(loosened, cancellationToken);
                    return (solution, [.. order.Where(c => loosened.ValueOf(c) != limits.ValueOf(c)).Select(c => new EnhancementRelaxation(c, limits.ValueOf(c), loosened.ValueOf(c)))]);
                }
                catch (InfeasibleProblemException again)
                {
                    conflict = again;
                    isTight = false;
                }
                catch (SolverFailureException)
                {
                    // Hardly a point is left to solve for: give the limit that was widened last a little more.
                    room *= 4;
                    loosened = loosened.Loosened(which, room);
                }
            }
        }

        return (null, []);

        double StepOf(EnhancementConstraint limit) =>
            conflict.Conflicts.Where(c => IsOf(c.Constraint, limit) && !double.IsNaN(c.Relaxation)).Select(c => c.Relaxation).DefaultIfEmpty(-1).Max();
    }

    private static bool IsOf(string name, EnhancementConstraint constraint) => constraint switch
    {
        EnhancementConstraint.Turnover => name == "turnover",
        EnhancementConstraint.Industry => name.StartsWith("industry ", StringComparison.Ordinal),
        EnhancementConstraint.Size => name == SizeName,
        EnhancementConstraint.ConstituentShare => name == MembersName,
        _ => name == ActiveName,
    };
}
