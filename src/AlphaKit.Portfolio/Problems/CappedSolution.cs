using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>The best portfolio of a <see cref="CappedProblem"/>, with the multipliers that prove it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class CappedSolution
{
    private readonly double[] _weights;
    private readonly NameState[] _states;

    internal CappedSolution(CappedProblem problem, double[] weights, NameState[] states, double budgetMultiplier, double turnoverMultiplier)
    {
        Problem = problem;
        _weights = weights;
        _states = states;
        BudgetMultiplier = budgetMultiplier;
        TurnoverMultiplier = turnoverMultiplier;

        double score = 0, squares = 0, dual = 0, residual = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            Candidate c = problem.Candidates[i];
            double w = weights[i];
            score += c.Score * w;
            squares += w * w;
            Invested += w;
            PlannedTurnover += Math.Abs(w - c.Drifted);
            double best = WaterFilling.WeightOf(c, problem.RiskAversion, budgetMultiplier, turnoverMultiplier);
            dual += ((c.Score - budgetMultiplier) * best) - (problem.RiskAversion / 2 * best * best) - (turnoverMultiplier * Math.Abs(best - c.Drifted));
            residual = Math.Max(residual, Math.Max(Math.Abs(best - w), Math.Max(c.Lower - w, w - c.Upper)));
        }

        Objective = score - (problem.RiskAversion / 2 * squares);
        dual += (budgetMultiplier * problem.Invested) + (problem.TurnoverCap is { } cap ? turnoverMultiplier * cap : 0);
        DualityGap = dual - Objective;
        residual = Math.Max(residual, Math.Abs(Invested - problem.Invested));
        if (problem.TurnoverCap is { } limit) residual = Math.Max(residual, PlannedTurnover - limit);
        KktResidual = residual;
    }

    /// <summary>The problem.</summary>
    public CappedProblem Problem { get; }

    /// <summary>The weights of all candidates, ascending by symbol, zeros included.</summary>
    public IReadOnlyList<KeyValuePair<Symbol, double>> Weights =>
        [.. Problem.Candidates.Select((c, i) => new KeyValuePair<Symbol, double>(c.Symbol, _weights[i]))];

    /// <summary>Σ w.</summary>
    public double Invested { get; }

    /// <summary>Σ score·w − (λ/2) Σ w².</summary>
    public double Objective { get; }

    /// <summary>Planned two-sided turnover Σ|w − drifted|. What is realised differs by lots, limits and prices.</summary>
    public double PlannedTurnover { get; }

    /// <summary>ν: by how much the objective grows per unit of invested share.</summary>
    public double BudgetMultiplier { get; }

    /// <summary>τ: by how much the objective grows per unit of turnover cap; 0 when the cap does not bind. Not negative.</summary>
    public double TurnoverMultiplier { get; }

    /// <summary>
    /// Upper bound of the best objective by the multipliers (the Lagrange dual), less <see cref="Objective"/>: zero up to rounding proves that
    /// no feasible portfolio is better.
    /// </summary>
    public double DualityGap { get; }

    /// <summary>Largest violation of a bound, of the invested share, of the turnover cap or of stationarity, in weight. Zero up to rounding.</summary>
    public double KktResidual { get; }

    /// <summary>The binding constraints in words, with counts.</summary>
    public IReadOnlyList<string> BindingConstraints
    {
        get
        {
            List<string> binding = [string.Create(CultureInfo.InvariantCulture, $"invested share {Problem.Invested:P2}")];
            if (TurnoverMultiplier > 0) binding.Add(string.Create(CultureInfo.InvariantCulture, $"turnover cap {Problem.TurnoverCap:P2}"));
            foreach ((NameState state, string words) in new[]
            {
                (NameState.AtUpper, "at their upper bound"), (NameState.AtLower, "at their lower bound"),
                (NameState.Frozen, "that cannot be traded"), (NameState.Unmoved, "left unmoved by the turnover cap"),
            })
            {
                int count = _states.Count(s => s == state);
                if (count > 0) binding.Add(string.Create(CultureInfo.InvariantCulture, $"{count} names {words}"));
            }

            return binding;
        }
    }

    /// <summary>Every name: symbol, score, drifted weight, bounds, weight, and the constraint that decides it (see <see cref="NameState"/>).</summary>
    public Table Names => new(
        "portfolio_names",
        TableColumn.Symbols("symbol", Problem.Candidates.Select(c => c.Symbol)),
        TableColumn.Number("score", Problem.Candidates.Select(c => c.Score)),
        TableColumn.Number("drifted", Problem.Candidates.Select(c => c.Drifted), "P2"),
        TableColumn.Number("lower", Problem.Candidates.Select(c => c.Lower), "P2"),
        TableColumn.Number("upper", Problem.Candidates.Select(c => c.Upper), "P2"),
        TableColumn.Number("weight", _weights, "P2"),
        TableColumn.Text("state", _states.Select(s => s.ToString())));

    /// <summary>The weight of a symbol; 0 if it is no candidate.</summary>
    /// <param name="symbol">The symbol.</param>
    public double this[Symbol symbol]
    {
        get
        {
            for (int i = 0; i < _weights.Length; i++)
            {
                if (Problem.Candidates[i].Symbol == symbol) return _weights[i];
            }

            return 0;
        }
    }

    /// <summary>The weights as a target for a backtest.</summary>
    public TargetWeights ToTargetWeights() => TargetWeights.From(Weights);

    /// <summary>Names, invested share, turnover and certificate.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_weights.Count(w => w > 0)} names, {Invested:P1} invested, turnover {PlannedTurnover:P1}, objective {Objective:G6}, duality gap {DualityGap:E1}");
}
