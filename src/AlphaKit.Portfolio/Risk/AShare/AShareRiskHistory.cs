namespace AlphaKit.Portfolio;

/// <summary>What <see cref="AShareRiskModel"/> estimated: the risk of every day, factor returns, residuals and how the regressions went.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class AShareRiskHistory : RiskHistory
{
    private readonly AShareEstimateData _data;
    private readonly FactorCovariances _covariances;
    private readonly int _offset;

    internal AShareRiskHistory(AShareEstimateData data, FactorCovariances covariances, AShareRiskOptions options)
        : base(Covered(data, covariances, options, out int offset, out string? note), data.Inputs.KnownAt, note is null ? [.. data.Inputs.Notes] : [.. data.Inputs.Notes, note])
    {
        _data = data;
        _covariances = covariances;
        _offset = offset;
        Factors = data.Factors;
        Styles = data.Inputs.Styles;
        Symbols = data.Inputs.Axes.Symbols;
        Regressions = [.. data.Regressions.Skip(offset).OfType<RegressionStatistics>()];
    }

    /// <summary>The names of the factors: country, styles, industries, see <see cref="RiskFactors"/>.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>The styles among the factors.</summary>
    public IReadOnlyList<RiskStyle> Styles { get; }

    /// <summary>Every instrument read, ascending; the columns of <see cref="Residuals"/>.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>How the regression of each day went; days without regression are left out.</summary>
    public IReadOnlyList<RegressionStatistics> Regressions { get; }

    /// <summary>The return of every factor on a day, in the order of <see cref="Factors"/>; NaN for a factor without instruments that day.</summary>
    /// <param name="date">A day of the calendar.</param>
    public ReadOnlyMemory<double> FactorReturns(DateOnly date) => _data.FactorReturns.AsMemory(Row(date) * Factors.Count, Factors.Count);

    /// <summary>The part of each return that the factors do not explain, in the order of <see cref="Symbols"/>; NaN where there is none.</summary>
    /// <param name="date">A day of the calendar.</param>
    public ReadOnlyMemory<float> Residuals(DateOnly date) => _data.Residuals.AsMemory(Row(date) * Symbols.Count, Symbols.Count);

    /// <summary>λ of the factors: what the volatility regime multiplies all factor volatilities by on a day.</summary>
    /// <param name="date">A day of the calendar.</param>
    public double FactorMultiplier(DateOnly date) => _covariances.FactorMultipliers[Row(date) - _data.First];

    /// <summary>λ of specific risk: what the volatility regime multiplies all specific volatilities by on a day.</summary>
    /// <param name="date">A day of the calendar.</param>
    public double SpecificMultiplier(DateOnly date) => _covariances.SpecificMultipliers[Row(date) - _data.First];

    /// <inheritdoc/>
    protected override FactorRisk Compute(int index)
    {
        int at = index + _offset, t = at + _data.First, n = Symbols.Count, styles = Styles.Count, factors = Factors.Count;
        DateOnly date = Calendar[index];
        float[] deviations = _data.Specific[at], exposures = _data.Exposures[at];
        if (deviations.Length == 0 || _covariances.Covariances[at].Length == 0)
            throw new InvalidRiskException(date, "too few instruments have a history long enough for an estimate; widen the estimation universe or choose another day");
        ReadOnlySpan<bool> covered = _data.Inputs.Coverage.Row(t);
        ReadOnlySpan<float> industries = _data.Inputs.Industry is { } matrix ? matrix.Row(t) : default;
        List<int> columns = new(n);
        for (int i = 0; i < n; i++)
        {
            if (covered[i] && !float.IsNaN(deviations[i])) columns.Add(i);
        }

        double[] x = new double[columns.Count * factors], specific = new double[columns.Count];
        double multiplier = _covariances.SpecificMultipliers[at], scale = _covariances.FactorMultipliers[at];
        for (int i = 0; i < columns.Count; i++)
        {
            int column = columns[i];
            Span<double> row = x.AsSpan(i * factors, factors);
            row[0] = 1;
            for (int s = 0; s < styles; s++) row[1 + s] = exposures[(column * styles) + s];
            if (!industries.IsEmpty) row[1 + styles + (int)industries[column]] = 1;
            double deviation = multiplier * deviations[column];
            specific[i] = deviation * deviation;
        }

        double[] covariance = [.. _covariances.Covariances[at].Select(v => v * scale * scale)];
        return new FactorRisk(date, [.. columns.Select(c => Symbols[c])], Factors, x, covariance, specific);
    }

    private static TradingCalendar Covered(AShareEstimateData data, FactorCovariances covariances, AShareRiskOptions options, out int offset, out string? note)
    {
        int days = covariances.Covariances.Length;
        offset = 0;
        while (offset < days && (covariances.Covariances[offset].Length == 0 || data.Specific[offset].Length == 0)) offset++;
        if (offset == days)
        {
            int k = data.Factors.Length;
            long regressions = Enumerable.Range(0, data.Inputs.Days).LongCount(t => !double.IsNaN(data.FactorReturns[t * k]));
            throw new InsufficientDataException(
                FormattableString.Invariant($"days with a cross-sectional regression up to {data.Inputs.Axes.Calendar.Last:yyyy-MM-dd}, for factor covariance and specific risk"),
                Math.Max(options.Factors.MinDays, ResidualMoments.TrustedDays), regressions);
        }

        note = offset == 0 ? null : FormattableString.Invariant(
            $"Risk begins on {data.Inputs.Axes.Calendar[data.First + offset]:yyyy-MM-dd}, {offset} trading days later than asked for: there is too little history before.");
        return data.Inputs.Axes.Calendar.Slice(data.First + offset, days - offset);
    }

    private int Row(DateOnly date) => Calendar.IndexOf(date) + _offset + _data.First;
}
