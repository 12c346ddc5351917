namespace AlphaKit.Portfolio;

/// <content>Data in, starting point, answer out.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>Products of slack and multiplier this far apart tell a bound that binds.</summary>
    private const double Binding = 1e-3;

    private double _boundCount;
    private double _rightLargest;
    private double _costLargest;

    private void Fill()
    {
        FillNames();
        FillRows();
        _boundCount = 0;
        _costLargest = 0;
        _rightLargest = 0;
        for (int i = 0; i < _n; i++)
        {
            _boundCount += _hasLower[i] + _hasUpper[i];
            _costLargest = Math.Max(_costLargest, Math.Abs(_cost[i]));
        }

        for (int k = 0; k < _rows; k++) _rightLargest = Math.Max(_rightLargest, Math.Abs(_right[k]));
    }

    private void FillNames()
    {
        StructuredProgram p = _program;
        double byScale = 1 / _costScale, risk = _isQuadratic ? p.RiskScale * byScale / Unit : 0;
        for (int at = 0; at < _first; at++)
        {
            int i = _nameAt[at];
            if (i < 0)
            {
                _sign[at] = _real[at] = 0;
                _quadratic[at] = 1;
                SetBounds(at, -Far, Far);
                _cost[at] = _live[at] = 0;
                for (int j = 0; j < _dense; j++) _columns[((long)j * _first) + at] = 0;
                continue;
            }

            bool isSale = _kind[i] == 2;
            double q = _isQuadratic ? risk * p.Specific[i] : 0, off = _isQuadratic ? q * (_base[i] - p.Centre[i]) * Unit : 0;
            double sign = isSale ? -1 : 1, fee = p.BuyCost is null ? 0 : isSale ? p.SellCost![i] : p.BuyCost[i];
            _sign[at] = sign;
            _real[at] = 1;
            _live[at] = 1;
            _quadratic[at] = q;
            SetBounds(at, 0, (isSale ? _base[i] - p.Lower[i] : p.Upper[i] - _base[i]) * Unit);
            _cost[at] = (sign * ((p.Linear[i] * byScale) + off)) + (fee * byScale);
        }

        for (int j = 0; j < _dense; j++)
        {
            Loadings x = p.Rows[_denseRows[j]].Loadings;
            double[] values = x.Values;
            double inverse = 1 / x.Scale;
            double* column = _columns + ((long)j * _first);
            for (int at = 0; at < _first; at++)
            {
                int i = _nameAt[at];
                if (i >= 0) column[at] = values[i] * inverse;
            }
        }

        for (int s = 0; s < _second; s++)
        {
            int at = _first + s;
            if (s >= _seconds)
            {
                SetBounds(at, -Far, Far);
                _cost[at] = _live[at] = 0;
                continue;
            }

            int first = _secondOf[s], i = _nameAt[first];
            double q = _isQuadratic ? risk * p.Specific[i] : 0, off = _isQuadratic ? q * (_base[i] - p.Centre[i]) * Unit : 0;
            SetBounds(at, 0, (_base[i] - p.Lower[i]) * Unit);
            _live[at] = 1;
            _cost[at] = ((p.SellCost is null ? 0 : p.SellCost[i]) * byScale) - (p.Linear[i] * byScale) - off;
        }
    }

    private void FillRows()
    {
        StructuredProgram p = _program;
        for (int at = _zAt; at < _n; at++)
        {
            SetBounds(at, -Far, Far);
            _cost[at] = _live[at] = 0;
        }

        if (_turnoverRow >= 0)
        {
            int at = _zAt + _turnoverRow;
            SetBounds(at, -Far, (p.TurnoverCap - _baseTurnover) * Unit);
            _live[at] = 1;
            _right[_turnoverRow] = 0;
        }

        double[] fixedExposure = new double[p.FactorCount];
        for (int r = 0; r < p.Rows.Length; r++)
        {
            ref readonly ProgramRow row = ref p.Rows[r];
            Loadings x = row.Loadings;
            int k = _rowOf[r], at = _zAt + k;
            double by = Unit / x.Scale, start = x.Dot(_base);
            if (_isFixed[k])
            {
                double point = 0.5 * (row.Lower + row.Upper);
                _right[k] = (point - start) * by;
                if (row.Factor >= 0 && _isQuadratic) fixedExposure[row.Factor] = point - x.Dot(p.Centre);
                continue;
            }

            double centre = row.Factor >= 0 && _isQuadratic ? x.Dot(p.Centre) : 0;
            double lower = (row.Lower - centre) * by, upper = (row.Upper - centre) * by;
            if (by < 0) (lower, upper) = (upper, lower);
            _right[k] = (centre - start) * by;
            SetBounds(at, double.IsInfinity(lower) ? -Far : lower, double.IsInfinity(upper) ? Far : upper);
            _live[at] = 1;
        }

        if (!_isQuadratic) return;
        double scale = p.RiskScale / _costScale / Unit;
        _isDiagonal = true;
        for (int a = 0; a < _riskyCount; a++)
        {
            ref readonly ProgramRow row = ref p.Rows[_riskyFactor[a]];
            double* to = _risk + ((long)a * _riskyCount);
            int offset = row.Factor * p.FactorCount;
            for (int b = 0; b < _riskyCount; b++)
            {
                ref readonly ProgramRow other = ref p.Rows[_riskyFactor[b]];
                to[b] = scale * row.Loadings.Scale * other.Loadings.Scale * p.Covariance[offset + other.Factor];
                _isDiagonal &= a == b || to[b] == 0;
            }

            double pull = 0;
            for (int c = 0; c < p.FactorCount; c++) pull += p.Covariance[offset + c] * fixedExposure[c];
            _cost[_zAt + _risky[a]] = p.RiskScale * row.Loadings.Scale * pull / _costScale;
        }
    }

    private void SetBounds(int at, double lower, double upper)
    {
        _lower[at] = lower;
        _upper[at] = upper;
        _hasLower[at] = lower > -Far ? 1 : 0;
        _hasUpper[at] = upper < Far ? 1 : 0;
    }

    /// <summary>A point inside all bounds with multipliers of the size of the costs.</summary>
    private void Start()
    {
        if (_tuning.CentralStart > 0)
        {
            StartCentrally(_tuning.CentralStart);
            return;
        }

        double trades = _turnoverRow >= 0 ? _upper[_zAt + _turnoverRow] : Math.Abs(_onesRow >= 0 ? _right[_onesRow] : Unit);
        double share = 0.2 * Math.Max(trades, 1) / Math.Max(1, _first + _seconds);
        for (int i = 0; i < _n; i++)
        {
            _zl[i] = _hasLower[i] * (Math.Max(_cost[i], 0) + 1);
            _zu[i] = _hasUpper[i] * (Math.Max(-_cost[i], 0) + 1);
            double lower = _lower[i], upper = _upper[i];
            if (i < _zAt)
            {
                if (_live[i] == 0) _v[i] = 0;
                else _v[i] = Math.Min(0.5 * upper, Math.Max(3 / Math.Max(_zl[i], 1e-3), share));
                if (i < _first && upper > 20 * Unit && upper < Far)
                {
                    // A name that may go far below zero starts near nothing held, not near its lower bound.
                    int name = _nameAt[i];
                    double zero = (_sign[i] > 0 ? -_base[name] : _base[name]) * Unit;
                    _v[i] = Math.Clamp(zero, 0.01 * upper, 0.99 * upper);
                }
            }
            else if (_hasLower[i] + _hasUpper[i] == 2) _v[i] = 0.5 * (lower + upper);
            else if (_hasLower[i] == 1) _v[i] = lower + Math.Max(10, 0.1 * Math.Abs(lower));
            else if (_hasUpper[i] == 1) _v[i] = upper - Math.Max(1, 0.1 * Math.Abs(upper));
            else _v[i] = 0;
        }

        for (int k = 0; k < _rows; k++) _y[k] = 0;
    }

    /// <summary>Every value as far from its bounds as it can be, row values near what the names give, and all products of slack and multiplier equal.</summary>
    private void StartCentrally(double size)
    {
        for (int i = 0; i < _n; i++) _v[i] = i < _zAt && _live[i] != 0 ? Math.Min(0.5 * _upper[i], Unit) : 0;
        for (int i = 0; i < _n; i++) _zl[i] = _zu[i] = 0;
        MultiplyRows(_v, _rowWork);
        for (int k = 0; k < _rows; k++)
        {
            int at = _zAt + k;
            if (_live[at] == 0) continue;
            double lower = _lower[at], upper = _upper[at], value = _rowWork[k] - _right[k];
            if (_hasLower[at] + _hasUpper[at] == 2) value = Math.Clamp(value, lower + (0.2 * (upper - lower)), upper - (0.2 * (upper - lower)));
            else if (_hasLower[at] == 1) value = Math.Max(value, lower + Math.Max(10, 0.1 * Math.Abs(lower)));
            else if (_hasUpper[at] == 1) value = Math.Min(value, upper - Math.Max(Math.Min(10, 0.1 * Math.Abs(upper)), 1e-3));
            _v[at] = value;
        }

        double product = size * Math.Max(1, _costLargest);
        for (int i = 0; i < _n; i++)
        {
            if (_hasLower[i] != 0) _zl[i] = product / (_v[i] - _lower[i]);
            if (_hasUpper[i] != 0) _zu[i] = product / (_upper[i] - _v[i]);
        }

        for (int k = 0; k < _rows; k++) _y[k] = 0;
    }

    private InteriorPointResult Extract(int iterations, double residual)
    {
        StructuredProgram p = _program;
        double[] w = _base;
        for (int at = 0; at < _first; at++)
        {
            int i = _nameAt[at];
            if (i >= 0) w[i] += _sign[at] * Snapped(at) / Unit;
        }

        for (int s = 0; s < _seconds; s++) w[_nameAt[_secondOf[s]]] -= Snapped(_first + s) / Unit;
        for (int i = 0; i < w.Length; i++) w[i] = p.Lower[i] <= p.Upper[i] ? Math.Clamp(w[i], p.Lower[i], p.Upper[i]) : w[i];

        double[] duals = new double[p.Rows.Length];
        for (int r = 0; r < duals.Length; r++)
        {
            int k = _rowOf[r], at = _zAt + k;
            double y = _zl[at] - _zu[at];
            if (_isFixed[k])
            {
                y = _y[k];
                if (_isQuadratic && p.Rows[r].Factor >= 0) y += RiskGradient(r, w);
            }

            duals[r] = y * _costScale / p.Rows[r].Loadings.Scale;
        }

        double turnover = _turnoverRow >= 0 ? Math.Max(0, _zu[_zAt + _turnoverRow] * _costScale) : 0;
        return new InteriorPointResult(w, duals, turnover, iterations, residual);
    }

    /// <summary>A trade that is at its bound by all signs is put there: what is left of it is the barrier's, not the problem's.</summary>
    private double Snapped(int at)
    {
        double v = _v[at];
        if (_sl[at] < 1e-8 && _sl[at] < Binding * _zl[at]) return 0;
        return _su[at] < 1e-8 && _su[at] < Binding * _zu[at] ? _upper[at] : v;
    }

    private double RiskGradient(int row, double[] w)
    {
        StructuredProgram p = _program;
        double pull = 0;
        int k = p.Rows[row].Factor;
        foreach (ProgramRow other in p.Rows)
        {
            if (other.Factor < 0) continue;
            pull += p.Covariance[(k * p.FactorCount) + other.Factor] * (other.Loadings.Dot(w) - other.Loadings.Dot(p.Centre));
        }

        return p.RiskScale * pull / _costScale * p.Rows[row].Loadings.Scale;
    }
}
