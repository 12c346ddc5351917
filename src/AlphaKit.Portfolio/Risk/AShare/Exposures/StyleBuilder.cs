namespace AlphaKit.Portfolio;

/// <summary>Turns the descriptors of a day into standardised style exposures. Holds its own scratch memory: one per thread.</summary>
internal sealed class StyleBuilder
{
    private readonly RiskInputs _inputs;
    private readonly AShareRiskOptions _options;
    private readonly double[][] _style;
    private readonly double[] _part;
    private readonly double[] _weight;

    public StyleBuilder(RiskInputs inputs, AShareRiskOptions options)
    {
        _inputs = inputs;
        _options = options;
        _style = [.. Enum.GetValues<RiskStyle>().Select(_ => new double[inputs.Count])];
        _part = new double[inputs.Count];
        _weight = new double[inputs.Count];
    }

    /// <summary>Fills the exposures of a day.</summary>
    /// <param name="section">The day's instruments.</param>
    /// <param name="descriptors">Descriptor j of column i at j·N + i.</param>
    /// <param name="exposures">N × S: column i, style s at i·S + s; NaN for columns outside the section.</param>
    /// <param name="active">Receives, for each style, whether it exists that day; the exposures of one that does not are zero.</param>
    public void Build(Section section, ReadOnlySpan<float> descriptors, Span<float> exposures, Span<bool> active)
    {
        RiskStyle[] styles = _inputs.Styles;
        Span<bool> exists = stackalloc bool[_style.Length];
        exists.Clear();
        double[] size = _style[(int)RiskStyle.Size];
        for (int i = 0; i < section.Count; i++) size[i] = Math.Log(section.Cap[i]);
        exists[(int)RiskStyle.Size] = Finish(section, size);
        foreach (StyleDefinition definition in StyleDefinition.All)
        {
            if (!Needed(styles, definition.Style)) continue;
            exists[(int)definition.Style] = Compose(section, descriptors, definition, exists);
        }

        if (exists[(int)RiskStyle.Size])
        {
            double[] cube = _style[(int)RiskStyle.NonLinearSize];
            for (int i = 0; i < section.Count; i++) cube[i] = size[i] * size[i] * size[i];
            section.Orthogonalise(cube, size, default);
            exists[(int)RiskStyle.NonLinearSize] = Finish(section, cube);
        }

        exposures.Fill(float.NaN);
        for (int s = 0; s < styles.Length; s++)
        {
            active[s] = exists[(int)styles[s]];
            double[] x = _style[(int)styles[s]];
            for (int i = 0; i < section.Count; i++) exposures[(section.Columns[i] * styles.Length) + s] = active[s] ? (float)x[i] : 0;
        }
    }

    /// <summary>Beta is also what residual volatility is made orthogonal to.</summary>
    private static bool Needed(RiskStyle[] styles, RiskStyle style) =>
        styles.Contains(style) || (style == RiskStyle.Beta && styles.Contains(RiskStyle.ResidualVolatility));

    private bool Compose(Section section, ReadOnlySpan<float> descriptors, StyleDefinition definition, ReadOnlySpan<bool> exists)
    {
        double[] x = _style[(int)definition.Style];
        int n = _inputs.Count, count = section.Count;
        Array.Clear(x, 0, count);
        Array.Clear(_weight, 0, count);
        foreach ((Descriptor descriptor, double weight) in definition.Parts)
        {
            ReadOnlySpan<float> raw = descriptors.Slice((int)descriptor * n, n);
            for (int i = 0; i < count; i++)
            {
                float value = raw[section.Columns[i]];
                _part[i] = float.IsFinite(value) ? value : double.NaN;
            }

            if (!Enough(section, _part)) continue;
            section.Winsorise(_part, _options.WinsoriseAt);
            if (!section.Standardise(_part)) continue;
            for (int i = 0; i < count; i++)
            {
                if (double.IsNaN(_part[i])) continue;
                x[i] += weight * _part[i];
                _weight[i] += weight;
            }
        }

        for (int i = 0; i < count; i++) x[i] = _weight[i] > 0 ? x[i] / _weight[i] : double.NaN;
        if (!Enough(section, x) || !section.Standardise(x)) return false;
        section.Fill(x);
        ReadOnlySpan<double> first = default, second = default;
        foreach (RiskStyle against in definition.Against)
        {
            if (!exists[(int)against]) continue;
            if (first.IsEmpty) first = _style[(int)against];
            else second = _style[(int)against];
        }

        if (!first.IsEmpty) section.Orthogonalise(x, first, second);
        return section.Standardise(x);
    }

    private bool Finish(Section section, double[] x)
    {
        section.Winsorise(x, _options.WinsoriseAt);
        return section.Standardise(x);
    }

    private bool Enough(Section section, double[] x) =>
        section.Estimated > 0 && section.Present(x) >= Math.Max(2, _options.MinCoverage * section.Estimated);
}
