using System.Globalization;
using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>What a monitor saw.</summary>
internal static class MonitorSection
{
    /// <summary>The section of one monitor report.</summary>
    public static Section Of(MonitorReport report, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"monitor-{number}"), number == 1 ? "Monitor" : string.Create(CultureInfo.InvariantCulture, $"Monitor {number}"), number == 1 ? "模型监控" : string.Create(CultureInfo.InvariantCulture, $"模型监控 {number}"),
        (
            $"{report.Name}, {Show.Day(report.Calendar.First)} to {Show.Day(report.Calendar.Last)}; every figure rests on what was known at the close of its day.",
            $"{report.Name}，{Show.Day(report.Calendar.First)} 至 {Show.Day(report.Calendar.Last)}；每个数字只依据当日收盘时已知的信息。"),
        html => Write(html, report, number));

    private static void Write(HtmlWriter html, MonitorReport report, int number)
    {
        IReadOnlyList<DateOnly> dates = report.Calendar.Days.ToArray();
        string id = string.Create(CultureInfo.InvariantCulture, $"monitor-{number}");
        new TimeChart($"{id}-ic", "Trailing rank IC on matured labels", "滚动 RankIC(已到期标签)", dates,
        [
            new TimeSeries("RankIC", "", Tone.Muted, report.Daily["rank_ic"].Numbers, SeriesKind.Bars),
            new TimeSeries("Trailing mean", "滚动均值", Tone.Strategy, report.Daily["trailing_ic"].Numbers),
        ])
        {
            Zero = ZeroLine.Shown, Height = 240,
        }.WriteTo(html);
        using (html.In("div", ("class", "two")))
        {
            new TimeChart($"{id}-coverage", "Coverage", "覆盖率", dates, [new TimeSeries("Scored members", "有评分占比", Tone.Third, report.Daily["coverage"].Numbers, SeriesKind.Area)])
            {
                Format = ValueFormat.Percent, Zero = ZeroLine.Shown, Height = 200, Width = ChartWidth.Half,
            }.WriteTo(html);
            new TimeChart($"{id}-shift", "Largest shift of an input", "输入漂移 (PSI)", dates, [new TimeSeries("Stability index", "稳定性指数", Tone.Benchmark, report.Daily["worst_shift"].Numbers)])
            {
                Zero = ZeroLine.Shown, Height = 200, Width = ChartWidth.Half,
            }.WriteTo(html);
        }

        Table decay = report.Decay;
        new BarChart("Rank IC by age of the score", "IC 衰减", [.. Enumerable.Range(0, decay.RowCount).Select(i => new Words(decay["age"].Exact(i) + "d", decay["age"].Exact(i) + "日"))], [new BarSeries("RankIC", "", Tone.Strategy, decay["rank_ic"].Numbers)])
        {
            Height = 200, Note = ("Trading days between the score and the day whose label it is judged by.", "评分日与检验其标签的日子相隔的交易日数。"),
        }.WriteTo(html);
        if (report.Alerts.Count == 0) Figure.NoData(html, "Alerts", "预警", ("nothing was found worth telling.", "没有值得报告的情况。"));
        else new SearchTable(new TableView(report.ToTable()) { Title = "Alerts", Chinese = "预警" }).WriteTo(html);
    }
}
