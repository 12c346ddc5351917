namespace AlphaKit.Portfolio;

/// <summary>
/// Some constraints of a problem put together: the bounds of each name, one row per different column, each with the constraint it comes from.
/// Constraints on the same column share a row, with the tighter limit on each side.
/// </summary>
internal sealed class ProblemModel
{
    /// <summary>Contradictions up to this size count as rounding.</summary>
    public const double Rounding = 1e-12;

    private readonly List<ModelRow> _rows = [];

    private ProblemModel(PortfolioProblem problem, IReadOnlyList<PortfolioConstraint> constraints)
    {
        Problem = problem;
        Constraints = constraints;
        int n = problem.Count;
        Lower = new double[n];
        Upper = new double[n];
        LowerOwner = new int[n];
        UpperOwner = new int[n];
        Array.Fill(Lower, double.NegativeInfinity);
        Array.Fill(Upper, double.PositiveInfinity);
        Array.Fill(LowerOwner, -1);
        Array.Fill(UpperOwner, -1);
    }

    public PortfolioProblem Problem { get; }

    public IReadOnlyList<PortfolioConstraint> Constraints { get; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    /// <summary>Position of the constraint that gives the bound; −1 for a bound that follows from the budget, −2 for the guard against running away.</summary>
    public int[] LowerOwner { get; }

    public int[] UpperOwner { get; }

    public double TurnoverCap { get; private set; } = double.PositiveInfinity;

    /// <summary>Position of the turnover constraint, or −1.</summary>
    public int TurnoverOwner { get; private set; } = -1;

    public TrackingErrorConstraint? TrackingError { get; private set; }

    public NameCountConstraint? NameCount { get; private set; }

    public IReadOnlyList<ModelRow> Rows => _rows;

    /// <summary>Puts the constraints together.</summary>
    /// <exception cref="InfeasibleProblemException">Two constraints contradict each other on one name or one column.</exception>
    public static ProblemModel Of(PortfolioProblem problem, IReadOnlyList<PortfolioConstraint> constraints)
    {
        ProblemModel model = new(problem, constraints);
        for (int c = 0; c < constraints.Count; c++) model.Add(constraints[c], c);
        model.CheckBounds();
        model.ImplyBounds();
        return model;
    }

    private void Add(PortfolioConstraint constraint, int owner)
    {
        double[] benchmark = Problem.BenchmarkValues ?? [];
        switch (constraint)
        {
            case BoundsConstraint b:
                bool isActive = b.Measured == Measured.Active;
                if (isActive) RequireBenchmark(b);
                for (int i = 0; i < Lower.Length; i++)
                {
                    double shift = isActive ? benchmark[i] : 0;
                    Tighten(i, b.LowerValues[i] + shift, b.UpperValues[i] + shift, owner);
                }

                break;
            case FrozenConstraint f:
                foreach (int i in f.Indices) Tighten(i, Problem.Drifted[i], Problem.Drifted[i], owner);
                break;
            case LinearConstraint l:
                if (l.Measured == Measured.Active) RequireBenchmark(l);
                double off = l.Measured == Measured.Active ? l.Column.Dot(benchmark) : 0;
                AddRow(l, l.Lower + off, l.Upper + off, owner);
                break;
            case TurnoverConstraint t:
                TurnoverCap = t.Cap;
                TurnoverOwner = owner;
                break;
            case TrackingErrorConstraint e:
                RequireBenchmark(e);
                if (Problem.RiskTerm is null) throw new InvalidProblemException("it needs a risk; set it with Risk", constraint: e.Name);
                TrackingError = e;
                break;
            case NameCountConstraint n:
                NameCount = n;
                break;
        }
    }

    private void RequireBenchmark(PortfolioConstraint constraint)
    {
        if (Problem.BenchmarkValues is null) throw new InvalidProblemException("it is measured against a benchmark, and there is none; set it with Benchmark", constraint: constraint.Name);
    }

    private void Tighten(int i, double lower, double upper, int owner)
    {
        if (lower > Lower[i]) (Lower[i], LowerOwner[i]) = (lower, owner);
        if (upper < Upper[i]) (Upper[i], UpperOwner[i]) = (upper, owner);
    }

    private void AddRow(LinearConstraint l, double lower, double upper, int owner)
    {
        if (l.Column.Kind == LoadingsKind.Zero)
        {
            double missing = Math.Max(lower, -upper);
            if (missing > Rounding) throw new InfeasibleProblemException([new ConstraintConflict(l.Name, $"{l} while no instrument has a loading", missing)]);
            return;
        }

        int same = _rows.FindIndex(r => r.Column.IsSameAs(l.Column));
        if (same < 0)
        {
            _rows.Add(new ModelRow(l.Column, lower, upper, owner, owner));
            return;
        }

        ModelRow row = _rows[same];
        if (lower > row.Lower) row = row with { Lower = lower, LowerOwner = owner };
        if (upper < row.Upper) row = row with { Upper = upper, UpperOwner = owner };
        if (row.Lower - row.Upper > Rounding * Math.Max(1, Math.Abs(row.Lower)))
            throw Crossed(row.LowerOwner, row.UpperOwner, row.Lower - row.Upper, null);
        _rows[same] = row;
    }

    private void CheckBounds()
    {
        for (int i = 0; i < Lower.Length; i++)
        {
            double crossed = Lower[i] - Upper[i];
            if (!(crossed > 0)) continue;
            if (crossed > Rounding) throw Crossed(LowerOwner[i], UpperOwner[i], crossed, Problem.Symbols[i]);
            Lower[i] = Upper[i];
        }
    }

    private InfeasibleProblemException Crossed(int one, int other, double by, Symbol? symbol) =>
        new([new ConstraintConflict(Constraints[one].Name, Constraints[one].ToString(), by), new ConstraintConflict(Constraints[other].Name, Constraints[other].ToString(), by)], symbol);

    /// <summary>What a budget and the lower bounds say about open upper bounds, and a guard where nothing says anything.</summary>
    private void ImplyBounds()
    {
        double sum = 0;
        foreach (double lower in Lower) sum += lower;
        foreach (ModelRow row in _rows)
        {
            if (row.Column.Kind != LoadingsKind.Constant || !double.IsFinite(sum)) continue;
            double most = row.Column.Scale > 0 ? row.Upper / row.Column.Scale : row.Lower / row.Column.Scale;
            for (int i = 0; i < Upper.Length; i++)
            {
                double implied = Math.Max(most - (sum - Lower[i]), Lower[i]);
                if (double.IsPositiveInfinity(Upper[i]) && double.IsFinite(implied)) (Upper[i], UpperOwner[i]) = (implied, -1);
            }
        }

        for (int i = 0; i < Lower.Length; i++)
        {
            if (double.IsNegativeInfinity(Lower[i])) (Lower[i], LowerOwner[i]) = (Math.Min(-PortfolioProblem.LargestWeight, Upper[i] - PortfolioProblem.LargestWeight), -2);
            if (double.IsPositiveInfinity(Upper[i])) (Upper[i], UpperOwner[i]) = (Math.Max(PortfolioProblem.LargestWeight, Lower[i] + PortfolioProblem.LargestWeight), -2);
        }
    }

    /// <summary>The program of the problem's own objective, with this much more weight on the tracking error.</summary>
    public StructuredProgram ToProgram(double trackingPrice = 0)
    {
        PortfolioProblem p = Problem;
        double[] linear = new double[p.Count];
        for (int i = 0; i < linear.Length; i++) linear[i] = -p.Returns[i];
        bool hasCosts = p.BuyCost is not null;
        double scale = p.RiskAversion + trackingPrice;
        double[] centre = p.BenchmarkValues ?? new double[p.Count];
        if (p.RiskAversion > 0 && p.RiskMeasured == Measured.Absolute)
        {
            // λ/2·w'Σw + θ/2·(w − b)'Σ(w − b) is one square around θ/(λ + θ)·b, up to a constant.
            double share = trackingPrice / scale;
            centre = [.. centre.Select(b => b * share)];
        }

        return ToProgram(linear, hasCosts ? p.BuyCost : null, hasCosts ? p.SellCost : null, TurnoverCap, scale, centre);
    }

    /// <summary>The program of any objective over these constraints.</summary>
    public StructuredProgram ToProgram(double[] linear, double[]? buy, double[]? sell, double turnoverCap, double riskScale, double[]? centre)
    {
        PortfolioProblem p = Problem;
        StructuredProgram program = new()
        {
            Lower = Lower,
            Upper = Upper,
            Linear = linear,
            Held = p.Drifted,
            BuyCost = buy,
            SellCost = sell,
            TurnoverCap = turnoverCap,
        };
        if (riskScale == 0 || p.RiskTerm is not { } risk)
            return program with { Rows = [.. _rows.Select(r => new ProgramRow(r.Column, r.Lower, r.Upper, -1))] };

        ProgramRow[] rows = [.. _rows.Select(r => new ProgramRow(r.Column, r.Lower, r.Upper, -1))];
        List<ProgramRow> all = [.. rows];
        bool[] taken = new bool[rows.Length];
        for (int k = 0; k < risk.Factors; k++)
        {
            int same = -1;
            for (int r = 0; r < rows.Length && same < 0; r++)
            {
                if (!taken[r] && rows[r].Loadings.IsSameAs(risk.Columns[k])) same = r;
            }

            if (same < 0)
            {
                all.Add(new ProgramRow(risk.Columns[k], double.NegativeInfinity, double.PositiveInfinity, k));
                continue;
            }

            taken[same] = true;
            all[same] = rows[same] with { Factor = k };
        }

        return program with
        {
            Rows = [.. all],
            RiskScale = riskScale,
            Specific = risk.Specific,
            Centre = centre ?? new double[p.Count],
            Covariance = risk.Covariance,
            FactorCount = risk.Factors,
        };
    }
}
