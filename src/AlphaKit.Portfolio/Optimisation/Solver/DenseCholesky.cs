using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector512<double>;

namespace AlphaKit.Portfolio;

/// <summary>Small dense symmetric systems: the lower triangle is stored row after row, and rows are combined by dot products.</summary>
internal static unsafe class DenseCholesky
{
    /// <summary>A pivot below this share of its diagonal marks a row that depends on the rows before it.</summary>
    private const double DependentPivot = 1e-14;

    /// <summary>Such a row gets this pivot, which takes it out: its unknown becomes zero, as consistent systems allow.</summary>
    private const double SkipPivot = 1e128;

    /// <summary>Factors A = L L' in place; the diagonal of A is about one. Rows that depend on others are taken out. Returns how many.</summary>
    public static int FactorSkipping(double* a, int m)
    {
        int skipped = 0;
        for (int j = 0; j < m; j++)
        {
            double* aj = a + ((long)j * m);
            double pivot = aj[j] - Dot(aj, aj, j);
            if (!(pivot > DependentPivot))
            {
                pivot = SkipPivot;
                skipped++;
            }

            double root = Math.Sqrt(pivot), inverse = 1 / root;
            aj[j] = root;
            for (int i = j + 1; i < m; i++)
            {
                double* ai = a + ((long)i * m);
                ai[j] = (ai[j] - Dot(ai, aj, j)) * inverse;
            }
        }

        return skipped;
    }

    /// <summary>Solves L L' x = x in place.</summary>
    public static void Solve(double* l, int m, double* x)
    {
        for (int i = 0; i < m; i++)
        {
            double* li = l + ((long)i * m);
            x[i] = (x[i] - Dot(li, x, i)) / li[i];
        }

        for (int i = m - 1; i >= 0; i--)
        {
            double* li = l + ((long)i * m);
            double xi = x[i] / li[i];
            x[i] = xi;
            AddScaled(x, li, -xi, i);
        }
    }

    /// <summary>
    /// Writes the full inverse of the positive definite A, of which the lower triangle is given and the diagonal is one; false where a pivot shows that A is not
    /// definite. <paramref name="work"/> holds m + 1 rows of m numbers, each padded to eight. Gauss–Jordan: all sums run along whole rows.
    /// </summary>
    public static bool Invert(double* a, double* inverse, double* work, int m)
    {
        int width = (m + 7) & ~7;
        double* pivotRow = work + ((long)m * width);
        new Span<double>(work, (m + 1) * width).Clear();
        for (int r = 0; r < m; r++)
        {
            for (int c = 0; c <= r; c++) work[((long)r * width) + c] = work[((long)c * width) + r] = a[((long)r * m) + c];
        }

        for (int p = 0; p < m; p++)
        {
            double* own = work + ((long)p * width);
            double pivot = own[p];
            if (!(pivot > DependentPivot)) return false;
            double by = 1 / pivot;
            V scale = Vector512.Create(by);
            for (int c = 0; c < width; c += 8)
            {
                V x = Vector512.Load(own + c) * scale;
                Vector512.Store(x, own + c);
                Vector512.Store(x, pivotRow + c);
            }

            own[p] = by;

            for (int r = 0; r < m; r++)
            {
                if (r == p) continue;
                double* row = work + ((long)r * width);
                double factor = row[p];
                V minus = Vector512.Create(-factor);
                for (int c = 0; c < width; c += 8) Vector512.Store(Vector512.FusedMultiplyAdd(minus, Vector512.Load(pivotRow + c), Vector512.Load(row + c)), row + c);
                row[p] = -factor * by;
            }
        }

        for (int r = 0; r < m; r++)
        {
            for (int c = 0; c <= r; c++) inverse[((long)r * m) + c] = inverse[((long)c * m) + r] = 0.5 * (work[((long)r * width) + c] + work[((long)c * width) + r]);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(double* a, double* b, int n)
    {
        double sum = 0;
        int i = 0;
        if (n >= 8)
        {
            V lanes = V.Zero;
            for (; i + 8 <= n; i += 8) lanes = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), lanes);
            sum = Vector512.Sum(lanes);
        }

        for (; i < n; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AddScaled(double* x, double* y, double scale, int n)
    {
        int i = 0;
        V factor = Vector512.Create(scale);
        for (; i + 8 <= n; i += 8) Vector512.Store(Vector512.FusedMultiplyAdd(factor, Vector512.Load(y + i), Vector512.Load(x + i)), x + i);
        for (; i < n; i++) x[i] += scale * y[i];
    }
}
