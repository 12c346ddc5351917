using System.Buffers;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <summary>
/// Primal–dual interior point for a <see cref="StructuredProgram"/> (S. Mehrotra, On the implementation of a primal–dual interior point method,
/// SIAM J. Optim. 2, 1992; J. Gondzio, Multiple centrality corrections, Comput. Optim. Appl. 6, 1996).
/// </summary>
/// <remarks>
/// <para>Variables v: one "first" trade per name (a purchase, or a sale where only that is possible; the plain distance from the lower bound where
/// trades are not counted), a "second" trade (the sale) where both are possible, and one value z per row. Rows: Σ of all names, turnover, one row
/// per segment (indicators that do not overlap, such as industries), dense columns. Names are stored segment by segment, padded to eight, so
/// that an industry costs a sum instead of a column.</para>
/// <para>Each iteration eliminates all names, whose block of the Newton system is diagonal or 2 × 2, and solves one dense system with a row per row:
/// O(N·(dense columns)²) time. Everything is in one rented buffer; nothing is shared between solves.</para>
/// </remarks>
internal sealed unsafe partial class InteriorPoint
{
    private const int MostIterations = 120;
    private const int MostStalls = 8;
    private const double GondzioReach = 0.3;
    private const double CentralLow = 0.1;
    private const double CentralHigh = 10;
    private const double BoundaryShare = 0.995;

    private readonly StructuredProgram _program;
    private readonly InteriorPointTuning _tuning;

    private InteriorPoint(StructuredProgram program, InteriorPointTuning tuning)
    {
        _program = program;
        _tuning = tuning;
    }

    /// <summary>Solves; the result tells how near it came.</summary>
    public static InteriorPointResult Solve(StructuredProgram program, InteriorPointTuning tuning)
    {
        InteriorPoint solver = new(program, tuning);
        solver.Arrange();
        double[] rented = ArrayPool<double>.Shared.Rent(solver._needed + 8);
        try
        {
            fixed (double* start = rented)
            {
                solver.Place((double*)(((nint)start + 63) & ~63));
                return solver.Run();
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private InteriorPointResult Run()
    {
        Fill();
        Start();
        double best = double.PositiveInfinity, residual = double.PositiveInfinity;
        int stalls = 0, iterations = 0;
        for (; iterations < MostIterations; iterations++)
        {
            residual = Residuals(out double mu);
            if (!double.IsFinite(residual)) break;
            if (residual < _tuning.Tolerance) break;
            if (residual < 0.9 * best)
            {
                best = residual;
                stalls = 0;
            }
            else if (++stalls >= MostStalls)
            {
                break;
            }

            if (!Factor()) break;
            if (!Advance(mu)) break;
        }

        return Extract(iterations, residual);
    }

    /// <summary>Row, dual and complementarity residuals at the current point, and the largest of them relative to the data.</summary>
    private double Residuals(out double mu)
    {
        MultiplyRows(_v, _rowResidual);
        double primal = 0;
        for (int k = 0; k < _rows; k++)
        {
            _rowResidual[k] = _right[k] - _rowResidual[k];
            primal = Math.Max(primal, Math.Abs(_rowResidual[k]));
        }

        MultiplyTransposed(_y, _gradient);
        MultiplyQuadratic(_v, _dualResidual);
        V vq = V.Zero, vc = V.Zero, worst = V.Zero, gaps = V.Zero, bounds = V.Zero;
        for (int i = 0; i < _n; i += 8)
        {
            V v = Vector512.Load(_v + i), qv = Vector512.Load(_dualResidual + i), c = Vector512.Load(_cost + i);
            V zl = Vector512.Load(_zl + i), zu = Vector512.Load(_zu + i), lower = Vector512.Load(_lower + i), upper = Vector512.Load(_upper + i);
            vq += v * qv;
            vc += v * c;
            V r = (Vector512.Load(_gradient + i) - qv - c + zl - zu) * Vector512.Load(_live + i);
            Vector512.Store(r, _dualResidual + i);
            worst = Vector512.Max(worst, Vector512.Abs(r));
            V fromLower = v - lower, toUpper = upper - v;
            Vector512.Store(fromLower, _sl + i);
            Vector512.Store(toUpper, _su + i);
            gaps += (fromLower * zl) + (toUpper * zu);
            bounds += (lower * zl) - (upper * zu);
        }

        double half = 0.5 * Vector512.Sum(vq), primalObjective = half + Vector512.Sum(vc), dualObjective = Vector512.Sum(bounds) - half, dual = 0;
        for (int k = 0; k < 8; k++) dual = Math.Max(dual, worst[k]);
        for (int k = 0; k < _rows; k++) dualObjective += _right[k] * _y[k];
        double complementarity = Vector512.Sum(gaps);
        mu = complementarity / Math.Max(1, _boundCount);
        double gap = Math.Abs(primalObjective - dualObjective) / (1 + Math.Abs(primalObjective));
        if (!(complementarity >= 0)) return double.NaN;
        return Math.Max(gap, Math.Max(primal / (1 + _rightLargest), dual / (1 + _costLargest)));
    }

    /// <summary>One predictor–corrector step with centrality corrections.</summary>
    private bool Advance(double mu)
    {
        for (int i = 0; i < _n; i += 8)
        {
            Vector512.Store(-(Vector512.Load(_sl + i) * Vector512.Load(_zl + i)), _cl + i);
            Vector512.Store(-(Vector512.Load(_su + i) * Vector512.Load(_zu + i)), _cu + i);
        }

        Newton(_cl, _cu, _dv, _dzl, _dzu, _dy);
        (double primalStep, double dualStep) = Steps(_dv, _dzl, _dzu);
        double affine = Complementarity(primalStep, dualStep) / Math.Max(1, _boundCount);
        double ratio = mu > 0 ? affine / mu : 0, target = ratio * ratio * ratio * mu;
        V vt = Vector512.Create(target);
        for (int i = 0; i < _n; i += 8)
        {
            V d = Vector512.Load(_dv + i);
            Vector512.Store((vt * Vector512.Load(_hasLower + i)) + Vector512.Load(_cl + i) - (d * Vector512.Load(_dzl + i)), _cl + i);
            Vector512.Store((vt * Vector512.Load(_hasUpper + i)) + Vector512.Load(_cu + i) + (d * Vector512.Load(_dzu + i)), _cu + i);
        }

        Newton(_cl, _cu, _dv, _dzl, _dzu, _dy);
        (primalStep, dualStep) = Steps(_dv, _dzl, _dzu);
        for (int correction = 0; correction < _tuning.Corrections && (primalStep < 0.95 || dualStep < 0.95); correction++)
        {
            Centre(Math.Min(1, primalStep + GondzioReach), Math.Min(1, dualStep + GondzioReach), target);
            Newton(_cl2, _cu2, _dv2, _dzl2, _dzu2, _dy2);
            (double primal2, double dual2) = Steps(_dv2, _dzl2, _dzu2);
            if (primal2 + dual2 < primalStep + dualStep + 0.01) break;
            Swap(ref _dv, ref _dv2);
            Swap(ref _dzl, ref _dzl2);
            Swap(ref _dzu, ref _dzu2);
            Swap(ref _cl, ref _cl2);
            Swap(ref _cu, ref _cu2);
            Swap(ref _dy, ref _dy2);
            (primalStep, dualStep) = (primal2, dual2);
        }

        primalStep = Math.Min(1, BoundaryShare * primalStep);
        dualStep = Math.Min(1, BoundaryShare * dualStep);
        if (_isQuadratic) primalStep = dualStep = Math.Min(primalStep, dualStep);
        if (!(primalStep > 1e-12 || dualStep > 1e-12)) return false;
        V vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep);
        for (int i = 0; i < _n; i += 8)
        {
            Vector512.Store(Vector512.FusedMultiplyAdd(vp, Vector512.Load(_dv + i), Vector512.Load(_v + i)), _v + i);
            Vector512.Store(Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzl + i), Vector512.Load(_zl + i)), _zl + i);
            Vector512.Store(Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzu + i), Vector512.Load(_zu + i)), _zu + i);
        }

        for (int k = 0; k < _rows; k++) _y[k] += dualStep * _dy[k];
        return true;
    }

    private double Complementarity(double primalStep, double dualStep)
    {
        V sum = V.Zero, vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep);
        for (int i = 0; i < _n; i += 8)
        {
            V d = Vector512.Load(_dv + i) * vp;
            sum += ((Vector512.Load(_sl + i) + d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzl + i), Vector512.Load(_zl + i)))
                + ((Vector512.Load(_su + i) - d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzu + i), Vector512.Load(_zu + i)));
        }

        return Vector512.Sum(sum);
    }

    /// <summary>Pulls products of slack and multiplier that a longer step would throw out of a band around the target back into it.</summary>
    private void Centre(double primalStep, double dualStep, double target)
    {
        V vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep), low = Vector512.Create(CentralLow * target), high = Vector512.Create(CentralHigh * target);
        for (int i = 0; i < _n; i += 8)
        {
            V d = Vector512.Load(_dv + i) * vp;
            V below = (Vector512.Load(_sl + i) + d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzl + i), Vector512.Load(_zl + i));
            V above = (Vector512.Load(_su + i) - d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(_dzu + i), Vector512.Load(_zu + i));
            Vector512.Store(Vector512.Load(_cl + i) + (Back(below, low, high) * Vector512.Load(_hasLower + i)), _cl2 + i);
            Vector512.Store(Vector512.Load(_cu + i) + (Back(above, low, high) * Vector512.Load(_hasUpper + i)), _cu2 + i);
        }

        static V Back(V product, V low, V high) => Vector512.ConditionalSelect(
            Vector512.LessThan(product, low),
            low - product,
            Vector512.ConditionalSelect(Vector512.GreaterThan(product, high), Vector512.Max(high - product, -high), V.Zero));
    }

    private (double Primal, double Dual) Steps(double* dv, double* dzl, double* dzu)
    {
        V one = Vector512.Create(1.0), primal = one, dual = one;
        for (int i = 0; i < _n; i += 8)
        {
            V d = Vector512.Load(dv + i), dl = Vector512.Load(dzl + i), du = Vector512.Load(dzu + i);
            V room = Vector512.ConditionalSelect(Vector512.LessThan(d, V.Zero), Vector512.Load(_sl + i), Vector512.Load(_su + i));
            primal = Vector512.Min(primal, Vector512.ConditionalSelect(Vector512.Equals(d, V.Zero), one, room / Vector512.Abs(d)));
            dual = Vector512.Min(dual, Vector512.ConditionalSelect(Vector512.LessThan(dl, V.Zero), -Vector512.Load(_zl + i) / dl, one));
            dual = Vector512.Min(dual, Vector512.ConditionalSelect(Vector512.LessThan(du, V.Zero), -Vector512.Load(_zu + i) / du, one));
        }

        double p = 1, q = 1;
        for (int k = 0; k < 8; k++)
        {
            p = Math.Min(p, primal[k]);
            q = Math.Min(q, dual[k]);
        }

        return (p, q);
    }

    private static void Swap(ref double* a, ref double* b)
    {
        double* kept = a;
        a = b;
        b = kept;
    }
}
