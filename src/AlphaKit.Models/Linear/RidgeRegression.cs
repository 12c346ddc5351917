using System.Numerics;
using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>
/// Fits a <see cref="RidgeScorer"/>. One sample is the row r = [1, x_1 … x_K, y]; a day adds (1 / n) Σ r rᵀ to a (K + 2)² moment matrix, of which
/// only the upper triangle is kept. Groups of <see cref="DaysPerGroup"/> days are the unit of work of a thread; the groups are added in order.
/// </summary>
internal static class RidgeRegression
{
    private const int DaysPerGroup = 16;

    public static LinearModel Fit(RidgeScorer spec, TrainingSet set, int threads, CancellationToken cancellationToken)
    {
        int features = set.FeatureNames.Count, width = features + 2;
        Moments[] groups = new Moments[(set.Count + DaysPerGroup - 1) / DaysPerGroup];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, groups.Length, options, g =>
        {
            Moments sums = new(width);
            ScaledDay scaled = new(set.Symbols.Count, features, spec.Features, spec.Missing);
            int end = Math.Min(set.Count, (g + 1) * DaysPerGroup);
            for (int day = g * DaysPerGroup; day < end; day++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddDay(sums, set[day], scaled, spec);
            }

            groups[g] = sums;
        });

        Moments total = new(width);
        foreach (Moments group in groups) total.Add(group);
        if (total.Days == 0) throw new InsufficientDataException("training days with two samples or more and labels that differ", 1, 0);

        double[] coefficients = Solve(total, set.FeatureNames, spec.Penalty);
        double intercept = total[0, width - 1] / total.Days;
        for (int k = 0; k < features; k++) intercept -= coefficients[k] * total[0, k + 1] / total.Days;
        List<string> notes = [];
        if (total.DaysTooFew > 0) notes.Add($"{total.DaysTooFew} of {set.Count} training days have fewer than two samples and were skipped.");
        if (total.DaysConstant > 0) notes.Add($"{total.DaysConstant} of {set.Count} training days have equal labels only and were skipped.");
        return new LinearModel(set.FeatureNames, coefficients, intercept, spec.Features, spec.Missing, notes);
    }

    private static void AddDay(Moments sums, LabelledDay day, ScaledDay scaled, RidgeScorer spec)
    {
        scaled.Load(day.Features);
        int names = day.Labels.Length, n = 0;
        int[] columns = new int[names];
        double[] labels = new double[names];
        for (int i = 0; i < names; i++)
        {
            if (!scaled.IsUsable[i] || float.IsNaN(day.Labels[i])) continue;
            columns[n] = i;
            labels[n] = day.Labels[i];
            n++;
        }

        if (n < 2)
        {
            sums.DaysTooFew++;
            return;
        }

        if (!LabelScaler.TryScale(labels.AsSpan(0, n), spec.Label))
        {
            sums.DaysConstant++;
            return;
        }

        double[] row = new double[sums.Width];
        row[0] = 1;
        for (int s = 0; s < n; s++)
        {
            scaled[columns[s]].CopyTo(row.AsSpan(1));
            row[^1] = labels[s];
            sums.Add(row, 1.0 / n);
        }

        sums.Days++;
    }

    /// <summary>Cholesky of (centred moments + λ I), lower triangle, then forward and backward substitution.</summary>
    private static double[] Solve(Moments moments, IReadOnlyList<string> names, double penalty)
    {
        int k = names.Count;
        double days = moments.Days;
        double[] l = new double[k * k], b = new double[k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = moments[j + 1, i + 1] - (moments[0, i + 1] * moments[0, j + 1] / days) + (i == j ? penalty : 0);
                for (int m = 0; m < j; m++) sum -= l[(i * k) + m] * l[(j * k) + m];
                if (i != j)
                {
                    l[(i * k) + j] = sum / l[(j * k) + j];
                    continue;
                }

                if (!(sum > 0)) throw new SingularFeaturesException(names[i], penalty);
                l[(i * k) + i] = Math.Sqrt(sum);
            }

            b[i] = moments[i + 1, k + 1] - (moments[0, i + 1] * moments[0, k + 1] / days);
        }

        for (int i = 0; i < k; i++)
        {
            for (int m = 0; m < i; m++) b[i] -= l[(i * k) + m] * b[m];
            b[i] /= l[(i * k) + i];
        }

        for (int i = k - 1; i >= 0; i--)
        {
            for (int m = i + 1; m < k; m++) b[i] -= l[(m * k) + i] * b[m];
            b[i] /= l[(i * k) + i];
        }

        return b;
    }

    private sealed class Moments(int width)
    {
        private readonly double[] _sums = new double[width * width];

        public int Width => width;

        public int Days { get; set; }

        public int DaysTooFew { get; set; }

        public int DaysConstant { get; set; }

        public double this[int row, int column] => _sums[(row * width) + column];

        /// <summary>
        /// Adds weight · row rowᵀ to the upper triangle. Vector lanes are separate sums and no fused multiply-add is used, so that every lane
        /// width gives the same bits; the remainder runs one by one.
        /// </summary>
        public void Add(double[] row, double weight)
        {
            for (int a = 0; a < width; a++)
            {
                double factor = weight * row[a];
                Span<double> target = _sums.AsSpan((a * width) + a, width - a);
                ReadOnlySpan<double> source = row.AsSpan(a);
                Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(target);
                ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(source);
                for (int v = 0; v < wide.Length; v++) wide[v] += from[v] * factor;
                for (int b = wide.Length * Vector<double>.Count; b < target.Length; b++) target[b] += source[b] * factor;
            }
        }

        public void Add(Moments other)
        {
            for (int i = 0; i < _sums.Length; i++) _sums[i] += other._sums[i];
            Days += other.Days;
            DaysTooFew += other.DaysTooFew;
            DaysConstant += other.DaysConstant;
        }
    }
}
