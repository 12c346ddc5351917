namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>
/// What every factor must show: its definition on every day, its warm-up, its rule for gaps, finite results on degenerate data, and that
/// nothing later can touch it. A new factor derives from this and writes its formula a second time, as a plain loop.
/// </summary>
public abstract class FactorContract
{
    private const int Days = 270;
    private const int Count = 40;

    private protected static readonly Panel Whole = TestPanels.Random(Days, Count, seed: 11);
    private protected static readonly Panel Gapped = TestPanels.Random(Days, Count, gaps: 0.004, outside: 0.1, seed: 12);

    /// <summary>The factor under test.</summary>
    public abstract string Name { get; }

    /// <summary>Trading days before the first value.</summary>
    public abstract int WarmUp { get; }

    /// <summary>When row T is known.</summary>
    public virtual Clock KnownAt => Clock.Close;

    /// <summary>
    /// What single precision may add to or take off a result on top of 1e-6 of it: half a unit in the last place (6e-8) of every number that
    /// is rounded on the way, over the size of the result's own scale.
    /// </summary>
    public virtual double Rounding => 1e-9;

    /// <summary>The definition: the value on day <paramref name="t"/> from the fields of one share; NaN before the first day and in gaps.</summary>
    public abstract double Define(Share x, int t);

    protected Factor Factor => FactorSet.Basic[Name];

    [Fact]
    public void Equals_its_definition() => EqualsDefinition(Whole);

    [Fact]
    public void Equals_its_definition_around_gaps() => EqualsDefinition(Gapped);

    [Fact]
    public void First_value_follows_the_warm_up()
    {
        Assert.Equal(WarmUp, Factor.LookBack);
        FieldMatrix values = Factor.Compute(Whole).Values;
        for (int i = 0; i < Count; i++)
        {
            float[] column = values.Column(i);
            Assert.Equal(WarmUp, Array.FindIndex(column, v => !float.IsNaN(v)));
            Assert.DoesNotContain(column.Skip(WarmUp), float.IsNaN);
        }
    }

    [Fact]
    public void Is_known_when_it_says()
    {
        Assert.Equal(KnownAt, Factor.KnownAt);
        FieldMatrix values = Factor.Compute(Gapped).Values;
        DateOnly day = Gapped.Calendar[Days - 5];
        FieldMatrix then = Factor.Compute(Gapped.AsKnownAt(day, Factor.KnownAt)).Values;
        TestPanels.SameBits(values, then, Days - 4);
    }

    [Fact]
    public void Does_not_see_what_comes_later()
    {
        Panel panel = Gapped.Only(Factor.RequiredFields);
        FieldMatrix values = Factor.Compute(panel).Values;
        foreach (int row in new[] { 0, WarmUp, 245, Days - 2 })
            TestPanels.SameBits(values, Factor.Compute(panel.PoisonedAfter(row, Factor.KnownAt)).Values, row + 1);
    }

    [Fact]
    public void Is_never_infinite_on_frozen_prices_and_empty_days()
    {
        Panel panel = Whole;
        foreach (Field field in Factor.RequiredFields)
            panel = panel.With(field, FieldMatrix.Create(Days, Count, (t, row) => row.Fill(field.Unit == Unit.CnyPerShare ? 12.34f : 0)));
        FieldMatrix values = Factor.Compute(panel).Values;
        for (int i = 0; i < Count; i++) Assert.DoesNotContain(values.Column(i), float.IsInfinity);
    }

    private void EqualsDefinition(Panel panel)
    {
        FieldMatrix values = Factor.Compute(panel).Values;
        for (int i = 0; i < Count; i += 3)
        {
            Share share = new(panel, i);
            for (int t = 0; t < Days; t++)
            {
                double expected = Define(share, t);
                TestPanels.Near(double.IsFinite(expected) ? expected : double.NaN, values[t, i], $"{Name}, row {t}, column {i}", Rounding);
            }
        }
    }

    /// <summary>The fields of one share over time; NaN before the first day.</summary>
    public sealed class Share(Panel panel, int column)
    {
        public double this[Field field, int t] => t < 0 ? double.NaN : panel[field][t, column];

        public double Close(int t) => this[Field.AdjustedClose, t];

        /// <summary>The last <paramref name="days"/> values of something, the oldest first.</summary>
        public static double[] Last(int days, int t, Func<int, double> value) => [.. Enumerable.Range(0, days).Select(k => value(t - days + 1 + k))];

        public static double Deviation(double[] values, int ddof)
        {
            double mean = values.Average();
            return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - ddof));
        }
    }
}
