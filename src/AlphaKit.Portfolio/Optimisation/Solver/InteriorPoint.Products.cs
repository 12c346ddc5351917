using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <content>Products with the rows, their transpose and the quadratic form. Eight lanes; where the processor has four, each is done in two halves.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>rows = A x.</summary>
    private void MultiplyRows(double* x, double* rows)
    {
        int first = _first, rowsAt = _rows, dense = _dense, seconds = _seconds;
        double* sign = _sign, real = _real, delta = _delta;
        V traded = V.Zero;
        for (int i = 0; i < first; i += 8)
        {
            V xi = Vector512.Load(x + i);
            Vector512.Store(Vector512.Load(sign + i) * xi, delta + i);
            traded += Vector512.Load(real + i) * xi;
        }

        double turnover = Vector512.Sum(traded);
        double* second = x + first;
        for (int s = 0; s < seconds; s++)
        {
            double sold = second[s];
            delta[_secondOf[s]] -= sold;
            turnover += sold;
        }

        double total = 0;
        for (int k = 0; k <= _segments; k++)
        {
            V sum = V.Zero;
            for (int i = _segmentStart[k], end = _segmentStart[k + 1]; i < end; i += 8) sum += Vector512.Load(delta + i);
            double members = Vector512.Sum(sum);
            if (_segmentRow[k] >= 0) rows[_segmentRow[k]] = members;
            total += members;
        }

        if (_onesRow >= 0) rows[_onesRow] = total;
        if (_turnoverRow >= 0) rows[_turnoverRow] = turnover;
        SumColumns(delta, rows + rowsAt - dense);
        double* z = x + _zAt;
        for (int k = 0; k < rowsAt; k++) rows[k] -= z[k];
    }

    /// <summary>sums[j] = Σ column j · d, four columns at a time.</summary>
    private void SumColumns(double* d, double* sums)
    {
        int first = _first, dense = _dense;
        double* columns = _columns;
        int j = 0;
        long f = first;
        for (; j + 4 <= dense; j += 4)
        {
            double* c0 = columns + (j * f), c1 = c0 + f, c2 = c1 + f, c3 = c2 + f;
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

        for (; j < dense; j++) sums[j] = DenseCholesky.Dot(d, columns + (j * f), first);
    }

    /// <summary>x = A' y.</summary>
    private void MultiplyTransposed(double* y, double* x)
    {
        int n = _n, first = _first, rows = _rows, denseAt = _dense, seconds = _seconds;
        double* sign = _sign, real = _real, columns = _columns, delta = _delta;
        double turnover = _turnoverRow >= 0 ? y[_turnoverRow] : 0, ones = _onesRow >= 0 ? y[_onesRow] : 0;
        double* dense = y + rows - denseAt;
        V vt = Vector512.Create(turnover);
        long f = first;
        for (int k = 0; k <= _segments; k++)
        {
            V common = Vector512.Create(ones + (_segmentRow[k] >= 0 ? y[_segmentRow[k]] : 0));
            for (int i = _segmentStart[k], end = _segmentStart[k + 1]; i < end; i += 8)
            {
                V sum = common;
                double* column = columns + i;
                for (int j = 0; j < denseAt; j++, column += f) sum = Vector512.FusedMultiplyAdd(Vector512.Load(column), Vector512.Create(dense[j]), sum);
                Vector512.Store(sum, delta + i);
                Vector512.Store((Vector512.Load(sign + i) * sum) + (Vector512.Load(real + i) * vt), x + i);
            }
        }

        double* second = x + first;
        for (int s = 0; s < seconds; s++) second[s] = turnover - delta[_secondOf[s]];
        for (int s = seconds; s < _second; s++) second[s] = 0;
        double* z = x + _zAt;
        for (int k = 0; k < rows; k++) z[k] = -y[k];
        for (int k = rows; k < n - _zAt; k++) z[k] = 0;
    }

    /// <summary>to = Q x.</summary>
    private void MultiplyQuadratic(double* x, double* to)
    {
        int n = _n, first = _first, seconds = _seconds;
        double* sign = _sign, quadratic = _quadratic, risk = _risk;
        if (!_isQuadratic)
        {
            new Span<double>(to, n).Clear();
            return;
        }

        for (int i = 0; i < first; i += 8) Vector512.Store(Vector512.Load(quadratic + i) * Vector512.Load(x + i), to + i);
        new Span<double>(to + first, n - first).Clear();
        for (int s = 0; s < seconds; s++)
        {
            int p = _secondOf[s];
            double q = quadratic[p], sold = x[first + s];
            to[first + s] = q * (sold - (sign[p] * x[p]));
            to[p] -= q * sold;
        }

        MultiplyRisk(risk, x + _zAt, to + _zAt);
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
        int n = _n;
        double* inverse = _inverse;
        for (int i = 0; i < n; i += 8) Vector512.Store(Vector512.Load(g + i) * Vector512.Load(inverse + i), to + i);
        ApplyBlocks(g, to);
    }

    /// <summary>What Φ⁻¹ g has besides its diagonal: purchase with sale, row with row.</summary>
    private void ApplyBlocks(double* g, double* to)
    {
        int first = _first, seconds = _seconds;
        double* crossAt = _cross, riskInverse = _riskInverse;
        if (!_isQuadratic) return;
        for (int s = 0; s < seconds; s++)
        {
            int p = _secondOf[s];
            double cross = crossAt[s];
            to[p] += cross * g[first + s];
            to[first + s] += cross * g[p];
        }

        MultiplyRisk(riskInverse, g + _zAt, to + _zAt);
    }

    /// <summary>Solves the Newton system for given complementarity targets; returns the longest steps, at most 1, that keep slacks and multipliers above zero.</summary>
    private (double Primal, double Dual) Newton(double* cl, double* cu, double* dv, double* dzl, double* dzu, double* dy)
    {
        int n = _n, rows = _rows;
        double* zl = _zl, zu = _zu, bySl = _bySl, bySu = _bySu, byZl = _byZl, byZu = _byZu, gradient = _gradient;
        double* dualResidual = _dualResidual, work = _work, work2 = _work2, rowResidual = _rowResidual, rowWork = _rowWork, inverse = _inverse;
        for (int i = 0; i < n; i += 8)
        {
            V g = Vector512.Load(dualResidual + i) + (Vector512.Load(cl + i) * Vector512.Load(bySl + i)) - (Vector512.Load(cu + i) * Vector512.Load(bySu + i));
            Vector512.Store(g, gradient + i);
            Vector512.Store(g * Vector512.Load(inverse + i), dv + i);
        }

        ApplyBlocks(gradient, dv);
        MultiplyRows(dv, dy);
        for (int k = 0; k < rows; k++) dy[k] = rowResidual[k] - dy[k];
        SolveSchur(dy);
        MultiplyTransposed(dy, work);
        for (int i = 0; i < n; i += 8)
        {
            V g = Vector512.Load(work + i) + Vector512.Load(gradient + i);
            Vector512.Store(g, work + i);
            Vector512.Store(g * Vector512.Load(inverse + i), dv + i);
        }

        ApplyBlocks(work, dv);
        for (int step = 0; step < _tuning.Refinements; step++)
        {
            MultiplyRows(dv, rowWork);
            for (int k = 0; k < rows; k++) rowWork[k] = rowResidual[k] - rowWork[k];
            SolveSchur(rowWork);
            MultiplyTransposed(rowWork, work);
            ApplyInverse(work, work2);
            for (int i = 0; i < n; i += 8) Vector512.Store(Vector512.Load(dv + i) + Vector512.Load(work2 + i), dv + i);
            for (int k = 0; k < rows; k++) dy[k] += rowWork[k];
        }

        V primal = Vector512.Create(1.0), dual = primal;
        for (int i = 0; i < n; i += 8)
        {
            V d = Vector512.Load(dv + i), l = Vector512.Load(bySl + i), u = Vector512.Load(bySu + i);
            V dl = (Vector512.Load(cl + i) - (Vector512.Load(zl + i) * d)) * l, du = (Vector512.Load(cu + i) + (Vector512.Load(zu + i) * d)) * u;
            Vector512.Store(dl, dzl + i);
            Vector512.Store(du, dzu + i);
            primal = Vector512.MaxNative(primal, Vector512.MaxNative(-d * l, d * u));
            dual = Vector512.MaxNative(dual, Vector512.MaxNative(-dl * Vector512.Load(byZl + i), -du * Vector512.Load(byZu + i)));
        }

        return (1 / Largest(primal), 1 / Largest(dual));
    }

    private static double Largest(V lanes)
    {
        double largest = lanes[0];
        for (int k = 1; k < 8; k++) largest = Math.Max(largest, lanes[k]);
        return largest;
    }
}
