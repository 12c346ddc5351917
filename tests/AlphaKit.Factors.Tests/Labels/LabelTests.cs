namespace AlphaKit.Factors.Tests.Labels;

public sealed class LabelTests
{
    private const float M = float.NaN;

    private static readonly float[][] Closes =
    [
        [10, 20], [11, 20], [12, 25], [15, 30], [18, 24], [9, 36],
    ];

    [Fact]
    public void The_label_of_T_is_the_return_from_the_day_after_T()
    {
        LabelValues y = Label.ForwardReturn(2).Compute(TestPanels.Of(Field.AdjustedClose, Closes));
        Assert.Equal([(float)(15.0 / 11 - 1), 0.5f, -0.4f, M, M, M], y.Values.Column(0));
        Assert.Equal([0.5f, (float)(24.0 / 25 - 1), (float)(36.0 / 30 - 1), M, M, M], y.Values.Column(1));
        Assert.Equal(3, y.Horizon);
        Assert.Equal(1, y.EntryDelay);
        Assert.Equal(LabelStatus.BeyondData, y.StatusAt(3, 0));
        Assert.Equal(2, y.Notes.Count);
    }

    [Fact]
    public void The_price_is_an_option()
    {
        float[][] vwaps = [[1], [2], [3], [6]], opens = [[1], [4], [5], [5]];
        Panel panel = TestPanels.Of([(Field.AdjustedVwap, vwaps), (Field.AdjustedOpen, opens)]);
        Assert.Equal(1.5f - 1, (Label.ForwardReturn(1) with { Price = LabelPrice.AdjustedVwap }).Compute(panel).Values[0, 0]);
        Assert.Equal(0.25f, (Label.ForwardReturn(1) with { Price = LabelPrice.AdjustedOpen }).Compute(panel).Values[0, 0]);
        Assert.Throws<FieldNotAvailableException>(() => Label.ForwardReturn(1).Compute(panel));
    }

    [Fact]
    public void A_suspended_entry_is_dropped_with_its_reason()
    {
        float[][] suspended = [[0, 0], [1, 0], [0, 0], [0, 0], [0, 0], [0, 0]];
        Panel panel = TestPanels.Of([(Field.AdjustedClose, Closes), (Field.IsSuspended, suspended)]);
        LabelValues y = Label.ForwardReturn(2).Compute(panel);
        Assert.True(float.IsNaN(y.Values[0, 0]));
        Assert.Equal(LabelStatus.Suspended, y.StatusAt(0, 0));
        Assert.Equal(0.5f, y.Values[0, 1]);
        Assert.Equal(0.5f, y.Values[1, 0]);
        Assert.Equal(1, y.Counts()["cells"].Numbers[(int)LabelStatus.Suspended]);
        Assert.Equal(LabelStatus.Known, (Label.ForwardReturn(2) with { Entry = EntryPolicy.KeepAll }).Compute(panel).StatusAt(0, 0));
    }

    /// <summary>Limit 11.00: column 0 trades at nothing else, column 1 opens there but trades below, column 2 has no limit that day.</summary>
    [Fact]
    public void An_entry_locked_at_the_upper_limit_is_dropped()
    {
        float[][] close = [[10, 10, 10], [11, 11, 11], [12, 12, 12]];
        Panel panel = TestPanels.Of(
        [
            (Field.AdjustedClose, close),
            (Field.AdjustedOpen, close),
            (Field.Open, [[10, 10, 10], [11, 11, 11], [12, 12, 12]]),
            (Field.High, [[10, 10, 10], [11, 11, 11], [12, 12, 12]]),
            (Field.Low, [[10, 10, 10], [11, 10.99f, 11], [12, 12, 12]]),
            (Field.LimitUp, [[11, 11, 11], [11, 11, M], [13, 13, 13]]),
        ]);
        LabelValues y = Label.ForwardReturn(1).Compute(panel);
        Assert.Equal([LabelStatus.LimitUp, LabelStatus.Known, LabelStatus.Known], [y.StatusAt(0, 0), y.StatusAt(0, 1), y.StatusAt(0, 2)]);
        Assert.True(float.IsNaN(y.Values[0, 0]));

        LabelValues atOpen = (Label.ForwardReturn(1) with { Price = LabelPrice.AdjustedOpen }).Compute(panel);
        Assert.Equal([LabelStatus.LimitUp, LabelStatus.LimitUp, LabelStatus.Known], [atOpen.StatusAt(0, 0), atOpen.StatusAt(0, 1), atOpen.StatusAt(0, 2)]);
    }

    [Fact]
    public void No_price_on_the_entry_day_means_no_label()
    {
        LabelValues y = Label.ForwardReturn(1).Compute(TestPanels.Series(Field.AdjustedClose, 10, M, 12, 13));
        Assert.Equal(LabelStatus.NoEntryPrice, y.StatusAt(0, 0));
        Assert.True(float.IsNaN(y.Values[0, 0]));
        Assert.Equal((float)(13.0 / 12 - 1), y.Values[1, 0]);
    }

    /// <summary>Delisted after row 2: the label of row 0 (entry row 1 at 8, exit row 4) ends at the last price, 2.</summary>
    [Fact]
    public void A_share_delisted_inside_the_window_keeps_its_last_price()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, 10, 8, 2, M, M, M);
        LabelValues y = Label.ForwardReturn(3).Compute(panel);
        Assert.Equal(-0.75f, y.Values[0, 0]);
        Assert.Equal(LabelStatus.KnownAtLastPrice, y.StatusAt(0, 0));
        Assert.Equal(0f, y.Values[1, 0]);
        LabelValues dropped = (Label.ForwardReturn(3) with { Exit = ExitPolicy.Drop }).Compute(panel);
        Assert.Equal(LabelStatus.NoExitPrice, dropped.StatusAt(0, 0));
        Assert.True(float.IsNaN(dropped.Values[0, 0]));
    }

    [Fact]
    public void Excess_over_the_mean_uses_members_with_a_label()
    {
        Membership members = Membership.Create(3, 3, (_, row) => (row[0], row[1], row[2]) = (true, true, false));
        Panel panel = TestPanels.Of(Field.AdjustedClose, [[10, 10, 10], [10, 10, 10], [11, 13, 20]], members);
        LabelValues y = (Label.ForwardReturn(1) with { Excess = LabelExcess.CrossSectionMean }).Compute(panel);
        Assert.Equal([-0.1f, 0.1f, 0.8f], y.Values.Row(0).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Excess_over_an_index_takes_its_closes_of_entry_and_exit()
    {
        Symbol index = Symbol.Parse("000905.SH");
        Panel panel = TestPanels.Series(Field.AdjustedClose, 10, 10, 12);
        IndexBar[] bars = [.. panel.Calendar.Select((d, t) => new IndexBar(index, d, 100, 100, 100, 100 + (5 * t), double.NaN, double.NaN))];
        LabelValues y = Label.ForwardReturn(1).Over(new LabelBenchmark(bars)).Compute(panel);
        Assert.Equal(0.2 - ((110.0 / 105) - 1), y.Values[0, 0], 1e-7);
        Assert.Equal("ForwardReturn(1, over 000905.SH)", y.Name);
        Assert.Throws<InsufficientDataException>(() => Label.ForwardReturn(1).Over(new LabelBenchmark(bars[..2])).Compute(panel));
        Assert.Throws<ArgumentException>(() => new LabelBenchmark([]));
        Assert.Throws<ArgumentException>(() => new LabelBenchmark([bars[0], bars[0]]));
        Assert.Throws<ArgumentException>(() => new LabelBenchmark([bars[0] with { Close = 0 }]));
    }

    [Fact]
    public void A_label_reads_its_window_and_nothing_after_it()
    {
        Panel panel = TestPanels.Random(40, 30, gaps: 0.05, outside: 0.1, seed: 41);
        Label label = Label.ForwardReturn(5) with { Excess = LabelExcess.CrossSectionMean };
        FieldMatrix clean = label.Compute(panel).Values;
        foreach (int row in new[] { 0, 12, 30 })
            TestPanels.SameBits(clean, label.Compute(panel.PoisonedAfter(row + label.Horizon, Clock.NextMorning)).Values, row + 1);
    }

    [Fact]
    public void A_label_does_depend_on_the_last_day_of_its_window()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, 10, 11, 12, 13, 14);
        float[] poisoned = Label.ForwardReturn(2).Compute(panel.PoisonedAfter(2, Clock.NextMorning)).Values.Column(0);
        Assert.NotEqual(Label.ForwardReturn(2).Compute(panel).Values[0, 0], poisoned[0]);
    }

    [Fact]
    public void Asks_for_what_it_checks_and_says_what_it_could_not_check()
    {
        Label label = Label.ForwardReturn(5);
        Assert.Equal([Field.AdjustedClose, Field.IsSuspended, Field.Open, Field.High, Field.Low, Field.LimitUp], label.RequiredFields);
        MarketCoverage coverage = new([Field.AdjustedClose, Field.Open, Field.High, Field.Low], []);
        Assert.Equal([Field.AdjustedClose, Field.Open, Field.High, Field.Low], label.FieldsCoveredBy(coverage));
        Assert.Equal([Field.AdjustedClose], (label with { Entry = EntryPolicy.KeepAll }).RequiredFields);
        Assert.Throws<FieldNotAvailableException>(() => (label with { Price = LabelPrice.AdjustedVwap }).FieldsCoveredBy(coverage));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Label.ForwardReturn(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Label.ForwardReturn(1) with { Price = (LabelPrice)9 });
        Assert.Throws<InsufficientDataException>(() => Label.ForwardReturn(3).Compute(TestPanels.Series(Field.AdjustedClose, 1, 2, 3, 4)));
    }

    [Fact]
    public void Labels_are_no_factors()
    {
        Assert.False(typeof(FactorValues).IsAssignableFrom(typeof(LabelValues)));
        Assert.DoesNotContain(typeof(FactorAnalysis).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods()), m =>
            m.Name is "op_Implicit" or "op_Explicit" && m.GetParameters() is [{ ParameterType: var p }] && p == typeof(LabelValues));
    }
}
