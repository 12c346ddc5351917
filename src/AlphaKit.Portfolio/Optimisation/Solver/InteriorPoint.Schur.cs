using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <content>The dense system over the rows: S = A Φ⁻¹ A', its Cholesky factor and its solution.</content>
internal sealed unsafe partial class InteriorPoint
{
    /// <summary>Added to the unit diagonal, so that rounding alone takes no row out.</summary>
    private const double Jitter = 1e-15;

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
        for (int i = 0; i < _n; i += 8)
            Vector512.Store((Vector512.Load(_zl + i) / Vector512.Load(_sl + i)) + (Vector512.Load(_zu + i) / Vector512.Load(_su + i)), _theta + i);

        for (int i = 0; i < _first; i += 8)
        {
            V inverse = Vector512.Load(_real + i) / (Vector512.Load(_quadratic + i) + Vector512.Load(_theta + i));
            Vector512.Store(inverse, _inverse + i);
            Vector512.Store(inverse, _gamma + i);
            Vector512.Store(inverse * Vector512.Load(_sign + i), _eta + i);
            Vector512.Store(inverse, _zeta + i);
        }

        for (int s = 0; s < _seconds; s++)
        {
            int p = _secondOf[s], at = _first + s;
            double q = _quadratic[p], bought = _theta[p], sold = _theta[at];
            double by = 1 / ((q * (bought + sold)) + (bought * sold));
            double b11 = (q + sold) * by, b22 = (q + bought) * by, b12 = q * by;
            _gamma[p] = (bought + sold) * by;
            _eta[p] = (sold - bought) * by;
            _zeta[p] = b11 + (2 * b12) + b22;
            _inverse[p] = b11;
            _inverse[at] = b22;
            _cross[s] = b12;
        }

        for (int at = _first + _seconds; at < _zAt; at++) _inverse[at] = 0;
        for (int at = _zAt; at < _n; at++) _inverse[at] = _theta[at] > 0 ? 1 / _theta[at] : 0;
    }

    private void AddNames()
    {
        int m = _rows, firstDense = m - _dense, ones = _onesRow, turnover = _turnoverRow;
        double* crossTurnover = _columnSums, crossOnes = _columnSums + _dense;
        new Span<double>(_columnSums, 3 * _dense).Clear();
        new Span<double>(_gram, _dense * _dense).Clear();
        double onesOnes = 0, onesTurnover = 0, turnoverTurnover = 0;
        long f = _first;
        for (int k = 0; k <= _segments; k++)
        {
            int start = _segmentStart[k], length = _segmentStart[k + 1] - start;
            if (length == 0) continue;
            double* gamma = _gamma + start, eta = _eta + start, zeta = _zeta + start;
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
                double* to = _schur + ((long)row * m);
                to[row] = sumGamma;
                if (ones >= 0) to[ones] = sumGamma;
                if (turnover >= 0) to[turnover] = sumEta;
            }

            for (int j = 0; j < _dense; j++)
            {
                double* column = _columns + (j * f) + start, weighted = _segmentWork + ((long)j * length);
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
                if (row >= 0) _schur[((long)(firstDense + j) * m) + row] = total;
            }

            AddGram(start, length);
        }

        if (ones >= 0) _schur[((long)ones * m) + ones] = onesOnes;
        if (turnover >= 0)
        {
            _schur[((long)turnover * m) + turnover] = turnoverTurnover;
            if (ones >= 0) _schur[((long)turnover * m) + ones] = onesTurnover;
        }

        for (int j = 0; j < _dense; j++)
        {
            double* to = _schur + ((long)(firstDense + j) * m);
            if (ones >= 0) to[ones] = crossOnes[j];
            if (turnover >= 0) to[turnover] = crossTurnover[j];
            for (int l = 0; l <= j; l++) to[firstDense + l] = _gram[((long)j * _dense) + l];
        }
    }

    /// <summary>Adds the products of all pairs of dense columns over one segment, four at a time.</summary>
    private void AddGram(int start, int length)
    {
        long f = _first;
        for (int j = 0; j < _dense; j++)
        {
            double* weighted = _segmentWork + ((long)j * length), to = _gram + ((long)j * _dense);
            int l = 0;
            for (; l + 4 <= j + 1; l += 4)
            {
                double* c0 = _columns + (l * f) + start, c1 = c0 + f, c2 = c1 + f, c3 = c2 + f;
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

            for (; l <= j; l++) to[l] += DenseCholesky.Dot(weighted, _columns + (l * f) + start, length);
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

        if (DenseCholesky.FactorSkipping(_riskFactor, k) > 0) return false;
        DenseCholesky.Invert(_riskFactor, _riskInverse, _riskWork, k);
        for (int a = 0; a < k; a++)
        {
            double* row = _riskInverse + ((long)a * k);
            for (int e = 0; e < k; e++) row[e] *= scale[a] * scale[e];
        }

        return true;
    }
}
