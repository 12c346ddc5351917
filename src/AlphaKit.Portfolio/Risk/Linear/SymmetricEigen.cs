namespace AlphaKit.Portfolio;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix: Householder reduction to tridiagonal form, then QL with implicit shifts
/// (Golub and Van Loan, chapter 8). Eigenvectors are kept as rows, so that every inner loop runs along contiguous memory.
/// </summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary>Decomposes A = Vᵀ diag(λ) V; the eigenvalues descend.</summary>
    /// <param name="matrix">n × n, symmetric; used as work space.</param>
    /// <param name="n">The order.</param>
    /// <param name="values">Receives n eigenvalues, descending.</param>
    /// <param name="vectors">Receives n × n: row k is the unit eigenvector of value k.</param>
    /// <param name="work">Work space of at least n·n + 3·n values.</param>
    public static void Decompose(Span<double> matrix, int n, Span<double> values, Span<double> vectors, Span<double> work)
    {
        if (n == 0) return;
        Span<double> basis = work[..(n * n)], off = work.Slice(n * n, n), v = work.Slice((n * n) + n, n), p = work.Slice((n * n) + (2 * n), n);
        double scale = 0;
        foreach (double a in matrix[..(n * n)]) scale = Math.Max(scale, Math.Abs(a));
        if (scale == 0) scale = 1;
        for (int i = 0; i < n * n; i++) matrix[i] /= scale;
        Reduce(matrix, n, values, off, basis, v, p);
        Iterate(n, values, off, basis);
        Order(n, values, basis, vectors);
        for (int k = 0; k < n; k++) values[k] *= scale;
    }

    /// <summary>Values and vectors with their own memory.</summary>
    public static (double[] Values, double[] Vectors) Decompose(ReadOnlySpan<double> matrix, int n)
    {
        double[] values = new double[n], vectors = new double[n * n];
        Decompose(matrix.ToArray(), n, values, vectors, new double[(n * n) + (3 * n)]);
        return (values, vectors);
    }

    /// <summary>Householder reflections from the first column on; <paramref name="basis"/> becomes Qᵀ, row by row, of A = Q T Qᵀ.</summary>
    private static void Reduce(Span<double> a, int n, Span<double> diagonal, Span<double> off, Span<double> basis, Span<double> v, Span<double> p)
    {
        for (int k = 0; k < n - 2; k++)
        {
            // Row k beyond the diagonal is what the reflection maps onto its first element; the vector is left there.
            Span<double> x = a.Slice((k * n) + k + 1, n - k - 1);
            int m = x.Length;
            double norm = Math.Sqrt(Vectors.Dot(x, x));
            double tail = Vectors.Dot(x[1..], x[1..]);
            off[k] = norm;
            if (tail == 0)
            {
                off[k] = x[0];
                x.Clear();
                continue;
            }

            double head = x[0] > 0 ? x[0] + norm : x[0] - norm;
            if (x[0] > 0) off[k] = -norm;
            double beta = 2 / (tail + (head * head));
            x[0] = head;
            double root = Math.Sqrt(beta);
            for (int i = 0; i < m; i++) x[i] *= root; // now the reflection is I − x xᵀ
            x.CopyTo(v);
            Span<double> u = v[..m], q = p[..m];
            for (int i = 0; i < m; i++) q[i] = Vectors.Dot(a.Slice(((k + 1 + i) * n) + k + 1, m), u);
            Vectors.Add(-0.5 * Vectors.Dot(q, u), u, q);
            for (int i = 0; i < m; i++)
            {
                Span<double> row = a.Slice(((k + 1 + i) * n) + k + 1, m);
                Vectors.Add(-u[i], q, row);
                Vectors.Add(-q[i], u, row);
            }
        }

        for (int k = 0; k < n; k++) diagonal[k] = a[(k * n) + k];
        if (n > 1) off[n - 2] = a[((n - 2) * n) + n - 1];
        off[n - 1] = 0;

        // Qᵀ = H(n−3) … H(0), built from the last reflection on so that only the lower right part is touched.
        basis.Clear();
        for (int k = 0; k < n; k++) basis[(k * n) + k] = 1;
        for (int k = n - 3; k >= 0; k--)
        {
            ReadOnlySpan<double> u = a.Slice((k * n) + k + 1, n - k - 1);
            int m = u.Length;
            for (int i = 0; i < m; i++)
            {
                Span<double> row = basis.Slice(((k + 1 + i) * n) + k + 1, m);
                double along = Vectors.Dot(row, u);
                if (along != 0) Vectors.Add(-along, u, row);
            }
        }
    }

    /// <summary>QL with implicit Wilkinson shifts on the tridiagonal matrix; rotations turn the rows of <paramref name="basis"/> along.</summary>
    private static void Iterate(int n, Span<double> d, Span<double> e, Span<double> basis)
    {
        // Relative to the whole matrix: among eigenvalues of zero there is nothing else to be small against.
        double negligible = 0;
        for (int k = 0; k < n; k++) negligible = Math.Max(negligible, Epsilon * (Math.Abs(d[k]) + Math.Abs(e[k])));
        for (int low = 0; low < n; low++)
        {
            for (int sweep = 0; ; sweep++)
            {
                int high = low;
                while (high < n - 1 && Math.Abs(e[high]) > negligible) high++;
                if (high == low) break;
                if (sweep == MaxSweeps) throw new ArithmeticException("The QL iteration did not converge; the matrix holds values that are not finite.");
                double g = (d[low + 1] - d[low]) / (2 * e[low]);
                double r = Math.Sqrt((g * g) + 1);
                g = d[high] - d[low] + (e[low] / (g + (g >= 0 ? r : -r)));
                double s = 1, c = 1, shift = 0;
                int i = high - 1;
                for (; i >= low; i--)
                {
                    double f = s * e[i], b = c * e[i];
                    r = Math.Sqrt((f * f) + (g * g));
                    e[i + 1] = r;
                    if (r == 0)
                    {
                        d[i + 1] -= shift;
                        e[high] = 0;
                        break;
                    }

                    s = f / r;
                    c = g / r;
                    g = d[i + 1] - shift;
                    r = ((d[i] - g) * s) + (2 * c * b);
                    shift = s * r;
                    d[i + 1] = g + shift;
                    g = (c * r) - b;
                    Vectors.Rotate(c, s, basis.Slice(i * n, n), basis.Slice((i + 1) * n, n));
                }

                if (i >= low) continue;
                d[low] -= shift;
                e[low] = g;
                e[high] = 0;
            }
        }
    }

    private static void Order(int n, Span<double> d, ReadOnlySpan<double> basis, Span<double> vectors)
    {
        Span<int> order = n <= 256 ? stackalloc int[n] : new int[n];
        for (int k = 0; k < n; k++)
        {
            int at = k;
            for (; at > 0 && d[order[at - 1]] < d[k]; at--) order[at] = order[at - 1];
            order[at] = k;
        }

        Span<double> sorted = n <= 256 ? stackalloc double[n] : new double[n];
        for (int k = 0; k < n; k++)
        {
            sorted[k] = d[order[k]];
            basis.Slice(order[k] * n, n).CopyTo(vectors[(k * n)..]);
        }

        sorted.CopyTo(d);
    }
}
