namespace AlphaKit.Backtest;

/// <summary>
/// Population stability index of a cross-section against a reference: Σ (p − q) ln(p / q) over ten bins at the tenths of the reference and one for
/// missing values, with half a value added to every bin so that an empty one does not make it infinite. Values equal to an edge belong above it; a
/// reference with many equal values has fewer, wider bins.
/// </summary>
internal sealed class StabilityIndex
{
    private const int Bins = 10;

    private readonly double[] _edges;
    private readonly double[] _reference;

    /// <summary>Takes the first rows of a matrix as reference.</summary>
    public StabilityIndex(FieldMatrix values, int rows, Membership? members)
    {
        List<float> all = [];
        for (int t = 0; t < rows; t++)
        {
            ReadOnlySpan<float> row = values.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsFinite(row[i]) && (members is null || members[t, i])) all.Add(row[i]);
            }
        }

        float[] sorted = [.. all];
        Array.Sort(sorted);
        _edges = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, Bins - 1).Select(k => (double)sorted[Math.Min((int)((long)sorted.Length * k / Bins), sorted.Length - 1)]).Distinct().Where(e => e > sorted[0])];
        double[] counts = new double[_edges.Length + 2];
        for (int t = 0; t < rows; t++) Count(values.Row(t), members, t, counts);
        _reference = Shares(counts);
    }

    /// <summary>The index of one row; NaN if no one is a member.</summary>
    public double Of(FieldMatrix values, int row, Membership? members)
    {
        double[] counts = new double[_edges.Length + 2];
        Count(values.Row(row), members, row, counts);
        if (counts.Sum() == 0) return double.NaN;
        double[] now = Shares(counts);
        double sum = 0;
        for (int b = 0; b < now.Length; b++) sum += (now[b] - _reference[b]) * Math.Log(now[b] / _reference[b]);
        return sum;
    }

    private void Count(ReadOnlySpan<float> row, Membership? members, int t, double[] counts)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (members is not null && !members[t, i]) continue;
            counts[float.IsFinite(row[i]) ? BinOf(row[i]) : _edges.Length + 1]++;
        }
    }

    // Number of edges at or below the value.
    private int BinOf(double value)
    {
        int low = 0, high = _edges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_edges[middle] <= value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static double[] Shares(double[] counts)
    {
        double all = counts.Sum() + (0.5 * counts.Length);
        return [.. counts.Select(c => (c + 0.5) / all)];
    }
}
