using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>Turnover, costs, trades, orders that stayed open, corporate actions.</summary>
internal static class TradingSection
{
    /// <summary>The sections of a backtest that show how it traded.</summary>
    public static IEnumerable<Section> Of(BacktestResult result)
    {
        yield return new Section("costs", "Costs", "换手与成本", "", html => Costs(html, result));
        yield return new Section("trades", "Trades", "成交明细", "", html => Trades(html, result));
        yield return new Section("unfilled", "Unfilled orders", "未成交委托", "", html => Rejections(html, result));
    }

    private static void Costs(HtmlWriter html, BacktestResult result)
    {
        Costs costs = result.Performance.Activity.Costs;
        double total = (double)costs.Total;
        (string, string, double, Words, Tone)[] parts =
        [
            Part("Commission", "佣金", costs.Commission),
            Part("Stamp duty", "印花税", costs.StampDuty),
            Part("Transfer fee", "过户费", costs.TransferFee),
            Part("Other fees", "其他费用", costs.OtherFees),
            Part("Slippage", "滑点", costs.Slippage),
            Part("Dividend tax", "红利税", costs.DividendTax),
        ];
        IReadOnlyList<DateOnly> dates = result.Daily["date"].Dates;
        IReadOnlyList<double> nav = result.Daily["nav"].Numbers;
        double[] invested = [.. result.Daily["positions_value"].Numbers.Zip(nav, (held, all) => all > 0 ? held / all : double.NaN)];
        double[] turnover = [.. result.Daily["turnover"].Numbers.Select(t => t > 0 ? t : double.NaN)];
        using (html.In("div", ("class", "two")))
        {
            Waterfall.Write(html, "Costs by kind", "成本构成", parts, ($"{Show.Cny(total)} in all, {Show.Percent(result.Performance.AnnualCost, 2)} of mean net asset value a year.", $"合计 {Show.Yuan(total)}，每年占平均净值 {Show.Percent(result.Performance.AnnualCost, 2)}。"));
            new TimeChart("chart-fees", "Fees paid so far", "累计费用", dates, [new TimeSeries("Fees", "费用", Tone.Strategy, Summed(result.Daily["fees"].Numbers))])
            {
                Format = ValueFormat.Cny, Zero = ZeroLine.Shown, Height = 220, Width = ChartWidth.Half,
            }.WriteTo(html);
            new TimeChart("chart-turnover", "Turnover on dealing days", "换手率", dates, [new TimeSeries("Two-sided turnover", "双边换手", Tone.Strategy, turnover, SeriesKind.Bars)])
            {
                Format = ValueFormat.Percent, Zero = ZeroLine.Shown, Height = 220, Width = ChartWidth.Half,
            }.WriteTo(html);
            new TimeChart("chart-invested", "Share of money invested", "仓位", dates, [new TimeSeries("Invested", "仓位", Tone.Third, invested, SeriesKind.Area)])
            {
                Format = ValueFormat.Percent, Zero = ZeroLine.Shown, Height = 220, Width = ChartWidth.Half,
            }.WriteTo(html);
        }

        (string, string, double, Words, Tone) Part(string name, string chinese, decimal value) =>
            (name, chinese, (double)value, (Show.Cny((double)value), Show.Yuan((double)value)), Tone.Benchmark);
    }

    private static void Trades(HtmlWriter html, BacktestResult result)
    {
        TradingActivity activity = result.Performance.Activity;
        if (result.Trades.RowCount == 0)
        {
            Figure.NoData(html, "Trades", "成交明细", ("nothing was bought or sold.", "没有买卖。"));
        }
        else
        {
            TableColumn side = result.Trades["side"];
            int buys = Enumerable.Range(0, side.Count).Count(i => side.Shown(i) == nameof(TradeSide.Buy));
            html.Say("p", (
                $"{Show.Count(result.Trades.RowCount)} fills on {Show.Count(activity.Rebalances)} dealing days: {Show.Count(buys)} buys, {Show.Count(side.Count - buys)} sales. "
                + $"{Show.Percent(activity.TradeWinRate)} of the sales brought in more than the shares had cost, fees included (first in, first out).",
                $"{Show.Count(activity.Rebalances)} 个调仓日共成交 {Show.Count(result.Trades.RowCount)} 笔：买入 {Show.Count(buys)} 笔，卖出 {Show.Count(side.Count - buys)} 笔。"
                + $"{Show.Percent(activity.TradeWinRate)} 的卖出高于成本(含费用，先进先出)。"), ("class", "lead"));
            new SearchTable(new TableView(result.Trades) { Coloured = ["realised"] }).WriteTo(html);
        }

        if (result.Events.RowCount > 0) new SearchTable(new TableView(result.Events) { Title = "Corporate actions of holdings", Chinese = "公司行动", Rows = 15 }).WriteTo(html);
    }

    private static void Rejections(HtmlWriter html, BacktestResult result)
    {
        Table table = result.Rejections;
        if (table.RowCount == 0)
        {
            Figure.NoData(html, "Orders not filled", "未成交委托", result.Trades.RowCount == 0 ? ("no order was given.", "没有委托。") : ("every order was filled in full.", "全部委托均已成交。"));
            return;
        }

        TableColumn reasons = table["reason"];
        IEnumerable<IGrouping<string, string>> groups = Enumerable.Range(0, table.RowCount).Select(reasons.Shown).GroupBy(r => r, StringComparer.Ordinal);
        Waterfall.Write(html, "By reason", "按原因", [.. groups.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            (string english, string chinese) = Terms.Of(g.Key);
            return (english, chinese, (double)g.Count(), new Words(Show.Count(g.Count())), Tone.Strategy);
        })], ("Orders that were filled in part count here too.", "部分成交的委托也计入。"));
        new SearchTable(new TableView(table)).WriteTo(html);
    }

    private static double[] Summed(IReadOnlyList<double> values)
    {
        double[] sums = new double[values.Count];
        double sum = 0;
        for (int i = 0; i < sums.Length; i++) sums[i] = sum += double.IsFinite(values[i]) ? values[i] : 0;
        return sums;
    }
}
