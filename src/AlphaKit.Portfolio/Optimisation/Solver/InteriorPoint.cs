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
    private const double GondzioReach = 0.3;
    private const double CentralLow = 0.1;
    private const double CentralHigh = 10;
    private const double BoundaryShare = 0.9995;

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
            else if (++stalls >= _tuning.MostStalls)
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
        int n = _n, rows = _rows;
        double* cost = _cost, lowerAt = _lower, upperAt = _upper, live = _live, vAt = _v;
        double* zlAt = _zl, zuAt = _zu, sl = _sl, su = _su, gradient = _gradient;
        double* dualResidual = _dualResidual, right = _right, y = _y, rowResidual = _rowResidual;
        MultiplyRows(vAt, rowResidual);
        double primal = 0;
        for (int k = 0; k < rows; k++)
        {
            rowResidual[k] = right[k] - rowResidual[k];
            primal = Math.Max(primal, Math.Abs(rowResidual[k]));
        }

        MultiplyTransposed(y, gradient);
        MultiplyQuadratic(vAt, dualResidual);
        V vq = V.Zero, vc = V.Zero, worst = V.Zero, gaps = V.Zero, bounds = V.Zero;
        for (int i = 0; i < n; i += 8)
        {
            V v = Vector512.Load(vAt + i), qv = Vector512.Load(dualResidual + i), c = Vector512.Load(cost + i);
            V zl = Vector512.Load(zlAt + i), zu = Vector512.Load(zuAt + i), lower = Vector512.Load(lowerAt + i), upper = Vector512.Load(upperAt + i);
            vq += v * qv;
            vc += v * c;
            V r = (Vector512.Load(gradient + i) - qv - c + zl - zu) * Vector512.Load(live + i);
            Vector512.Store(r, dualResidual + i);
            worst = Vector512.MaxNative(worst, Vector512.Abs(r));
            V fromLower = v - lower, toUpper = upper - v;
            Vector512.Store(fromLower, sl + i);
            Vector512.Store(toUpper, su + i);
            gaps += (fromLower * zl) + (toUpper * zu);
            bounds += (lower * zl) - (upper * zu);
        }

        double half = 0.5 * Vector512.Sum(vq), primalObjective = half + Vector512.Sum(vc), dualObjective = Vector512.Sum(bounds) - half, dual = 0;
        for (int k = 0; k < 8; k++) dual = Math.Max(dual, worst[k]);
        for (int k = 0; k < rows; k++) dualObjective += right[k] * y[k];
        double complementarity = Vector512.Sum(gaps);
        mu = complementarity / Math.Max(1, _boundCount);
        double gap = Math.Abs(primalObjective - dualObjective) / (1 + Math.Abs(primalObjective));
        if (!(complementarity >= 0)) return double.NaN;
        return Math.Max(gap, Math.Max(primal / (1 + _rightLargest), dual / (1 + _costLargest)));
    }

    /// <summary>One predictor–corrector step with centrality corrections.</summary>
    private bool Advance(double mu)
    {
        TargetNothing();
        (double primalStep, double dualStep) = Newton(_cl, _cu, _dv, _dzl, _dzu, _dy);
        double affine = Complementarity(primalStep, dualStep) / Math.Max(1, _boundCount);
        double ratio = mu > 0 ? affine / mu : 0, target = ratio * ratio * ratio * mu;
        TargetCentre(target);
        (primalStep, dualStep) = Newton(_cl, _cu, _dv, _dzl, _dzu, _dy);
        for (int correction = 0; correction < _tuning.Corrections && (primalStep < 0.95 || dualStep < 0.95); correction++)
        {
            Centre(Math.Min(1, primalStep + GondzioReach), Math.Min(1, dualStep + GondzioReach), target);
            (double primal2, double dual2) = Newton(_cl2, _cu2, _dv2, _dzl2, _dzu2, _dy2);
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
        Move(primalStep, dualStep);
        return true;
    }

    /// <summary>Complementarity targets of the predictor: zero products.</summary>
    private void TargetNothing()
    {
        int n = _n;
        double* zl = _zl, zu = _zu, sl = _sl, su = _su, cl = _cl;
        double* cu = _cu;
        for (int i = 0; i < n; i += 8)
        {
            Vector512.Store(-(Vector512.Load(sl + i) * Vector512.Load(zl + i)), cl + i);
            Vector512.Store(-(Vector512.Load(su + i) * Vector512.Load(zu + i)), cu + i);
        }
    }

    /// <summary>Complementarity targets of the corrector: products at <paramref name="target"/>, less what the predictor's step multiplies to.</summary>
    private void TargetCentre(double target)
    {
        int n = _n;
        double* hasLower = _hasLower, hasUpper = _hasUpper, dv = _dv, dzl = _dzl, dzu = _dzu;
        double* cl = _cl, cu = _cu;
        V vt = Vector512.Create(target);
        for (int i = 0; i < n; i += 8)
        {
            V d = Vector512.Load(dv + i);
            Vector512.Store((vt * Vector512.Load(hasLower + i)) + Vector512.Load(cl + i) - (d * Vector512.Load(dzl + i)), cl + i);
            Vector512.Store((vt * Vector512.Load(hasUpper + i)) + Vector512.Load(cu + i) + (d * Vector512.Load(dzu + i)), cu + i);
        }
    }

    private void Move(double primalStep, double dualStep)
    {
        int n = _n, rows = _rows;
        double* v = _v, zl = _zl, zu = _zu, dv = _dv, dzl = _dzl;
        double* dzu = _dzu, y = _y, dy = _dy;
        V vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep);
        for (int i = 0; i < n; i += 8)
        {
            Vector512.Store(Vector512.FusedMultiplyAdd(vp, Vector512.Load(dv + i), Vector512.Load(v + i)), v + i);
            Vector512.Store(Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzl + i), Vector512.Load(zl + i)), zl + i);
            Vector512.Store(Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzu + i), Vector512.Load(zu + i)), zu + i);
        }

        for (int k = 0; k < rows; k++) y[k] += dualStep * dy[k];
    }

    private double Complementarity(double primalStep, double dualStep)
    {
        int n = _n;
        double* zl = _zl, zu = _zu, sl = _sl, su = _su, dv = _dv;
        double* dzl = _dzl, dzu = _dzu;
        V sum = V.Zero, vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep);
        for (int i = 0; i < n; i += 8)
        {
            V d = Vector512.Load(dv + i) * vp;
            sum += ((Vector512.Load(sl + i) + d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzl + i), Vector512.Load(zl + i)))
                + ((Vector512.Load(su + i) - d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzu + i), Vector512.Load(zu + i)));
        }

        return Vector512.Sum(sum);
    }

    /// <summary>Pulls products of slack and multiplier that a longer step would throw out of a band around the target back into it.</summary>
    private void Centre(double primalStep, double dualStep, double target)
    {
        int n = _n;
        double* hasLower = _hasLower, hasUpper = _hasUpper, zl = _zl, zu = _zu, sl = _sl;
        double* su = _su, dv = _dv, dzl = _dzl, dzu = _dzu, cl = _cl;
        double* cu = _cu, cl2 = _cl2, cu2 = _cu2;
        V vp = Vector512.Create(primalStep), vd = Vector512.Create(dualStep), low = Vector512.Create(CentralLow * target), high = Vector512.Create(CentralHigh * target);
        for (int i = 0; i < n; i += 8)
        {
            V d = Vector512.Load(dv + i) * vp;
            V below = (Vector512.Load(sl + i) + d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzl + i), Vector512.Load(zl + i));
            V above = (Vector512.Load(su + i) - d) * Vector512.FusedMultiplyAdd(vd, Vector512.Load(dzu + i), Vector512.Load(zu + i));
            Vector512.Store(Vector512.Load(cl + i) + (Back(below, low, high) * Vector512.Load(hasLower + i)), cl2 + i);
            Vector512.Store(Vector512.Load(cu + i) + (Back(above, low, high) * Vector512.Load(hasUpper + i)), cu2 + i);
        }

        static V Back(V product, V low, V high) => Vector512.ConditionalSelect(
            Vector512.LessThan(product, low),
            low - product,
            Vector512.ConditionalSelect(Vector512.GreaterThan(product, high), Vector512.MaxNative(high - product, -high), V.Zero));
    }

    private static void Swap(ref double* a, ref double* b)
    {
        double* kept = a;
        a = b;
        b = kept;
    }
}
