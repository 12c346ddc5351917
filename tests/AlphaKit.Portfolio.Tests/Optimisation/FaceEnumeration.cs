namespace AlphaKit.Portfolio.Tests;

/// <summary>
/// Slow exact reference for tiny problems: on every face (each name at its lower bound, at its upper bound, unmoved, bought or sold; each row at its lower limit, its
/// upper limit or inside; the turnover cap met or not) the objective is a parabola with one best point; the best of those that are
/// feasible is the answer.
/// </summary>
internal static class FaceEnumeration
{
    private const double Feasible = 1e-9;

    public static double Objective(double[] mu, double[,] risk, double lambda, double[] centre, double[] held, double buy, double sell, double[] lower, double[] upper, (double[] X, double Lower, double Upper)[] rows, double? cap)
    {
        int n = mu.Length;
        double best = double.NegativeInfinity;
        int faces = (int)Math.Pow(5, n), sides = (int)Math.Pow(3, rows.Length);
        for (int face = 0; face < faces; face++)
        {
            int[] state = new int[n];
            for (int i = 0, rest = face; i < n; i++, rest /= 5) state[i] = rest % 5;
            for (int side = 0; side < sides; side++)
            {
                for (int capped = 0; capped <= (cap is null ? 0 : 1); capped++)
                {
                    if (Point(state, side, capped == 1) is { } w && IsFeasible(w)) best = Math.Max(best, Value(w));
                }
            }
        }

        return best;

        double Value(double[] w)
        {
            double value = 0;
            for (int i = 0; i < n; i++)
            {
                value += (mu[i] * w[i]) - (w[i] > held[i] ? buy * (w[i] - held[i]) : sell * (held[i] - w[i]));
                for (int j = 0; j < n; j++) value -= lambda / 2 * (w[i] - centre[i]) * risk[i, j] * (w[j] - centre[j]);
            }

            return value;
        }

        bool IsFeasible(double[] w) =>
            w.Select((x, i) => x >= lower[i] - Feasible && x <= upper[i] + Feasible).All(ok => ok)
            && rows.All(r => r.X.Zip(w).Sum(t => t.First * t.Second) is var v && v >= r.Lower - Feasible && v <= r.Upper + Feasible)
            && (cap is not { } most || w.Select((x, i) => Math.Abs(x - held[i])).Sum() <= most + Feasible);

        double[]? Point(int[] state, int side, bool isCapped)
        {
            List<(double[] X, double To)> equal = [];
            for (int i = 0; i < n; i++)
            {
                double? at = state[i] switch { 0 => lower[i], 1 => upper[i], 2 => held[i], _ => null };
                if (at is not { } value) continue;
                double[] unit = new double[n];
                unit[i] = 1;
                equal.Add((unit, value));
            }

            for (int r = 0, rest = side; r < rows.Length; r++, rest /= 3)
            {
                if (rest % 3 == 0) continue;
                double to = rest % 3 == 1 ? rows[r].Lower : rows[r].Upper;
                if (double.IsInfinity(to)) return null;
                equal.Add((rows[r].X, to));
            }

            double[] direction = [.. state.Select((s, i) => s switch { 3 => 1.0, 4 => -1.0, 0 => Math.Sign(lower[i] - held[i]), 1 => Math.Sign(upper[i] - held[i]), _ => 0 })];
            if (isCapped) equal.Add((direction, cap!.Value + direction.Zip(held).Sum(t => t.First * t.Second)));
            int m = n + equal.Count;
            double[,] a = new double[m, m + 1];
            for (int i = 0; i < n; i++)
            {
                a[i, m] = mu[i] - (state[i] == 3 ? buy : state[i] == 4 ? -sell : 0);
                for (int j = 0; j < n; j++)
                {
                    a[i, j] = lambda * risk[i, j];
                    a[i, m] += lambda * risk[i, j] * centre[j];
                }

                for (int e = 0; e < equal.Count; e++) a[i, n + e] = a[n + e, i] = equal[e].X[i];
            }

            for (int e = 0; e < equal.Count; e++) a[n + e, m] = equal[e].To;
            return Solve(a, m) is { } x ? x[..n] : null;
        }
    }

    private static double[]? Solve(double[,] a, int m)
    {
        for (int k = 0; k < m; k++)
        {
            int pivot = k;
            for (int r = k + 1; r < m; r++)
            {
                if (Math.Abs(a[r, k]) > Math.Abs(a[pivot, k])) pivot = r;
            }

            if (Math.Abs(a[pivot, k]) < 1e-11) return null;
            for (int c = k; c <= m && pivot != k; c++) (a[k, c], a[pivot, c]) = (a[pivot, c], a[k, c]);
            for (int r = 0; r < m; r++)
            {
                double by = r == k ? 0 : a[r, k] / a[k, k];
                if (by == 0) continue;
                for (int c = k; c <= m; c++) a[r, c] -= by * a[k, c];
            }
        }

        double[] x = new double[m];
        for (int k = 0; k < m; k++) x[k] = a[k, m] / a[k, k];
        return x;
    }
}
