namespace AlphaKit.Portfolio;

/// <summary>Minimises f(x) = ½ xᵀΣx − Σ b ln x: some sweeps of coordinate descent, then Newton's method with a step that keeps x positive and f falling.</summary>
internal sealed class RiskBudgetDescent
{
    private const int MostSweeps = 8;

    private readonly RiskRoots _roots;
    private readonly double[] _budgets;
    private readonly double[] _x;
    private readonly double[] _sums;
    private readonly double[] _slopes;
    private readonly int _n;
    private readonly int _k;

    public RiskBudgetDescent(RiskRoots roots, double[] budgets)
    {
        _roots = roots;
        _budgets = budgets;
        _n = roots.Count;
        _k = roots.Factors;
        _x = new double[_n];
        _sums = new double[_k];
        _slopes = new double[_n];
    }

    public int Steps { get; private set; }

    /// <summary>The largest |x (Σx) / b − 1|.</summary>
    public double Residual { get; private set; } = double.PositiveInfinity;

    /// <summary>True when the residual has come below <see cref="RiskParity.Tolerance"/>.</summary>
    public bool Run()
    {
        Start();
        while (Steps < MostSweeps && !(Residual < RiskParity.Tolerance))
        {
            Sweep();
            Steps++;
        }

        while (Steps < RiskParity.MostSteps && !(Residual < RiskParity.Tolerance))
        {
            Measure();
            if (Residual < RiskParity.Tolerance) break;
            if (!Newton()) break;
            Steps++;
        }

        return Residual < RiskParity.Tolerance;
    }

    public double[] Weights()
    {
        double[] weights = [.. _x];
        Proportions.Normalise(weights);
        return weights;
    }

    /// <summary>x ∝ √b / σ, on the surface xᵀΣx = Σ b = 1 on which the solution lies.</summary>
    private void Start()
    {
        double quadratic = 0;
        for (int i = 0; i < _n; i++)
        {
            _x[i] = Math.Sqrt(_budgets[i] / _roots.Variance[i]);
            quadratic += _roots.Specific.Span[i] * _x[i] * _x[i];
        }

        Sum();
        double norm = quadratic + Vectors.Dot(_sums, _sums);
        double scale = norm > 0 ? 1 / Math.Sqrt(norm) : 1;
        for (int i = 0; i < _n; i++) _x[i] *= scale;
        Sum();
    }

    private void Sum()
    {
        Array.Clear(_sums);
        for (int i = 0; i < _n; i++) Vectors.Add(_x[i], _roots.Row(i), _sums);
    }

    private void Sweep()
    {
        ReadOnlySpan<double> specific = _roots.Specific.Span;
        double residual = 0;
        for (int i = 0; i < _n; i++)
        {
            ReadOnlySpan<double> row = _roots.Row(i);
            double variance = _roots.Variance[i], budget = _budgets[i], slope = Vectors.Dot(row, _sums) + (specific[i] * _x[i]);
            residual = Math.Max(residual, Math.Abs((_x[i] * slope / budget) - 1));
            double others = slope - (variance * _x[i]), root = Math.Sqrt((others * others) + (4 * variance * budget));

            // The positive root, by the formula that does not cancel.
            double next = others > 0 ? 2 * budget / (others + root) : (root - others) / (2 * variance);
            Vectors.Add(next - _x[i], row, _sums);
            _x[i] = next;
        }

        Residual = residual;
    }

    private void Measure()
    {
        Sum();
        ReadOnlySpan<double> specific = _roots.Specific.Span;
        Residual = 0;
        for (int i = 0; i < _n; i++)
        {
            _slopes[i] = Vectors.Dot(_roots.Row(i), _sums) + (specific[i] * _x[i]);
            Residual = Math.Max(Residual, Math.Abs((_x[i] * _slopes[i] / _budgets[i]) - 1));
        }
    }

    /// <summary>
    /// (Y Yᵀ + D) d = −(Σx − b/x) with D = s + b/x², by the K × K system of the Woodbury identity. False when no step lowers f.
    /// </summary>
    private bool Newton()
    {
        ReadOnlySpan<double> specific = _roots.Specific.Span;
        double[] system = new double[_k * _k], right = new double[_k], diagonal = new double[_n], step = new double[_n], scaled = new double[_k];
        for (int i = 0; i < _n; i++)
        {
            diagonal[i] = specific[i] + (_budgets[i] / (_x[i] * _x[i]));
            step[i] = ((_budgets[i] / _x[i]) - _slopes[i]) / diagonal[i];
            ReadOnlySpan<double> row = _roots.Row(i);
            Vectors.Add(step[i], row, right);
            for (int f = 0; f < _k; f++) Vectors.Add(row[f] / diagonal[i], row[..(f + 1)], system.AsSpan(f * _k, f + 1));
        }

        for (int f = 0; f < _k; f++) system[(f * _k) + f] += 1;
        SolveLower(system, right);
        double decrement = 0, longest = 1;
        for (int i = 0; i < _n; i++)
        {
            step[i] -= Vectors.Dot(_roots.Row(i), right) / diagonal[i];
            decrement += step[i] * (_slopes[i] - (_budgets[i] / _x[i]));
            if (step[i] < 0) longest = Math.Min(longest, -0.95 * _x[i] / step[i]);
        }

        for (int i = 0; i < _n; i++) Vectors.Add(step[i], _roots.Row(i), scaled);
        double linear = 0, quadratic = Vectors.Dot(scaled, scaled);
        for (int i = 0; i < _n; i++)
        {
            linear += _slopes[i] * step[i];
            quadratic += specific[i] * step[i] * step[i];
        }

        // Near the solution f does not tell steps apart any more, but the full Newton step is right.
        for (double t = longest; t > 1e-12; t /= 2)
        {
            double change = (t * linear) + (0.5 * t * t * quadratic);
            for (int i = 0; i < _n; i++) change -= _budgets[i] * Math.Log(1 + (t * step[i] / _x[i]));
            if (!(change <= 0.1 * t * decrement) && !(t == 1 && -decrement < 1e-10)) continue;
            for (int i = 0; i < _n; i++) _x[i] += t * step[i];
            return true;
        }

        return false;
    }

    /// <summary>Solves A z = r in place by Cholesky, A given by its lower triangle, positive definite.</summary>
    private void SolveLower(double[] a, double[] r)
    {
        for (int i = 0; i < _k; i++)
        {
            Span<double> row = a.AsSpan(i * _k, i + 1);
            for (int j = 0; j < i; j++) row[j] = (row[j] - Vectors.Dot(row[..j], a.AsSpan(j * _k, j))) / a[(j * _k) + j];
            row[i] = Math.Sqrt(row[i] - Vectors.Dot(row[..i], row[..i]));
            r[i] = (r[i] - Vectors.Dot(row[..i], r.AsSpan(0, i))) / row[i];
        }

        for (int i = _k - 1; i >= 0; i--)
        {
            r[i] /= a[(i * _k) + i];
            Vectors.Add(-r[i], a.AsSpan(i * _k, i), r.AsSpan(0, i));
        }
    }
}
