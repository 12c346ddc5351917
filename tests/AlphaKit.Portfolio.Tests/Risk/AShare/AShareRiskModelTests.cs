namespace AlphaKit.Portfolio.Tests;

/// <summary>What the model does with data that lack something or are wrong.</summary>
public sealed class AShareRiskModelTests
{
    private static readonly AShareRiskOptions SizeOnly = new() { Styles = [RiskStyle.Size], Factors = new() { EigenDraws = 0 }, Threads = 1 };
    private static readonly FactorWorld World = new(60, 260, 3, 8);
    private static readonly RiskRange Late = new() { From = World.Panel.Calendar[250], To = World.Panel.Calendar.Last };

    [Fact]
    public async Task Styles_without_fields_are_dropped_by_name()
    {
        AShareRiskHistory h = await new AShareRiskModel(SizeOnly with { Styles = [RiskStyle.Leverage, RiskStyle.Size, RiskStyle.Liquidity, RiskStyle.BookToPrice] }).EstimateAsync(World.Market, Late);
        Assert.Equal([RiskStyle.Size], h.Styles);
        Assert.Contains(h.Notes, n => n.Contains("leverage", StringComparison.Ordinal) && n.Contains("financial_statements", StringComparison.Ordinal));
        Assert.Contains(h.Notes, n => n.Contains("liquidity", StringComparison.Ordinal) && n.Contains("turnover_rate", StringComparison.Ordinal));
        Assert.Contains(h.Notes, n => n.Contains("book_to_price", StringComparison.Ordinal) && n.Contains("'pb'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusing_names_what_is_missing()
    {
        AShareRiskOptions refuse = SizeOnly with { Missing = MissingFactor.Refuse };
        Assert.Equal("financial_statements", (await Assert.ThrowsAsync<DatasetNotAvailableException>(() => new AShareRiskModel(refuse with { Styles = [RiskStyle.Growth] }).EstimateAsync(World.Market, Late))).Dataset);
        Assert.Equal(Field.TurnoverRate, (await Assert.ThrowsAsync<FieldNotAvailableException>(() => new AShareRiskModel(refuse with { Styles = [RiskStyle.Liquidity] }).EstimateAsync(World.Market, Late))).Field);
        MemoryMarket bare = new(Without(Field.Industry));
        Assert.Equal(Field.Industry, (await Assert.ThrowsAsync<FieldNotAvailableException>(() => new AShareRiskModel(refuse).EstimateAsync(bare, Late))).Field);
        Assert.Equal(Field.MarketCap, (await Assert.ThrowsAsync<FieldNotAvailableException>(() => new AShareRiskModel(SizeOnly).EstimateAsync(new MemoryMarket(Without(Field.MarketCap)), Late))).Field);
    }

    [Fact]
    public async Task Without_industries_and_st_flags_there_is_a_model_and_a_note()
    {
        AShareRiskHistory h = await new AShareRiskModel(SizeOnly).EstimateAsync(new MemoryMarket(Without(Field.Industry, Field.IsSt)), Late);
        Assert.Equal(["country", "size"], h.Factors);
        Assert.Contains(h.Notes, n => n.Contains("industries", StringComparison.Ordinal) && n.Contains("the test has none", StringComparison.Ordinal));
        Assert.Contains(h.Notes, n => n.Contains("without ST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("adjusted_close", 0f)]
    [InlineData("adjusted_close", float.PositiveInfinity)]
    [InlineData("market_cap", -1f)]
    [InlineData("industry", 31f)]
    public async Task A_wrong_value_is_refused_with_day_and_instrument(string field, float value)
    {
        Field wrong = World.Panel.Fields.Single(f => f.Name == field);
        FieldMatrix truth = World.Panel[wrong];
        Panel panel = World.Panel.With(wrong, FieldMatrix.Create(truth.Rows, truth.Columns, (t, row) =>
        {
            truth.Row(t).CopyTo(row);
            if (t == 100) row[7] = value;
        }));
        InvalidRiskException e = await Assert.ThrowsAsync<InvalidRiskException>(() => new AShareRiskModel(SizeOnly).EstimateAsync(new MemoryMarket(panel), Late));
        Assert.Equal(World.Panel.Calendar[100], e.Date);
        Assert.Equal(World.Panel.Symbols[7], e.Symbol);
        Assert.Contains(field == "industry" ? "industry" : field, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_history_is_said_and_days_without_risk_are_left_out()
    {
        InsufficientDataException e = await Assert.ThrowsAsync<InsufficientDataException>(
            () => new AShareRiskModel(SizeOnly).EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[10], To = World.Panel.Calendar[100] }));
        Assert.Equal(180, e.Needed);
        Assert.Equal(100, e.Available);
        AShareRiskHistory h = await new AShareRiskModel(SizeOnly).EstimateAsync(World.Market, new RiskRange { From = World.Panel.Calendar[150], To = World.Panel.Calendar[240] });
        Assert.Equal(World.Panel.Calendar[180], h.Calendar.First);
        Assert.Contains(h.Notes, n => n.Contains("30 trading days later", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suspended_share_keeps_its_risk()
    {
        // No price, no valuation from day 255 on, as vendors deliver it.
        Panel panel = World.Panel;
        foreach (Field field in new[] { Field.AdjustedClose, Field.MarketCap })
        {
            FieldMatrix truth = World.Panel[field];
            panel = panel.With(field, FieldMatrix.Create(truth.Rows, truth.Columns, (t, row) =>
            {
                truth.Row(t).CopyTo(row);
                if (t >= 255) row[4] = float.NaN;
            }));
        }

        AShareRiskHistory h = await new AShareRiskModel(SizeOnly).EstimateAsync(new MemoryMarket(panel), Late);
        FactorRisk risk = h.At(h.Calendar.Last);
        Assert.True(risk.SpecificVariance.Span[risk.RowOf(World.Panel.Symbols[4])] > 0);
        Assert.True(float.IsNaN(h.Residuals(h.Calendar.Last).Span[4]));
    }

    [Theory]
    [InlineData(0.04, 0.05, 10, 10.1)]
    public void Options_are_held_to_their_bounds(double belowLimit, double atLimit, double atTop, double aboveTop)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { ReturnLimit = belowLimit });
        Assert.Equal(atLimit, new AShareRiskOptions { ReturnLimit = atLimit }.ReturnLimit);
        Assert.Equal(atTop, new AShareRiskOptions { ReturnLimit = atTop }.ReturnLimit);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { ReturnLimit = aboveTop });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { Styles = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { Styles = [(RiskStyle)99] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { WinsoriseAt = 0.9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { MinCoverage = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AShareRiskOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorCovarianceOptions { Window = 19 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorCovarianceOptions { HalfLife = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorCovarianceOptions { Lags = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactorCovarianceOptions { RegimeHalfLife = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpecificRiskOptions { Window = 179 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpecificRiskOptions { Shrinkage = -0.1 });
        Assert.Equal([RiskStyle.Size, RiskStyle.Beta], new AShareRiskOptions { Styles = [RiskStyle.Beta, RiskStyle.Size, RiskStyle.Beta] }.Styles);
    }

    private static Panel Without(params Field[] fields) => new(
        World.Panel.Axes, World.Panel.Fields.Where(f => !fields.Contains(f)).Select(f => KeyValuePair.Create(f, World.Panel[f])));
}
