using System.Globalization;
using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>Rolling measures, tails, and the calendar.</summary>
internal static class RiskSection
{
    /// <summary>The sections of a backtest that show how its risk moved.</summary>
    public static IEnumerable<Section> Of(BacktestResult result)
    {
        yield return new Section("rolling", "Rolling", "滚动指标", "", html => Rolling(html, result));
        yield return new Section("risk", "Risk", "风险", ("Of daily returns; one day ahead, nothing is assumed about their distribution.", "依据日收益，提前一日，对其分布不作假设。"), html => Risk(html, result));
        yield return new Section("calendar", "Calendar", "日历效应", "", html => Calendar(html, result));
    }

    /// <summary>Trading days of the rolling window: about a year, a quarter where there are less than two years.</summary>
    internal static int Window(int days, double daysPerYear)
    {
        int year = (int)Math.Round(daysPerYear);
        return days >= 2 * year ? year : days >= 120 ? 60 : 0;
    }

    private static void Rolling(HtmlWriter html, BacktestResult result)
    {
        Performance p = result.Performance;
        int window = Window(p.Days, p.DaysPerYear);
        if (window == 0)
        {
            Figure.NoData(html, "Rolling measures", "滚动指标", ($"they need at least 120 trading days and there are {Show.Count(p.Days)}.", $"至少需要 120 个交易日，现有 {Show.Count(p.Days)} 个。"));
            return;
        }

        Table rolling = RollingStatistics.Of(result.Calendar, result.Daily["return"].Numbers, result.Daily["benchmark_return"].Numbers, window, p.DaysPerYear);
        DateOnly[] dates = [.. rolling["date"].Dates.Skip(window - 1)];
        html.Say("p", ($"Over the {Show.Count(window)} trading days up to each day; not annualised where it is a return.", $"截至每日的 {Show.Count(window)} 个交易日；收益不年化。"), ("class", "lead"));
        using (html.In("div", ("class", "two")))
        {
            Chart("return", "Return", "滚动收益", ValueFormat.Percent, ("Strategy", "策略", Tone.Strategy, "return"), ("Benchmark", "基准", Tone.Benchmark, "benchmark_return"));
            Chart("excess", "Excess return", "滚动超额", ValueFormat.Percent, ("Excess", "超额", Tone.Third, "excess"));
            Chart("risk", "Volatility and tracking error", "波动与跟踪误差", ValueFormat.Percent, ("Volatility", "年化波动", Tone.Strategy, "volatility"), ("Tracking error", "跟踪误差", Tone.Third, "tracking_error"));
            Chart("ratio", "Sharpe and information ratio", "夏普与信息比率", ValueFormat.Number, ("Sharpe", "夏普", Tone.Strategy, "sharpe"), ("Information ratio", "信息比率", Tone.Third, "information_ratio"));
            Chart("beta", "Beta", "贝塔", ValueFormat.Number, ("Beta", "贝塔", Tone.Strategy, "beta"));
            Chart("fall", "Deepest fall within the window", "窗口最大回撤", ValueFormat.Percent, ("Drawdown", "回撤", Tone.Loss, "max_drawdown"));
        }

        void Chart(string id, string title, string chinese, ValueFormat format, params (string Name, string Chinese, Tone Tone, string Column)[] series) =>
            new TimeChart($"rolling-{id}", title, chinese, dates, [.. series.Select(s => new TimeSeries(s.Name, s.Chinese, s.Tone, [.. rolling[s.Column].Numbers.Skip(window - 1)]))])
            {
                Format = format, Zero = id is "beta" ? ZeroLine.Free : ZeroLine.Shown, Reference = id is "beta" ? 1 : double.NaN, Height = 220, Width = ChartWidth.Half,
            }.WriteTo(html);
    }

    private static void Risk(HtmlWriter html, BacktestResult result)
    {
        Performance p = result.Performance;
        using (html.In("dl", ("class", "cards inner")))
        {
            new HeadlineCard("Value at risk, 5%", "在险价值", Show.Percent(p.ValueAtRisk, 2), $"worst 5% on average {Show.Percent(p.ConditionalValueAtRisk, 2)}", $"最差 5% 平均 {Show.Percent(p.ConditionalValueAtRisk, 2)}").WriteTo(html);
            new HeadlineCard("Beta", "贝塔", Show.Fixed(p.Beta, 2), $"correlation {Show.Fixed(p.Correlation, 2)}; alpha {Show.Signed(p.Alpha)} a year", $"相关系数 {Show.Fixed(p.Correlation, 2)}；年化阿尔法 {Show.Signed(p.Alpha)}").WriteTo(html);
            new HeadlineCard("Skewness", "偏度", Show.Fixed(p.Skewness, 2), $"kurtosis {Show.Fixed(p.Kurtosis, 1)}; 3 is normal", $"峰度 {Show.Fixed(p.Kurtosis, 1)}；正态为 3").WriteTo(html);
            new HeadlineCard("Sharpe above zero", "夏普显著性", Show.Percent(p.ProbabilisticSharpe), "probability, if this was the only trial", "若仅此一次试验的概率").WriteTo(html);
        }

        IReadOnlyList<DrawdownPeriod> falls = DrawdownPeriod.Deepest(result.Calendar, [.. result.Daily["return"].Numbers]);
        if (falls.Count == 0) Figure.NoData(html, "Deepest falls", "主要回撤", ("the strategy never fell below an earlier high.", "策略从未低于前高。"));
        else new TableView(DrawdownPeriod.ToTable(falls)) { Title = "Deepest falls", Chinese = "主要回撤", Rows = 10, Coloured = ["depth"] }.WriteTo(html);
    }

    private static void Calendar(HtmlWriter html, BacktestResult result)
    {
        int days = result.Calendar.Count;
        if (days < 250)
        {
            Figure.NoData(html, "Calendar effects", "日历效应", ($"they need at least 250 trading days and there are {Show.Count(days)}.", $"至少需要 250 个交易日，现有 {Show.Count(days)} 个。"));
            return;
        }

        DateOnly cut = result.Calendar[days / 2];
        Table effects = CalendarEffects.Of(result.Calendar, result.Daily["return"].Numbers, cut);
        html.Say("p", (
            $"The first half of the days against the second, from {Show.Day(cut)}: an effect that is not seen in both is likely to be chance. Whole months, compounded.",
            $"前一半日子对后一半(自 {Show.Day(cut)} 起)：只在一半中出现的效应多半是偶然。按整月复利。"), ("class", "lead"));
        using (html.In("div", ("class", "two")))
        {
            Bars(html, effects, "month", "Mean return by month", "分月平均收益");
            Bars(html, effects, "weekday", "Mean return by weekday", "分星期平均收益");
        }

        int[] rows = [.. Enumerable.Range(0, effects.RowCount).Where(i => effects["effect"].Exact(i) is not "iso_week" and not "month")];
        new TableView(effects.Select(rows)) { Title = "Effects in both halves", Chinese = "前后两半对比", Rows = 40, Columns = ["effect", "bucket", "in_periods", "in_mean", "in_t", "out_periods", "out_mean", "out_t", "persists"], Coloured = ["in_mean", "out_mean"] }.WriteTo(html);
    }

    private static void Bars(HtmlWriter html, Table effects, string effect, string title, string chinese)
    {
        int[] rows = [.. Enumerable.Range(0, effects.RowCount).Where(i => effects["effect"].Exact(i) == effect)];
        new BarChart(title, chinese, [.. rows.Select(i => Short(effects["bucket"].Exact(i)))],
        [
            new BarSeries("First half", "前半", Tone.Muted, [.. rows.Select(i => effects["in_mean"].Numbers[i])]),
            new BarSeries("Second half", "后半", Tone.Strategy, [.. rows.Select(i => effects["out_mean"].Numbers[i])]),
        ])
        {
            Format = ValueFormat.Percent, Height = 230, Width = ChartWidth.Half,
        }.WriteTo(html);
    }

    private static Words Short(string bucket) => bucket.Length > 5 && bucket[1] == ' ' ? (bucket[2..5], Terms.Of(bucket).Chinese) : bucket.Length == 2 && int.TryParse(bucket, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 ? MonthlyHeatMap.MonthName(month) : bucket;
}
