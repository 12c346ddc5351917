namespace AlphaKit.Portfolio;

/// <summary>The loops behind <see cref="Certificate.Check"/>: nothing of the solver is used here.</summary>
internal sealed class CertificateCheck(PortfolioProblem problem, double[] w, double[] multipliers)
{
    private readonly double[] _lower = new double[w.Length];
    private readonly double[] _upper = new double[w.Length];
    private readonly double[] _reduced = new double[w.Length];
    private double _violation;
    private string _mostViolated = "none";
    private double _bound;
    private double _turnoverPrice;
    private double _trackingPrice;
    private double _wrongSign;
    private double _largestDual;

    public Certificate Run()
    {
        int n = w.Length;
        double[] mu = problem.Returns, held = problem.Drifted;
        Array.Fill(_lower, double.NegativeInfinity);
        Array.Fill(_upper, double.PositiveInfinity);
        for (int i = 0; i < n; i++) _reduced[i] = -mu[i];
        for (int c = 0; c < problem.Constraints.Count; c++) Visit(problem.Constraints[c], multipliers[c]);
        double risk = AddRisk();
        OpenBounds();

        double objective = risk, size = risk, largest = 0, worst = 0;
        for (int i = 0; i < n; i++)
        {
            double buy = problem.BuyCost is { } b ? b[i] : 0, sell = problem.SellCost is { } s ? s[i] : 0;
            double cost = w[i] > held[i] ? buy * (w[i] - held[i]) : sell * (held[i] - w[i]);
            objective += cost - (mu[i] * w[i]);
            size += cost + Math.Abs(mu[i] * w[i]);
            largest = Math.Max(largest, Math.Abs(mu[i]));

            double r = _reduced[i], h = held[i], up = buy + _turnoverPrice, down = sell + _turnoverPrice;
            double least = Math.Min(At(_lower[i]), At(_upper[i]));
            if (h > _lower[i] && h < _upper[i]) least = Math.Min(least, r * h);
            worst = Math.Max(worst, At(w[i]) - least);
            _bound += least;

            double At(double u) => (r * u) + (u > h ? up * (u - h) : down * (h - u));
        }

        size += 0.01 * (largest + TypicalRisk());
        if (!(size > 0)) size = 1;
        double gap = objective - _bound, relative = Math.Abs(gap) / size;
        return new Certificate
        {
            Violation = _violation,
            MostViolated = _mostViolated,
            Objective = -objective,
            Bound = -_bound,
            RelativeGap = double.IsFinite(relative) ? relative : double.PositiveInfinity,
            Complementarity = worst / size,
            DualViolation = _wrongSign == 0 ? 0 : _wrongSign / Math.Max(_largestDual, double.Epsilon),
        };
    }

    private void Visit(PortfolioConstraint constraint, double y)
    {
        double[] benchmark = problem.BenchmarkValues ?? [];
        switch (constraint)
        {
            case BoundsConstraint b:
                for (int i = 0; i < w.Length; i++)
                {
                    double shift = b.Measured == Measured.Active ? benchmark[i] : 0, lower = b.LowerValues[i] + shift, upper = b.UpperValues[i] + shift;
                    _lower[i] = Math.Max(_lower[i], lower);
                    _upper[i] = Math.Min(_upper[i], upper);
                    Violated(b, Math.Max(lower - w[i], w[i] - upper));
                }

                break;
            case FrozenConstraint f:
                foreach (int i in f.Indices)
                {
                    _lower[i] = Math.Max(_lower[i], problem.Drifted[i]);
                    _upper[i] = Math.Min(_upper[i], problem.Drifted[i]);
                    Violated(f, Math.Abs(w[i] - problem.Drifted[i]));
                }

                break;
            case LinearConstraint l:
                double off = l.Measured == Measured.Active ? l.Column.Dot(benchmark) : 0, value = l.Column.Dot(w);
                Violated(l, Math.Max(l.Lower + off - value, value - l.Upper - off) / Math.Abs(l.Column.Scale));
                double limit = y > 0 ? l.Lower + off : l.Upper + off;
                y = Signed(y, double.IsFinite(limit));
                if (y == 0) break;
                _bound += y * limit;
                l.Column.AddTo(_reduced, -y);
                break;
            case TurnoverConstraint t:
                double turnover = 0;
                for (int i = 0; i < w.Length; i++) turnover += Math.Abs(w[i] - problem.Drifted[i]);
                Violated(t, turnover - t.Cap);
                _turnoverPrice = Signed(y, y >= 0);
                _bound -= _turnoverPrice * t.Cap;
                break;
            case TrackingErrorConstraint e:
                double variance = problem.FactorRisk!.Variance(Less(w, benchmark));
                Violated(e, (Math.Sqrt(Math.Max(0, variance) * TrackingErrorConstraint.TradingDaysPerYear) / e.Max) - 1);
                _trackingPrice = Signed(y, y >= 0);
                _bound -= _trackingPrice / 2 * e.DailyVariance;
                break;
            case NameCountConstraint k:
                if (w.Count(x => x != 0) > k.Most) Violated(k, w.Select(Math.Abs).Where(x => x > 0).OrderDescending().Skip(k.Most).Sum());
                break;
        }
    }

    private double Signed(double y, bool isRight)
    {
        _largestDual = Math.Max(_largestDual, Math.Abs(y));
        if (isRight) return y;
        _wrongSign = Math.Max(_wrongSign, Math.Abs(y));
        return 0;
    }

    private void Violated(PortfolioConstraint constraint, double by)
    {
        if (!(by > _violation) && !double.IsNaN(by)) return;
        _violation = by;
        _mostViolated = constraint.Name;
    }

    /// <summary>Adds the gradient of the risk to the reduced costs, and value less tangent at zero to the bound; returns λ/2 · variance.</summary>
    private double AddRisk()
    {
        double lambda = problem.RiskAversion;
        if (problem.FactorRisk is not { } risk || lambda + _trackingPrice == 0) return 0;
        double[] zero = new double[w.Length], benchmark = problem.BenchmarkValues ?? zero;
        double own = 0;
        if (lambda > 0)
        {
            if (problem.RiskMeasured == Measured.Active && problem.BenchmarkValues is null) throw new InvalidProblemException("it is measured against a benchmark, and there is none; set it with Benchmark, or use Measured.Absolute", constraint: "risk");
            own = Tangent(risk, problem.RiskMeasured == Measured.Active ? benchmark : zero, lambda);
        }

        if (_trackingPrice > 0) Tangent(risk, benchmark, _trackingPrice);
        return own;
    }

    /// <summary>λ/2 · variance of all names in equal parts, and the rates of cost: sizes to compare with where the best objective is zero.</summary>
    private double TypicalRisk()
    {
        double rates = Math.Max(problem.BuyCost?.Max() ?? 0, problem.SellCost?.Max() ?? 0);
        if (problem.FactorRisk is not { } risk || problem.RiskAversion == 0) return rates;
        double[] equal = new double[w.Length];
        Array.Fill(equal, 1.0 / w.Length);
        return rates + (problem.RiskAversion / 2 * risk.Variance(equal));
    }

    private double Tangent(FactorRisk risk, double[] centre, double price)
    {
        double[] active = Less(w, centre), gradient = new double[w.Length];
        risk.CovarianceTimes(active, gradient);
        double variance = 0, along = 0;
        for (int i = 0; i < w.Length; i++)
        {
            double g = price * gradient[i];
            _reduced[i] += g;
            variance += active[i] * gradient[i];
            along += g * w[i];
        }

        double half = price / 2 * variance;
        _bound += half - along;
        return half;
    }

    /// <summary>A name without upper bound has at most what the budget leaves when all others are at their lower bounds.</summary>
    private void OpenBounds()
    {
        double sum = _lower.Sum(), budget = double.PositiveInfinity;
        foreach (LinearConstraint l in problem.Constraints.OfType<LinearConstraint>())
        {
            if (l.Column.Kind != LoadingsKind.Constant) continue;
            double off = l.Measured == Measured.Active ? l.Column.Dot(problem.BenchmarkValues) : 0;
            budget = Math.Min(budget, ((l.Column.Scale > 0 ? l.Upper : l.Lower) + off) / l.Column.Scale);
        }

        for (int i = 0; i < w.Length; i++)
        {
            if (double.IsPositiveInfinity(_upper[i])) _upper[i] = Math.Max(_lower[i], budget - (sum - _lower[i]));
            if (!double.IsFinite(_upper[i])) _upper[i] = PortfolioProblem.LargestWeight;
            if (!double.IsFinite(_lower[i])) _lower[i] = -PortfolioProblem.LargestWeight;
        }
    }

    private static double[] Less(double[] a, double[] b)
    {
        double[] less = new double[a.Length];
        for (int i = 0; i < a.Length; i++) less[i] = a[i] - b[i];
        return less;
    }
}
