using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// The rows of one <see cref="SequenceInput"/>: each day is scaled once and kept as [symbol, feature]; windows are cut from them batch by batch.
/// Row t is made from row t of the features alone.
/// </summary>
internal sealed class SequenceStore
{
    private readonly FeatureTensor _tensor;
    private readonly int[] _features;
    private readonly float[]?[] _rows;
    private readonly bool[]?[] _present;

    public SequenceStore(FeatureTensor tensor, SequenceInput input)
    {
        _tensor = tensor;
        Input = input;
        string[] names = [.. tensor.Names];
        foreach (string name in input.Features)
        {
            if (!names.Contains(name, StringComparer.Ordinal)) throw new ArgumentException($"There is no feature '{name}'; there are {string.Join(", ", names)}.", nameof(input));
        }

        _features = input.Features.Count == 0 ? [.. Enumerable.Range(0, tensor.Count)] : [.. input.Features.Select(f => Array.IndexOf(names, f))];
        _rows = new float[]?[tensor.Axes.Days];
        _present = new bool[]?[tensor.Axes.Days];
    }

    public SequenceInput Input { get; }

    public FeatureTensor Tensor => _tensor;

    public int FeatureCount => _features.Length;

    public int WindowLength => Input.Steps * _features.Length;

    /// <summary>True if the share is a member on the day, has a feature on it and enough steps with one.</summary>
    public bool CanUse(int row, int column)
    {
        if (row < Input.Reach || !_tensor.Members.Row(row)[column] || !Present(row)[column]) return false;
        int there = 0;
        for (int t = row - Input.Reach; t <= row; t += Input.Stride) there += Present(t)[column] ? 1 : 0;
        return there >= Input.LeastHistory * Input.Steps;
    }

    /// <summary>The window of a share: [step, feature].</summary>
    public void Copy(int row, int column, Span<float> window)
    {
        int f = _features.Length, at = 0;
        for (int t = row - Input.Reach; t <= row; t += Input.Stride, at += f) Row(t).AsSpan(column * f, f).CopyTo(window[at..]);
        if (Input.Scale == SequenceScale.LastValue) DivideByLast(window);
    }

    /// <summary>Forgets rows before a day.</summary>
    public void Forget(int before)
    {
        for (int t = Math.Min(before, _rows.Length) - 1; t >= 0 && _present[t] is not null; t--) (_rows[t], _present[t]) = (null, null);
    }

    public float[] Row(int row)
    {
        Load(row);
        return _rows[row]!;
    }

    private bool[] Present(int row)
    {
        Load(row);
        return _present[row]!;
    }

    private void Load(int row)
    {
        if (_rows[row] is not null) return;
        int names = _tensor.Axes.Count, f = _features.Length;
        float[] values = new float[checked(names * f)];
        bool[] present = new bool[names];
        ReadOnlySpan<bool> members = _tensor.Members.Row(row);
        for (int k = 0; k < f; k++)
        {
            ReadOnlySpan<float> x = _tensor[_features[k]].Values.Row(row);
            (double mean, double factor) = Input.Scale == SequenceScale.ZScorePerDay ? ScaledDay.Moments(x, members) : (0, 1);
            for (int i = 0; i < names; i++)
            {
                bool isThere = members[i] && float.IsFinite(x[i]);
                present[i] |= isThere;
                values[(i * f) + k] = isThere ? (float)((x[i] - mean) * factor) : Input.Scale == SequenceScale.LastValue ? float.NaN : 0;
            }
        }

        _present[row] = present;
        _rows[row] = values;
    }

    private void DivideByLast(Span<float> window)
    {
        int f = _features.Length;
        for (int k = 0; k < f; k++)
        {
            float last = float.NaN;
            for (int at = window.Length - f + k; at >= 0; at -= f)
            {
                if (float.IsNaN(window[at]) || window[at] == 0) continue;
                last = window[at];
                break;
            }

            for (int at = k; at < window.Length; at += f)
            {
                float v = (window[at] / last) - 1;
                window[at] = float.IsFinite(v) ? v : 0;
            }
        }
    }
}
