namespace AlphaKit.Portfolio;

/// <content>Where everything lies: which names can move, which row is which, and the one buffer.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>Scaled weights are thousandths of net asset value times 1000: sizes near one.</summary>
    private const double Unit = 1e3;

    /// <summary>Ranges up to this are a point.</summary>
    private const double Point = 1e-13;

    private const double Far = 1e30;

    // Names: 0 cannot move, 1 first trade is a purchase (or plain), 2 first trade is a sale, 3 both.
    private byte[] _kind = [];
    private double[] _base = [];
    private int[] _nameAt = [];
    private int[] _secondOf = [];
    private int[] _segmentOf = [];
    private int[] _segmentStart = [];
    private int[] _segmentRow = [];
    private int[] _rowOf = [];
    private int[] _denseRows = [];
    private int[] _risky = [];
    private int[] _riskyFactor = [];
    private bool[] _isFixed = [];
    private double _baseTurnover;
    private double _costScale;
    private bool _isQuadratic;
    private bool _isDiagonal;
    private int _first;
    private int _seconds;
    private int _second;
    private int _zAt;
    private int _n;
    private int _rows;
    private int _onesRow;
    private int _turnoverRow;
    private int _segments;
    private int _dense;
    private int _riskyCount;
    private int _needed;
    private double* _cursor;

    private void Arrange()
    {
        StructuredProgram p = _program;
        int n = p.Count;
        _isQuadratic = p.RiskScale > 0;
        _kind = new byte[n];
        _base = new double[n];
        bool counts = p.CountsTrades;
        for (int i = 0; i < n; i++)
        {
            double lower = p.Lower[i], upper = p.Upper[i];
            if (upper - lower <= Point)
            {
                _base[i] = upper >= lower ? lower : 0.5 * (lower + upper);
                _baseTurnover += Math.Abs(_base[i] - p.Held[i]);
                continue;
            }

            if (!counts)
            {
                _kind[i] = 1;
                _base[i] = lower;
                continue;
            }

            double held = p.Held[i], near = Math.Clamp(held, lower, upper);
            _base[i] = near;
            _baseTurnover += Math.Abs(near - held);
            _kind[i] = (byte)((upper - near > Point ? 1 : 0) | (near - lower > Point ? 2 : 0));
            if (_kind[i] == 3) _seconds++;
        }

        ArrangeRows();
        ArrangeSegments();
        _second = Padded(_seconds);
        _zAt = _first + _second;
        _n = _zAt + Padded(_rows);
        _costScale = CostScale();
        Place(null);
        _needed = (int)_cursor / sizeof(double);
    }

    private static int Padded(int n) => (n + 7) & ~7;

    /// <summary>Order of the rows: all names, turnover, segments, dense columns.</summary>
    private void ArrangeRows()
    {
        ProgramRow[] rows = _program.Rows;
        _rowOf = new int[rows.Length];
        _segmentOf = new int[_program.Count];
        List<int> dense = [], segments = [];
        _onesRow = -1;
        int ones = -1;
        List<int> indicators = [];
        for (int r = 0; r < rows.Length; r++)
        {
            LoadingsKind kind = rows[r].Loadings.Kind;
            if (kind == LoadingsKind.Constant && ones < 0) ones = r;
            else if (kind == LoadingsKind.Indicator) indicators.Add(r);
            else dense.Add(r);
        }

        // The smallest first: many small segments that do not overlap save more columns than one large one.
        foreach (int r in indicators.OrderBy(r => rows[r].Loadings.Support.Length).ThenBy(r => r))
        {
            if (Claims(rows[r].Loadings, segments.Count + 1)) segments.Add(r);
            else dense.Add(r);
        }

        int next = 0;
        if (ones >= 0) _rowOf[ones] = _onesRow = next++;
        _turnoverRow = double.IsPositiveInfinity(_program.TurnoverCap) ? -1 : next++;
        _segments = segments.Count;
        _segmentRow = new int[_segments + 1];
        for (int k = 0; k < _segments; k++) _segmentRow[k] = _rowOf[segments[k]] = next++;
        _segmentRow[_segments] = -1;
        _dense = dense.Count;
        _denseRows = [.. dense];
        foreach (int r in dense) _rowOf[r] = next++;
        _rows = next;

        _isFixed = new bool[_rows];
        List<int> risky = [], factor = [];
        for (int r = 0; r < rows.Length; r++)
        {
            _isFixed[_rowOf[r]] = rows[r].Upper - rows[r].Lower <= Point * Math.Abs(rows[r].Loadings.Scale);
            if (!_isQuadratic || rows[r].Factor < 0 || _isFixed[_rowOf[r]]) continue;
            risky.Add(_rowOf[r]);
            factor.Add(r);
        }

        _risky = [.. risky];
        _riskyFactor = [.. factor];
        _riskyCount = _risky.Length;

        bool Claims(Loadings x, int segment)
        {
            if (x.Support.Length < 2) return false;
            foreach (int i in x.Support)
            {
                if (_segmentOf[i] != 0) return false;
            }

            foreach (int i in x.Support) _segmentOf[i] = segment;
            return true;
        }
    }

    /// <summary>Places of the names: segment by segment, each padded to eight; names of no segment come last.</summary>
    private void ArrangeSegments()
    {
        int n = _program.Count;
        int[] count = new int[_segments + 1];
        for (int i = 0; i < n; i++)
        {
            int s = _segmentOf[i] = _segmentOf[i] == 0 ? _segments : _segmentOf[i] - 1;
            if (_kind[i] != 0) count[s]++;
        }

        _segmentStart = new int[_segments + 2];
        for (int k = 0; k <= _segments; k++) _segmentStart[k + 1] = _segmentStart[k] + Padded(count[k]);
        _first = _segmentStart[_segments + 1];
        _nameAt = new int[_first];
        Array.Fill(_nameAt, -1);
        int[] next = _segmentStart[..(_segments + 1)];
        _secondOf = new int[_seconds];
        int seconds = 0;
        for (int i = 0; i < n; i++)
        {
            if (_kind[i] == 0) continue;
            int at = next[_segmentOf[i]]++;
            _nameAt[at] = i;
            if (_kind[i] == 3) _secondOf[seconds++] = at;
        }
    }

    /// <summary>The size of the marginal objective per unit of weight, which scales it to about one.</summary>
    private double CostScale()
    {
        StructuredProgram p = _program;
        int n = p.Count;
        double mean = 0, squares = 0, cost = 0, specific = 0, factors = 0;
        foreach (double c in p.Linear) mean += c;
        mean /= n;
        foreach (double c in p.Linear) squares += (c - mean) * (c - mean);
        double scale = Math.Sqrt(squares / n);
        if (p.BuyCost is not null && p.SellCost is not null)
        {
            for (int i = 0; i < n; i++) cost += p.BuyCost[i] + p.SellCost[i];
        }

        if (_isQuadratic)
        {
            foreach (double s in p.Specific) specific += s;
            specific = p.RiskScale * specific / n / n;
            foreach (int r in _riskyFactor)
            {
                int k = p.Rows[r].Factor;
                double size = p.Rows[r].Loadings.Scale;
                factors = Math.Max(factors, p.Covariance[(k * p.FactorCount) + k] * size * size);
            }

            factors *= p.RiskScale * 0.01;
        }

        scale = Math.Max(Math.Max(scale, 0.5 * cost / n), Math.Max(specific, factors));
        return scale > 0 ? scale : Math.Max(Math.Abs(mean), 1);
    }

    private double* Take(int count)
    {
        double* at = _cursor;
        _cursor += Padded(count);
        return at;
    }

    private double* _cost, _lower, _upper, _hasLower, _hasUpper, _live, _v, _zl, _zu, _sl, _su, _bySl, _bySu, _byZl, _byZu, _theta, _inverse;
    private double* _dv, _dzl, _dzu, _dv2, _dzl2, _dzu2, _cl, _cu, _cl2, _cu2, _gradient, _dualResidual, _work, _work2;
    private double* _sign, _real, _quadratic, _columns, _gamma, _eta, _zeta, _delta, _cross, _segmentWork;
    private double* _schur, _schurScale, _risk, _riskFactor, _riskInverse, _riskWork, _riskIn, _gram, _right, _y, _dy, _dy2, _rowResidual, _rowWork, _columnSums;

    /// <summary>Cuts the buffer into its parts; from null it only counts.</summary>
    private void Place(double* start)
    {
        _cursor = start;
        int n = _n, f = _first, m = _rows, k = _riskyCount;
        _cost = Take(n);
        _lower = Take(n);
        _upper = Take(n);
        _hasLower = Take(n);
        _hasUpper = Take(n);
        _live = Take(n);
        _v = Take(n);
        _zl = Take(n);
        _zu = Take(n);
        _sl = Take(n);
        _su = Take(n);
        _bySl = Take(n);
        _bySu = Take(n);
        _byZl = Take(n);
        _byZu = Take(n);
        _theta = Take(n);
        _inverse = Take(n);
        _dv = Take(n);
        _dzl = Take(n);
        _dzu = Take(n);
        _dv2 = Take(n);
        _dzl2 = Take(n);
        _dzu2 = Take(n);
        _cl = Take(n);
        _cu = Take(n);
        _cl2 = Take(n);
        _cu2 = Take(n);
        _gradient = Take(n);
        _dualResidual = Take(n);
        _work = Take(n);
        _work2 = Take(n);
        _sign = Take(f);
        _real = Take(f);
        _quadratic = Take(f);
        _gamma = Take(f);
        _eta = Take(f);
        _zeta = Take(f);
        _delta = Take(f);
        _columns = Take(f * _dense);
        _cross = Take(_seconds);
        _segmentWork = Take(f * _dense);
        _schur = Take(m * m);
        _schurScale = Take(m);
        _right = Take(m);
        _y = Take(m);
        _dy = Take(m);
        _dy2 = Take(m);
        _rowResidual = Take(m);
        _rowWork = Take(m);
        _columnSums = Take(3 * _dense);
        _gram = Take(_dense * _dense);
        _risk = Take(k * k);
        _riskFactor = Take(k * k);
        _riskInverse = Take(k * k);
        _riskWork = Take((k + 1) * Padded(k));
        _riskIn = Take(k);
    }
}
