using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>Cuts batches from the panels. Buffers are used again from batch to batch: a batch is valid until the next one.</summary>
internal sealed class BatchBuilder
{
    private readonly SequenceStore[] _stores;
    private readonly float[][] _buffers;

    public BatchBuilder(FeatureTensor features, IReadOnlyList<SequenceInput> inputs)
    {
        _stores = [.. inputs.Select(i => new SequenceStore(features, i))];
        _buffers = new float[_stores.Length][];
        Array.Fill(_buffers, []);
    }

    public FeatureTensor Features => _stores[0].Tensor;

    public IReadOnlyList<int> FeatureCounts => [.. _stores.Select(s => s.FeatureCount)];

    /// <summary>The names of a day that all inputs can use.</summary>
    public int[] Usable(int row)
    {
        List<int> columns = [];
        for (int i = 0; i < Features.Axes.Count; i++)
        {
            bool isUsable = true;
            foreach (SequenceStore store in _stores) isUsable = isUsable && store.CanUse(row, i);
            if (isUsable) columns.Add(i);
        }

        return [.. columns];
    }

    /// <summary>The samples of a day with scaled labels; null if fewer than two or all labels are equal.</summary>
    public DaySamples? Samples(TrainingSet set, int index, LabelScale scale, IReadOnlyList<TargetValues>? targets = null)
    {
        LabelledDay day = set[index];
        List<int> columns = [];
        foreach (int i in Usable(set.RowOf(index)))
        {
            if (float.IsFinite(day.Labels[i])) columns.Add(i);
        }

        if (columns.Count < 2) return null;
        double[] labels = new double[columns.Count];
        for (int i = 0; i < labels.Length; i++) labels[i] = day.Labels[columns[i]];
        if (!LabelScaler.TryScale(labels, scale)) return null;
        int row = set.RowOf(index);
        int[] names = [.. columns];
        return new DaySamples(row, names, [.. labels.Select(v => (float)v)], targets is null ? null : [.. targets.Select(t => t.Scaled(row, names))]);
    }

    public NetworkBatch Build(IReadOnlyList<DaySamples> days)
    {
        int[] starts = new int[days.Count + 1];
        for (int d = 0; d < days.Count; d++) starts[d + 1] = starts[d] + days[d].Columns.Length;
        SequenceBatch[] inputs = new SequenceBatch[_stores.Length];
        for (int k = 0; k < _stores.Length; k++)
        {
            SequenceStore store = _stores[k];
            int length = store.WindowLength, needed = checked(starts[^1] * length);
            if (_buffers[k].Length < needed) _buffers[k] = new float[needed];
            for (int d = 0; d < days.Count; d++)
            {
                for (int i = 0; i < days[d].Columns.Length; i++) store.Copy(days[d].Row, days[d].Columns[i], _buffers[k].AsSpan((starts[d] + i) * length, length));
            }

            inputs[k] = new SequenceBatch(_buffers[k], [.. Enumerable.Range(0, starts[^1]).Select(i => i * length)], store.Input.Steps, store.FeatureCount, store.FeatureCount);
        }

        int targets = days[0].Targets?.Length ?? 0;
        return new NetworkBatch(inputs, [.. days.SelectMany(d => d.Labels)], starts, [.. Enumerable.Range(0, targets).Select(k => days.SelectMany(d => d.Targets![k]).ToArray())]);
    }

    /// <summary>Forgets the rows that no window of this day or later needs.</summary>
    public void ForgetBefore(int row)
    {
        foreach (SequenceStore store in _stores) store.Forget(row - store.Input.Reach);
    }
}

/// <summary>The names of a day that take part and their scaled labels.</summary>
internal sealed record DaySamples(int Row, int[] Columns, float[] Labels, float[][]? Targets = null);
