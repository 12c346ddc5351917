namespace AlphaKit.Portfolio;

/// <summary>Cholesky factorisation with diagonal pivoting of a positive semidefinite matrix (Higham 1990), which tells the rank.</summary>
internal static class PivotedCholesky
{
    private const double UnitRoundoff = 1.1102230246251565e-16;

    /// <summary>Factors A = G Gᵀ with G of n × rank, row after row.</summary>
    /// <param name="matrix">n × n, symmetric; only the lower triangle is read.</param>
    /// <param name="n">The order.</param>
    /// <param name="tolerance">Pivots up to this times the largest diagonal element count as zero; below its negative the matrix is refused.</param>
    /// <param name="rank">The numerical rank.</param>
    /// <param name="negative">The row of a pivot below zero; −1 if there is none.</param>
    public static double[] Factor(ReadOnlySpan<double> matrix, int n, double tolerance, out int rank, out int negative)
    {
        double[] lower = new double[n * n];
        double[] diagonal = new double[n];
        int[] order = new int[n];
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
            diagonal[i] = matrix[(i * n) + i];
            largest = Math.Max(largest, Math.Abs(diagonal[i]));
        }

        // The error that elimination itself makes grows with the order.
        double zero = Math.Max(tolerance, 4 * n * UnitRoundoff) * largest;
        rank = 0;
        for (; rank < n; rank++)
        {
            int best = rank, worst = rank;
            for (int i = rank + 1; i < n; i++)
            {
                if (diagonal[order[i]] > diagonal[order[best]]) best = i;
                if (diagonal[order[i]] < diagonal[order[worst]]) worst = i;
            }

            if (diagonal[order[worst]] < -zero)
            {
                negative = order[worst];
                return [];
            }

            if (diagonal[order[best]] <= zero)
            {
                // What is left must be zero off the diagonal too, or a 2 × 2 minor is negative.
                negative = FirstNegative(matrix, n, lower, order, rank, zero);
                return negative >= 0 ? [] : Compact(lower, n, rank);
            }

            (order[rank], order[best]) = (order[best], order[rank]);
            int pivot = order[rank];
            double root = Math.Sqrt(diagonal[pivot]);
            lower[(pivot * n) + rank] = root;
            ReadOnlySpan<double> pivotRow = lower.AsSpan(pivot * n, rank);
            for (int i = rank + 1; i < n; i++)
            {
                int row = order[i];
                double value = (Element(matrix, n, row, pivot) - Vectors.Dot(lower.AsSpan(row * n, rank), pivotRow)) / root;
                lower[(row * n) + rank] = value;
                diagonal[row] -= value * value;
            }

            diagonal[pivot] = 0;
        }

        negative = -1;
        return Compact(lower, n, rank);
    }

    private static int FirstNegative(ReadOnlySpan<double> matrix, int n, double[] lower, int[] order, int rank, double zero)
    {
        for (int i = rank; i < n; i++)
        {
            for (int j = rank; j < i; j++)
            {
                double left = Element(matrix, n, order[i], order[j])
                    - Vectors.Dot(lower.AsSpan(order[i] * n, rank), lower.AsSpan(order[j] * n, rank));

                // |b| of a semidefinite remainder is at most the larger diagonal element, which is at most zero's threshold.
                if (Math.Abs(left) > 2 * zero) return order[i];
            }
        }

        return -1;
    }

    private static double Element(ReadOnlySpan<double> matrix, int n, int i, int j) => i >= j ? matrix[(i * n) + j] : matrix[(j * n) + i];

    private static double[] Compact(double[] lower, int n, int rank)
    {
        if (rank == n) return lower;
        double[] result = new double[n * rank];
        for (int i = 0; i < n; i++) lower.AsSpan(i * n, rank).CopyTo(result.AsSpan(i * rank));
        return result;
    }
}
