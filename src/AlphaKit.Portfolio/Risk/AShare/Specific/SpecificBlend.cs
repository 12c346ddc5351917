namespace AlphaKit.Portfolio;

/// <summary>
/// Specific risk of one day from the time-series estimates of each instrument. Holds its own scratch memory: one per thread.
/// <list type="number">
/// <item>Structural: ln σ of the trusted (γ = 1) is regressed on the exposures, σ_STR = E₀·exp(X b), E₀ making the weighted mean right; σ̂ = γ σ + (1 − γ) σ_STR.</item>
/// <item>Bayesian shrinkage to the size decile: σ_SH = v σ̄ + (1 − v) σ̂, v = q|σ̂ − σ̄|/(Δ + q|σ̂ − σ̄|), σ̄ the cap-weighted mean and Δ the root mean square deviation from it in the decile.</item>
/// </list>
/// </summary>
internal sealed class SpecificBlend(int capacity, int styles, int industries, double shrinkage)
{
    private const int Buckets = 10;

    private readonly CrossSectionFit _fit = new(styles, industries);
    private readonly bool[] _trusted = new bool[capacity];
    private readonly double[] _logs = new double[capacity];
    private readonly double[] _deviation = new double[capacity];
    private readonly float[] _exposures = new float[capacity * Math.Max(1, styles)];
    private readonly int[] _order = new int[capacity];
    private readonly double[] _caps = new double[capacity];

    /// <summary>Fills the specific risk of a section.</summary>
    /// <param name="section">The day's instruments.</param>
    /// <param name="exposures">N × S exposures by column.</param>
    /// <param name="active">Styles that exist.</param>
    /// <param name="deviation">Time-series σ by column, NaN without.</param>
    /// <param name="trust">γ by column.</param>
    /// <param name="result">Receives σ by column; NaN outside the section.</param>
    /// <returns>False if too few are trusted for a structural model; there is no specific risk that day.</returns>
    public bool Blend(Section section, ReadOnlySpan<float> exposures, ReadOnlySpan<bool> active, ReadOnlySpan<float> deviation, ReadOnlySpan<float> trust, Span<float> result)
    {
        int n = section.Count;
        result.Fill(float.NaN);
        for (int i = 0; i < n; i++)
        {
            int column = section.Columns[i];
            _trusted[i] = trust[column] >= 1 && section.Estimation[i] && !float.IsNaN(deviation[column]);
            _logs[i] = _trusted[i] ? Math.Log(deviation[column]) : 0;
            exposures.Slice(column * styles, styles).CopyTo(_exposures.AsSpan(i * styles));
        }

        if (_fit.Fit(_trusted.AsSpan(0, n), _logs.AsSpan(0, n), section.Root.AsSpan(0, n), section.Cap.AsSpan(0, n), section.Industry.AsSpan(0, n), _exposures.AsSpan(0, n * styles), active) != -1)
            return false;
        double seen = 0, modelled = 0;
        for (int i = 0; i < n; i++)
        {
            _logs[i] = Math.Exp(_fit.Explained(section.Industry[i], _exposures.AsSpan(i * styles, styles)));
            if (!_trusted[i]) continue;
            seen += section.Root[i] * deviation[section.Columns[i]];
            modelled += section.Root[i] * _logs[i];
        }

        double scale = seen / modelled;
        for (int i = 0; i < n; i++)
        {
            int column = section.Columns[i];
            double own = deviation[column], gamma = float.IsNaN(deviation[column]) ? 0 : trust[column];
            _deviation[i] = (gamma > 0 ? gamma * own : 0) + ((1 - gamma) * scale * _logs[i]);
        }

        Shrink(section);
        for (int i = 0; i < n; i++) result[section.Columns[i]] = (float)_deviation[i];
        return true;
    }

    private void Shrink(Section section)
    {
        int n = section.Count;
        if (shrinkage == 0) return;
        for (int i = 0; i < n; i++)
        {
            _order[i] = i;
            _caps[i] = section.Cap[i];
        }

        // Equal capitalisations keep the order of their columns, so the deciles do not depend on the sort.
        _caps.AsSpan(0, n).Sort(_order.AsSpan(0, n), static (a, b) => a.CompareTo(b));
        Stabilise(n);
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            ReadOnlySpan<int> members = _order.AsSpan((int)((long)n * bucket / Buckets)..(int)((long)n * (bucket + 1) / Buckets));
            double cap = 0, sum = 0, squares = 0;
            foreach (int i in members)
            {
                cap += section.Cap[i];
                sum += section.Cap[i] * _deviation[i];
            }

            double mean = sum / cap;
            foreach (int i in members) squares += (_deviation[i] - mean) * (_deviation[i] - mean);
            double spread = Math.Sqrt(squares / Math.Max(1, members.Length));
            foreach (int i in members)
            {
                double distance = shrinkage * Math.Abs(_deviation[i] - mean);
                if (distance == 0) continue;
                double v = distance / (spread + distance);
                _deviation[i] = (v * mean) + ((1 - v) * _deviation[i]);
            }
        }
    }

    private void Stabilise(int n)
    {
        for (int start = 0; start < n;)
        {
            int end = start + 1;
            while (end < n && _caps[end] == _caps[start]) end++;
            if (end - start > 1) _order.AsSpan(start..end).Sort();
            start = end;
        }
    }
}
