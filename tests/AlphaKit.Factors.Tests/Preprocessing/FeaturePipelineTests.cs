namespace AlphaKit.Factors.Tests.Preprocessing;

public sealed class FeaturePipelineTests
{
    private static readonly FactorSet Set = FactorSet.Of(
        new NamedFactor("return_5", BasicFactors.Return5), new NamedFactor("turnover", BasicFactors.Turnover), new NamedFactor("rsi_14", BasicFactors.Rsi14))
        .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore());

    private static readonly Panel Data = TestPanels.Random(60, 80, gaps: 0.03, outside: 0.2, seed: 31);

    [Fact]
    public void Nothing_later_touches_a_processed_value()
    {
        FeatureTensor clean = Set.Compute(Data);
        foreach (int row in new[] { 0, 20, 40, 58 })
        {
            FeatureTensor poisoned = Set.Compute(Data.PoisonedAfter(row, clean.KnownAt));
            for (int k = 0; k < clean.Count; k++) TestPanels.SameBits(clean[k].Values, poisoned[k].Values, row + 1);
        }
    }

    [Fact]
    public void The_clock_of_the_tensor_covers_the_fields_of_the_steps()
    {
        FeatureTensor x = FactorSet.Of(new NamedFactor("r", BasicFactors.Return5)).Then(Neutralise.IndustryAndSize()).Compute(Data);
        Assert.Equal(Clock.Evening, x.KnownAt);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        FeatureTensor one = Set.Compute(Data, new EngineOptions { Threads = 1 }), many = Set.Compute(Data, new EngineOptions { Threads = 6 });
        for (int k = 0; k < one.Count; k++) TestPanels.SameBits(one[k].Values, many[k].Values, 60);
        Assert.Equal(one.Notes, many.Notes);
    }

    [Fact]
    public void Every_day_ends_with_mean_0_and_deviation_1_over_members()
    {
        FeatureTensor x = Set.Compute(Data);
        for (int t = 20; t < 60; t++)
        {
            double[] row = [.. x["rsi_14"].Values.Row(t).ToArray().Where(v => !float.IsNaN(v)).Select(v => (double)v)];
            Assert.True(row.Length > 40);
            Assert.Equal(0, row.Average(), 1e-6);
            Assert.Equal(1, Math.Sqrt(row.Sum(v => v * v) / (row.Length - 1)), 1e-6);
        }
    }

    [Fact]
    public void Notes_remember_what_coverage_dropped()
    {
        MarketCoverage coverage = new(Data.Fields.Where(f => !f.Equals(Field.TurnoverRate)), []);
        FeatureTensor x = Set.CoveredBy(coverage).Compute(Data);
        Assert.Equal(["return_5", "rsi_14"], x.Names);
        Assert.Contains(x.Notes, n => n.StartsWith("turnover was dropped: turnover_rate:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_of_ones_own_sees_one_day_and_is_counted()
    {
        FeatureTensor x = FactorSet.Of(new NamedFactor("r", BasicFactors.Return5)).Then(new Halve()).Compute(Data);
        FieldMatrix raw = BasicFactors.Return5.Compute(Data).Values;
        Assert.Equal(Data.Members[30, 3] ? raw[30, 3] / 2 : float.NaN, x[0].Values[30, 3]);
        Assert.Contains(x.Notes, n => n.StartsWith("Halve made all values missing of 'r' on 1 of 60 days", StringComparison.Ordinal));
    }

    private sealed class Halve : CrossSectionStep
    {
        public override string Name => "Halve";

        public override StepOutcome Apply(CrossSection day)
        {
            foreach (ref double value in day.Values) value /= 2;
            return day.Date == Data.Calendar[10] ? StepOutcome.AllMissing : StepOutcome.Done;
        }
    }
}
