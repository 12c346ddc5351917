using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

public sealed class PropertyTests
{
    private static BacktestOptions OptionsOf(FakeMarket market, int seed) => market.Daily() with
    {
        DealPrice = (DealPrice)(seed % 3),
        InitialCash = (seed % 4) switch { 0 => 3_000m, 1 => 40_000m, 2 => 1_000_000m, _ => 50_000_000m },
        Participation = (ParticipationPolicy)(seed / 3 % 3),
        Schedule = seed % 5 == 0 ? Schedule.Weekly : Schedule.Daily,
        Slippage = seed % 2 == 0 ? NoSlippage.Instance : new SquareRootImpact(),
        Rights = (RightsPolicy)(seed / 7 % 2),
    };

    [Fact]
    public void Random_orders_break_no_rule_and_the_books_always_balance() => Properties.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestOptions options = OptionsOf(market, seed);
            BacktestResult result = market.RunAsync(new RandomTargets((ulong)seed), options).GetAwaiter().GetResult();
            string? breach = RuleValidator.FirstBreachAsync(result, market, options.DealPrice, options.InitialCash).GetAwaiter().GetResult();
            return breach is null ? true : throw new InvalidOperationException($"seed {seed}: {breach}");
        },
        cases: 150);

    // The daily table alone, read back as text: what is owned less what is owed is the net asset value, and no cent of the run is unexplained.
    [Fact]
    [Trait("Claim", "ledger_differences")]
    public async Task Over_random_order_streams_the_books_differ_by_no_cent()
    {
        const int Streams = 100;
        decimal difference = 0;
        int trades = 0, days = 0;
        for (int seed = 0; seed < Streams; seed++)
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestOptions options = OptionsOf(market, seed);
            BacktestResult result = await market.RunAsync(new RandomTargets((ulong)seed), options);
            for (int r = 0; r < result.Daily.RowCount; r++, days++)
            {
                decimal owned = result.Daily.Money("cash", r) + result.Daily.Money("positions_value", r) + result.Daily.Money("receivables", r);
                difference += Math.Abs(owned - result.Daily.Money("liabilities", r) - result.Daily.Money("nav", r));
            }

            // Cash at the end, from nothing but the initial cash and the log of deals and events.
            decimal cash = options.InitialCash;
            for (int r = 0; r < result.Trades.RowCount; r++, trades++)
            {
                cash += (result.Trades.Cell("side", r) == "Buy" ? -1 : 1) * result.Trades.Money("amount", r);
                foreach (string cost in new[] { "commission", "stamp_duty", "transfer_fee", "other_fees", "dividend_tax" }) cash -= result.Trades.Money(cost, r);
            }

            for (int r = 0; r < result.Events.RowCount; r++) cash += result.Events.Money("cash", r);
            difference += Math.Abs(cash - result.Daily.Money("cash", result.Daily.RowCount - 1));
        }

        Assert.True(trades > 1000 && days > 2000, $"{trades} trades on {days} days");
        Claim.Exactly("ledger_differences", (double)(difference * 100), 0);
    }

    [Fact]
    public async Task The_random_market_exercises_every_reason_and_event()
    {
        HashSet<string> reasons = [], events = [];
        for (int seed = 0; seed < 60; seed++)
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestResult result = await market.RunAsync(new RandomTargets((ulong)seed), OptionsOf(market, seed));
            reasons.UnionWith(result.Rejections.Lines("reason"));
            events.UnionWith(result.Events.Lines("kind"));
        }

        Assert.Equal("AtLowerLimit AtUpperLimit BelowSmallestOrder Cash NotSellable Participation Suspended", string.Join(' ', reasons.Order(StringComparer.Ordinal)));
        Assert.Equal("DividendEarned DividendPaid RightsLapsed RightsSubscribed SharesReceived", string.Join(' ', events.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Nothing_known_after_a_day_changes_that_day() => SpoiledMarkets.ShowTheSame(SpoiledMarkets.AfterDay, (market, day, seed) =>
    {
        BacktestResult result = market.RunAsync(new RandomTargets((ulong)seed) { FollowPrices = true }, OptionsOf(market, seed)).GetAwaiter().GetResult();
        return string.Join('\n', Until(result.Daily, "date", day).Concat(Until(result.Trades, "date", day)).Concat(Until(result.Rejections, "date", day)).Concat(Until(result.Events, "date", day)));
    });

    [Fact]
    public void What_the_close_of_a_day_brings_does_not_touch_its_fills_at_the_open() => SpoiledMarkets.ShowTheSame(SpoiledMarkets.AfterOpen, (market, day, seed) =>
    {
        BacktestOptions options = OptionsOf(market, seed) with { DealPrice = DealPrice.Open, Schedule = Schedule.Daily, Participation = ParticipationPolicy.PreviousAverage };
        BacktestResult result = market.RunAsync(new RandomTargets((ulong)seed) { FollowPrices = true }, options).GetAwaiter().GetResult();
        return string.Join('\n', Until(result.Trades, "date", day).Concat(Until(result.Rejections, "date", day)));
    });

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        FakeMarket market = RandomMarket.Create(7);
        BacktestResult first = await market.RunAsync(new RandomTargets(7)), second = await RandomMarket.Create(7).RunAsync(new RandomTargets(7));
        Assert.Equal(first.Manifest.ToJson(), second.Manifest.ToJson());
        Assert.All(first.Tables.Zip(second.Tables), pair => Assert.Equal(pair.First.ToCsv(), pair.Second.ToCsv()));
        Assert.Equal(8, first.Manifest.Results.Count);
        Assert.NotEqual(first.Manifest.ToJson(), (await market.RunAsync(new RandomTargets(8))).Manifest.ToJson());
    }

    private static IEnumerable<string> Until(Table table, string date, DateOnly day)
    {
        IReadOnlyList<DateOnly> dates = table[date].Dates;
        string[] lines = table.ToCsv().Split('\n');
        return Enumerable.Range(0, table.RowCount).Where(r => dates[r] <= day).Select(r => lines[r + 1]);
    }
}
