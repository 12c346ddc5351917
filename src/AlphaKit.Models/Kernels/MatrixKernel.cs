using System.Runtime.CompilerServices;

namespace AlphaKit.Models;

/// <summary>
/// C += A · B for small matrices that stay in cache. A block of 6 rows × 2 vectors is kept in 12 registers, which suits 16 registers of 256 bits;
/// with 32 registers of 512 bits the block has 12 rows. Each output is one chain of fused multiply-adds in the order of k: same bits for every width.
/// </summary>
internal static unsafe class MatrixKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int BlockRows = 6;

    /// <summary>Columns come in blocks of this many.</summary>
    public static int BlockColumns => 2 * TLanes.Count;

    /// <summary>C[m × n] += A[m × k] · B[k × n].</summary>
    /// <param name="c">C, row-major.</param>
    /// <param name="cRow">Floats from row to row of C.</param>
    /// <param name="a">A with any strides: also a transposed matrix.</param>
    /// <param name="aRow">Floats from row to row of A.</param>
    /// <param name="aColumn">Floats from column to column of A.</param>
    /// <param name="b">B, row-major.</param>
    /// <param name="bRow">Floats from row to row of B.</param>
    /// <param name="m">Rows.</param>
    /// <param name="n">Columns, a multiple of <see cref="BlockColumns"/>.</param>
    /// <param name="k">Length of the sums.</param>
    public static void Add(float* c, nint cRow, float* a, nint aRow, nint aColumn, float* b, nint bRow, int m, int n, int k)
    {
        int i = 0;
        if (TLanes.Count == 16)
        {
            for (; m - i > BlockRows; i += 2 * BlockRows)
            {
                int rows = Math.Min(2 * BlockRows, m - i);
                for (int j = 0; j < n; j += BlockColumns) DoubleBlock(c + (i * cRow) + j, cRow, a + (i * aRow), aRow, aColumn, b + j, bRow, rows, k);
            }
        }

        for (; i < m; i += BlockRows)
        {
            int rows = Math.Min(BlockRows, m - i);
            for (int j = 0; j < n; j += BlockColumns) Block(c + (i * cRow) + j, cRow, a + (i * aRow), aRow, aColumn, b + j, bRow, rows, k);
        }
    }

    /// <summary>A block of 1 to 6 rows; missing rows repeat the last one, which is stored again with the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(float* c, nint cRow, float* a, nint aRow, nint aColumn, float* b, nint bRow, int rows, int k)
    {
        int w = TLanes.Count, last = rows - 1;
        float* p1 = c + (Math.Min(1, last) * cRow), p2 = c + (Math.Min(2, last) * cRow), p3 = c + (Math.Min(3, last) * cRow);
        float* p4 = c + (Math.Min(4, last) * cRow), p5 = c + (Math.Min(5, last) * cRow);
        TVector x0 = TLanes.Load(c), y0 = TLanes.Load(c + w), x1 = TLanes.Load(p1), y1 = TLanes.Load(p1 + w);
        TVector x2 = TLanes.Load(p2), y2 = TLanes.Load(p2 + w), x3 = TLanes.Load(p3), y3 = TLanes.Load(p3 + w);
        TVector x4 = TLanes.Load(p4), y4 = TLanes.Load(p4 + w), x5 = TLanes.Load(p5), y5 = TLanes.Load(p5 + w);
        float* a1 = a + (Math.Min(1, last) * aRow), a2 = a + (Math.Min(2, last) * aRow), a3 = a + (Math.Min(3, last) * aRow);
        float* a4 = a + (Math.Min(4, last) * aRow), a5 = a + (Math.Min(5, last) * aRow);
        nint o = 0;
        for (; k > 0; k--, b += bRow, o += aColumn)
        {
            TVector u = TLanes.Load(b), v = TLanes.Load(b + w), s = TLanes.All(a[o]);
            x0 = TLanes.Fma(s, u, x0);
            y0 = TLanes.Fma(s, v, y0);
            s = TLanes.All(a1[o]);
            x1 = TLanes.Fma(s, u, x1);
            y1 = TLanes.Fma(s, v, y1);
            s = TLanes.All(a2[o]);
            x2 = TLanes.Fma(s, u, x2);
            y2 = TLanes.Fma(s, v, y2);
            s = TLanes.All(a3[o]);
            x3 = TLanes.Fma(s, u, x3);
            y3 = TLanes.Fma(s, v, y3);
            s = TLanes.All(a4[o]);
            x4 = TLanes.Fma(s, u, x4);
            y4 = TLanes.Fma(s, v, y4);
            s = TLanes.All(a5[o]);
            x5 = TLanes.Fma(s, u, x5);
            y5 = TLanes.Fma(s, v, y5);
        }

        TLanes.Store(c, x0);
        TLanes.Store(c + w, y0);
        TLanes.Store(p1, x1);
        TLanes.Store(p1 + w, y1);
        TLanes.Store(p2, x2);
        TLanes.Store(p2 + w, y2);
        TLanes.Store(p3, x3);
        TLanes.Store(p3 + w, y3);
        TLanes.Store(p4, x4);
        TLanes.Store(p4 + w, y4);
        TLanes.Store(p5, x5);
        TLanes.Store(p5 + w, y5);
    }

    /// <summary>Twelve rows by 2 vectors, for 32 registers; 7 to 12 of them count, and missing rows repeat the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DoubleBlock(float* c, nint cRow, float* a, nint aRow, nint aColumn, float* b, nint bRow, int rows, int k)
    {
        int w = TLanes.Count, last = rows - 1;
        float* c3 = c + (3 * cRow), c6 = c + (6 * cRow), c7 = c + (Math.Min(7, last) * cRow), c8 = c + (Math.Min(8, last) * cRow), c9 = c + (Math.Min(9, last) * cRow);
        float* c10 = c + (Math.Min(10, last) * cRow), c11 = c + (Math.Min(11, last) * cRow);
        TVector x0 = TLanes.Load(c), y0 = TLanes.Load(c + w), x1 = TLanes.Load(c + cRow), y1 = TLanes.Load(c + cRow + w);
        TVector x2 = TLanes.Load(c + (2 * cRow)), y2 = TLanes.Load(c + (2 * cRow) + w), x3 = TLanes.Load(c3), y3 = TLanes.Load(c3 + w);
        TVector x4 = TLanes.Load(c3 + cRow), y4 = TLanes.Load(c3 + cRow + w), x5 = TLanes.Load(c3 + (2 * cRow)), y5 = TLanes.Load(c3 + (2 * cRow) + w);
        TVector x6 = TLanes.Load(c6), y6 = TLanes.Load(c6 + w), x7 = TLanes.Load(c7), y7 = TLanes.Load(c7 + w);
        TVector x8 = TLanes.Load(c8), y8 = TLanes.Load(c8 + w), x9 = TLanes.Load(c9), y9 = TLanes.Load(c9 + w);
        TVector x10 = TLanes.Load(c10), y10 = TLanes.Load(c10 + w), x11 = TLanes.Load(c11), y11 = TLanes.Load(c11 + w);
        float* a3 = a + (3 * aRow), a6 = a + (6 * aRow), a7 = a + (Math.Min(7, last) * aRow), a8 = a + (Math.Min(8, last) * aRow), a9 = a + (Math.Min(9, last) * aRow);
        float* a10 = a + (Math.Min(10, last) * aRow), a11 = a + (Math.Min(11, last) * aRow);
        nint o = 0, one = aRow, two = 2 * aRow;
        for (; k > 0; k--, b += bRow, o += aColumn, one += aColumn, two += aColumn)
        {
            TVector u = TLanes.Load(b), v = TLanes.Load(b + w), s = TLanes.All(a[o]);
            x0 = TLanes.Fma(s, u, x0);
            y0 = TLanes.Fma(s, v, y0);
            s = TLanes.All(a[one]);
            x1 = TLanes.Fma(s, u, x1);
            y1 = TLanes.Fma(s, v, y1);
            s = TLanes.All(a[two]);
            x2 = TLanes.Fma(s, u, x2);
            y2 = TLanes.Fma(s, v, y2);
            s = TLanes.All(a3[o]);
            x3 = TLanes.Fma(s, u, x3);
            y3 = TLanes.Fma(s, v, y3);
            s = TLanes.All(a3[one]);
            x4 = TLanes.Fma(s, u, x4);
            y4 = TLanes.Fma(s, v, y4);
            s = TLanes.All(a3[two]);
            x5 = TLanes.Fma(s, u, x5);
            y5 = TLanes.Fma(s, v, y5);
            s = TLanes.All(a6[o]);
            x6 = TLanes.Fma(s, u, x6);
            y6 = TLanes.Fma(s, v, y6);
            s = TLanes.All(a7[o]);
            x7 = TLanes.Fma(s, u, x7);
            y7 = TLanes.Fma(s, v, y7);
            s = TLanes.All(a8[o]);
            x8 = TLanes.Fma(s, u, x8);
            y8 = TLanes.Fma(s, v, y8);
            s = TLanes.All(a9[o]);
            x9 = TLanes.Fma(s, u, x9);
            y9 = TLanes.Fma(s, v, y9);
            s = TLanes.All(a10[o]);
            x10 = TLanes.Fma(s, u, x10);
            y10 = TLanes.Fma(s, v, y10);
            s = TLanes.All(a11[o]);
            x11 = TLanes.Fma(s, u, x11);
            y11 = TLanes.Fma(s, v, y11);
        }

        TLanes.Store(c, x0);
        TLanes.Store(c + w, y0);
        TLanes.Store(c + cRow, x1);
        TLanes.Store(c + cRow + w, y1);
        TLanes.Store(c + (2 * cRow), x2);
        TLanes.Store(c + (2 * cRow) + w, y2);
        TLanes.Store(c3, x3);
        TLanes.Store(c3 + w, y3);
        TLanes.Store(c3 + cRow, x4);
        TLanes.Store(c3 + cRow + w, y4);
        TLanes.Store(c3 + (2 * cRow), x5);
        TLanes.Store(c3 + (2 * cRow) + w, y5);
        TLanes.Store(c6, x6);
        TLanes.Store(c6 + w, y6);
        TLanes.Store(c7, x7);
        TLanes.Store(c7 + w, y7);
        TLanes.Store(c8, x8);
        TLanes.Store(c8 + w, y8);
        TLanes.Store(c9, x9);
        TLanes.Store(c9 + w, y9);
        TLanes.Store(c10, x10);
        TLanes.Store(c10 + w, y10);
        TLanes.Store(c11, x11);
        TLanes.Store(c11 + w, y11);
    }
}
