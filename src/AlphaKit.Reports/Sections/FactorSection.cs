using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Reports;

/// <summary>One factor or model score against its label: information coefficients, groups, coverage.</summary>
internal static class FactorSection
{
    /// <summary>Trading days of the rolling mean of the rank IC.</summary>
    public const int RollingDays = 60;

    /// <summary>The section of one factor report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="number">Its place among the factor reports, from 1.</param>
    public static Section Of(FactorReport report, int number)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"factor-{number}");
        return new Section(id, number == 1 ? "Prediction" : $"Prediction {number}", number == 1 ? "因子检验" : $"因子检验 {number}", ($"{report.Name} against {report.LabelName}, over {Show.Count(report.Days)} days.", $"{report.Name} 对 {report.LabelName}，共 {Show.Count(report.Days)} 天。"), html => Write(html, report, id));
    }

    /// <summary>Mean of the last <paramref name="days"/> values up to each position, missing ones left out; NaN until half of them are there.</summary>
    internal static double[] Rolling(IReadOnlyList<double> values, int days)
    {
        double[] means = new double[values.Count];
        for (int t = 0; t < means.Length; t++)
        {
            double sum = 0;
            int count = 0;
            for (int i = Math.Max(0, t - days + 1); i <= t; i++)
            {
                if (!double.IsFinite(values[i])) continue;
                sum += values[i];
                count++;
            }

            means[t] = count * 2 >= days ? sum / count : double.NaN;
        }

        return means;
    }

    /// <summary>Running sum; missing where the value is missing, which does not interrupt the sum.</summary>
    internal static double[] Cumulative(IReadOnlyList<double> values)
    {
        double[] sums = new double[values.Count];
        double sum = 0;
        for (int t = 0; t < sums.Length; t++) sums[t] = double.IsFinite(values[t]) ? sum += values[t] : double.NaN;
        return sums;
    }

    private static void Write(HtmlWriter html, FactorReport report, string id)
    {
        using (html.In("dl", ("class", "cards inner")))
        {
            SeriesSummary rank = report.RankIcSummary;
            new HeadlineCard("Mean RankIC", "RankIC 均值", Show.Percent(report.MeanRankIc, 2), $"IC {Show.Percent(report.MeanIc, 2)}").WriteTo(html);
            new HeadlineCard("ICIR", "信息比率", Show.Fixed(report.IcIr, 2), "daily RankIC, mean over deviation", "每日 RankIC 均值除以标准差").WriteTo(html);
            new HeadlineCard("t-statistic", "t 值", Show.Fixed(report.TStatistic, 2), $"Newey–West, {Show.Count(rank.Lags)} lags", $"Newey–West，滞后 {Show.Count(rank.Lags)} 期").WriteTo(html);
            new HeadlineCard("Days above zero", "RankIC 为正", Show.Percent(rank.PositiveShare), $"of {Show.Count(rank.Days)} days", $"共 {Show.Count(rank.Days)} 天").WriteTo(html);
        }

        // A model has no opinion before its first fold: the axis begins with its first day.
        int first = Math.Max(0, FirstDay(report.Ic["rank_ic"].Numbers));
        DateOnly[] dates = [.. report.Ic["date"].Dates.Skip(first)];
        double[] ic = [.. report.Ic["ic"].Numbers.Skip(first)], rankIc = [.. report.Ic["rank_ic"].Numbers.Skip(first)];
        new TimeChart($"{id}-ic", "RankIC by day", "每日 RankIC", dates,
        [
            new TimeSeries("RankIC", "", Tone.Muted, rankIc, SeriesKind.Bars),
            new TimeSeries(string.Create(CultureInfo.InvariantCulture, $"Mean of {RollingDays} days"), string.Create(CultureInfo.InvariantCulture, $"{RollingDays} 日均值"), Tone.Strategy, Rolling(rankIc, RollingDays)),
        ])
        {
            Zero = ZeroLine.Shown,
            Height = 240,
        }.WriteTo(html);
        using (html.In("div", ("class", "two")))
        {
            new TimeChart($"{id}-sum", "Cumulative IC", "累计 RankIC", dates,
            [
                new TimeSeries("RankIC", "", Tone.Strategy, Cumulative(rankIc)),
                new TimeSeries("IC", "", Tone.Benchmark, Cumulative(ic)),
            ])
            {
                Zero = ZeroLine.Shown, Height = 240, Width = ChartWidth.Half, Note = ("A steady slope is a steady prediction.", "斜率稳定即预测稳定。"),
            }.WriteTo(html);
            new Histogram("Distribution of RankIC", "RankIC 分布", rankIc).WriteTo(html);
            Table groups = report.Quantiles;
            new BarChart("Mean label by group", "分组收益", [.. Enumerable.Range(0, groups.RowCount).Select(i => new Words($"Q{groups["quantile"].Shown(i)}"))],
                [new BarSeries("Mean label", "平均收益", Tone.Strategy, groups["mean_return"].Numbers)])
            {
                Format = ValueFormat.Percent, Height = 240, Width = ChartWidth.Half, Note = ("Q1 holds the lowest values. Before costs, over the label's horizon.", "Q1 为因子值最低的一组。标签期限内，未扣成本。"),
            }.WriteTo(html);
            Coverage(html, report.Coverage);
        }

        new TableView(report.Summary) { Title = "Summary", Chinese = "汇总", Rows = 40 }.WriteTo(html);
        if (report.Notes.Count > 0)
        {
            using (html.In("div", ("class", "panel"))) DataSection.Bullets(html, report.Notes);
        }
    }

    private static void Coverage(HtmlWriter html, Table coverage)
    {
        TableColumn reasons = coverage["reason"], cells = coverage["cells"], shares = coverage["share"];
        Waterfall.Write(html, "Where stock-days go", "样本覆盖",
            [.. Enumerable.Range(0, coverage.RowCount).Where(i => cells.Numbers[i] > 0).Select(i =>
                (Capital(reasons.Shown(i)), Phrases.Of(reasons.Shown(i)).Chinese, shares.Numbers[i], new Words(Show.Percent(shares.Numbers[i], 2)), reasons.Shown(i) == "used" ? Tone.Third : Tone.Muted))],
            ("Share of all stocks × days; reasons without a cell are left out.", "占全部股票 × 天数的比例；没有样本的原因不列。"));
    }

    private static int FirstDay(IReadOnlyList<double> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i])) return i;
        }

        return -1;
    }

    private static string Capital(string text) => text.Length == 0 ? text : string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
