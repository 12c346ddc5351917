namespace AlphaKit.Portfolio;

/// <summary>The best portfolio of a <see cref="PortfolioProblem"/>, with the multipliers and the certificate that prove it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class PortfolioSolution
{
    private readonly double[] _weights;
    private readonly double[] _multipliers;

    internal PortfolioSolution(PortfolioProblem problem, double[] weights, double[] multipliers, Certificate certificate, int iterations, double? heuristicLoss = null)
    {
        Problem = problem;
        _weights = weights;
        _multipliers = multipliers;
        Certificate = certificate;
        Iterations = iterations;
        HeuristicLoss = heuristicLoss;
    }

    /// <summary>The problem.</summary>
    public PortfolioProblem Problem { get; }

    /// <summary>One weight per instrument, in the order of <see cref="PortfolioProblem.Symbols"/>.</summary>
    public ReadOnlyMemory<double> Weights => _weights;

    /// <summary>
    /// One multiplier per constraint, in the order of <see cref="PortfolioProblem.Constraints"/>, as <see cref="Certificate.Check"/> takes them: by how much
    /// the objective would fall if the limit that binds were moved up by one unit (linear), or rise if it were widened (turnover; tracking error: per unit of half
    /// the daily variance). Bounds of names have no common multiplier: see <see cref="ReducedReturns"/>.
    /// </summary>
    public ReadOnlyMemory<double> Multipliers => _multipliers;

    /// <summary>The proof.</summary>
    public Certificate Certificate { get; }

    /// <summary>Iterations of the interior point, over all solves that the answer took.</summary>
    public int Iterations { get; }

    /// <summary>
    /// Null for a proven optimum. With <see cref="NameCountConstraint"/>, a heuristic: by how much at most another choice of names could
    /// be better, from the same problem without that constraint.
    /// </summary>
    public double? HeuristicLoss { get; }

    /// <summary>The objective: expected return less risk term less costs.</summary>
    public double Objective => Certificate.Objective;

    /// <summary>Σ μ·w.</summary>
    public double ExpectedReturn => Sum(i => Problem.Returns[i] * _weights[i]);

    /// <summary>Σ w.</summary>
    public double Invested => Sum(i => _weights[i]);

    /// <summary>Planned two-sided turnover Σ|w − drifted|. What is realised differs by lots, limits and prices.</summary>
    public double PlannedTurnover => Sum(i => Math.Abs(_weights[i] - Problem.Drifted[i]));

    /// <summary>Trading costs as the objective counts them.</summary>
    public double Costs => Problem.BuyCost is not { } buy || Problem.SellCost is not { } sell
        ? 0
        : Sum(i => _weights[i] > Problem.Drifted[i] ? buy[i] * (_weights[i] - Problem.Drifted[i]) : sell[i] * (Problem.Drifted[i] - _weights[i]));

    /// <summary>Names with a weight other than zero.</summary>
    public int Names => _weights.Count(w => w != 0);

    /// <summary>Expected tracking error per year; null without benchmark or risk.</summary>
    public double? TrackingError => Problem.FactorRisk is { } risk && Problem.BenchmarkValues is { } benchmark
        ? Math.Sqrt(Math.Max(0, risk.Variance([.. _weights.Select((w, i) => w - benchmark[i])])) * TrackingErrorConstraint.TradingDaysPerYear)
        : null;

    /// <summary>The weight of an instrument; 0 if it is not in the universe.</summary>
    /// <param name="symbol">The instrument.</param>
    public double this[Symbol symbol] => Problem.IndexOf(symbol) is >= 0 and int i ? _weights[i] : 0;

    /// <summary>
    /// What one unit more of each name would add to the objective through everything but its own bounds and trades: μ − ∇risk + Σ multiplier·loading. A name held at
    /// an upper bound has a positive one, a name at a lower bound a negative one.
    /// </summary>
    public ReadOnlyMemory<double> ReducedReturns
    {
        get
        {
            double[] reduced = [.. Problem.Returns];
            for (int c = 0; c < _multipliers.Length; c++)
            {
                if (Problem.Constraints[c] is LinearConstraint l) l.Column.AddTo(reduced, _multipliers[c]);
                if (Problem.Constraints[c] is TrackingErrorConstraint) Subtract(reduced, Measured.Active, _multipliers[c]);
            }

            if (Problem.RiskAversion > 0) Subtract(reduced, Problem.RiskMeasured, Problem.RiskAversion);
            return reduced;
        }
    }

    /// <summary>The multiplier of a constraint, see <see cref="Multipliers"/>.</summary>
    /// <param name="constraint">Its name.</param>
    /// <exception cref="InvalidProblemException">There is none of that name.</exception>
    public double MultiplierOf(string constraint)
    {
        for (int c = 0; c < _multipliers.Length; c++)
        {
            if (Problem.Constraints[c].Name == constraint) return _multipliers[c];
        }

        throw new InvalidProblemException($"there is no constraint of that name; there are {string.Join(", ", Problem.Constraints.Select(c => c.Name))}", constraint: constraint);
    }

    /// <summary>Every constraint but the bounds: name, what it measures now, its limits, its multiplier.</summary>
    public Table Constraints
    {
        get
        {
            (string Name, double Value, double Lower, double Upper, double Multiplier)[] rows = [.. Problem.Constraints.Select(Measure).Where(r => r.Name.Length > 0)];
            return new Table(
                "portfolio_constraints",
                TableColumn.Text("constraint", rows.Select(r => r.Name)),
                TableColumn.Number("value", rows.Select(r => r.Value)),
                TableColumn.Number("lower", rows.Select(r => r.Lower)),
                TableColumn.Number("upper", rows.Select(r => r.Upper)),
                TableColumn.Number("multiplier", rows.Select(r => r.Multiplier)));
        }
    }

    /// <summary>The weights other than zero as a target for a backtest.</summary>
    public TargetWeights ToTargetWeights() =>
        TargetWeights.From(Problem.Symbols.Select((s, i) => KeyValuePair.Create(s, _weights[i])).Where(p => p.Value != 0).OrderBy(p => p.Key));

    private (string Name, double Value, double Lower, double Upper, double Multiplier) Measure(PortfolioConstraint constraint, int position)
    {
        double y = _multipliers[position];
        switch (constraint)
        {
            case LinearConstraint l:
                double off = l.Measured == Measured.Active ? l.Column.Dot(Problem.BenchmarkValues) : 0;
                return (l.Name, l.Column.Dot(_weights) - off, l.Lower, l.Upper, y);
            case TurnoverConstraint t:
                return (t.Name, PlannedTurnover, 0, t.Cap, y);
            case TrackingErrorConstraint e:
                return (e.Name, TrackingError ?? double.NaN, 0, e.Max, y);
            case NameCountConstraint k:
                return (k.Name, Names, 0, k.Most, double.NaN);
            default:
                return ("", 0, 0, 0, 0);
        }
    }

    private void Subtract(double[] reduced, Measured measured, double price)
    {
        double[] active = [.. _weights], gradient = new double[active.Length];
        if (measured == Measured.Active && Problem.BenchmarkValues is { } b)
        {
            for (int i = 0; i < active.Length; i++) active[i] -= b[i];
        }

        Problem.FactorRisk!.CovarianceTimes(active, gradient);
        for (int i = 0; i < active.Length; i++) reduced[i] -= price * gradient[i];
    }

    private double Sum(Func<int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++) sum += term(i);
        return sum;
    }
}
