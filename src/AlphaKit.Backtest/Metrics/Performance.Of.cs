namespace AlphaKit.Backtest;

public sealed partial record Performance
{
    /// <summary>Measures a backtest.</summary>
    /// <param name="input">The series.</param>
    /// <exception cref="ArgumentException">The series differ in length, are empty or hold a value that is not finite.</exception>
    public static Performance Of(PerformanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        double[] r = Checked(input.Returns, input.Calendar, nameof(input.Returns));
        double[] b = Checked(input.BenchmarkReturns, input.Calendar, nameof(input.BenchmarkReturns));
        double[] e = ReturnStatistics.Excess(r, b);
        double n = input.DaysPerYear, rf = Math.Pow(1 + input.RiskFreeRate, 1 / n) - 1;
        double annual = ReturnStatistics.AnnualisedReturn(r, n), benchmarkAnnual = ReturnStatistics.AnnualisedReturn(b, n);
        double compounded = ReturnStatistics.AnnualisedReturn(e, n), trackingError = ReturnStatistics.AnnualisedVolatility(e, n);
        Drawdown deepest = ReturnStatistics.MaxDrawdown(r), behind = ReturnStatistics.MaxDrawdown(e);
        double[] months = PeriodReturns.Of(input.Calendar, r, PeriodReturns.Month).Select(p => p.Return).ToArray();
        double[] benchmarkMonths = PeriodReturns.Of(input.Calendar, b, PeriodReturns.Month).Select(p => p.Return).ToArray();
        double years = r.Length / n;
        return new Performance
        {
            First = input.Calendar.First,
            Last = input.Calendar.Last,
            Days = r.Length,
            DaysPerYear = n,
            RiskFreeRate = input.RiskFreeRate,
            TotalReturn = ReturnStatistics.TotalReturn(r),
            AnnualisedReturn = annual,
            AnnualisedVolatility = ReturnStatistics.AnnualisedVolatility(r, n),
            Sharpe = ReturnStatistics.Sharpe(r, rf, n),
            Sortino = ReturnStatistics.Sortino(r, rf, n),
            MaxDrawdown = deepest.Depth,
            MaxDrawdownPeak = deepest.Trough < 0 ? null : input.Calendar[Math.Max(deepest.Peak, 0)],
            MaxDrawdownTrough = deepest.Trough < 0 ? null : input.Calendar[deepest.Trough],
            MaxDrawdownRecovery = deepest.Recovery < 0 ? null : input.Calendar[deepest.Recovery],
            Calmar = ReturnStatistics.Calmar(r, n),
            DailyWinRate = ReturnStatistics.WinRate(r),
            MonthlyWinRate = ReturnStatistics.WinRate(months),
            Benchmark = input.Benchmark,
            BenchmarkTotalReturn = ReturnStatistics.TotalReturn(b),
            BenchmarkAnnualisedReturn = benchmarkAnnual,
            ArithmeticExcess = annual - benchmarkAnnual,
            GeometricExcess = ((1 + annual) / (1 + benchmarkAnnual)) - 1,
            CompoundedExcess = compounded,
            TrackingError = trackingError,
            InformationRatio = ReturnStatistics.Sharpe(e, 0, n),
            CompoundedInformationRatio = trackingError > 0 ? compounded / trackingError : double.NaN,
            ExcessMaxDrawdown = behind.Depth,
            ExcessMaxDrawdownPeak = behind.Trough < 0 ? null : input.Calendar[Math.Max(behind.Peak, 0)],
            ExcessMaxDrawdownTrough = behind.Trough < 0 ? null : input.Calendar[behind.Trough],
            ExcessMaxDrawdownRecovery = behind.Recovery < 0 ? null : input.Calendar[behind.Recovery],
            Beta = ReturnStatistics.Beta(r, b),
            Alpha = ReturnStatistics.Alpha(r, b, rf, n),
            Correlation = ReturnStatistics.Correlation(r, b),
            ValueAtRisk = ReturnStatistics.ValueAtRisk(r),
            ConditionalValueAtRisk = ReturnStatistics.ConditionalValueAtRisk(r),
            Skewness = ReturnStatistics.Skewness(r),
            Kurtosis = ReturnStatistics.Kurtosis(r),
            ProbabilisticSharpe = r.Length < 4 ? double.NaN : SharpeEvidence.Of([.. r.Select(x => x - rf)], trials: 1).Probabilistic,
            ExcessCalmar = ReturnStatistics.Calmar(e, n),
            ExcessDailyWinRate = ReturnStatistics.WinRate(e),
            ExcessMonthlyWinRate = ReturnStatistics.WinRate(ReturnStatistics.Excess(months, benchmarkMonths)),
            Activity = input.Activity,
            AnnualCost = (double)input.Activity.Costs.Total / input.MeanNetAssetValue / years,
        };
    }

    private static double[] Checked(IReadOnlyList<double> series, TradingCalendar calendar, string name)
    {
        if (series.Count != calendar.Count)
            throw new ArgumentException($"{name} has {series.Count} values, the calendar {calendar.Count} days: there must be one for each day.", name);
        double[] values = [.. series];
        for (int t = 0; t < values.Length; t++)
        {
            if (!double.IsFinite(values[t])) throw new ArgumentException($"{name} on {calendar[t]:yyyy-MM-dd} is {values[t]}: it must be finite.", name);
        }

        return values;
    }
}
