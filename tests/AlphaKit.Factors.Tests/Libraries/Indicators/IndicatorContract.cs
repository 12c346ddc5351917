namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>
/// What every technical indicator must show: its definition on whole data, around gaps, through suspensions and on ties; the row of its first
/// value; its value on constant prices and after a spike; that empty panels give nothing; and that nothing later can touch it. A new indicator
/// derives from this, names itself, and for each output states what <see cref="IndicatorCase"/> requires – or it does not compile.
/// </summary>
public abstract class IndicatorContract
{
    /// <summary>Name of the method of <see cref="Indicators"/>.</summary>
    public abstract string Indicator { get; }

    private protected abstract IReadOnlyList<IndicatorCase> Cases { get; }

    /// <summary>How many outputs and choices of options are checked.</summary>
    public int CaseCount => Cases.Count;

    [Fact]
    public void Equals_its_definition() => EqualsDefinition(IndicatorPanels.Whole, "whole");

    [Fact]
    public void Equals_its_definition_around_gaps() => EqualsDefinition(IndicatorPanels.Gapped, "gaps");

    [Fact]
    public void Equals_its_definition_through_suspensions_and_is_missing_while_suspended()
    {
        EqualsDefinition(IndicatorPanels.Suspended, "suspended");
        foreach (IndicatorCase one in Cases.Where(c => c.KnownAt == Clock.Close))
        {
            float[] values = Compute(one, IndicatorPanels.Suspended).Column(4);
            Assert.All(values[110..140], v => Assert.True(float.IsNaN(v), one.Name));
        }
    }

    [Fact]
    public void Equals_its_definition_on_ties_and_days_without_range() => EqualsDefinition(IndicatorPanels.Tied, "ties");

    [Fact]
    public void First_value_follows_the_warm_up()
    {
        foreach (IndicatorCase one in Cases)
        {
            Assert.Equal((one.Name, one.LookBack), (one.Name, one.Factor.LookBack));
            FieldMatrix values = Compute(one, IndicatorPanels.Whole);
            for (int i = 0; i < IndicatorPanels.Count; i++)
            {
                float[] column = values.Column(i);
                Assert.Equal((one.Name, one.WarmUp), (one.Name, Array.FindIndex(column, v => !float.IsNaN(v))));
                Assert.DoesNotContain(column.Skip(one.WarmUp), float.IsNaN);
            }
        }
    }

    [Fact]
    public void Constant_prices_give_the_stated_value()
    {
        foreach (IndicatorCase one in Cases)
        {
            float[] values = Compute(one, IndicatorPanels.Constant).Column(0);
            for (int t = one.WarmUp; t < values.Length; t++) Same(one.OnConstantPrices, values[t], one, $"constant prices, row {t}");
        }
    }

    [Fact]
    public void A_spike_is_forgotten_when_stated()
    {
        EqualsDefinition(IndicatorPanels.Spiked, "spike");
        foreach (IndicatorCase one in Cases)
        {
            if (one.ForgetsSpikeAfter is not int after) continue;
            float[] values = Compute(one, IndicatorPanels.Spiked).Column(0), calm = Compute(one, IndicatorPanels.Constant).Column(0);
            for (int t = IndicatorPanels.SpikeDay + after; t < values.Length; t++)
            {
                if (BitConverter.SingleToInt32Bits(values[t]) != BitConverter.SingleToInt32Bits(calm[t]) && !(float.IsNaN(values[t]) && float.IsNaN(calm[t])))
                    Assert.Fail($"{one.Name}: row {t} still remembers the spike: {values[t]:R}, {calm[t]:R} without it.");
            }
        }
    }

    [Fact]
    public void Empty_and_short_panels_give_nothing()
    {
        foreach (IndicatorCase one in Cases)
        {
            Assert.Equal(0, Compute(one, IndicatorPanels.NoShares).Columns);
            if (one.WarmUp > 0) Assert.All(Compute(one, IndicatorPanels.OneDay).Row(0).ToArray(), v => Assert.True(float.IsNaN(v), one.Name));
            Assert.All(Compute(one, IndicatorPanels.AllMissing).Column(1), v => Assert.True(float.IsNaN(v), one.Name));
        }
    }

    [Fact]
    public void Does_not_see_what_comes_later()
    {
        foreach (IndicatorCase one in Cases)
        {
            Assert.Equal(one.KnownAt, one.Factor.KnownAt);
            Panel panel = IndicatorPanels.Gapped.Only(one.Factor.RequiredFields);
            FieldMatrix values = Compute(one, panel);
            foreach (int row in new[] { 0, one.WarmUp, 120, IndicatorPanels.Days - 2 })
                TestPanels.SameBits(values, Compute(one, panel.PoisonedAfter(row, one.KnownAt)), row + 1);
        }
    }

    [Fact]
    public void Reads_back_what_it_prints()
    {
        FormulaScope scope = new() { Operators = Indicators.Operators };
        Assert.All(Cases, one => Assert.Equal(one.Factor, FactorExpression.Parse(one.Factor.ToString(), scope)));
    }

    /// <summary>One output; see <see cref="IndicatorCase"/> for what each part is.</summary>
    private protected static IndicatorCase Case(
        string name, Factor factor, int warmUp, double onConstant, int? forgets, Func<SlowBars, double[]> definition, double absolute = 2e-5) => new()
        {
            Name = name,
            Factor = factor,
            WarmUp = warmUp,
            OnConstantPrices = onConstant,
            ForgetsSpikeAfter = forgets,
            Definition = definition,
            Absolute = absolute,
        };

    private static FieldMatrix Compute(IndicatorCase one, Panel panel) => one.Factor.Compute(panel).Values;

    private void EqualsDefinition(Panel panel, string what)
    {
        foreach (IndicatorCase one in Cases)
        {
            FieldMatrix values = Compute(one, panel);
            for (int i = 0; i < values.Columns; i++)
            {
                double[] expected = one.Definition(SlowBars.Of(panel, i));
                for (int t = 0; t < values.Rows; t++) Same(expected[t], values[t, i], one, $"{what}, row {t}, column {i}");
            }
        }
    }

    private void Same(double expected, double actual, IndicatorCase one, string where)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        if (!(Math.Abs(expected - actual) <= (one.Relative * Math.Abs(expected)) + one.Absolute))
            Assert.Fail($"{Indicator} {one.Name}, {where}: expected {expected:R}, got {actual:R}.");
    }
}
