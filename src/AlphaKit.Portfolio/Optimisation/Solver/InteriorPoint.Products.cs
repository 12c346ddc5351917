using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <content>Products with the rows, their transpose and the quadratic form. Eight lanes; where the processor has four, each is done in two halves.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>rows = A x.</summary>
    private void MultiplyRows(double* x, double* rows)
    {
        V traded = V.Zero;
        for (int i = 0; i < _first; i += 8)
        {
            V xi = Vector512.Load(x + i);
            Vector512.Store(Vector512.Load(_sign + i) * xi, _delta + i);
            traded += Vector512.Load(_real + i) * xi;
        }

        double turnover = Vector512.Sum(traded);
        double* second = x + _first;
        for (int s = 0; s < _seconds; s++)
        {
            double sold = second[s];
            _delta[_secondOf[s]] -= sold;
            turnover += sold;
        }

        double total = 0;
        for (int k = 0; k <= _segments; k++)
        {
            V sum = V.Zero;
            for (int i = _segmentStart[k], end = _segmentStart[k + 1]; i < end; i += 8) sum += Vector512.Load(_delta + i);
            double members = Vector512.Sum(sum);
            if (_segmentRow[k] >= 0) rows[_segmentRow[k]] = members;
            total += members;
        }

        if (_onesRow >= 0) rows[_onesRow] = total;
        if (_turnoverRow >= 0) rows[_turnoverRow] = turnover;
        SumColumns(_delta, rows + _rows - _dense);
        double* z = x + _zAt;
        for (int k = 0; k < _rows; k++) rows[k] -= z[k];
    }

    /// <summary>sums[j] = Σ column j · d, four columns at a time.</summary>
    private void SumColumns(double* d, double* sums)
    {
        int j = 0;
        long f = _first;
        for (; j + 4 <= _dense; j += 4)
        {
            double* c0 = _columns + (j * f), c1 = c0 + f, c2 = c1 + f, c3 = c2 + f;
            V s0 = V.Zero, s1 = V.Zero, s2 = V.Zero, s3 = V.Zero;
            for (int i = 0; i < f; i += 8)
            {
                V di = Vector512.Load(d + i);
                s0 = Vector512.FusedMultiplyAdd(di, Vector512.Load(c0 + i), s0);
                s1 = Vector512.FusedMultiplyAdd(di, Vector512.Load(c1 + i), s1);
                s2 = Vector512.FusedMultiplyAdd(di, Vector512.Load(c2 + i), s2);
                s3 = Vector512.FusedMultiplyAdd(di, Vector512.Load(c3 + i), s3);
            }

            sums[j] = Vector512.Sum(s0);
            sums[j + 1] = Vector512.Sum(s1);
            sums[j + 2] = Vector512.Sum(s2);
            sums[j + 3] = Vector512.Sum(s3);
        }

        for (; j < _dense; j++) sums[j] = DenseCholesky.Dot(d, _columns + (j * f), _first);
    }

    /// <summary>x = A' y.</summary>
    private void MultiplyTransposed(double* y, double* x)
    {
        double turnover = _turnoverRow >= 0 ? y[_turnoverRow] : 0, ones = _onesRow >= 0 ? y[_onesRow] : 0;
        double* dense = y + _rows - _dense;
        V vt = Vector512.Create(turnover);
        long f = _first;
        for (int k = 0; k <= _segments; k++)
        {
            V common = Vector512.Create(ones + (_segmentRow[k] >= 0 ? y[_segmentRow[k]] : 0));
            for (int i = _segmentStart[k], end = _segmentStart[k + 1]; i < end; i += 8)
            {
                V sum = common;
                double* column = _columns + i;
                for (int j = 0; j < _dense; j++, column += f) sum = Vector512.FusedMultiplyAdd(Vector512.Load(column), Vector512.Create(dense[j]), sum);
                Vector512.Store(sum, _delta + i);
                Vector512.Store((Vector512.Load(_sign + i) * sum) + (Vector512.Load(_real + i) * vt), x + i);
            }
        }

        double* second = x + _first;
        for (int s = 0; s < _seconds; s++) second[s] = turnover - _delta[_secondOf[s]];
        for (int s = _seconds; s < _second; s++) second[s] = 0;
        double* z = x + _zAt;
        for (int k = 0; k < _rows; k++) z[k] = -y[k];
        for (int k = _rows; k < _n - _zAt; k++) z[k] = 0;
    }

    /// <summary>to = Q x.</summary>
    private void MultiplyQuadratic(double* x, double* to)
    {
        if (!_isQuadratic)
        {
            new Span<double>(to, _n).Clear();
            return;
        }

        for (int i = 0; i < _first; i += 8) Vector512.Store(Vector512.Load(_quadratic + i) * Vector512.Load(x + i), to + i);
        new Span<double>(to + _first, _n - _first).Clear();
        for (int s = 0; s < _seconds; s++)
        {
            int p = _secondOf[s];
            double q = _quadratic[p], sold = x[_first + s];
            to[_first + s] = q * (sold - (_sign[p] * x[p]));
            to[p] -= q * sold;
        }

        MultiplyRisk(_risk, x + _zAt, to + _zAt);
    }

    /// <summary>to = M x over the rows with risk, the others untouched.</summary>
    private void MultiplyRisk(double* matrix, double* x, double* to)
    {
        int k = _riskyCount;
        for (int a = 0; a < k; a++) _riskIn[a] = x[_risky[a]];
        if (_isDiagonal)
        {
            for (int a = 0; a < k; a++) to[_risky[a]] = matrix[((long)a * k) + a] * _riskIn[a];
            return;
        }

        for (int a = 0; a < k; a++) to[_risky[a]] = DenseCholesky.Dot(matrix + ((long)a * k), _riskIn, k);
    }

    /// <summary>to = Φ⁻¹ g, Φ the Hessian with the barrier.</summary>
    private void ApplyInverse(double* g, double* to)
    {
        for (int i = 0; i < _n; i += 8) Vector512.Store(Vector512.Load(g + i) * Vector512.Load(_inverse + i), to + i);
        if (!_isQuadratic) return;
        for (int s = 0; s < _seconds; s++)
        {
            int p = _secondOf[s];
            double cross = _cross[s];
            to[p] += cross * g[_first + s];
            to[_first + s] += cross * g[p];
        }

        MultiplyRisk(_riskInverse, g + _zAt, to + _zAt);
    }

    /// <summary>Solves the Newton system for given complementarity targets.</summary>
    private void Newton(double* cl, double* cu, double* dv, double* dzl, double* dzu, double* dy)
    {
        for (int i = 0; i < _n; i += 8)
            Vector512.Store(Vector512.Load(_dualResidual + i) + (Vector512.Load(cl + i) / Vector512.Load(_sl + i)) - (Vector512.Load(cu + i) / Vector512.Load(_su + i)), _gradient + i);
        ApplyInverse(_gradient, dv);
        MultiplyRows(dv, dy);
        for (int k = 0; k < _rows; k++) dy[k] = _rowResidual[k] - dy[k];
        SolveSchur(dy);
        MultiplyTransposed(dy, _work);
        for (int i = 0; i < _n; i += 8) Vector512.Store(Vector512.Load(_work + i) + Vector512.Load(_gradient + i), _work + i);
        ApplyInverse(_work, dv);
        for (int step = 0; step < _tuning.Refinements; step++)
        {
            MultiplyRows(dv, _rowWork);
            for (int k = 0; k < _rows; k++) _rowWork[k] = _rowResidual[k] - _rowWork[k];
            SolveSchur(_rowWork);
            MultiplyTransposed(_rowWork, _work);
            ApplyInverse(_work, _work2);
            for (int i = 0; i < _n; i += 8) Vector512.Store(Vector512.Load(dv + i) + Vector512.Load(_work2 + i), dv + i);
            for (int k = 0; k < _rows; k++) dy[k] += _rowWork[k];
        }

        for (int i = 0; i < _n; i += 8)
        {
            V d = Vector512.Load(dv + i);
            Vector512.Store((Vector512.Load(cl + i) - (Vector512.Load(_zl + i) * d)) / Vector512.Load(_sl + i), dzl + i);
            Vector512.Store((Vector512.Load(cu + i) + (Vector512.Load(_zu + i) * d)) / Vector512.Load(_su + i), dzu + i);
        }
    }
}
