namespace AlphaKit.Factors;

/// <summary>Aligns values with labels, analyses each common day, and puts the tables together.</summary>
internal static class ReportBuilder
{
    public static FactorReport Build(
        string name, PanelAxes axes, FieldMatrix values, LabelValues labels, FactorAnalysisOptions options, CancellationToken cancellationToken)
    {
        DateOnly[] dates = [.. labels.Axes.Calendar.Where(axes.Calendar.Contains)];
        if (dates.Length == 0)
            throw new InsufficientDataException($"days that '{name}' ({axes.Calendar}) and {labels.Name} ({labels.Axes.Calendar}) have in common", 1, 0);
        int[] columns = [.. labels.Axes.Symbols.Select(axes.ColumnOf)];
        int common = columns.Count(c => c >= 0);
        if (common < 2) throw new InsufficientDataException($"symbols that '{name}' and {labels.Name} have in common", 2, common);

        DayAnalysis[] days = new DayAnalysis[dates.Length];
        Parallel.For(0, dates.Length, new ParallelOptions { CancellationToken = cancellationToken }, d =>
        {
            ReadOnlySpan<float> row = values.Row(axes.Calendar.IndexOf(dates[d]));
            float[] factor = new float[columns.Length];
            for (int i = 0; i < factor.Length; i++) factor[i] = columns[i] >= 0 ? row[columns[i]] : float.NaN;
            days[d] = DayAnalysis.Of(factor, labels, labels.Axes.Calendar.IndexOf(dates[d]), options);
        });

        int tooFew = Count(CoverageReason.TooFewNames), flat = Count(CoverageReason.NoVariance), beyond = Count(CoverageReason.BeyondData);
        if (tooFew + flat + beyond == days.Length)
        {
            throw new InsufficientDataException(
                $"days on which '{name}' has an information coefficient (of {days.Length} days {tooFew} have fewer than {options.MinNames} names with factor and label, {flat} no variance, {beyond} a label beyond the data)",
                1,
                0);
        }

        int lags = options.Lags ?? (labels.Horizon - 1);
        SeriesSummary ic = NeweyWest.Summarise([.. days.Select(d => d.Ic)], lags);
        SeriesSummary rankIc = NeweyWest.Summarise([.. days.Select(d => d.RankIc)], lags);
        SeriesSummary spread = NeweyWest.Summarise([.. days.Select(d => d.TopMinusBottom)], lags);
        double stability = Moments.Mean(Autocorrelations(dates, days, axes.Calendar));
        return new FactorReport
        {
            Name = name,
            LabelName = labels.Name,
            Days = days.Length - tooFew - flat - beyond,
            DaysWithTooFewNames = tooFew,
            DaysWithoutVariance = flat,
            DaysBeyondData = beyond,
            IcSummary = ic,
            RankIcSummary = rankIc,
            SpreadSummary = spread,
            RankAutocorrelation = stability,
            Summary = ReportTables.Summary(ic, rankIc, spread, stability, tooFew, flat, beyond),
            Ic = ReportTables.Ic(dates, days),
            Quantiles = ReportTables.Quantiles(days, options.Quantiles),
            QuantilesByDate = ReportTables.QuantilesByDate(dates, days, options.Quantiles),
            Coverage = ReportTables.Coverage(days),
            Notes = labels.Notes,
        };

        int Count(CoverageReason verdict) => days.Count(d => d.Verdict == verdict);
    }

    /// <summary>Rank correlations of neighbouring trading days; pairs that are not neighbours in the factor's calendar do not count.</summary>
    private static double[] Autocorrelations(DateOnly[] dates, DayAnalysis[] days, TradingCalendar calendar)
    {
        List<double> result = [];
        for (int d = 1; d < days.Length; d++)
        {
            if (calendar.IndexOf(dates[d]) != calendar.IndexOf(dates[d - 1]) + 1) continue;
            double correlation = DayAnalysis.RankCorrelation(days[d], days[d - 1]);
            if (!double.IsNaN(correlation)) result.Add(correlation);
        }

        return [.. result];
    }
}
