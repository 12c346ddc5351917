using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tests.Universes;

public sealed class HysteresisBandTests
{
    private static readonly Symbol[] s_symbols = [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")];

    [Fact]
    public void A_share_enters_by_the_inner_bounds_and_leaves_by_the_outer_ones()
    {
        float[] values = [2.8f, 3.0f, 2.8f, 2.7f, 2.69f, 2.9f, 3.1f, float.NaN, 2.8f, 50, 55, 56, 54, 50];
        Assert.Equal([1, 2, 3, 6, 8, 9, 10, 13], Members(values, new HysteresisBand(Field.MarketCap, (3, 50), (2.7f, 55))));
    }

    [Fact]
    public void Members_are_those_of_a_state_carried_from_day_to_day()
    {
        Properties.Holds(Gen.Choose(0, 1_000_000), seed =>
        {
            RandomStream random = RandomStream.Create((ulong)seed, "band");
            float[] values = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < 0.1 ? float.NaN : (float)random.NextDouble(0, 10))];
            List<int> expected = [];
            bool inside = false;
            for (int t = 0; t < values.Length; t++)
            {
                if (float.IsNaN(values[t])) continue;
                inside = inside ? values[t] is >= 2 and <= 8 : values[t] is >= 4 and <= 6;
                if (inside) expected.Add(t);
            }

            return expected.SequenceEqual(Members(values, new HysteresisBand(Field.MarketCap, (4, 6), (2, 8))));
        });
    }

    [Fact]
    public void Outer_bounds_enclose_the_inner_ones()
    {
        Assert.Throws<ArgumentException>(() => new HysteresisBand(Field.MarketCap, (3, 50), (3.1, 55)));
        Assert.Throws<ArgumentException>(() => new HysteresisBand(Field.MarketCap, (3, 50), (2, 49)));
        Assert.Throws<ArgumentException>(() => new HysteresisBand(Field.MarketCap, (50, 3), (2, 55)));
    }

    private static IEnumerable<int> Members(float[] values, HysteresisBand band)
    {
        PanelAxes axes = new(new TradingCalendar(Enumerable.Range(0, values.Length).Select(i => new DateOnly(2021, 1, 4).AddDays(i))), s_symbols);
        Panel panel = new(axes, [new(Field.MarketCap, FieldMatrix.Create(values.Length, 2, (t, row) => row[0] = values[t]))]);
        Membership members = Universe.Everything.Where(band).Evaluate(panel, new SecurityMaster(s_symbols.Select(s => new Security(s, "", null))));
        Assert.DoesNotContain(Enumerable.Range(0, values.Length), t => members[t, 1]);
        return Enumerable.Range(0, values.Length).Where(t => members[t, 0]);
    }
}
