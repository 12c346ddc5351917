namespace AlphaKit.Portfolio;

/// <summary>Risk that is estimated from a trailing window of returns when it is asked for.</summary>
internal sealed class ReturnWindowHistory : RiskHistory
{
    private readonly Panel _panel;
    private readonly float[] _returns;
    private readonly Membership _coverage;
    private readonly ReturnWindowOptions _options;
    private readonly Func<ReturnWindow, FactorRisk> _estimate;
    private readonly int _offset;

    private ReturnWindowHistory(
        TradingCalendar calendar, Clock knownAt, IReadOnlyList<string> notes, Panel panel, float[] returns, Membership coverage, ReturnWindowOptions options, Func<ReturnWindow, FactorRisk> estimate)
        : base(calendar, knownAt, notes)
    {
        _panel = panel;
        _returns = returns;
        _coverage = coverage;
        _options = options;
        _estimate = estimate;
        _offset = panel.Calendar.IndexOf(calendar.First);
    }

    public static async Task<ReturnWindowHistory> ReadAsync(
        IMarketData market, RiskRange range, ReturnWindowOptions options, Func<ReturnWindow, FactorRisk> estimate, IProgress<RiskProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(range);
        progress?.Report(new RiskProgress("reading", 0, 1));
        if (!market.Coverage.Has(Field.AdjustedClose)) throw new FieldNotAvailableException(Field.AdjustedClose, market.Coverage.WhyMissing(Field.AdjustedClose));
        TradingCalendar wanted = market.Calendar.Between(range.From, range.To);
        int start = Math.Max(0, market.Calendar.IndexOf(wanted.First) - options.Days);
        Panel panel = await market.PanelAsync(
            new PanelQuery { From = market.Calendar[start], To = wanted.Last, Fields = [.. range.Universe.RequiredFields.Append(Field.AdjustedClose).Distinct()] },
            cancellationToken).ConfigureAwait(false);

        // The first day of a source has a price but no return.
        int skip = Math.Max(0, start + options.Days - market.Calendar.IndexOf(wanted.First));
        if (skip >= wanted.Count)
            throw new InsufficientDataException(FormattableString.Invariant($"trading days up to {wanted.Last:yyyy-MM-dd} for a window of returns"), options.Days + 1, panel.Calendar.Count);
        string[] notes = skip == 0 ? [] : [FormattableString.Invariant($"Risk begins on {wanted[skip]:yyyy-MM-dd}, {skip} trading days later than asked for: there is too little history before.")];
        Clock knownAt = range.Universe.KnownAt > Field.AdjustedClose.KnownAt ? range.Universe.KnownAt : Field.AdjustedClose.KnownAt;
        progress?.Report(new RiskProgress("reading", 1, 1));
        return new ReturnWindowHistory(
            wanted.Slice(skip, wanted.Count - skip), knownAt, notes, panel, DailyReturns.Of(panel, Field.AdjustedClose, float.PositiveInfinity),
            range.Universe.Evaluate(panel, market.Securities), options, estimate);
    }

    protected override FactorRisk Compute(int index)
    {
        int last = index + _offset, first = last + 1 - _options.Days, n = _panel.Axes.Count, needed = (int)Math.Ceiling(_options.MinShare * _options.Days);
        List<int> columns = [];
        for (int i = 0; i < n; i++)
        {
            int present = 0;
            float low = float.PositiveInfinity, high = float.NegativeInfinity;
            for (int t = first; t <= last; t++)
            {
                float r = _returns[(t * n) + i];
                if (float.IsNaN(r)) continue;
                present++;
                low = Math.Min(low, r);
                high = Math.Max(high, r);
            }

            // A price that never moved has no risk that could be estimated.
            if (_coverage.Row(last)[i] && present >= needed && high > low) columns.Add(i);
        }

        if (columns.Count == 0)
            throw new InvalidRiskException(Calendar[index], FormattableString.Invariant($"no instrument has {needed} returns in the last {_options.Days} days"));
        int count = columns.Count;
        double[] window = new double[_options.Days * count];
        for (int c = 0; c < count; c++)
        {
            double sum = 0;
            int present = 0;
            for (int t = first; t <= last; t++)
            {
                float r = _returns[(t * n) + columns[c]];
                if (float.IsNaN(r)) continue;
                sum += r;
                present++;
            }

            double mean = sum / present;
            for (int t = first; t <= last; t++)
            {
                float r = _returns[(t * n) + columns[c]];
                window[((t - first) * count) + c] = float.IsNaN(r) ? 0 : r - mean;
            }
        }

        return _estimate(new ReturnWindow(Calendar[index], [.. columns.Select(c => _panel.Symbols[c])], window, _options.Days));
    }
}
