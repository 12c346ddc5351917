namespace AlphaKit.Portfolio;

/// <summary>
/// One run of <see cref="AShareRiskModel"/>: days pass through in chunks, so that memory holds the raw descriptors of one chunk only. In a
/// chunk, what is carried from day to day runs in parallel over blocks of columns, what looks at one cross-section in parallel over days.
/// </summary>
internal sealed class AShareEstimate
{
    private const int Chunk = 32;
    private const int Block = 128;

    private readonly RiskInputs _inputs;
    private readonly AShareRiskOptions _options;
    private readonly int _first;
    private readonly IProgress<RiskProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly int _n;
    private readonly int _styles;
    private readonly AShareEstimateData _data;

    // Slot 0 is the last day of the chunk before, slot d + 1 day d of this chunk.
    private readonly Section[] _sections;
    private readonly float[][] _exposures = new float[Chunk + 1][];
    private readonly bool[][] _active = new bool[Chunk + 1][];
    private readonly float[][] _specific = new float[Chunk + 1][];
    private readonly float[][] _descriptors;
    private readonly float[][] _deviation;
    private readonly float[][] _trust;

    /// <summary>Prepares a run.</summary>
    /// <param name="inputs">What was read.</param>
    /// <param name="options">How to estimate.</param>
    /// <param name="first">First row for which risk is wanted.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public AShareEstimate(RiskInputs inputs, AShareRiskOptions options, int first, IProgress<RiskProgress>? progress, CancellationToken cancellation)
    {
        _inputs = inputs;
        _options = options;
        _first = first;
        _progress = progress;
        _cancellation = cancellation;
        _n = inputs.Count;
        _styles = inputs.Styles.Length;
        _data = new AShareEstimateData(inputs, first);
        _sections = [.. Enumerable.Range(0, Chunk + 1).Select(_ => new Section(_n))];
        _descriptors = [.. Enumerable.Range(0, Chunk).Select(_ => new float[(int)Descriptor.Count * _n])];
        _deviation = [.. Enumerable.Range(0, Chunk).Select(_ => new float[_n])];
        _trust = [.. Enumerable.Range(0, Chunk).Select(_ => new float[_n])];
    }

    public AShareRiskHistory Run()
    {
        PriceDescriptors prices = new(_inputs, MarketReturns());
        FundamentalDescriptors fundamentals = new(_inputs);
        ResidualMoments residuals = new(_n, _options.Specific);
        int blocks = (_n + Block - 1) / Block, chunks = (_inputs.Days + Chunk - 1) / Chunk;
        for (int c = 0; c < chunks; c++)
        {
            int start = c * Chunk, days = Math.Min(Chunk, _inputs.Days - start);
            _progress?.Report(new RiskProgress("exposures, regressions, specific risk", start, _inputs.Days));
            Columns(blocks, (from, to) =>
            {
                for (int d = 0; d < days; d++)
                {
                    for (int j = 0; j < (int)Descriptor.Count; j++) _descriptors[d].AsSpan((j * _n) + from, to - from).Fill(float.NaN);
                    prices.Advance(start + d, from, to, _descriptors[d]);
                    fundamentals.Advance(start + d, from, to, _descriptors[d]);
                }
            });
            Workers.Run(days, _options.Threads, () => new StyleBuilder(_inputs, _options), (d, builder) => Expose(start, d, builder), _cancellation);
            Workers.Run(days, _options.Threads, () => new CrossSectionFit(_styles, _inputs.Industries), (d, fit) => Regress(start + d, d, fit), _cancellation);
            Columns(blocks, (from, to) =>
            {
                for (int d = 0; d < days; d++) residuals.Advance(_data.Residuals, start + d, from, to, _deviation[d], _trust[d]);
            });
            Workers.Run(days, _options.Threads, () => new SpecificBlend(_n, _styles, _inputs.Industries, _options.Specific.Shrinkage), (d, blend) => Specify(start, d, blend), _cancellation);
            for (int d = 0; d < days; d++) Standardise(start + d, d);
            Carry(days);
        }

        _progress?.Report(new RiskProgress("factor covariances", 0, 1));
        FactorCovariances covariances = new(_data, _options, _cancellation);
        covariances.Run();
        return new AShareRiskHistory(_data, covariances, _options);
    }

    private void Columns(int blocks, Action<int, int> work) =>
        Workers.Run(blocks, _options.Threads, () => 0, (b, _) => work(b * Block, Math.Min(_n, (b + 1) * Block)), _cancellation);

    /// <summary>Return of the estimation universe, weighted by capitalisation, both of the day before; zero on a day without any.</summary>
    private double[] MarketReturns()
    {
        double[] market = new double[_inputs.Days];
        for (int t = 1; t < market.Length; t++)
        {
            ReadOnlySpan<bool> members = _inputs.Estimation.Row(t - 1);
            ReadOnlySpan<float> caps = _inputs.Cap.Row(t - 1), returns = _inputs.Returns.AsSpan(t * _n, _n);
            double sum = 0, weight = 0;
            for (int i = 0; i < _n; i++)
            {
                if (!members[i] || float.IsNaN(caps[i]) || float.IsNaN(returns[i])) continue;
                sum += (double)caps[i] * returns[i];
                weight += caps[i];
            }

            market[t] = weight > 0 ? sum / weight : 0;
        }

        return market;
    }

    private void Expose(int start, int d, StyleBuilder builder)
    {
        Section section = _sections[d + 1];
        section.Load(_inputs, start + d);
        float[] exposures = new float[_n * _styles];
        bool[] active = new bool[_styles];
        builder.Build(section, _descriptors[d], exposures, active);
        _exposures[d + 1] = exposures;
        _active[d + 1] = active;
        _data.Keep(start + d, exposures, active);
    }

    /// <summary>Returns of day t on the exposures of the day before.</summary>
    private void Regress(int t, int d, CrossSectionFit fit)
    {
        if (t == 0) return;
        Section section = _sections[d];
        int n = section.Count;
        ReadOnlySpan<float> returns = _inputs.Returns.AsSpan(t * _n, _n);
        bool[] sample = new bool[n];
        double[] y = new double[n];
        float[] x = new float[n * _styles];
        for (int i = 0; i < n; i++)
        {
            int column = section.Columns[i];
            sample[i] = section.Estimation[i] && !float.IsNaN(returns[column]);
            y[i] = returns[column];
            _exposures[d].AsSpan(column * _styles, _styles).CopyTo(x.AsSpan(i * _styles));
        }

        int outcome = fit.Fit(sample, y, section.Root.AsSpan(0, n), section.Cap.AsSpan(0, n), section.Industry.AsSpan(0, n), x, _active[d]);
        if (outcome == -2) return;
        DateOnly date = _inputs.Axes.Calendar[t];
        if (outcome >= 0) throw new InvalidRiskException(date, "the other factors make it redundant, so its return is not determined; leave it out of the styles or widen the estimation universe", _data.Factors[outcome]);
        Span<float> residuals = _data.Residuals.AsSpan(t * _n, _n);
        for (int i = 0; i < n; i++)
        {
            if (!double.IsNaN(y[i])) residuals[section.Columns[i]] = (float)(y[i] - fit.Explained(section.Industry[i], x.AsSpan(i * _styles, _styles)));
        }

        fit.Coefficients.CopyTo(_data.FactorReturns.AsSpan(t * _data.Factors.Length));
        if (t >= _first)
            _data.Regressions[t - _first] = new RegressionStatistics(date, fit.Sample, fit.Parameters, fit.RSquared, fit.AdjustedRSquared, [.. fit.TStatistics], [.. fit.VarianceInflation]);
    }

    private void Specify(int start, int d, SpecificBlend blend)
    {
        float[] result = new float[_n];
        if (!blend.Blend(_sections[d + 1], _exposures[d + 1], _active[d + 1], _deviation[d], _trust[d], result)) result = [];
        _specific[d + 1] = result;
        if (start + d >= _first) _data.Specific[start + d - _first] = result;
    }

    /// <summary>B² of specific returns: the cap-weighted mean of (u/σ)², σ being the forecast of the day before.</summary>
    private void Standardise(int t, int d)
    {
        float[]? forecast = _specific[d];
        _data.SpecificSurprise[t] = double.NaN;
        if (forecast is not { Length: > 0 }) return;
        Section section = _sections[d];
        ReadOnlySpan<float> residuals = _data.Residuals.AsSpan(t * _n, _n);
        double sum = 0, weight = 0;
        for (int i = 0; i < section.Count; i++)
        {
            int column = section.Columns[i];
            if (!section.Estimation[i] || float.IsNaN(residuals[column]) || !(forecast[column] > 0)) continue;
            double z = residuals[column] / (double)forecast[column];
            sum += section.Cap[i] * z * z;
            weight += section.Cap[i];
        }

        if (weight > 0) _data.SpecificSurprise[t] = sum / weight;
    }

    private void Carry(int days)
    {
        (_sections[0], _sections[days]) = (_sections[days], _sections[0]);
        _exposures[0] = _exposures[days];
        _active[0] = _active[days];
        _specific[0] = _specific[days];
    }
}
