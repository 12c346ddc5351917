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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_case_that_fails_is_named_and_the_others_are_not_lost(int threads)
    {
        FakeMarket market = RandomMarket.Create(3);
        SweepCase[] good = Cases(market);
        Told told = new();
        SweepCase[] cases =
        [
            .. good[..4],
            SweepCase.Of("dates", market.Daily() with { To = market.Calendar.Last.AddYears(1) }, () => new RandomTargets(1)),
            .. good[4..],
            SweepCase.Of("strategy", market.Daily(), () => new OrderScript().On(market.Calendar[3], _ => throw new InvalidOperationException("no idea today"))),
        ];
        SweepException failure = await Assert.ThrowsAsync<SweepException>(() => ParameterSweep.RunAsync(market, cases, threads, told));
        Assert.Equal(["dates", "strategy"], failure.Failures.Select(f => f.Name));
        Assert.IsType<BacktestRangeException>(failure.Failures[0].Exception);
        Assert.Equal("no idea today", failure.Failures[1].Exception.Message);
        Assert.StartsWith("2 of 12 cases failed, first 'dates': ", failure.Message, StringComparison.Ordinal);
        Assert.Equal((await ParameterSweep.RunAsync(market, good, threads: 1)).Table.ToCsv(), failure.Completed.Table.ToCsv());
        Assert.Equal(Enumerable.Range(1, 12), told.Seen.Select(p => p.Done).Order());
    }

    [Fact]
    public async Task Cancelling_stops_a_sweep_after_the_cases_that_run()
    {
        FakeMarket market = RandomMarket.Create(3);
        using CancellationTokenSource stop = new();
        Told told = new(p => stop.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ParameterSweep.RunAsync(market, Cases(market), threads: 2, told, stop.Token));
        Assert.InRange(told.Seen.Count, 1, 2);
        using CancellationTokenSource before = new();
        await before.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ParameterSweep.RunAsync(market, Cases(market), cancellationToken: before.Token));
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

    private sealed class Told(Action<SweepProgress>? then = null) : IProgress<SweepProgress>
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
            then?.Invoke(value);
        }
    }
}
