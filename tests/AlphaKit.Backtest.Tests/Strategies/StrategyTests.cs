using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class StrategyTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11), Day(2024, 1, 12)];

    private static FakeMarket Market() => new FakeMarket(Week).Flat(Pudong, 10).Flat(PingAn, 20);

    private static BacktestOptions Free(FakeMarket market) => market.Daily() with { InitialCash = 100_000m, Fees = FeeSchedules.None };

    [Fact]
    public async Task Orders_by_shares_value_percent_and_target_come_out_in_shares()
    {
        FakeMarket market = Market();
        OrderScript script = new OrderScript()
            .On(Week[0], bar =>
            {
                bar.OrderShares(Pudong, 1_050);          // 1,000
                bar.OrderValue(PingAn, 9_999m);          // 499 → 400
            })
            .On(Week[1], bar =>
            {
                bar.OrderPercent(PingAn, 0.1);           // 10,000 / 20 = 500 more
                bar.OrderTargetPercent(Pudong, 0.2);     // 20,000 / 10 = 2,000: 1,000 more
            })
            .On(Week[2], bar =>
            {
                bar.OrderTargetShares(Pudong, 300);      // sells 1,700
                bar.OrderTargetValue(PingAn, 4_000m);    // 200: sells 700
            })
            .On(Week[3], bar => bar.OrderShares(Pudong, -100));
        BacktestResult result = await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(
            [
                "2024-01-09 1 Buy 1000", "2024-01-09 2 Buy 400", "2024-01-10 3 Buy 500", "2024-01-10 4 Buy 1000",
                "2024-01-11 5 Sell 1700", "2024-01-11 6 Sell 700", "2024-01-12 7 Sell 100",
            ],
            result.Trades.Lines("date", "order", "side", "shares"));
        Assert.Equal(7, script.Done.Count(o => o.Status == OrderStatus.Filled));
        Assert.Equal((10m, 1_000L), (script.Done[0].AveragePrice, script.Done[0].Filled));
        Assert.Equal(Week[..4], script.Bars);
        Assert.Equal(["2024-01-08 2024-01-09 2 2 2 0"], result.Rebalances.Lines("decided", "dealt", "names", "orders", "filled", "unfilled")[..1]);
    }

    [Fact]
    public async Task Both_doors_deal_the_same_orders()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            // Half invested, so that cash is never short: then the doors do the same in the same order.
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestOptions options = market.Daily() with { DealPrice = (DealPrice)(seed % 3), InitialCash = 1_000_000m };
            BacktestResult targets = await market.RunAsync(new Half((ulong)seed), options), orders = await Backtester.RunAsync(market, new HalfByOrders((ulong)seed), options);
            string[] columns = ["date", "symbol", "side", "shares", "price", "amount", "commission", "dividend_tax", "realised"];
            Assert.Equal(targets.Trades.Lines(columns).Order(StringComparer.Ordinal), orders.Trades.Lines(columns).Order(StringComparer.Ordinal));
            Assert.Equal(targets.Daily.Hash(), orders.Daily.Hash());
        }
    }

    [Fact]
    public async Task Refused_and_cut_orders_carry_their_reason()
    {
        FakeMarket market = Market().Bar(Pudong, Week[1], 11, open: 11, low: 11, high: 11);
        OrderScript script = new OrderScript()
            .On(Week[0], bar =>
            {
                bar.OrderShares(Pudong, 100);             // opens at the upper limit
                bar.OrderShares(PingAn, -100);            // nothing is held
                bar.OrderShares(PingAn, 99);              // below one lot
                bar.OrderValue(PingAn, 1_000_000m);       // beyond the cash
            })
            .On(Week[1], bar => bar.OrderShares(PingAn, -10_000));
        BacktestResult result = await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(
            [
                "Rejected 0 of 100 AtUpperLimit", "Rejected 0 of 100 NotSellable", "Rejected 0 of 99 BelowSmallestOrder",
                "PartlyFilled 5000 of 50000 Cash", "PartlyFilled 5000 of 10000 NotSellable",
            ],
            script.Done.Select(o => $"{o.Status} {o.Filled} of {o.Wanted} {o.Reason}"));
        Assert.All(script.Done, o => Assert.NotEmpty(o.Detail));
        Assert.Equal(5, result.Rejections.RowCount);
    }

    [Fact]
    public async Task Purchases_take_the_cash_in_the_order_of_sending()
    {
        FakeMarket market = Market();
        OrderScript script = new OrderScript().On(Week[0], bar =>
        {
            bar.OrderPercent(PingAn, 0.9);
            bar.OrderPercent(Pudong, 0.9);
        });
        await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal([4_500L, 1_000L], script.Done.Select(o => o.Filled));
    }

    [Fact]
    public async Task A_second_target_for_a_share_replaces_the_first_and_a_met_one_does_nothing()
    {
        FakeMarket market = Market();
        OrderScript script = new OrderScript()
            .On(Week[0], bar =>
            {
                bar.OrderTargetPercent(Pudong, 0.5);
                bar.OrderTargetPercent(Pudong, 0.1);
                Assert.Single(bar.Orders);
            })
            .On(Week[1], bar => bar.OrderTargetShares(Pudong, 1_050));
        await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(["Filled 1000", "NothingToDo 0"], script.Done.Select(o => $"{o.Status} {o.Filled}"));
    }

    [Fact]
    public async Task Indicators_are_evaluated_over_the_past_only_and_are_missing_until_their_window_is_full()
    {
        FakeMarket market = new(Week);
        double[] closes = [10, 11, 12, 13, 14];
        for (int t = 0; t < 5; t++) market.Bar(Pudong, Week[t], closes[t]);
        Indicator mean = Indicator.Mean(Field.Close, 2), change = Indicator.Change(Field.Close, 2), span = Indicator.Of("range", Field.Close, 3, w => w[^1] - w[0]);
        List<string> seen = [];
        OrderScript script = new();
        foreach (DateOnly day in Week) script.On(day, bar => seen.Add($"{bar[mean, Pudong]:0.0} {bar[change, Pudong]:0.0} {bar[span, Pudong]:0} {bar[Field.Close, Pudong]:0} {bar.Window(Field.Close, Pudong, 3).Length}"));
        await Backtester.RunAsync(market, script, Free(market));
        Assert.Equal(["NaN NaN NaN 10 1", "10.5 NaN NaN 11 2", "11.5 0.2 2 12 3", "12.5 0.2 2 13 3"], seen);
    }

    [Fact]
    public async Task Schedules_count_trading_days()
    {
        FakeMarket market = new FakeMarket(FakeMarket.Weekdays(Day(2024, 1, 3), 12)).Flat(Pudong, 10);
        List<string> due = [];
        OrderScript script = new();
        foreach (DateOnly day in market.Calendar) script.On(day, bar => due.Add(bar.IsDue(Schedule.Weekly) ? $"{bar.TradingDay:MM-dd}" : ""));
        await Backtester.RunAsync(market, script, market.Daily());
        Assert.Equal(["01-08", "01-15"], due.Where(d => d.Length > 0));
    }

    [Fact]
    public async Task Impossible_orders_are_refused_at_once()
    {
        FakeMarket market = Market();
        BarContext? kept = null;
        OrderScript script = new OrderScript().On(Week[0], bar =>
        {
            kept = bar;
            Assert.Throws<InvalidTargetException>(() => bar.OrderShares(Star, 200));
            Assert.Throws<ArgumentOutOfRangeException>(() => bar.OrderTargetPercent(Pudong, 1.01));
            Assert.Throws<ArgumentOutOfRangeException>(() => bar.OrderTargetPercent(Pudong, double.NaN));
            Assert.Throws<ArgumentOutOfRangeException>(() => bar.OrderTargetShares(Pudong, -1));
            Assert.Throws<ArgumentOutOfRangeException>(() => bar.OrderShares(Pudong, 100, limit: 0m));
            Assert.Throws<FieldNotAvailableException>(() => bar[Field.Open, Pudong]);
        });
        await Backtester.RunAsync(market, script, Free(market));
        Assert.Throws<InvalidOperationException>(() => kept!.OrderShares(Pudong, 100));
    }

    private static TargetWeights HalfOf(ulong seed, DateOnly day, IReadOnlyList<Symbol> symbols)
    {
        RandomStream random = RandomStream.Create(seed, $"half/{day:yyyyMMdd}");
        double[] raw = [.. symbols.Select(_ => random.NextDouble() < 0.4 ? 0 : random.NextDouble())];
        double sum = raw.Sum() * 2;
        return sum == 0 ? TargetWeights.Cash : TargetWeights.From(symbols.Zip(raw, (s, w) => KeyValuePair.Create(s, w / sum)));
    }

    private sealed class Half(ulong seed) : ITargetSource
    {
        public string Name => "half";

        public TargetWeights Decide(DecisionContext context) => HalfOf(seed, context.Today, context.Past.Symbols);
    }

    private sealed class HalfByOrders(ulong seed) : IStrategy
    {
        public string Name => "half";

        public void OnBar(BarContext bar) => bar.Target(HalfOf(seed, bar.Today, bar.Past.Symbols));
    }
}
