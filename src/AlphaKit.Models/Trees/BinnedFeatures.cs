using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// The samples of a training set with every feature in at most 255 bins: bin b holds values above threshold b − 1 and at most threshold b; the last
/// number stands for a missing value. Few distinct values have a bin each, with thresholds half-way between; many are cut at equal shares.
/// </summary>
internal sealed class BinnedFeatures
{
    public const int MostBins = 255;
    public const byte Missing = 255;
    private const int MostForQuantiles = 200_000;

    private BinnedFeatures(byte[][] bins, float[][] thresholds, double[] labels)
    {
        Bins = bins;
        Thresholds = thresholds;
        Labels = labels;
    }

    public byte[][] Bins { get; }

    /// <summary>Upper limits of all bins but the last.</summary>
    public float[][] Thresholds { get; }

    public double[] Labels { get; }

    public int Count => Labels.Length;

    public int Features => Bins.Length;

    /// <summary>Bins a training set: per day, features scaled over the members and labels scaled over the samples.</summary>
    public static BinnedFeatures Of(TrainingSet set, FeatureScale features, LabelScale label, int threads, List<string> notes, CancellationToken cancellationToken)
    {
        List<(int Row, int[] Columns)> days = [];
        List<double> labels = [];
        for (int d = 0; d < set.Count; d++)
        {
            LabelledDay day = set[d];
            List<int> columns = [];
            for (int i = 0; i < day.Labels.Length; i++)
            {
                if (day.IsSample(i) && float.IsFinite(day.Labels[i])) columns.Add(i);
            }

            if (columns.Count < 2) continue;
            double[] y = new double[columns.Count];
            for (int i = 0; i < y.Length; i++) y[i] = day.Labels[columns[i]];
            if (!LabelScaler.TryScale(y, label)) continue;
            days.Add((set.RowOf(d), [.. columns]));
            labels.AddRange(y);
        }

        if (days.Count < set.Count) notes.Add($"{set.Count - days.Count} of {set.Count} days with fewer than two samples or equal labels were skipped.");
        if (days.Count == 0) throw new InsufficientDataException("days with two samples and labels that differ", 1, 0);

        int count = labels.Count;
        byte[][] bins = new byte[set.Features.Count][];
        float[][] thresholds = new float[bins.Length][];
        Parallel.For(0, bins.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, k =>
        {
            float[] values = new float[count];
            int at = 0;
            foreach ((int row, int[] columns) in days)
            {
                ReadOnlySpan<float> x = set.Features[k].Values.Row(row);
                (double mean, double factor) = Scale(x, set.Features.Members.Row(row), features);
                foreach (int i in columns) values[at++] = Scaled(x[i], mean, factor);
            }

            (bins[k], thresholds[k]) = Bin(values);
        });
        return new BinnedFeatures(bins, thresholds, [.. labels]);
    }

    /// <summary>Bins plain columns; for tests.</summary>
    public static BinnedFeatures Of(float[][] columns, double[] labels)
    {
        (byte[] Bins, float[] Thresholds)[] all = [.. columns.Select(Bin)];
        return new BinnedFeatures([.. all.Select(a => a.Bins)], [.. all.Select(a => a.Thresholds)], labels);
    }

    public static (double Mean, double Factor) Scale(ReadOnlySpan<float> x, ReadOnlySpan<bool> members, FeatureScale scale) =>
        scale == FeatureScale.ZScorePerDay ? ScaledDay.Moments(x, members) : (0, 1);

    public static float Scaled(float value, double mean, double factor) => float.IsFinite(value) ? (float)((value - mean) * factor) : float.NaN;

    private static (byte[] Bins, float[] Thresholds) Bin(float[] values)
    {
        // An even sample of the values, in their order: no random numbers needed.
        int stride = Math.Max(1, (values.Length + MostForQuantiles - 1) / MostForQuantiles);
        float[] sorted = [.. values.Where((v, i) => i % stride == 0 && !float.IsNaN(v))];
        Array.Sort(sorted);
        List<float> distinct = [];
        foreach (float v in sorted)
        {
            if (distinct.Count == 0 || v > distinct[^1]) distinct.Add(v);
            if (distinct.Count > MostBins) break;
        }

        List<float> thresholds = [];
        if (distinct.Count <= MostBins)
        {
            for (int i = 1; i < distinct.Count; i++) thresholds.Add(Between(distinct[i - 1], distinct[i]));
        }
        else
        {
            for (int b = 1; b < MostBins; b++)
            {
                double position = (sorted.Length - 1) * (double)b / MostBins;
                float cut = Between(sorted[(int)Math.Floor(position)], sorted[(int)Math.Ceiling(position)]);
                if (thresholds.Count == 0 || cut > thresholds[^1]) thresholds.Add(cut);
            }

            if (thresholds.Count > 0 && !(sorted[^1] > thresholds[^1])) thresholds.RemoveAt(thresholds.Count - 1);
        }

        float[] limits = [.. thresholds];
        byte[] bins = new byte[values.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            if (float.IsNaN(values[i]))
            {
                bins[i] = Missing;
                continue;
            }

            int at = Array.BinarySearch(limits, values[i]);
            bins[i] = (byte)(at >= 0 ? at : ~at);
        }

        return (bins, limits);
    }

    /// <summary>Half-way, but below the upper one: a value on a threshold belongs to the bin below.</summary>
    private static float Between(float low, float high)
    {
        float middle = (float)(((double)low + high) / 2);
        return middle < high ? middle : low;
    }
}
