using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Core.Tests.Panels;

public sealed class PanelTests
{
    private const int Days = 8;
    private static readonly TradingCalendar Calendar = new(Enumerable.Range(0, Days).Select(i => new DateOnly(2021, 3, 1).AddDays(i)));
    private static readonly PanelAxes Axes = new(Calendar, [Symbol.Parse("000001.SZ"), Symbol.Parse("300750.SZ"), Symbol.Parse("600000.SH")]);

    // One field of each clock.
    private static readonly Field[] Fields = [Field.PreClose, Field.Close, Field.MarketCap, Field.FinancingBalance, Field.Custom("announced_thing", Unit.Cny, Clock.Announced)];

    [Fact]
    public void Nothing_known_later_can_be_reached()
    {
        var inputs = from day in Gen.Choose(0, Days - 1) from clock in Gen.Elements(Enum.GetValues<Clock>()) select (day, clock);
        Properties.Holds(inputs, moment =>
        {
            Panel before = Sample(0, moment.day, moment.clock).AsKnownAt(Calendar[moment.day], moment.clock);
            Panel poisoned = Sample(1000, moment.day, moment.clock).AsKnownAt(Calendar[moment.day], moment.clock);
            return before.Calendar.Last == Calendar[moment.day]
                && Fields.All(f => ContentHash.Of(before[f]) == ContentHash.Of(poisoned[f])
                    && f.KnownAt <= moment.clock != float.IsNaN(before[f][moment.day, 0]));
        });
    }

    [Fact]
    public void Earlier_rows_are_whole_whatever_the_clock()
    {
        Panel known = Sample(0, 0, Clock.Open).AsKnownAt(Calendar[5], Clock.Open);
        foreach (Field field in Fields) Assert.Equal(Sample(0, 0, Clock.Open)[field].Slice(0, 5).ToRowMajorArray(), known[field].Slice(0, 5).ToRowMajorArray());
        Assert.Throws<DateNotInCalendarException>(() => known[Field.Close, Calendar[6]].ToArray());
    }

    [Fact]
    public void Views_share_days_and_members()
    {
        Membership members = Membership.Create(Days, 3, (t, row) => row[t % 3] = true);
        Panel view = Sample(0, 0, Clock.Open).With(members, Clock.Open).Between(Calendar[2], Calendar[4]);
        Assert.Equal(3, view.Axes.Days);
        Assert.True(view.IsMember(Axes.Symbols[2], Calendar[2]));
        Assert.False(view.IsMember(Axes.Symbols[0], Calendar[2]));
        Assert.False(view.IsMember(Symbol.Parse("688001.SH"), Calendar[2]));
        Assert.Equal(1, view.Members.CountOn(0));
        Assert.Throws<InsufficientDataException>(() => view.Between(Calendar[6], Calendar[7]));
    }

    [Theory]
    [InlineData(Clock.Open, 4)]
    [InlineData(Clock.Close, 4)]
    [InlineData(Clock.Evening, 5)]
    [InlineData(Clock.NextMorning, 5)]
    public void A_universe_known_in_the_evening_is_that_of_the_day_before_until_then(Clock clock, int memberSince)
    {
        // On day t the first t shares of three (0, 1, 2, 0, …) belong: each day's members differ from the day before's.
        Membership members = Membership.Create(Days, 3, (t, row) => row[..(t % 3)].Fill(true));
        Panel known = Sample(0, 0, Clock.Open).With(members, Clock.Evening).AsKnownAt(Calendar[5], clock);
        Assert.Equal(members.Row(memberSince).ToArray(), known.Members.Row(5).ToArray());
        Assert.Equal(members.Row(4).ToArray(), known.Members.Row(4).ToArray());
        Assert.Equal(0, Sample(0, 0, Clock.Open).With(members, Clock.Evening).AsKnownAt(Calendar[0], Clock.Open).Members.CountOn(0));
    }

    [Fact]
    public void A_missing_field_is_named()
    {
        FieldNotAvailableException thrown = Assert.Throws<FieldNotAvailableException>(() => Sample(0, 0, Clock.Open)[Field.Amount]);
        Assert.Equal(Field.Amount, thrown.Field);
    }

    [Fact]
    public void Wrong_shapes_and_double_fields_are_refused()
    {
        FieldMatrix wrong = FieldMatrix.Create(Days, 2, (_, _) => { }), right = FieldMatrix.Create(Days, 3, (_, _) => { });
        Assert.Throws<ArgumentException>(() => new Panel(Axes, [new(Field.Close, wrong)]));
        Assert.Throws<ArgumentException>(() => new Panel(Axes, [new(Field.Close, right), new(Field.Close, right)]));
        Assert.Throws<ArgumentException>(() => new Panel(Axes, [], Membership.Create(Days, 4, (_, _) => { })));
        Assert.Throws<ArgumentException>(() => new PanelAxes(Calendar, [Axes.Symbols[1], Axes.Symbols[0]]));
    }

    [Fact]
    public void With_replaces_a_field_and_leaves_the_old_panel_alone()
    {
        Panel old = Sample(0, 0, Clock.Open);
        Panel changed = old.With(Field.Close, FieldMatrix.Create(Days, 3, (_, row) => row.Fill(7)));
        Assert.Equal(7, changed[Field.Close][0, 0]);
        Assert.Equal(1, old[Field.Close][0, 0]);
        Assert.Equal(old.Fields, changed.Fields);
        Assert.Equal(old.Fields.OrderBy(f => f.Name, StringComparer.Ordinal), old.Fields);
    }

    /// <summary>Values that follow from field, day and symbol; everything known after the moment is shifted by <paramref name="poison"/>.</summary>
    private static Panel Sample(float poison, int day, Clock clock) => new(Axes, Fields.Select((f, k) =>
        KeyValuePair.Create(f, FieldMatrix.Create(Days, 3, (t, row) =>
        {
            for (int i = 0; i < 3; i++) row[i] = (100 * t) + (10 * i) + k + (t > day || (t == day && f.KnownAt > clock) ? poison : 0);
        }))));
}
