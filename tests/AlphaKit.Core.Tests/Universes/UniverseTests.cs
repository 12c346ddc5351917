namespace AlphaKit.Core.Tests.Universes;

public sealed class UniverseTests
{
    private static readonly Symbol Old = Symbol.Parse("000001.SZ"), New = Symbol.Parse("300750.SZ"), Gone = Symbol.Parse("600000.SH"), Unknown = Symbol.Parse("688001.SH");
    private static readonly TradingCalendar Calendar = new(Enumerable.Range(0, 10).Select(i => new DateOnly(2021, 3, 1).AddDays(i)));
    private static readonly PanelAxes Axes = new(Calendar, [Old, New, Gone, Unknown]);

    private static readonly SecurityMaster Master = new(
    [
        new Security(Old, "old", new DateOnly(2010, 1, 4)),
        new Security(New, "new", Calendar[3]),
        new Security(Gone, "gone", new DateOnly(2010, 1, 4), Calendar[6]),
    ]);

    [Fact]
    public void A_share_counts_from_its_first_day_until_the_day_before_its_removal()
    {
        Membership members = Universe.AShares.Evaluate(new Panel(Axes, []), Master);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], DaysOf(members, 0));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], DaysOf(members, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5], DaysOf(members, 2));
    }

    [Fact]
    public void An_unknown_listing_day_counts_as_long_ago() =>
        Assert.Equal(10, DaysOf(Universe.AShares.ListedAtLeast(250).Evaluate(new Panel(Axes, []), Master), 3).Length);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(5, 7)]
    public void The_day_of_listing_counts_as_the_first(int days, int firstMember) =>
        Assert.Equal(firstMember, DaysOf(Universe.AShares.ListedAtLeast(days).Evaluate(new Panel(Axes, []), Master), 1)[0]);

    [Fact]
    public void Seasoning_does_not_depend_on_where_the_panel_ends()
    {
        // Listed 180 calendar days before the panel begins; a holiday soon after must not change how long that is.
        SecurityMaster master = new([new Security(Old, "old", new DateOnly(2019, 7, 25))]);
        DateOnly[] aroundFestival = [new(2020, 1, 21), new(2020, 1, 22), new(2020, 1, 23), new(2020, 2, 3), new(2020, 2, 4)];
        for (int length = 1; length <= aroundFestival.Length; length++)
        {
            Panel panel = new(new PanelAxes(new TradingCalendar(aroundFestival[..length]), [Old]), []);
            Assert.True(Universe.AShares.ListedAtLeast(110).Evaluate(panel, master)[0, 0], $"{length} days");
            Assert.False(Universe.AShares.ListedAtLeast(130).Evaluate(panel, master)[0, 0], $"{length} days");
        }
    }

    [Fact]
    public void Flags_leave_out_and_missing_flags_do_not()
    {
        Panel panel = new(Axes, [new(Field.IsSt, Row(1, 0, float.NaN, 0)), new(Field.IsSuspended, Row(0, 0, 1, 0))]);
        Membership members = Universe.Everything.WithoutSt().WithoutSuspended().Evaluate(panel, Master);
        Assert.Equal([false, true, false, true], members.Row(0).ToArray());
    }

    [Fact]
    public void A_band_is_inclusive_and_leaves_out_what_is_missing()
    {
        Panel panel = new(Axes, [new(Field.MarketCap, Row(10, 20, float.NaN, 20.5f))]);
        Universe band = Universe.Everything.Between(Field.MarketCap, 10, 20);
        Assert.Equal([true, true, false, false], band.Evaluate(panel, Master).Row(0).ToArray());
        Assert.Equal(Clock.Evening, band.KnownAt);
        Assert.Equal([Field.MarketCap], band.RequiredFields);
    }

    [Fact]
    public void Index_members_have_a_weight_on_the_day()
    {
        Symbol index = Symbol.Parse("000300.SH");
        Panel panel = new(Axes, [new(Field.IndexWeight(index), Row(0.5f, float.NaN, 0.5f, float.NaN))]);
        Assert.Equal([true, false, true, false], Universe.Index(index).Evaluate(panel, Master).Row(0).ToArray());
    }

    [Fact]
    public void A_rule_whose_field_is_absent_is_refused_not_ignored() =>
        Assert.Throws<FieldNotAvailableException>(() => Universe.AShares.WithoutSt().Evaluate(new Panel(Axes, []), Master));

    [Fact]
    public void A_source_that_lacks_a_field_drops_the_rule_by_name()
    {
        MarketCoverage coverage = new([Field.Close], [], new Dictionary<string, string> { [Field.IsSt.Name] = "there is no stock_st table." });
        Universe covered = Universe.AShares.WithoutSt().CoveredBy(coverage, out IReadOnlyList<string> dropped);
        Assert.Equal(["without ST: there is no stock_st table."], dropped);
        Assert.Single(covered.Rules);
        Assert.Same(Universe.AShares, Universe.AShares.CoveredBy(coverage, out dropped));
        Assert.Empty(dropped);
    }

    [Fact]
    public void A_name_reads_the_same_under_every_culture()
    {
        System.Globalization.CultureInfo culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        string name = "";
        Thread thread = new(() => name = Universe.Everything.Between(Field.Pb, 0.5, 2.5).Name) { CurrentCulture = culture };
        thread.Start();
        thread.Join();
        Assert.Equal("everything, pb from 0.5 to 2.5", name);
    }

    private static FieldMatrix Row(params float[] values) => FieldMatrix.Create(Calendar.Count, values.Length, (_, row) => values.CopyTo(row));

    private static int[] DaysOf(Membership members, int column) => [.. Enumerable.Range(0, members.Rows).Where(t => members[t, column])];
}
