using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>
/// The technical columns that Tushare computes, reproduced. The printed digits (up to nine of them) are more than single precision holds, so
/// they are reproduced by the definitions in double precision, and the indicators are held to the same columns as closely as single precision allows.
/// </summary>
public sealed class TushareColumnsTests
{
    private static readonly string[] Shares = ["600036.SH_indiv_techin.csv", "600519.SH_indiv_techin.csv", "002594.SZ_indiv_techin.csv"];
    private static readonly string[] Indices = ["510300.SH_indiv_techin.csv", "510500.SH_indiv_techin.csv"];

    // Bars, and what is checked by a test of its own below.
    private static readonly string[] Apart =
    [
        "ema_bfq_60", "ema_bfq_90", "ema_bfq_250", "xsii_td3_bfq", "xsii_td4_bfq", "obv_bfq", "topdays", "lowdays",
    ];

    [SharedDataFact("tushare_samples/600036.SH_indiv_techin.csv")]
    public void Definitions_reproduce_the_printed_digits()
    {
        foreach ((TushareTable table, TushareColumn column) in Everything())
        {
            double[] expected = table[column.Name], actual = column.Definition(table.Bars);
            double allowed = 0.5 * Math.Pow(10, -column.Decimals) * 1.02;
            for (int t = column.Settled; t < table.Days; t++)
            {
                if (!(Math.Abs(expected[t] - actual[t]) <= allowed)) Assert.Fail($"{column.Name}, row {t}: Tushare prints {expected[t]}, the definition gives {actual[t]:R}.");
            }
        }
    }

    /// <summary>The expressions of the library themselves, with the reference operators in double precision.</summary>
    [SharedDataFact("tushare_samples/600036.SH_indiv_techin.csv")]
    public void Expressions_in_double_precision_reproduce_the_printed_digits()
    {
        foreach (IGrouping<TushareTable, (TushareTable Table, TushareColumn Column)> group in Everything().GroupBy(e => e.Table))
        {
            DoubleEvaluator evaluator = new(group.Key.Panel, group.Key.Bars);
            foreach (TushareColumn column in group.Select(g => g.Column))
            {
                double[] expected = group.Key[column.Name], actual = evaluator.Compute(column.Factor);
                double allowed = 0.5 * Math.Pow(10, -column.Decimals) * 1.02;
                for (int t = Math.Max(column.Settled, column.Factor.LookBack); t < expected.Length; t++)
                {
                    if (!(Math.Abs(expected[t] - actual[t]) <= allowed)) Assert.Fail($"{column.Name}, row {t}: Tushare prints {expected[t]}, the expression gives {actual[t]:R}.");
                }
            }
        }
    }

    /// <summary>
    /// What is allowed beyond the last printed digit: four times what rounding the prices to single precision does to the definition, and the
    /// rounding of intermediate series.
    /// </summary>
    [SharedDataFact("tushare_samples/600036.SH_indiv_techin.csv")]
    public void Indicators_reproduce_the_columns_as_far_as_single_precision_goes()
    {
        List<string> findings = [];
        foreach ((TushareTable table, TushareColumn column) in Everything())
        {
            int from = Math.Max(column.Settled, column.Factor.LookBack);
            double[] expected = table[column.Name], exact = column.Definition(table.Bars), rounded = column.Definition(table.RoundedBars);
            double moved = Enumerable.Range(from, table.Days - from).Max(t => Math.Abs(exact[t] - rounded[t]));
            double allowed = (0.51 * Math.Pow(10, -column.Decimals)) + (4 * moved) + (column.Single * expected.Max(Math.Abs)) + (column.RoundedPrices * 6e-8 * table["close"].Max());
            float[] actual = column.Factor.Compute(table.Panel).Values.Column(0);
            int worst = Enumerable.Range(from, table.Days - from).MaxBy(t => Math.Abs(expected[t] - actual[t]));
            if (!(Math.Abs(expected[worst] - actual[worst]) <= allowed))
                findings.Add($"{column.Name}, row {worst}: Tushare prints {expected[worst]}, the indicator gives {actual[worst]:R}, allowed {allowed:R}.");
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [SharedDataFact("tushare_samples/510300.SH_indiv_techin.csv")]
    public void Every_column_is_accounted_for()
    {
        string[] bars = ["open", "high", "low", "close", "pre_close", "change", "pct_change", "vol", "amount", "adj_factor"];
        TushareTable share = new(Shares[0]), index = new(Indices[0]);
        Assert.Equal(
            share.Names.Where(n => !bars.Contains(n) && !n.EndsWith("fq", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            TushareColumns.OfShares.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            index.Names.Except(bars).Order(StringComparer.Ordinal),
            TushareColumns.OfIndices.Select(c => c.Name).Concat(Apart).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// 500 rows are too few for these means to forget what came before the table, but each printed value follows from the printed value before,
    /// up to the rounding of both.
    /// </summary>
    [SharedDataFact("tushare_samples/510300.SH_indiv_techin.csv")]
    public void Long_means_follow_from_the_printed_value_before()
    {
        foreach (TushareTable table in Indices.Select(f => new TushareTable(f)))
        {
            SlowBars x = table.Bars;
            foreach (int days in new[] { 60, 90, 250 }) Follows(table[$"ema_bfq_{days}"], x.Close, [.. x.Close.Select(_ => 2.0 / (days + 1))]);
            double[] share = Slow.Each(TushareColumns.Price(x), Slow.Mean(x.Close, 20), (p, m) => Math.Abs(p - m) / m);
            Follows([.. table["xsii_td3_bfq"].Select(v => v / 1.07)], x.Close, share);
            Follows([.. table["xsii_td4_bfq"].Select(v => v / 0.93)], x.Close, share);
        }

        static void Follows(double[] y, double[] x, double[] share)
        {
            for (int t = 1; t < y.Length; t++)
            {
                if (!double.IsNaN(share[t])) Assert.Equal(y[t - 1] + (share[t] * (x[t] - y[t - 1])), y[t], 1.1e-5);
            }
        }
    }

    /// <summary>Tushare's line adds up since the first day of the index, in ten thousand lots; the indicator is its change.</summary>
    [SharedDataFact("tushare_samples/510300.SH_indiv_techin.csv")]
    public void Obv_is_the_change_of_the_printed_line()
    {
        foreach (TushareTable table in Indices.Select(f => new TushareTable(f)))
        {
            double[] line = table["obv_bfq"];
            float[] obv = Indicators.Obv(20, Bars.Unadjusted).Compute(table.Panel).Values.Column(0);
            for (int t = 20; t < line.Length; t++) Assert.Equal(line[t] - line[t - 20], obv[t] / 10_000, 0.5);
        }
    }

    /// <summary>Tushare looks back without bound, the indicator half a year.</summary>
    [SharedDataFact("tushare_samples/510300.SH_indiv_techin.csv")]
    public void Days_topped_equal_the_printed_ones_up_to_the_bound()
    {
        foreach (TushareTable table in Indices.Select(f => new TushareTable(f)))
        {
            float[] top = Indicators.DaysTopped(Bars.Unadjusted).Compute(table.Panel).Values.Column(0);
            float[] low = Indicators.DaysUndercut(Bars.Unadjusted).Compute(table.Panel).Values.Column(0);
            for (int t = Indicators.MostDaysTopped; t < table.Days; t++)
            {
                Assert.Equal(Math.Min(table["topdays"][t], Indicators.MostDaysTopped), top[t]);
                Assert.Equal(Math.Min(table["lowdays"][t], Indicators.MostDaysTopped), low[t]);
            }
        }
    }

    private static IEnumerable<(TushareTable Table, TushareColumn Column)> Everything() =>
        Shares.Select(f => new TushareTable(f)).SelectMany(t => TushareColumns.OfShares.Select(c => (t, c)))
            .Concat(Indices.Select(f => new TushareTable(f)).SelectMany(t => TushareColumns.OfIndices.Select(c => (t, c))));
}
