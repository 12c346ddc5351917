using AlphaKit.Snippets;

namespace AlphaKit.Extensibility.Tests;

public sealed class OwnTargetSourceTests
{
    [Fact]
    public void A_strategy_of_ones_own_decides_from_the_past_alone()
    {
        TradingCalendar calendar = new(Enumerable.Range(0, 8).Select(i => new DateOnly(2024, 3, 4).AddDays(i)));
        PanelAxes axes = new(calendar, [Symbol.Parse("000001.SZ"), Symbol.Parse("600000.SH")]);
        Panel whole = new(axes,
        [
            new(Field.Close, FieldMatrix.Create(8, 2, (t, row) => { row[0] = 10 - t; row[1] = 10 + t; })),
            new(Field.AdjFactor, FieldMatrix.Create(8, 2, (_, row) => row.Fill(1))),
        ]);
        DateOnly today = calendar[6];
        ITargetSource strategy = new WeeklyReversal();
        TargetWeights wanted = strategy.Decide(new DecisionContext(today, calendar[7], Clock.Close, whole.AsKnownAt(today, Clock.Close), Holdings.OnlyCash(1_000_000m)));
        Assert.Equal(0.95, wanted.Invested, 12);
        Assert.Equal(2, wanted.Items.Count);

        TargetWeights early = strategy.Decide(new DecisionContext(calendar[2], calendar[3], Clock.Close, whole.AsKnownAt(calendar[2], Clock.Close), Holdings.OnlyCash(1_000_000m)));
        Assert.NotNull(early.KeepReason);
    }

    [Fact]
    public void The_defaults_of_the_seam_ask_for_nothing()
    {
        ITargetSource idle = new Idle();
        Assert.Empty(idle.RequiredFields);
        Assert.Same(Universe.AShares, idle.Universe);
    }

    private sealed class Idle : ITargetSource
    {
        public string Name => "idle";

        public TargetWeights Decide(DecisionContext context) => TargetWeights.Keep("idle");
    }
}
