using System.Runtime.CompilerServices;

namespace AlphaKit.Models;

/// <summary>The kernels of one vector width.</summary>
internal sealed unsafe class NetworkKernels<TLanes, TVector> : NetworkKernels
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    public override int Block => MatrixKernel<TLanes, TVector>.BlockColumns;

    public override void Add(float* c, nint cRow, float* a, nint aRow, float* panels, int m, int n, int k)
    {
        int block = MatrixKernel<TLanes, TVector>.BlockColumns;
        for (int j = 0; j < n; j += block) MatrixKernel<TLanes, TVector>.Add(c + j, cRow, a, aRow, 1, panels + ((long)j * k), block, m, block, k);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Exp(float* x, int length)
    {
        for (float* end = x + length, q = x + TLanes.Count; x < end; x += 2 * TLanes.Count, q += 2 * TLanes.Count)
        {
            TVector a = TLanes.Load(x), b = TLanes.Load(q);
            VectorMath<TLanes, TVector>.Exp(ref a, ref b);
            TLanes.Store(x, a);
            TLanes.Store(q, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Tanh(float* x, int length)
    {
        for (float* end = x + length, q = x + TLanes.Count; x < end; x += 2 * TLanes.Count, q += 2 * TLanes.Count)
        {
            TVector a = TLanes.Load(x), b = TLanes.Load(q);
            VectorMath<TLanes, TVector>.Tanhs(ref a, ref b);
            TLanes.Store(x, a);
            TLanes.Store(q, b);
        }
    }

    public override void Relu(float* x, int length)
    {
        // max(NaN, 0) would hide a NaN; networks are given none, and none arises from finite weights short of an overflow.
        for (int i = 0; i < length; i++) x[i] = x[i] > 0 ? x[i] : x[i] <= 0 ? 0 : x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Swish(float* x, int length)
    {
        // A division each: what shares one with a neighbour depends on who the neighbour is, and that is a matter of the width.
        TVector one = TLanes.All(1f), zero = TLanes.All(0f);
        for (float* end = x + length, q = x + TLanes.Count; x < end; x += 2 * TLanes.Count, q += 2 * TLanes.Count)
        {
            TVector u = TLanes.Load(x), v = TLanes.Load(q), a = TLanes.Subtract(zero, u), b = TLanes.Subtract(zero, v);
            VectorMath<TLanes, TVector>.Exp(ref a, ref b);
            TLanes.Store(x, TLanes.Divide(u, TLanes.Add(one, a)));
            TLanes.Store(q, TLanes.Divide(v, TLanes.Add(one, b)));
        }
    }

    public override void Multiply(float* x, float* y, int length)
    {
        for (int i = 0; i < length; i += TLanes.Count) TLanes.Store(x + i, TLanes.Multiply(TLanes.Load(x + i), TLanes.Load(y + i)));
    }
}
