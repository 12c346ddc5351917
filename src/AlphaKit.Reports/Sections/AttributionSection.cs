using System.Globalization;
using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>Where the excess came from, what it proves and how much money it carries.</summary>
internal static class AttributionSection
{
    /// <summary>Brinson's attribution.</summary>
    public static Section Of(BrinsonAttribution a, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"brinson-{number}"), "Attribution", "业绩归因",
        (
            $"The portfolio returned {Show.Signed(a.PortfolioReturn, 2)}, the benchmark {Show.Signed(a.BenchmarkReturn, 2)}. After Brinson and Fachler, linked after Cariño, so that the parts add up.",
            $"组合收益 {Show.Signed(a.PortfolioReturn, 2)}，基准收益 {Show.Signed(a.BenchmarkReturn, 2)}。按 Brinson–Fachler 分解，按 Cariño 连接，各部分之和等于总超额。"),
        html =>
        {
            using (html.In("dl", ("class", "cards inner")))
            {
                Card(html, "Excess", "超额收益", a.Excess, "compounded over all periods", "全期复利");
                Card(html, "Allocation", "配置", a.Allocation, "being in the right groups", "配对了行业");
                Card(html, "Selection", "选股", a.Selection, "the right shares within them", "行业内选对了股票");
                Card(html, "Interaction", "交互", a.Interaction, "more of the right shares where they are", "在选得好的行业配得多");
            }

            Bars(html, "By group", "分行业贡献", a.Groups, "group", "total");
            new TableView(a.Groups) { Rows = 60, Coloured = ["allocation", "selection", "interaction", "total"] }.WriteTo(html);
        });

    /// <summary>Attribution to the factors of a risk model.</summary>
    public static Section Of(FactorAttribution a, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"factors-{number}"), "Factor attribution", "因子归因",
        (
            $"Of the excess {Show.Signed(a.Excess, 2)}, factors explain {Show.Signed(a.Excess - a.SpecificReturn, 2)}; {Show.Signed(a.SpecificReturn, 2)} is specific: choice of shares, costs and trading within the day.",
            $"超额 {Show.Signed(a.Excess, 2)} 中，因子解释 {Show.Signed(a.Excess - a.SpecificReturn, 2)}，特质 {Show.Signed(a.SpecificReturn, 2)}：选股、成本与日内交易。"),
        html =>
        {
            Bars(html, "Contribution by factor", "因子贡献", a.Factors, "factor", "contribution");
            string[] largest = [.. Enumerable.Range(0, a.Factors.RowCount - 1).OrderByDescending(i => Math.Abs(a.Factors["contribution"].Numbers[i])).ThenBy(i => i).Take(2).Select(i => a.Factors["factor"].Exact(i))];
            Tone[] tones = [Tone.Strategy, Tone.Benchmark];
            new TimeChart(string.Create(CultureInfo.InvariantCulture, $"factors-{number}-sum"), "Contribution so far", "累计贡献", a.Cumulative["date"].Dates,
                [
                    new TimeSeries("Specific", "特质", Tone.Third, a.Cumulative[FactorAttribution.Specific].Numbers),
                    .. largest.Select((name, i) => new TimeSeries(Terms.OfCell(name).English, Terms.OfCell(name).Chinese, tones[i], a.Cumulative[name].Numbers)),
                ])
            {
                Format = ValueFormat.Percent, Zero = ZeroLine.Shown, Height = 260, Note = ("Specific return and the two factors with the largest contribution.", "特质收益与贡献最大的两个因子。"),
            }.WriteTo(html);
            new TableView(a.Factors) { Rows = 60, Coloured = ["contribution"] }.WriteTo(html);
        });

    /// <summary>Capacity.</summary>
    public static Section Of(CapacityEstimate c) => new(
        "capacity", "Capacity", "策略容量",
        (
            $"About {Show.Cny(c.Capacity)}: participation allows {Show.Cny(c.ByParticipation)}, impact {Show.Cny(c.ByImpact)}. Judged by {Show.Count(c.Trades)} trades made with {Show.Cny(c.NetAssetValue)}.",
            $"约 {Show.Yuan(c.Capacity)}：按参与率可容纳 {Show.Yuan(c.ByParticipation)}，按冲击可容纳 {Show.Yuan(c.ByImpact)}。依据规模 {Show.Yuan(c.NetAssetValue)} 时的 {Show.Count(c.Trades)} 笔成交估算。"),
        html =>
        {
            Table table = c.ToTable();
            new BarChart("Annual excess left after impact", "扣除冲击后的年化超额", [.. table["money"].Numbers.Select(v => new Words(Show.CnyTick(v), Show.YuanTick(v)))], [new BarSeries("Net excess", "净超额", Tone.Strategy, table["net_excess"].Numbers)])
            {
                Format = ValueFormat.Percent, Note = ("By money invested; impact grows with its square root.", "横轴为资金规模，冲击随其平方根增长。"),
            }.WriteTo(html);
            new TableView(table) { Rows = 20, Coloured = ["net_excess"] }.WriteTo(html);
        });

    /// <summary>What the Sharpe ratio proves.</summary>
    public static Section Of(SharpeEvidence e) => new(
        "evidence", "Evidence", "统计显著性",
        (
            $"{Show.Count(e.Trials)} strategies were tried; the best of so many without skill would show a daily Sharpe ratio of {Show.Fixed(e.ExpectedMaximum, 3)}, this one shows {Show.Fixed(e.Sharpe, 3)} (Bailey and López de Prado, 2014).",
            $"共试验 {Show.Count(e.Trials)} 个策略；若都没有能力，其中最好者的日夏普期望为 {Show.Fixed(e.ExpectedMaximum, 3)}，本策略为 {Show.Fixed(e.Sharpe, 3)}(Bailey 与 López de Prado,2014)。"),
        html =>
        {
            using (html.In("dl", ("class", "cards inner")))
            {
                new HeadlineCard("Deflated Sharpe ratio", "折损夏普", Show.Percent(e.Deflated), "probability of more than luck", "不只是运气的概率").WriteTo(html);
                new HeadlineCard("Before deflation", "未折损", Show.Percent(e.Probabilistic), "as if it had been the only trial", "视为唯一一次试验").WriteTo(html);
                new HeadlineCard("Trials", "试验次数", Show.Count(e.Trials), $"variance of their daily ratios {Show.Fixed(e.TrialVariance, 5)}", $"日夏普方差 {Show.Fixed(e.TrialVariance, 5)}").WriteTo(html);
                new HeadlineCard("Days", "天数", Show.Count(e.Days), $"skewness {Show.Fixed(e.Skewness, 2)}, kurtosis {Show.Fixed(e.Kurtosis, 1)}", $"偏度 {Show.Fixed(e.Skewness, 2)}，峰度 {Show.Fixed(e.Kurtosis, 1)}").WriteTo(html);
            }
        });

    private static void Card(HtmlWriter html, string label, string chinese, double value, string detail, string detailChinese) =>
        new HeadlineCard(label, chinese, Show.Signed(value, 2), detail, detailChinese, Math.Sign(value)).WriteTo(html);

    private static void Bars(HtmlWriter html, string title, string chinese, Table table, string label, string value) =>
        SplitBars.Write(html, title, chinese, [.. Enumerable.Range(0, table.RowCount).Select(i => (Terms.OfCell(table[label].Exact(i)).English, Terms.OfCell(table[label].Exact(i)).Chinese, table[value].Numbers[i]))]);
}
