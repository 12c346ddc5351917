namespace AlphaKit.Factors.Tests.Analysis;

public sealed class FactorAnalysisTests
{
    private const float M = float.NaN;
    private static readonly FactorAnalysisOptions Small = new() { MinNames = 2, Quantiles = 2 };

    /// <summary>
    /// scipy 1.10.1 on float32 values: <c>spearmanr(a, b)[0]</c> and <c>pearsonr(a, b)[0]</c> of
    /// a = [1,2,2,3,5,5,5,8,9,10,10,12], b = [.1,-.2,.1,.3,0,.2,.2,.5,.1,.4,-.1,.6].
    /// </summary>
    [Fact]
    public void Ic_and_rank_ic_with_ties_equal_scipy()
    {
        (FactorValues x, LabelValues y) = Case([[1, 2, 2, 3, 5, 5, 5, 8, 9, 10, 10, 12]], [[.1f, -.2f, .1f, .3f, 0, .2f, .2f, .5f, .1f, .4f, -.1f, .6f]]);
        FactorReport report = FactorAnalysis.Run(x, y);
        Assert.Equal(0.4278081662941242, report.MeanRankIc, 1e-9);
        Assert.Equal(0.48868273189878075, report.MeanIc, 1e-6);
        Assert.Equal(1, report.Days);
        Assert.Equal(12, report.Ic["names"].Numbers[0]);
    }

    [Fact]
    public void Days_without_variance_or_with_too_few_names_are_counted_and_spoil_nothing()
    {
        float[][] factor = [[1, 2, 3, 4], [7, 7, 7, 7], [1, M, M, M], [4, 3, 2, 1], [1, 2, 3, 4]];
        float[][] label = [[.1f, .2f, .3f, .4f], [.1f, .2f, .3f, .4f], [.1f, .2f, .3f, .4f], [.1f, .2f, .3f, .4f], [0, 0, 0, 0]];
        (FactorValues x, LabelValues y) = Case(factor, label);
        FactorReport report = FactorAnalysis.Run(x, y, Small);
        Assert.Equal(2, report.Days);
        Assert.Equal(2, report.DaysWithoutVariance);
        Assert.Equal(1, report.DaysWithTooFewNames);
        Assert.Equal(2, report.DaysBeyondData);
        Assert.Equal(0, report.MeanRankIc, 1e-12);
        Assert.Equal(0.5, report.RankIcSummary.PositiveShare);
        Assert.Equal([1, double.NaN, double.NaN, -1, double.NaN, double.NaN, double.NaN], report.Ic["rank_ic"].Numbers, Close);
        Assert.All(report.Summary["value"].Numbers, v => Assert.False(double.IsInfinity(v)));
    }

    /// <summary>Coverage by hand: 4 names × 3 days with a label, and 2 × 4 cells whose label ends after the data.</summary>
    [Fact]
    public void The_waterfall_counts_every_cell_once()
    {
        Membership members = Membership.Create(3, 4, (_, row) => (row[0], row[1], row[2]) = (true, true, true));
        Panel panel = TestPanels.Of(
        [
            (Field.AdjustedClose, [[10, 10, 10, 10], [10, 10, 10, 10], [11, 12, 13, 14]]),
            (Field.IsSuspended, [[0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]),
        ], members);
        LabelValues y = Label.ForwardReturn(1).Compute(panel);
        FactorValues x = new("x", panel.Axes, FieldMatrix.FromRowMajor([1, 2, 3, 4, M, 2, 3, 4, 1, 2, 3, 4], 3, 4), Clock.Close);
        Table coverage = FactorAnalysis.Run(x, y, Small).Coverage;
        Dictionary<string, double> cells = Enumerable.Range(0, coverage.RowCount).ToDictionary(r => coverage["reason"].Exact(r), r => coverage["cells"].Numbers[r]);
        Assert.Equal(3, cells["not in the universe"]);
        Assert.Equal(1, cells["no factor value"]);
        Assert.Equal(5, cells["label ends after the data"]);
        Assert.Equal(1, cells["suspended on the entry day"]);
        Assert.Equal(2, cells["used"]);
        Assert.Equal(12, cells.Values.Sum());
        Assert.Equal(1, coverage["share"].Numbers.Sum(), 1e-12);
    }

    /// <summary>Ranks 1 … 6 in two groups; name 6 has no label, which moves nobody to another group: means (.1+.2+.3)/3 and (.4+.5)/2.</summary>
    [Fact]
    public void Groups_come_from_all_ranked_names_and_means_from_those_with_a_label()
    {
        (FactorValues x, LabelValues y) = Case([[1, 2, 3, 4, 5, 6]], [[.1f, .2f, .3f, .4f, .5f, M]]);
        FactorReport report = FactorAnalysis.Run(x, y, Small);
        Assert.Equal([0.2, 0.45], report.Quantiles["mean_return"].Numbers, Close);
        Assert.Equal([3, 2], report.Quantiles["names"].Numbers);
        Assert.Equal(0.25, report.SpreadSummary.Mean, 1e-6);
        Assert.Equal(0.25, report.QuantilesByDate["top_minus_bottom"].Numbers[0], 1e-6);
    }

    [Fact]
    public void Equal_values_share_a_group()
    {
        (FactorValues x, LabelValues y) = Case([[1, 5, 5, 5]], [[.1f, .2f, .3f, .4f]]);
        Assert.Equal([1, 3], FactorAnalysis.Run(x, y, Small).Quantiles["names"].Numbers);
    }

    /// <summary>Day 2 reverses day 1 (correlation −1), day 3 repeats day 2 (+1): mean 0.</summary>
    [Fact]
    public void Rank_autocorrelation_compares_neighbouring_days()
    {
        float[] label = [.1f, .2f, .3f, .4f];
        (FactorValues x, LabelValues y) = Case([[1, 2, 3, 4], [4, 3, 2, 1], [40, 30, 20, 10]], [label, label, label]);
        Assert.Equal(0, FactorAnalysis.Run(x, y, Small).RankAutocorrelation, 1e-12);
    }

    [Fact]
    public void Scores_over_other_days_and_symbols_are_aligned()
    {
        Panel panel = TestPanels.Random(60, 30, seed: 51);
        LabelValues y = Label.ForwardReturn(3).Compute(panel);
        FactorValues whole = BasicFactors.Return5.Compute(panel);
        FactorReport all = FactorAnalysis.Run(whole, y);

        PanelAxes axes = new(panel.Calendar.Slice(20, 30), panel.Symbols.Skip(5).Append(Symbol.Parse("688981.SH")));
        FieldMatrix part = FieldMatrix.Create(30, 26, (t, row) => whole.Values.Row(t + 20)[5..].CopyTo(row));
        FactorReport cut = FactorAnalysis.Run(new Scores("s", axes, part, Clock.Close), y);
        Assert.Equal(30, cut.Ic.RowCount);
        Assert.Equal(25, cut.Ic["names"].Numbers[0]);
        Assert.Equal(30, all.Ic["names"].Numbers[20]);
        Assert.Equal(cut.Days, cut.Ic["rank_ic"].Numbers.Count(v => !double.IsNaN(v)));
    }

    [Fact]
    public void The_day_IC_does_not_see_other_days()
    {
        Panel panel = TestPanels.Random(40, 30, gaps: 0.05, seed: 61);
        Label label = Label.ForwardReturn(3);
        FactorReport clean = FactorAnalysis.Run(BasicFactors.Return5.Compute(panel), label.Compute(panel));
        Panel dirty = panel.PoisonedAfter(20, Clock.NextMorning);
        FactorReport poisoned = FactorAnalysis.Run(BasicFactors.Return5.Compute(dirty), label.Compute(dirty));
        int matured = 20 - label.Horizon;
        Assert.Equal(clean.Ic["rank_ic"].Numbers.Take(matured + 1), poisoned.Ic["rank_ic"].Numbers.Take(matured + 1));
        Assert.NotEqual(clean.Ic["rank_ic"].Numbers[matured + 1], poisoned.Ic["rank_ic"].Numbers[matured + 1]);
    }

    [Fact]
    public void Bad_input_is_a_typed_error()
    {
        (FactorValues x, LabelValues y) = Case([[1, 2, 3, 4]], [[.1f, .2f, .3f, .4f]]);
        (FactorValues constant, _) = Case([[5, 5, 5, 5]], [[.1f, .2f, .3f, .4f]]);
        (FactorValues one, LabelValues oneLabel) = Case([[1]], [[.1f]]);
        FactorValues elsewhere = new("x", new PanelAxes(new TradingCalendar([new DateOnly(1999, 1, 4)]), x.Axes.Symbols), FieldMatrix.FromRowMajor([1, 2, 3, 4], 1, 4), Clock.Close);
        Assert.Throws<InsufficientDataException>(() => FactorAnalysis.Run(x, y));
        Assert.Throws<InsufficientDataException>(() => FactorAnalysis.Run(constant, y, Small));
        Assert.Throws<InsufficientDataException>(() => FactorAnalysis.Run(one, oneLabel, Small));
        Assert.Throws<InsufficientDataException>(() => FactorAnalysis.Run(elsewhere, y, Small));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorAnalysisOptions { Quantiles = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorAnalysisOptions { MinNames = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorAnalysisOptions { Lags = -1 });
    }

    /// <summary>Rank ICs 1 and 0.8: mean .9, std √.02, and with one lag S = .01 + 2·½·(−.005) = .005, so t = .9/√(.005/2) = 18.</summary>
    [Fact]
    public void The_report_prints_a_summary()
    {
        (FactorValues x, LabelValues y) = Case([[1, 2, 3, 4], [1, 2, 4, 3]], [[.1f, .2f, .3f, .4f], [.1f, .2f, .3f, .4f]]);
        FactorReport report = FactorAnalysis.Run(x, y, Small);
        Assert.Equal("x → ForwardReturn(1): rank IC 90.00 %, IC 90.00 %, ICIR 6.36, t 18.00, 2 days", report.ToString());
        Assert.Equal(["summary", "ic", "quantiles", "quantiles_by_date", "coverage"], report.Tables.Select(t => t.Name));
    }

    /// <summary>A factor and a one-day label with exactly these values, followed by the two days whose label ends after the data.</summary>
    private static (FactorValues X, LabelValues Y) Case(float[][] factor, float[][] label)
    {
        int days = factor.Length, count = factor[0].Length;
        PanelAxes axes = TestPanels.Axes(days + 2, count);
        FieldMatrix x = FieldMatrix.Create(days + 2, count, (t, row) => (t < days ? factor[t] : [.. Enumerable.Repeat(M, count)]).CopyTo(row));
        FieldMatrix y = FieldMatrix.Create(days + 2, count, (t, row) => (t < days ? label[t] : [.. Enumerable.Repeat(M, count)]).CopyTo(row));
        LabelStatus[] status = new LabelStatus[(days + 2) * count];
        for (int t = 0; t < days + 2; t++)
        {
            for (int i = 0; i < count; i++)
                status[(t * count) + i] = t >= days ? LabelStatus.BeyondData : float.IsNaN(y[t, i]) ? LabelStatus.Suspended : LabelStatus.Known;
        }

        Membership members = Membership.Create(days + 2, count, (_, row) => row.Fill(true));
        return (new FactorValues("x", axes, x, Clock.Close), new LabelValues(Label.ForwardReturn(1), axes, members, y, status, []));
    }

    private static bool Close(double a, double b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) < 1e-6;
}
