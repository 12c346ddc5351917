namespace AlphaKit.Portfolio;

/// <summary>Cholesky factorisation of small positive definite systems: A = L Lᵀ.</summary>
internal static class Cholesky
{
    /// <summary>Factors in place; the lower triangle becomes L.</summary>
    /// <param name="a">n × n; only the lower triangle is read.</param>
    /// <param name="n">The order.</param>
    /// <param name="tolerance">A pivot that keeps less than this share of its diagonal element counts as zero.</param>
    /// <returns>−1, or the row of the first pivot that counts as zero.</returns>
    public static int Factor(Span<double> a, int n, double tolerance)
    {
        for (int j = 0; j < n; j++)
        {
            ReadOnlySpan<double> rowJ = a.Slice(j * n, j);
            double before = a[(j * n) + j], pivot = before - Vectors.Dot(rowJ, rowJ);
            if (!(pivot > tolerance * before)) return j;
            double root = Math.Sqrt(pivot);
            a[(j * n) + j] = root;
            for (int i = j + 1; i < n; i++)
                a[(i * n) + j] = (a[(i * n) + j] - Vectors.Dot(a.Slice(i * n, j), rowJ)) / root;
        }

        return -1;
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(ReadOnlySpan<double> lower, int n, Span<double> b)
    {
        for (int i = 0; i < n; i++) b[i] = (b[i] - Vectors.Dot(lower.Slice(i * n, i), b[..i])) / lower[(i * n) + i];
        for (int i = n - 1; i >= 0; i--)
        {
            b[i] /= lower[(i * n) + i];
            if (i > 0) Vectors.Add(-b[i], lower.Slice(i * n, i), b[..i]);
        }
    }

    /// <summary>Writes A⁻¹ = L⁻ᵀ L⁻¹, whole.</summary>
    public static void Invert(ReadOnlySpan<double> lower, int n, Span<double> inverse)
    {
        // Row i of M becomes column i of L⁻¹, by forward substitution on unit vectors; then A⁻¹(i, j) = Σ L⁻¹(k, i)·L⁻¹(k, j).
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            Span<double> x = columns.AsSpan(i * n, n);
            x[i] = 1 / lower[(i * n) + i];
            for (int k = i + 1; k < n; k++) x[k] = -Vectors.Dot(lower.Slice((k * n) + i, k - i), x[i..k]) / lower[(k * n) + k];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = Vectors.Dot(columns.AsSpan((i * n) + i, n - i), columns.AsSpan((j * n) + i, n - i));
                inverse[(i * n) + j] = value;
                inverse[(j * n) + i] = value;
            }
        }
    }
}
