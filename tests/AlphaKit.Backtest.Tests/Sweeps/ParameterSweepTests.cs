namespace AlphaKit.Backtest.Tests;

public sealed class ParameterSweepTests
{
    private static SweepCase[] Cases(FakeMarket market) =>
    [
        .. Enumerable.Range(0, 9).Select(i => SweepCase.Of($"seed {i}", market.Daily() with { InitialCash = 100_000m * (1 + i) }, () => new RandomTargets((ulong)i))),
        SweepCase.Of("orders", market.Daily(), () => new OrderScript().On(market.Calendar[3], bar => bar.OrderTargetPercent(Rows.Pudong, 0.5))),
    ];

    [Fact]
    public async Task Results_are_the_same_for_any_number_of_threads_and_come_in_the_order_of_the_cases()
    {
        FakeMarket source = RandomMarket.Create(3);
        InMemoryMarket market = await InMemoryMarket.LoadAsync(source);
        Told told = new();
        SweepResult one = await ParameterSweep.RunAsync(market, Cases(source), threads: 1), many = await ParameterSweep.RunAsync(market, Cases(source), threads: 4, told);
        Assert.Equal(one.Results.Select(r => r.Manifest.ToJson()), many.Results.Select(r => r.Manifest.ToJson()));
        Assert.Equal(one.Table.ToCsv(), many.Table.ToCsv());
        Assert.Equal("seed 4", many.Names[4]);
        Assert.Equal(Enumerable.Range(1, 10), told.Seen.Select(p => p.Done).Order());

        // The same run straight from the source gives the same tables.
        BacktestResult alone = await source.RunAsync(new RandomTargets(4), source.Daily() with { InitialCash = 500_000m });
        Assert.Equal(alone.Trades.ToCsv(), many.Results[4].Trades.ToCsv());
        Assert.Equal(alone.Daily.ToCsv(), many.Results[4].Daily.ToCsv());
        Assert.Equal(alone.Events.ToCsv(), many.Results[4].Events.ToCsv());
    }

    [Fact]
    public async Task Bad_sweeps_are_refused()
    {
        FakeMarket market = RandomMarket.Create(3);
        await Assert.ThrowsAsync<ArgumentException>(() => ParameterSweep.RunAsync(market, []));
        await Assert.ThrowsAsync<ArgumentException>(() => ParameterSweep.RunAsync(market, [Cases(market)[0], Cases(market)[0]]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ParameterSweep.RunAsync(market, Cases(market), threads: 0));
    }

    [Fact]
    public async Task A_field_that_was_not_read_into_memory_is_named()
    {
        InMemoryMarket market = await InMemoryMarket.LoadAsync(RandomMarket.Create(3));
        FieldNotAvailableException e = await Assert.ThrowsAsync<FieldNotAvailableException>(() =>
            Backtester.RunAsync(market, new Script { RequiredFields = [Field.Pb] }, new BacktestOptions { From = market.Calendar[1], To = market.Calendar.Last }));
        Assert.Equal(Field.Pb, e.Field);
    }

    private sealed class Told : IProgress<SweepProgress>
    {
        private readonly List<SweepProgress> _seen = [];

        public IReadOnlyList<SweepProgress> Seen
        {
            get
            {
                lock (_seen) return [.. _seen];
            }
        }

        public void Report(SweepProgress value)
        {
            lock (_seen) _seen.Add(value);
        }
    }
}
