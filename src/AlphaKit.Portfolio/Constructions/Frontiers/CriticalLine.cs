namespace AlphaKit.Portfolio;

/// <summary>
/// Walks the critical line. With F the names between their bounds and the others at them, the optimum at λ is w_F = α + λβ, from
/// Σ_FF w_F + Σ_FB w_B = λ μ_F + γ 1 and 1ᵀw_F = invested − 1ᵀw_B. Going down in λ, the next corner is where a free name meets a bound, or the
/// gradient (Σw)_i − λμ_i − γ of a bound name changes its sign. The inverse of Σ_FF is bordered or deflated at each corner.
/// </summary>
internal sealed class CriticalLine
{
    private const double TieShare = 1e-9;
    private const int RefreshEvery = 64;

    private readonly RiskRoots _roots;
    private readonly DateOnly _date;
    private readonly double[] _returns;
    private readonly double _lower;
    private readonly double _upper;
    private readonly double _invested;
    private readonly int _n;
    private readonly double[] _weights;
    private readonly bool[] _isUpper;
    private readonly int[] _slot;
    private readonly List<int> _free = [];
    private double[] _inverse = [];

    public CriticalLine(RiskRoots roots, DateOnly date, double[] returns, FrontierOptions options)
    {
        _roots = roots;
        _date = date;
        _n = returns.Length;
        _lower = options.MinWeight;
        _upper = options.MaxWeight;
        _invested = Math.Clamp(options.Invested, _n * _lower, _n * _upper);
        _weights = new double[_n];
        _isUpper = new bool[_n];
        _slot = new int[_n];
        Array.Fill(_slot, -1);
        _returns = Distinct(returns);
    }

    public List<(double Tolerance, double[] Weights)> Corners()
    {
        Start();
        List<(double, double[])> corners = [(double.PositiveInfinity, [.. _weights])];
        double tolerance = double.PositiveInfinity;
        double[] alpha = new double[_n], beta = new double[_n], gradient = new double[_n], slope = new double[_n];
        int changed = -1;
        for (int step = 1; ; step++)
        {
            if (step > 100 * (_n + 10)) throw new InvalidRiskException(_date, "the critical line does not end: the covariance is too near to singular for these bounds");
            if (step % RefreshEvery == 0) Refresh();
            Line(alpha, beta, gradient, slope);
            (double next, int name, bool toUpper) = Next(tolerance, changed, alpha, beta, gradient, slope);
            next = Math.Max(0, next);
            for (int i = 0; i < _n; i++)
            {
                if (_slot[i] >= 0) _weights[i] = Math.Clamp(alpha[i] + (next * beta[i]), _lower, _upper);
            }

            if (next < tolerance) corners.Add((next, [.. _weights]));
            if (next == 0 || name < 0) return corners;
            tolerance = next;
            changed = name;
            if (_slot[name] >= 0)
            {
                _weights[name] = toUpper ? _upper : _lower;
                _isUpper[name] = toUpper;
                Remove(name);
            }
            else
            {
                Add(name);
            }
        }
    }

    /// <summary>The highest return: the best names at their upper bound, the rest at the lower, the last one filled in between.</summary>
    private void Start()
    {
        int[] order = [.. Enumerable.Range(0, _n).OrderByDescending(i => _returns[i])];
        Array.Fill(_weights, _lower);
        double left = _invested - (_n * _lower);
        int last = order[0];
        foreach (int i in order)
        {
            last = i;
            double room = Math.Min(left, _upper - _lower);
            _weights[i] += room;
            left -= room;
            _isUpper[i] = true;
            if (!(left > 1e-15)) break;
        }

        _isUpper[last] = false;
        Add(last);
    }

    /// <summary>Free weights α + λβ and gradients of all names, g + λs.</summary>
    private void Line(double[] alpha, double[] beta, double[] gradient, double[] slope)
    {
        int f = _free.Count;
        double[] bound = new double[_n], product = new double[_n];
        double sum = _invested;
        for (int i = 0; i < _n; i++)
        {
            bound[i] = _slot[i] >= 0 ? 0 : _weights[i];
            sum -= bound[i];
        }

        _roots.Times(bound, product);
        double[] ones = new double[f], returns = new double[f], fixedPart = new double[f];
        double a = 0, b = 0, c = 0, centre = 0;

        // A shift of all returns changes γ alone; without it nearly equal returns would drown in rounding.
        foreach (int name in _free) centre += _returns[name] / f;
        for (int i = 0; i < f; i++)
        {
            ReadOnlySpan<double> row = _inverse.AsSpan(i * f, f);
            for (int j = 0; j < f; j++)
            {
                ones[i] += row[j];
                returns[i] += row[j] * (_returns[_free[j]] - centre);
                fixedPart[i] += row[j] * product[_free[j]];
            }

            a += ones[i];
            b += returns[i];
            c += fixedPart[i];
        }

        double gamma = (sum + c) / a, gammaSlope = -b / a;
        Array.Clear(beta);
        Array.Copy(bound, alpha, _n);
        for (int i = 0; i < f; i++)
        {
            alpha[_free[i]] = (gamma * ones[i]) - fixedPart[i];
            beta[_free[i]] = f == 1 ? 0 : returns[i] + (gammaSlope * ones[i]);
        }

        _roots.Times(alpha, gradient);
        _roots.Times(beta, slope);
        for (int i = 0; i < _n; i++)
        {
            gradient[i] -= gamma;
            slope[i] -= _returns[i] - centre + gammaSlope;
        }
    }

    private (double Next, int Name, bool ToUpper) Next(double tolerance, int changed, double[] alpha, double[] beta, double[] gradient, double[] slope)
    {
        double next = double.NegativeInfinity;
        int name = -1;
        bool toUpper = false;
        for (int i = 0; i < _n; i++)
        {
            double at;
            bool up = false;
            if (_slot[i] >= 0)
            {
                // Going down, a weight with β > 0 falls to its lower bound, one with β < 0 rises to its upper.
                if (beta[i] == 0) continue;
                up = beta[i] < 0;
                at = ((up ? _upper : _lower) - alpha[i]) / beta[i];
            }
            else
            {
                // At the lower bound the gradient must stay ≥ 0, at the upper ≤ 0; it is left where it crosses zero the wrong way.
                if (_isUpper[i] ? slope[i] >= 0 : slope[i] <= 0) continue;
                at = -gradient[i] / slope[i];
            }

            if (i == changed && at >= tolerance * (1 - 1e-9)) continue;
            at = Math.Min(at, tolerance);
            if (at > next) (next, name, toUpper) = (at, i, up);
        }

        return (next, name, toUpper);
    }

    private void Add(int name)
    {
        int f = _free.Count;
        double[] cross = new double[f], product = new double[f], grown = new double[(f + 1) * (f + 1)];
        for (int i = 0; i < f; i++) cross[i] = _roots.Covariance(name, _free[i]);
        for (int i = 0; i < f; i++) product[i] = Vectors.Dot(_inverse.AsSpan(i * f, f), cross);
        double rest = _roots.Variance[name] - Vectors.Dot(cross, product);
        if (!(rest > 1e-12 * _roots.Variance[name]))
            throw new InvalidRiskException(_date, "its risk is that of other names together: the covariance of the names between their bounds is singular, specific variances above 0 are needed", symbol: _roots.Symbols[name]);
        for (int i = 0; i < f; i++)
        {
            Span<double> row = grown.AsSpan(i * (f + 1), f + 1);
            _inverse.AsSpan(i * f, f).CopyTo(row);
            Vectors.Add(product[i] / rest, product, row[..f]);
            row[f] = grown[(f * (f + 1)) + i] = -product[i] / rest;
        }

        grown[^1] = 1 / rest;
        _inverse = grown;
        _slot[name] = f;
        _free.Add(name);
    }

    private void Remove(int name)
    {
        int f = _free.Count, gone = _slot[name];
        double[] shrunk = new double[(f - 1) * (f - 1)];
        double pivot = _inverse[(gone * f) + gone];
        for (int i = 0, r = 0; i < f; i++)
        {
            if (i == gone) continue;
            double scale = _inverse[(i * f) + gone] / pivot;
            for (int j = 0, q = 0; j < f; j++)
            {
                if (j != gone) shrunk[(r * (f - 1)) + q++] = _inverse[(i * f) + j] - (scale * _inverse[(gone * f) + j]);
            }

            r++;
        }

        _inverse = shrunk;
        _free.RemoveAt(gone);
        _slot[name] = -1;
        for (int i = gone; i < _free.Count; i++) _slot[_free[i]] = i;
    }

    /// <summary>The inverse anew, so that rounding does not add up.</summary>
    private void Refresh()
    {
        int[] names = [.. _free];
        _free.Clear();
        _inverse = [];
        foreach (int name in names) Add(name);
    }

    private static double[] Distinct(double[] returns)
    {
        double range = returns.Max() - returns.Min();
        double step = (range > 0 ? range : 1) * TieShare / returns.Length;
        return returns.Distinct().Count() == returns.Length ? returns : [.. returns.Select((r, i) => r - (i * step))];
    }
}
