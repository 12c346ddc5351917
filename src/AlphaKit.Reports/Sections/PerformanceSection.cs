using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>Growth against the benchmark, drawdown, years, months, distribution of daily returns.</summary>
internal static class PerformanceSection
{
    /// <summary>The sections of a backtest that show what it earned.</summary>
    public static IEnumerable<Section> Of(BacktestResult result)
    {
        Performance p = result.Performance;
        yield return new Section("growth", "Growth", "净值", ($"Growth of 1 after all costs, at each close; benchmark: {p.Benchmark}.", $"1 元扣除全部成本后每日收盘的净值；基准：{Phrases.Of(p.Benchmark).InChinese}。"), html => Growth(html, result));
        yield return new Section("drawdown", "Drawdown", "回撤", "", html => Drawdown(html, result));
        yield return new Section("years", "Years", "年度", ("Part years are not annualised.", "不足一年的不年化。"), html => Years(html, result));
        yield return new Section("months", "Months", "月度与日度", "", html => Months(html, result));
    }

    /// <summary>Π(1 + r) over the days up to each day.</summary>
    internal static double[] Compounded(IReadOnlyList<double> returns)
    {
        double[] growth = new double[returns.Count];
        double value = 1;
        for (int t = 0; t < growth.Length; t++) growth[t] = value *= 1 + returns[t];
        return growth;
    }

    private static void Growth(HtmlWriter html, BacktestResult result)
    {
        IReadOnlyList<DateOnly> dates = result.Daily["date"].Dates;
        double[] strategy = Compounded(result.Daily["return"].Numbers), benchmark = Compounded(result.Daily["benchmark_return"].Numbers);
        new TimeChart("chart-growth", "Strategy and benchmark", "策略与基准净值", dates,
        [
            new TimeSeries("Strategy", "策略", Tone.Strategy, strategy),
            new TimeSeries("Benchmark", "基准", Tone.Benchmark, benchmark),
        ])
        {
            Axis = AxisScale.LinearOrLog,
            Reference = 1,
            Height = 360,
        }.WriteTo(html);

        double[] relative = [.. strategy.Zip(benchmark, (s, b) => b > 0 ? s / b : double.NaN)];
        new TimeChart("chart-relative", "Strategy divided by benchmark", "相对净值", dates, [new TimeSeries("Relative growth", "相对净值", Tone.Third, relative)])
        {
            Axis = AxisScale.Linear,
            Reference = 1,
            Height = 210,
            Note = ("Rising means ahead of the benchmark.", "上升即跑赢基准。"),
        }.WriteTo(html);
    }

    private static void Drawdown(HtmlWriter html, BacktestResult result)
    {
        IReadOnlyList<DateOnly> dates = result.Daily["date"].Dates;
        IReadOnlyList<double> fall = result.Daily["drawdown"].Numbers;
        Performance p = result.Performance;
        int from = IndexOf(dates, p.MaxDrawdownPeak), trough = IndexOf(dates, p.MaxDrawdownTrough);
        bool marked = trough >= 0 && from >= 0;
        Words note = ("The strategy never fell below an earlier high.", "策略从未低于前高。");
        if (marked)
        {
            note = new Words($"Maximum drawdown {Show.Percent(p.MaxDrawdown)} from {Show.Day(dates[from])} to {Show.Day(dates[trough])}; ", $"最大回撤 {Show.Percent(p.MaxDrawdown)}，{Show.Day(dates[from])} 至 {Show.Day(dates[trough])},")
                + (p.MaxDrawdownRecovery is { } day ? new Words($"the high was reached again on {Show.Day(day)}.", $"{Show.Day(day)} 再创新高。") : new Words("the high was not reached again.", "其后未再创新高。"));
        }

        new TimeChart("chart-drawdown", "Distance below the running high", "动态回撤", dates, [new TimeSeries("Drawdown", "回撤", Tone.Loss, fall, SeriesKind.Area)])
        {
            Format = ValueFormat.Percent,
            Zero = ZeroLine.Shown,
            Height = 230,
            Mark = marked ? new MarkedSpan(from, trough, trough, Show.Percent(p.MaxDrawdown)) : null,
            Note = note,
        }.WriteTo(html);
        ExcessDrawdown(html, result, dates);
    }

    private static void ExcessDrawdown(HtmlWriter html, BacktestResult result, IReadOnlyList<DateOnly> dates)
    {
        Performance p = result.Performance;
        double[] ahead = Compounded([.. result.Daily["return"].Numbers.Zip(result.Daily["benchmark_return"].Numbers, (r, b) => r - b)]), fall = new double[ahead.Length];
        double high = 1;
        for (int t = 0; t < fall.Length; t++)
        {
            high = Math.Max(high, ahead[t]);
            fall[t] = (ahead[t] / high) - 1;
        }

        int from = IndexOf(dates, p.ExcessMaxDrawdownPeak), trough = IndexOf(dates, p.ExcessMaxDrawdownTrough);
        bool marked = trough >= 0 && from >= 0;
        new TimeChart("chart-excess-drawdown", "Excess below its running high", "超额回撤", dates, [new TimeSeries("Excess drawdown", "超额回撤", Tone.Loss, fall, SeriesKind.Area)])
        {
            Format = ValueFormat.Percent,
            Zero = ZeroLine.Shown,
            Height = 190,
            Mark = marked ? new MarkedSpan(from, trough, trough, Show.Percent(p.ExcessMaxDrawdown)) : null,
            Note = !marked ? ("The daily-compounded excess never fell below an earlier high.", "日复利超额从未低于前高。")
                : new Words($"Of the daily-compounded excess: {Show.Percent(p.ExcessMaxDrawdown)} from {Show.Day(dates[from])} to {Show.Day(dates[trough])}; ", $"日复利超额最大回撤 {Show.Percent(p.ExcessMaxDrawdown)}，{Show.Day(dates[from])} 至 {Show.Day(dates[trough])},")
                + (p.ExcessMaxDrawdownRecovery is { } day ? new Words($"made good on {Show.Day(day)}.", $"{Show.Day(day)} 修复。") : new Words("not made good since.", "其后未修复。")),
        }.WriteTo(html);
    }

    private static void Years(HtmlWriter html, BacktestResult result)
    {
        Table yearly = result.Yearly;
        Words[] years = [.. Enumerable.Range(0, yearly.RowCount).Select(i => new Words(yearly["year"].Shown(i)))];
        new BarChart("Yearly returns", "年度收益", years,
        [
            new BarSeries("Strategy", "策略", Tone.Strategy, yearly["return"].Numbers),
            new BarSeries("Benchmark", "基准", Tone.Benchmark, yearly["benchmark"].Numbers),
        ])
        {
            Format = ValueFormat.Percent,
        }.WriteTo(html);
        new TableView(yearly) { Rows = 60, Coloured = ["return", "benchmark", "arithmetic_excess", "compounded_excess"] }.WriteTo(html);
    }

    private static void Months(HtmlWriter html, BacktestResult result)
    {
        Table monthly = result.Monthly;
        MonthlyHeatMap.Write(html, [.. Enumerable.Range(0, monthly.RowCount).Select(i => monthly["month"].Shown(i))], monthly["return"].Numbers);
        IReadOnlyList<double> daily = result.Daily["return"].Numbers;
        using (html.In("div", ("class", "two")))
        {
            new Histogram("Daily returns", "日收益分布", daily) { Format = ValueFormat.Percent }.WriteTo(html);
            double[] excess = [.. daily.Zip(result.Daily["benchmark_return"].Numbers, (r, b) => r - b)];
            new Histogram("Daily excess over the benchmark", "日超额分布", excess) { Format = ValueFormat.Percent }.WriteTo(html);
        }
    }

    private static int IndexOf(IReadOnlyList<DateOnly> dates, DateOnly? day)
    {
        for (int i = 0; i < dates.Count; i++)
        {
            if (dates[i] == day) return i;
        }

        return -1;
    }
}
