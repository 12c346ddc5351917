using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <content>The dense system over the rows: S = A Φ⁻¹ A', its Cholesky factor and its solution.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>Added to the unit diagonal, so that rounding alone takes no row out.</summary>
    private const double Jitter = 1e-15;

    /// <summary>Stands for a multiplier that is zero because there is no bound; its steps are zero too.</summary>
    private const double Tiny = 1e-200;

    private bool Factor()
    {
        InvertNames();
        int m = _rows;
        new Span<double>(_schur, m * m).Clear();
        AddNames();
        if (!AddRows()) return false;

        for (int a = 0; a < m; a++)
        {
            double diagonal = _schur[((long)a * m) + a];
            if (!double.IsFinite(diagonal)) return false;
            _schurScale[a] = diagonal > 0 ? 1 / Math.Sqrt(diagonal) : 0;
        }

        for (int a = 0; a < m; a++)
        {
            double* row = _schur + ((long)a * m);
            for (int e = 0; e < a; e++) row[e] *= _schurScale[a] * _schurScale[e];
            row[a] = 1 + Jitter;
        }

        DenseCholesky.FactorSkipping(_schur, m);
        return true;
    }

    private void SolveSchur(double* r)
    {
        for (int k = 0; k < _rows; k++) r[k] *= _schurScale[k];
        DenseCholesky.Solve(_schur, _rows, r);
        for (int k = 0; k < _rows; k++) r[k] *= _schurScale[k];
    }

    /// <summary>The inverse of the block of names: numbers, and 2 × 2 blocks where purchase and sale share a name.</summary>
    private void InvertNames()
    {
        int n = _n, first = _first, seconds = _seconds;
        double* zl = _zl, zu = _zu, sl = _sl, su = _su, theta = _theta, bySl = _bySl, bySu = _bySu, byZl = _byZl, byZu = _byZu;
        double* inverseAt = _inverse, sign = _sign, real = _real, quadratic = _quadratic, gamma = _gamma;
        double* eta = _eta, zeta = _zeta, cross = _cross;
        V one = Vector512.Create(1.0), tiny = Vector512.Create(Tiny);
        for (int i = 0; i < n; i += 8)
        {
            V l = Vector512.Load(zl + i), u = Vector512.Load(zu + i), byLower = one / Vector512.Load(sl + i), byUpper = one / Vector512.Load(su + i);
            Vector512.Store(byLower, bySl + i);
            Vector512.Store(byUpper, bySu + i);
            Vector512.Store(one / Vector512.MaxNative(l, tiny), byZl + i);
            Vector512.Store(one / Vector512.MaxNative(u, tiny), byZu + i);
            Vector512.Store((l * byLower) + (u * byUpper), theta + i);
        }

        for (int i = 0; i < first; i += 8)
        {
            V inverse = Vector512.Load(real + i) / (Vector512.Load(quadratic + i) + Vector512.Load(theta + i));
            Vector512.Store(inverse, inverseAt + i);
            Vector512.Store(inverse, gamma + i);
            Vector512.Store(inverse * Vector512.Load(sign + i), eta + i);
            Vector512.Store(inverse, zeta + i);
        }

        for (int s = 0; s < seconds; s++)
        {
            int p = _secondOf[s], at = first + s;
            double q = quadratic[p], bought = theta[p], sold = theta[at];
            double by = 1 / ((q * (bought + sold)) + (bought * sold));
            double b11 = (q + sold) * by, b22 = (q + bought) * by, b12 = q * by;
            gamma[p] = (bought + sold) * by;
            eta[p] = (sold - bought) * by;
            zeta[p] = b11 + (2 * b12) + b22;
            inverseAt[p] = b11;
            inverseAt[at] = b22;
            cross[s] = b12;
        }

        for (int at = first + seconds; at < _zAt; at++) inverseAt[at] = 0;
        for (int at = _zAt; at < n; at++) inverseAt[at] = theta[at] > 0 ? 1 / theta[at] : 0;
    }

    private void AddNames()
    {
        int first = _first, rows = _rows, dense = _dense;
        double* columns = _columns, gammaAt = _gamma, etaAt = _eta, zetaAt = _zeta, segmentWork = _segmentWork;
        double* schur = _schur, gram = _gram, columnSums = _columnSums;
        int m = rows, firstDense = m - dense, ones = _onesRow, turnover = _turnoverRow;
        double* crossTurnover = columnSums, crossOnes = columnSums + dense;
        new Span<double>(columnSums, 3 * dense).Clear();
        new Span<double>(gram, dense * dense).Clear();
        double onesOnes = 0, onesTurnover = 0, turnoverTurnover = 0;
        long f = first;
        for (int k = 0; k <= _segments; k++)
        {
            int start = _segmentStart[k], length = _segmentStart[k + 1] - start;
            if (length == 0) continue;
            double* gamma = gammaAt + start, eta = etaAt + start, zeta = zetaAt + start;
            V g = V.Zero, e = V.Zero, z = V.Zero;
            for (int i = 0; i < length; i += 8)
            {
                g += Vector512.Load(gamma + i);
                e += Vector512.Load(eta + i);
                z += Vector512.Load(zeta + i);
            }

            double sumGamma = Vector512.Sum(g), sumEta = Vector512.Sum(e);
            onesOnes += sumGamma;
            onesTurnover += sumEta;
            turnoverTurnover += Vector512.Sum(z);
            int row = _segmentRow[k];
            if (row >= 0)
            {
                double* to = schur + ((long)row * m);
                to[row] = sumGamma;
                if (ones >= 0) to[ones] = sumGamma;
                if (turnover >= 0) to[turnover] = sumEta;
            }

            for (int j = 0; j < dense; j++)
            {
                double* column = columns + (j * f) + start, weighted = segmentWork + ((long)j * length);
                V sum = V.Zero, sums = V.Zero;
                for (int i = 0; i < length; i += 8)
                {
                    V c = Vector512.Load(column + i), x = Vector512.Load(gamma + i) * c;
                    Vector512.Store(x, weighted + i);
                    sum += x;
                    sums = Vector512.FusedMultiplyAdd(Vector512.Load(eta + i), c, sums);
                }

                double total = Vector512.Sum(sum);
                crossTurnover[j] += Vector512.Sum(sums);
                crossOnes[j] += total;
                if (row >= 0) schur[((long)(firstDense + j) * m) + row] = total;
            }

            AddGram(start, length);
        }

        if (ones >= 0) schur[((long)ones * m) + ones] = onesOnes;
        if (turnover >= 0)
        {
            schur[((long)turnover * m) + turnover] = turnoverTurnover;
            if (ones >= 0) schur[((long)turnover * m) + ones] = onesTurnover;
        }

        for (int j = 0; j < dense; j++)
        {
            double* to = schur + ((long)(firstDense + j) * m);
            if (ones >= 0) to[ones] = crossOnes[j];
            if (turnover >= 0) to[turnover] = crossTurnover[j];
            for (int l = 0; l <= j; l++) to[firstDense + l] = gram[((long)j * dense) + l];
        }
    }

    /// <summary>Adds the products of all pairs of dense columns over one segment, four at a time.</summary>
    private void AddGram(int start, int length)
    {
        int first = _first, dense = _dense;
        double* columns = _columns, segmentWork = _segmentWork, gram = _gram;
        long f = first;
        for (int j = 0; j < dense; j++)
        {
            double* weighted = segmentWork + ((long)j * length), to = gram + ((long)j * dense);
            int l = 0;
            for (; l + 4 <= j + 1; l += 4)
            {
                double* c0 = columns + (l * f) + start, c1 = c0 + f, c2 = c1 + f, c3 = c2 + f;
                V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero;
                for (int i = 0; i < length; i += 8)
                {
                    V x = Vector512.Load(weighted + i);
                    a0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(c0 + i), a0);
                    a1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(c1 + i), a1);
                    a2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(c2 + i), a2);
                    a3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(c3 + i), a3);
                }

                to[l] += Vector512.Sum(a0);
                to[l + 1] += Vector512.Sum(a1);
                to[l + 2] += Vector512.Sum(a2);
                to[l + 3] += Vector512.Sum(a3);
            }

            for (; l <= j; l++) to[l] += DenseCholesky.Dot(weighted, columns + (l * f) + start, length);
        }
    }

    /// <summary>Adds what the row values z bring: the inverse of risk and barrier where there is risk, of the barrier elsewhere.</summary>
    private bool AddRows()
    {
        int m = _rows, k = _riskyCount;
        if (_isQuadratic && k > 0)
        {
            if (_isDiagonal)
            {
                for (int a = 0; a < k; a++) _riskInverse[((long)a * k) + a] = 1 / (_risk[((long)a * k) + a] + _theta[_zAt + _risky[a]]);
            }
            else
            {
                for (int a = 0; a < k; a++)
                {
                    double* from = _risk + ((long)a * k), to = _riskFactor + ((long)a * k);
                    for (int e = 0; e <= a; e++) to[e] = from[e];
                    to[a] += _theta[_zAt + _risky[a]];
                }

                if (!ScaledInverse(k)) return false;
            }

            for (int a = 0; a < k; a++)
            {
                _inverse[_zAt + _risky[a]] = 0; // its block is dense: ApplyInverse writes it whole
                double* to = _schur + ((long)_risky[a] * m), from = _riskInverse + ((long)a * k);
                if (_isDiagonal) to[_risky[a]] += from[a];
                else
                {
                    for (int e = 0; e < k; e++)
                    {
                        if (_risky[e] <= _risky[a]) to[_risky[e]] += from[e];
                    }
                }
            }
        }

        for (int row = 0; row < m; row++) _schur[((long)row * m) + row] += _inverse[_zAt + row];
        return true;
    }

    /// <summary>Inverts the risk block with its diagonal scaled to one, as variances may lie far apart.</summary>
    private bool ScaledInverse(int k)
    {
        double* scale = _riskIn;
        for (int a = 0; a < k; a++)
        {
            double diagonal = _riskFactor[((long)a * k) + a];
            if (!(diagonal > 0) || !double.IsFinite(diagonal)) return false;
            scale[a] = 1 / Math.Sqrt(diagonal);
        }

        for (int a = 0; a < k; a++)
        {
            double* row = _riskFactor + ((long)a * k);
            for (int e = 0; e < a; e++) row[e] *= scale[a] * scale[e];
            row[a] = 1;
        }

        if (!DenseCholesky.Invert(_riskFactor, _riskInverse, _riskWork, k)) return false;
        for (int a = 0; a < k; a++)
        {
            double* row = _riskInverse + ((long)a * k);
            for (int e = 0; e < k; e++) row[e] *= scale[a] * scale[e];
        }

        return true;
    }
}
