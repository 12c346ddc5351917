using AlphaKit.Snippets;

namespace AlphaKit.Extensibility.Tests;

public sealed class OwnUniverseRuleTests
{
    [Fact]
    public async Task A_rule_of_ones_own_takes_part_in_a_universe()
    {
        OwnMarket market = new();
        PanelQuery query = new() { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Close], Universe = Universe.AShares.Where(new OnBoards(Board.Star)) };
        Panel panel = await market.PanelAsync(query);
        Assert.Equal(1, panel.Members.CountOn(0));
        Assert.True(panel.IsMember(Symbol.Parse("688001.SH"), market.Calendar.First));
        Assert.Contains("on Star", query.Universe.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_of_a_rule_follows_from_its_fields()
    {
        Assert.Equal(Clock.Open, new OnBoards(Board.Main).KnownAt);
        Assert.Equal(Clock.Evening, new Liquid().KnownAt);
        Assert.Equal(Clock.Evening, Universe.AShares.Where(new Liquid()).KnownAt);
    }

    private sealed class Liquid : UniverseRule
    {
        public override string Name => "turnover above 1 %";

        public override IReadOnlyList<Field> RequiredFields => [Field.Close, Field.TurnoverRate];

        public override void Apply(UniverseContext context, int row, Span<bool> members)
        {
            ReadOnlySpan<float> turnover = context.Panel[Field.TurnoverRate].Row(row);
            for (int i = 0; i < members.Length; i++) members[i] &= turnover[i] > 0.01f;
        }
    }
}
