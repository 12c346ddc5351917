using System.Numerics;
using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>
/// What a linear model needs of its samples. One sample is the row r = [1, x_1 … x_K, y]; a day adds (1 / n) Σ r rᵀ to a (K + 2)² matrix, of which only
/// the upper triangle is kept. Groups of <see cref="DaysPerGroup"/> days are the unit of work of a thread; the groups are added in order, so that the
/// number of threads changes no bit.
/// </summary>
internal sealed class LinearMoments
{
    private const int DaysPerGroup = 16;

    private readonly double[] _sums;
    private readonly int _width;
    private int _daysTooFew;
    private int _daysConstant;

    private LinearMoments(int width)
    {
        _width = width;
        _sums = new double[width * width];
    }

    /// <summary>Days that count.</summary>
    public int Days { get; private set; }

    /// <summary>Features.</summary>
    public int Features => _width - 2;

    /// <summary>Adds up the samples of a set.</summary>
    /// <exception cref="InsufficientDataException">No day has two samples with labels that differ.</exception>
    public static LinearMoments Of(TrainingSet set, FeatureScale scale, MissingFeature missing, LabelScale label, int threads, CancellationToken cancellationToken)
    {
        int features = set.FeatureNames.Count, width = features + 2;
        LinearMoments[] groups = new LinearMoments[(set.Count + DaysPerGroup - 1) / DaysPerGroup];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, groups.Length, options, g =>
        {
            LinearMoments sums = new(width);
            ScaledDay scaled = new(set.Symbols.Count, features, scale, missing);
            int end = Math.Min(set.Count, (g + 1) * DaysPerGroup);
            for (int day = g * DaysPerGroup; day < end; day++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                sums.AddDay(set[day], scaled, label);
            }

            groups[g] = sums;
        });

        LinearMoments total = new(width);
        foreach (LinearMoments group in groups) total.Add(group);
        return total.Days > 0 ? total : throw new InsufficientDataException("training days with two samples or more and labels that differ", 1, 0);
    }

    /// <summary>Σ over days of the mean product of two centred features.</summary>
    public double Covariance(int a, int b) => Centred(Math.Min(a, b) + 1, Math.Max(a, b) + 1);

    /// <summary>Σ over days of the mean product of a centred feature and the centred label.</summary>
    public double WithLabel(int feature) => Centred(feature + 1, _width - 1);

    /// <summary>The intercept that goes with coefficients.</summary>
    public double Intercept(ReadOnlySpan<double> coefficients)
    {
        double intercept = _sums[_width - 1] / Days;
        for (int k = 0; k < coefficients.Length; k++) intercept -= coefficients[k] * _sums[k + 1] / Days;
        return intercept;
    }

    /// <summary>What the user should know of the days.</summary>
    public List<string> Notes(TrainingSet set)
    {
        List<string> notes = [];
        if (_daysTooFew > 0) notes.Add($"{_daysTooFew} of {set.Count} training days have fewer than two samples and were skipped.");
        if (_daysConstant > 0) notes.Add($"{_daysConstant} of {set.Count} training days have equal labels only and were skipped.");
        return notes;
    }

    private double Centred(int row, int column) => _sums[(row * _width) + column] - (_sums[column] * _sums[row] / Days);

    private void AddDay(LabelledDay day, ScaledDay scaled, LabelScale scale)
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
            _daysTooFew++;
            return;
        }

        if (!LabelScaler.TryScale(labels.AsSpan(0, n), scale))
        {
            _daysConstant++;
            return;
        }

        double[] row = new double[_width];
        row[0] = 1;
        for (int s = 0; s < n; s++)
        {
            scaled[columns[s]].CopyTo(row.AsSpan(1));
            row[^1] = labels[s];
            Add(row, 1.0 / n);
        }

        Days++;
    }

    /// <summary>
    /// Adds weight · row rowᵀ to the upper triangle. Vector lanes are separate sums and no fused multiply-add is used, so that every lane width gives
    /// the same bits; the remainder runs one by one.
    /// </summary>
    private void Add(double[] row, double weight)
    {
        for (int a = 0; a < _width; a++)
        {
            double factor = weight * row[a];
            Span<double> target = _sums.AsSpan((a * _width) + a, _width - a);
            ReadOnlySpan<double> source = row.AsSpan(a);
            Span<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(target);
            ReadOnlySpan<Vector<double>> from = MemoryMarshal.Cast<double, Vector<double>>(source);
            for (int v = 0; v < wide.Length; v++) wide[v] += from[v] * factor;
            for (int b = wide.Length * Vector<double>.Count; b < target.Length; b++) target[b] += source[b] * factor;
        }
    }

    private void Add(LinearMoments other)
    {
        for (int i = 0; i < _sums.Length; i++) _sums[i] += other._sums[i];
        Days += other.Days;
        _daysTooFew += other._daysTooFew;
        _daysConstant += other._daysConstant;
    }
}
