using AlphaKit.TestSupport;

namespace AlphaKit.Backtest.Tests;

public sealed class OrderStreamTests
{
    // The claims run tries all of them; a run of the tests a tenth.
    private static int Streams => Environment.GetEnvironmentVariable("AK_CLAIMS") is { Length: > 0 } ? 100_000 : 10_000;

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "order_stream_breaches")]
    public async Task No_random_stream_of_orders_breaks_a_rule_or_loses_a_cent()
    {
        const int PerMarket = 25;
        int streams = Streams, breaches = 0;
        long fills = 0, unfilled = 0;
        string first = "";
        HashSet<UnfilledReason> reasons = [];
        for (int m = 0; m < streams / PerMarket; m++)
        {
            FastMarket market = new((ulong)m);
            DealPrice deal = m % 2 == 0 ? DealPrice.Open : DealPrice.Close;
            BacktestOptions options = new()
            {
                From = market.Calendar[1], To = market.Calendar.Last, DealPrice = deal, InitialCash = (m % 5) switch { 0 => 5_000m, 1 => 20_000_000m, _ => 300_000m },
                MaxParticipation = m % 3 == 0 ? 0.5 : 0.1,
            };
            MarketFrame frame = await MarketFrame.ReadAsync(market, new StrategyDoor(new RandomOrders(0)), options, CancellationToken.None);
            CorporateCalendar actions = await CorporateCalendar.ReadAsync(market, frame, CancellationToken.None);
            for (int s = 0; s < PerMarket; s++)
            {
                ulong seed = (ulong)((m * PerMarket) + s);
                RandomOrders orders = new(seed);
                FrontDoor door = s % 5 == 4 ? FrontDoor.Of(new RandomTargets(seed)) : new StrategyDoor(orders);
                Simulation run = new(frame, door, actions, options with { Schedule = Schedule.Daily });
                await run.RunAsync();
                StreamValidator validator = new(market, deal, options.InitialCash, options.MaxParticipation, orders.Limited);
                if (validator.FirstBreach(run.Log, frame.First) is { } breach && breaches++ == 0) first = $"stream {seed}: {breach}";
                fills += validator.Fills;
                unfilled += run.Log.Unfilled.Count;
                if (m < 40) reasons.UnionWith(run.Log.Unfilled.Select(u => u.Reason));
            }
        }

        Assert.True(breaches == 0, first);
        Assert.True(fills > streams * 5L && unfilled > streams * 3L, $"{fills} fills, {unfilled} unfilled");
        Assert.Subset(
            reasons,
            new HashSet<UnfilledReason>
            {
                UnfilledReason.Suspended, UnfilledReason.AtUpperLimit, UnfilledReason.AtLowerLimit, UnfilledReason.NotSellable,
                UnfilledReason.Participation, UnfilledReason.Cash, UnfilledReason.BelowSmallestOrder, UnfilledReason.LimitNotReached,
            });
        Claim.Exactly("order_stream_breaches", breaches, 0);
    }
}
