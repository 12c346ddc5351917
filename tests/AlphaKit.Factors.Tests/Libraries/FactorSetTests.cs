namespace AlphaKit.Factors.Tests.Libraries;

public sealed class FactorSetTests
{
    private static readonly MarketCoverage PricesOnly = new(
        [Field.AdjustedClose, Field.AdjustedHigh, Field.AdjustedLow, Field.FloatMarketCap],
        [],
        new Dictionary<string, string> { ["turnover_rate"] = "daily_basic.csv is not in the folder." });

    [Fact]
    public void Every_basic_factor_has_its_contract_tests()
    {
        string[] tested = [.. typeof(FactorContract).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(FactorContract)) && !t.IsAbstract)
            .Select(t => ((FactorContract)Activator.CreateInstance(t)!).Name)];
        Assert.Equal(FactorSet.Basic.Names.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_basic_factor_is_described_and_its_canonical_form_is_unique()
    {
        Assert.All(FactorSet.Basic, f => Assert.NotEmpty(f.Description));
        Assert.Equal(FactorSet.Basic.Count, FactorSet.Basic.Select(f => f.Expression.ToString()).Distinct().Count());
    }

    [Fact]
    public void Covered_by_drops_what_needs_missing_fields_and_says_why()
    {
        FactorSet set = FactorSet.Basic.CoveredBy(PricesOnly);
        Assert.Equal(["volume_ratio", "turnover", "main_money_flow"], set.Dropped.Select(d => d.Key));
        Assert.Equal("turnover_rate: daily_basic.csv is not in the folder.", set.Dropped[1].Value);
        Assert.Equal(FactorSet.Basic.Count - 3, set.Count);
        Assert.Contains("rsi_14", set.Names);
        Assert.Equal([Field.AdjustedClose, Field.AdjustedHigh, Field.AdjustedLow], set.RequiredFields);
        Assert.Equal(240, set.LookBack);
    }

    [Fact]
    public void Required_fields_include_those_of_the_steps_that_the_source_has()
    {
        FactorSet set = FactorSet.Basic.Then(Neutralise.IndustryAndSize());
        Assert.Contains(Field.Industry, set.RequiredFields);
        Assert.Contains(Field.MarketCap, set.RequiredFields);
        Field[] covered = [.. set.CoveredBy(PricesOnly).RequiredFields];
        Assert.Contains(Field.FloatMarketCap, covered);
        Assert.DoesNotContain(Field.Industry, covered);
        Assert.Equal(covered, FactorSet.Basic.CoveredBy(PricesOnly).Then(Neutralise.IndustryAndSize()).RequiredFields);
    }

    [Fact]
    public void Names_are_unique_and_well_formed()
    {
        Assert.Throws<ArgumentException>(() => FactorSet.Basic.Add("rsi_14", Op.Close));
        Assert.Throws<ArgumentException>(() => FactorSet.Basic.Add("my factor", Op.Close));
        Assert.Equal(Op.Close, FactorSet.Basic.Add("close", Op.Close)["close"]);
        Assert.Throws<KeyNotFoundException>(() => FactorSet.Basic["nothing"]);
        Assert.Throws<InvalidOperationException>(() => FactorSet.Of().Compute(TestPanels.Series(Field.AdjustedClose, 1)));
    }

    [Fact]
    public void The_tensor_holds_the_factors_of_members_and_the_latest_clock()
    {
        Panel panel = TestPanels.Random(30, 40, gaps: 0.02, outside: 0.3);
        FeatureTensor x = FactorSet.Of(new NamedFactor("r", BasicFactors.Return5), new NamedFactor("to", BasicFactors.Turnover)).Compute(panel);
        FieldMatrix direct = BasicFactors.Return5.Compute(panel).Values;
        Assert.Equal(["r", "to"], x.Names);
        Assert.Equal(Clock.Evening, x.KnownAt);
        Assert.Equal(Clock.Close, x["r"].KnownAt);
        for (int t = 0; t < 30; t++)
        {
            for (int i = 0; i < 40; i++) Assert.Equal(panel.Members[t, i] ? direct[t, i] : float.NaN, x["r"].Values[t, i]);
        }
    }
}
