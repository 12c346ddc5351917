using System.Runtime.CompilerServices;

namespace AlphaKit.Models;

/// <summary>The steps of a tile.</summary>
internal sealed unsafe partial class RecurrentEngine<TLanes, TVector>
{
    /// <summary>All steps; returns the last hidden states, a row apart. Without keeping, two steps take turns.</summary>
    private float* ForwardTile(Workspace work, Inputs x, int n, int steps, bool keep)
    {
        float* states = work.States.Pointer;
        long slot = (long)n * _row;
        float* current = states;
        for (int t = 0; t < steps; t++)
        {
            current = states + ((keep ? t : t & 1) * slot);
            float* before = states + ((keep ? t - 1 : (t - 1) & 1) * slot);
            for (int s = 0; s < n; s++) Buffer.MemoryCopy(_bias.Pointer, current + ((long)s * _row), 16L * _width, 16L * _width);
            MatrixKernel<TLanes, TVector>.Add(current, _row, x.Step(t), x.SampleStride, 1, _inputWeights.Pointer, _columns, n, _columns, _features);
            float* h = t == 0 ? work.Zero.Pointer : before + (4L * _width);
            float* c = t == 0 ? work.Zero.Pointer : before + (5L * _width);
            nint beforeRow = t == 0 ? 0 : _row;
            if (t > 0) MatrixKernel<TLanes, TVector>.Add(current + _fromState, _row, h, _row, 1, _stateWeights.Pointer, _columns, n, _columns, _hidden);
            if (_isGru) ActivateGru(current, h, beforeRow, n);
            else ActivateLstm(current, c, beforeRow, n);
        }

        return current + (4L * _width);
    }

    /// <summary>Gates first, candidates second: short chains side by side keep the units busy.</summary>
    private void ActivateGru(float* rows, float* before, nint beforeRow, int n)
    {
        Sigmoids(rows + _width, _width, _row, _width, n);
        int w = _width;
        float* row = rows;
        for (int s = 0; s < n; s++, row += _row, before += beforeRow) CandidatesOf(row, before, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CandidatesOf(float* row, float* before, int w)
    {
        int lanes = TLanes.Count;
        for (int j = 0; j < w; j += 2 * lanes)
        {
            float* p = row + j, q = p + lanes;
            TVector a = TLanes.Fma(TLanes.Load(p + w), TLanes.Load(p + (3 * w)), TLanes.Load(p));
            TVector b = TLanes.Fma(TLanes.Load(q + w), TLanes.Load(q + (3 * w)), TLanes.Load(q));
            VectorMath<TLanes, TVector>.Tanhs(ref a, ref b);
            TLanes.Store(p, a);
            TLanes.Store(q, b);
            TLanes.Store(p + (4 * w), TLanes.Fma(TLanes.Load(p + (2 * w)), TLanes.Subtract(TLanes.Load(before + j), a), a));
            TLanes.Store(q + (4 * w), TLanes.Fma(TLanes.Load(q + (2 * w)), TLanes.Subtract(TLanes.Load(before + j + lanes), b), b));
        }
    }

    /// <summary>The logistic function of two gate columns, <paramref name="apart"/> from each other, of every sample, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sigmoids(float* rows, nint apart, nint stride, int w, int n)
    {
        for (int s = 0; s < n; s++, rows += stride)
        {
            for (int j = 0; j < w; j += TLanes.Count)
            {
                TVector a = TLanes.Load(rows + j), b = TLanes.Load(rows + j + apart);
                VectorMath<TLanes, TVector>.Sigmoids(ref a, ref b);
                TLanes.Store(rows + j, a);
                TLanes.Store(rows + j + apart, b);
            }
        }
    }

    private void ActivateLstm(float* rows, float* before, nint beforeRow, int n)
    {
        Sigmoids(rows, _width, _row, _width, n);
        CellsOf(rows, before, beforeRow, n);
        float* row = rows;
        for (int s = 0; s < n; s++, row += _row) StatesOf(row, _width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CellsOf(float* row, float* before, nint beforeRow, int n)
    {
        int w = _width;
        for (int s = 0; s < n; s++, row += _row, before += beforeRow)
        {
            for (int j = 0; j < w; j += TLanes.Count)
            {
                float* p = row + j;
                TVector g = TLanes.Load(p + (2 * w)), o = TLanes.Load(p + (3 * w));
                VectorMath<TLanes, TVector>.TanhAndSigmoid(ref g, ref o);
                TLanes.Store(p + (2 * w), g);
                TLanes.Store(p + (3 * w), o);
                TLanes.Store(p + (5 * w), TLanes.Fma(TLanes.Load(p + w), TLanes.Load(before + j), TLanes.Multiply(TLanes.Load(p), g)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StatesOf(float* row, int w)
    {
        int lanes = TLanes.Count;
        for (int j = 0; j < w; j += 2 * lanes)
        {
            float* p = row + j, q = p + lanes;
            TVector a = TLanes.Load(p + (5 * w)), b = TLanes.Load(q + (5 * w));
            VectorMath<TLanes, TVector>.Tanhs(ref a, ref b);
            TLanes.Store(p + (4 * w), TLanes.Multiply(TLanes.Load(p + (3 * w)), a));
            TLanes.Store(q + (4 * w), TLanes.Multiply(TLanes.Load(q + (3 * w)), b));
        }
    }

    /// <summary>Back through all steps of a kept tile; adds to the sums of the chunk.</summary>
    private void BackwardTile(Workspace work, Inputs x, int n, int steps, float* sums, float* inputGradient)
    {
        float* states = work.States.Pointer, dh = work.StateGradient.Pointer;
        float* stateSums = sums + ((long)_features * _columns), biasSums = stateSums + ((long)_hidden * _columns);
        long slot = (long)n * _row;
        for (int t = steps - 1; t >= 0; t--)
        {
            float* current = states + (t * slot), before = current - slot;
            nint beforeRow = t == 0 ? 0 : _row;
            if (_isGru) DifferentiateGru(current, t == 0 ? work.Zero.Pointer : before + (4L * _width), beforeRow, dh, biasSums, n);
            else DifferentiateLstm(current, t == 0 ? work.Zero.Pointer : before + (5L * _width), beforeRow, dh, work.CellGradient.Pointer, biasSums, n);
            MatrixKernel<TLanes, TVector>.Add(sums, _columns, x.Step(t), 1, x.SampleStride, current, _row, _features, _columns, n);
            if (inputGradient != null)
            {
                work.InputGradient.Clear();
                MatrixKernel<TLanes, TVector>.Add(work.InputGradient.Pointer, _inputWidth, current, _row, 1, _inputTransposed.Pointer, _inputWidth, n, _inputWidth, _columns);
                for (int s = 0; s < n; s++)
                {
                    new ReadOnlySpan<float>(work.InputGradient.Pointer + ((long)s * _inputWidth), _features)
                        .CopyTo(new Span<float>(inputGradient + ((((long)s * steps) + t) * _features), _features));
                }
            }

            if (t == 0) break;
            float* gates = current + _fromState;
            MatrixKernel<TLanes, TVector>.Add(dh, _width, gates, _row, 1, _stateTransposed.Pointer, _width, n, _width, _columns);
            MatrixKernel<TLanes, TVector>.Add(stateSums, _columns, before + (4L * _width), 1, _row, gates, _row, _hidden, _columns, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DifferentiateGru(float* rows, float* before, nint beforeRow, float* dh, float* bias, int n)
    {
        int w = _width;
        TVector one = TLanes.All(1f);
        for (int j = 0; j < w; j += TLanes.Count)
        {
            TVector sumN = TLanes.Load(bias + j), sumR = TLanes.Load(bias + w + j), sumZ = TLanes.Load(bias + (2 * w) + j), sumH = TLanes.Load(bias + (3 * w) + j);
            float* p = rows + j, h = before + j, d = dh + j;
            for (int s = 0; s < n; s++, p += _row, h += beforeRow, d += w)
            {
                TVector candidate = TLanes.Load(p), r = TLanes.Load(p + w), z = TLanes.Load(p + (2 * w)), fromState = TLanes.Load(p + (3 * w)), g = TLanes.Load(d);
                TVector direct = TLanes.Multiply(g, z);
                TVector dn = TLanes.Multiply(TLanes.Subtract(g, direct), TLanes.Subtract(one, TLanes.Multiply(candidate, candidate)));
                TVector dz = TLanes.Multiply(TLanes.Multiply(direct, TLanes.Subtract(TLanes.Load(h), candidate)), TLanes.Subtract(one, z));
                TVector dnh = TLanes.Multiply(dn, r);
                TVector dr = TLanes.Multiply(TLanes.Multiply(dnh, fromState), TLanes.Subtract(one, r));
                TLanes.Store(p, dn);
                TLanes.Store(p + w, dr);
                TLanes.Store(p + (2 * w), dz);
                TLanes.Store(p + (3 * w), dnh);
                TLanes.Store(d, direct);
                sumN = TLanes.Add(sumN, dn);
                sumR = TLanes.Add(sumR, dr);
                sumZ = TLanes.Add(sumZ, dz);
                sumH = TLanes.Add(sumH, dnh);
            }

            TLanes.Store(bias + j, sumN);
            TLanes.Store(bias + w + j, sumR);
            TLanes.Store(bias + (2 * w) + j, sumZ);
            TLanes.Store(bias + (3 * w) + j, sumH);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DifferentiateLstm(float* rows, float* before, nint beforeRow, float* dh, float* dc, float* bias, int n)
    {
        int w = _width;
        TVector one = TLanes.All(1f), zero = TLanes.All(0f);
        for (int j = 0; j < w; j += TLanes.Count)
        {
            TVector sumI = TLanes.Load(bias + j), sumF = TLanes.Load(bias + w + j), sumG = TLanes.Load(bias + (2 * w) + j), sumO = TLanes.Load(bias + (3 * w) + j);
            float* p = rows + j, c = before + j, d = dh + j, e = dc + j;
            for (int s = 0; s < n; s++, p += _row, c += beforeRow, d += w, e += w)
            {
                TVector i = TLanes.Load(p), f = TLanes.Load(p + w), g = TLanes.Load(p + (2 * w)), o = TLanes.Load(p + (3 * w));
                TVector tanh = VectorMath<TLanes, TVector>.Tanh(TLanes.Load(p + (5 * w))), state = TLanes.Load(d);
                TVector dOut = TLanes.Multiply(TLanes.Multiply(TLanes.Multiply(state, tanh), o), TLanes.Subtract(one, o));
                TVector cell = TLanes.Fma(TLanes.Multiply(state, o), TLanes.Subtract(one, TLanes.Multiply(tanh, tanh)), TLanes.Load(e));
                TVector dIn = TLanes.Multiply(TLanes.Multiply(TLanes.Multiply(cell, g), i), TLanes.Subtract(one, i));
                TVector dForget = TLanes.Multiply(TLanes.Multiply(TLanes.Multiply(cell, TLanes.Load(c)), f), TLanes.Subtract(one, f));
                TVector dGate = TLanes.Multiply(TLanes.Multiply(cell, i), TLanes.Subtract(one, TLanes.Multiply(g, g)));
                TLanes.Store(p, dIn);
                TLanes.Store(p + w, dForget);
                TLanes.Store(p + (2 * w), dGate);
                TLanes.Store(p + (3 * w), dOut);
                TLanes.Store(d, zero);
                TLanes.Store(e, TLanes.Multiply(cell, f));
                sumI = TLanes.Add(sumI, dIn);
                sumF = TLanes.Add(sumF, dForget);
                sumG = TLanes.Add(sumG, dGate);
                sumO = TLanes.Add(sumO, dOut);
            }

            TLanes.Store(bias + j, sumI);
            TLanes.Store(bias + w + j, sumF);
            TLanes.Store(bias + (2 * w) + j, sumG);
            TLanes.Store(bias + (3 * w) + j, sumO);
        }
    }
}
