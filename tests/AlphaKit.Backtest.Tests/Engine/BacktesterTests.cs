using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class BacktesterTests
{
    private static readonly Symbol Csi300 = Symbol.Parse("000300.SH");
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11)];

    private static FakeMarket Market() => new FakeMarket(Week).Flat(Pudong, 10);

    [Fact]
    public async Task Dates_off_the_data_are_refused_with_the_dates_of_the_data()
    {
        FakeMarket market = Market();
        BacktestOptions options = market.Daily();
        BacktestRangeException e = await Assert.ThrowsAsync<BacktestRangeException>(() => market.RunAsync(new Script(), options with { To = Day(2024, 1, 12) }));
        Assert.Equal((Week[0], Week[^1]), (e.First, e.Last));
        await Assert.ThrowsAsync<BacktestRangeException>(() => market.RunAsync(new Script(), options with { From = Day(2024, 1, 5) }));
        await Assert.ThrowsAsync<BacktestRangeException>(() => market.RunAsync(new Script(), options with { From = Week[2], To = Week[1] }));
    }

    [Fact]
    public async Task Symbols_without_data_are_refused_by_name_and_day()
    {
        InvalidTargetException e = await Assert.ThrowsAsync<InvalidTargetException>(() => Market().RunAsync(new Script().On(Week[1], (PingAn, 0.5))));
        Assert.Equal((PingAn, Week[1]), (e.Symbol, e.Date));
    }

    [Fact]
    public async Task Missing_fields_are_named_before_the_run()
    {
        FieldNotAvailableException e = await Assert.ThrowsAsync<FieldNotAvailableException>(() => Market().Without(Field.PreClose).RunAsync(new Script()));
        Assert.Equal(Field.PreClose, e.Field);
        e = await Assert.ThrowsAsync<FieldNotAvailableException>(() => Market().RunAsync(new Script { RequiredFields = [Field.Pb] }));
        Assert.Equal(Field.Pb, e.Field);
    }

    [Fact]
    public async Task The_strategy_sees_the_past_only_and_what_it_asked_for()
    {
        List<string> seen = [];
        Script script = new()
        {
            RequiredFields = [Field.Close, Field.Open],
            Seen = c =>
            {
                Assert.Equal(c.Today, c.Past.Calendar.Last);
                Assert.False(c.Past.Has(Field.PreClose));
                seen.Add($"{c.Today:MM-dd} for {c.TradingDay:MM-dd}: {c.Past.Axes.Days} days, cash {c.Holdings.Cash}, close {c.Past[Field.Close][c.Past.Axes.Days - 1, 0]}");
            },
        };
        FakeMarket market = Market();
        await market.RunAsync(script, market.Daily() with { DecisionClock = Clock.Open });
        Assert.Equal(
            ["01-08 for 01-09: 1 days, cash 1000000, close NaN", "01-09 for 01-10: 2 days, cash 1000000, close NaN", "01-10 for 01-11: 3 days, cash 1000000, close NaN"],
            seen);
    }

    [Fact]
    public async Task Holdings_tell_what_can_be_sold_on_the_dealing_day()
    {
        List<string> seen = [];
        Script script = new Script { Seen = c => seen.AddRange(c.Holdings.Positions.Select(p => $"{p.Symbol} {p.Shares} {p.Sellable} {p.Price}")) }.On(Week[0], (Pudong, 0.5));
        await Market().RunAsync(script);
        Assert.Equal("600000.SH 50000 50000 10", seen[0]);
    }

    [Fact]
    public async Task Kept_holdings_are_logged_with_their_reason_and_not_traded()
    {
        BacktestResult result = await Market().RunAsync(new Script().On(Week[0], (Pudong, 0.5)));
        Assert.Equal(
            ["2024-01-08 2024-01-09 1 0.5 0.5 1 1 0 ", "2024-01-09 2024-01-10 0 0 0 0 0 0 nothing written for this day", "2024-01-10 2024-01-11 0 0 0 0 0 0 nothing written for this day"],
            result.Rebalances.Lines("decided", "dealt", "names", "planned_turnover", "realised_turnover", "orders", "filled", "unfilled", "note"));
        Assert.Equal(0.5, result.Performance.Activity.PlannedTurnover);
        Assert.Equal(1, result.Performance.Activity.Rebalances);
    }

    [Fact]
    public async Task An_index_is_the_benchmark_if_named()
    {
        FakeMarket market = Market().Index(Csi300, 100, 110, 99, 99);
        BacktestResult result = await market.RunAsync(new Script(), market.Daily() with { Benchmark = Csi300 });
        Assert.Equal([0.10, -0.10, 0], result.Daily["benchmark_return"].Numbers.Select(v => Math.Round(v, 12)));
        Assert.Equal("000300.SH", result.Performance.Benchmark);
        market = Market().Index(Csi300, 100, 110, 0, 99);
        MissingBenchmarkException e = await Assert.ThrowsAsync<MissingBenchmarkException>(() => market.RunAsync(new Script(), market.Daily() with { Benchmark = Csi300 }));
        Assert.Equal(Week[2], e.Date);
        await Assert.ThrowsAsync<DatasetNotAvailableException>(() => Market().RunAsync(new Script(), Market().Daily() with { Benchmark = Csi300 }));
    }

    [Fact]
    public async Task The_equal_weight_benchmark_follows_the_universe()
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10, 0, 1).Flat(Pudong, 11, 2).Flat(PingAn, 20);
        BacktestResult result = await market.RunAsync(new Script());
        Assert.Equal([0, 0.05, 0], result.Daily["benchmark_return"].Numbers.Select(v => Math.Round(v, 6)));
        Assert.Contains("equally weighted", result.Performance.Benchmark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_equal_weight_benchmark_is_invested_on_the_first_dealing_day_not_before()
    {
        // Thursday to Thursday, dealt weekly: the first dealing day of the portfolio is Monday, so the rise of Friday belongs to neither.
        FakeMarket market = new(FakeMarket.Weekdays(Day(2024, 1, 4), 6));
        double[] closes = [10, 10.5, 11, 11, 12, 12];
        for (int t = 0; t < closes.Length; t++) market.Bar(Pudong, market.Calendar[t], closes[t]);
        BacktestOptions options = new() { From = market.Calendar[1], To = market.Calendar.Last, Schedule = Schedule.Weekly, Fees = FeeSchedules.None };
        BacktestResult result = await market.RunAsync(new Script(), options with { From = market.Calendar[0] });
        Assert.Equal([0, 0, 0.047619, 0, 0.090909, 0], result.Daily["benchmark_return"].Numbers.Select(v => Math.Round(v, 6)));

        // Tuesday to Thursday: no Monday, no dealing, no benchmark; the result says so.
        BacktestResult late = await market.RunAsync(new Script(), options with { From = market.Calendar[3] });
        Assert.All([.. late.Daily["benchmark_return"].Numbers], r => Assert.Equal(0, r));
        Assert.Contains(late.Notes, n => n.Contains("no dealing day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_dealing_day_after_the_start_is_noted()
    {
        FakeMarket market = new FakeMarket(FakeMarket.Weekdays(Day(2024, 1, 4), 6)).Flat(Pudong, 10);
        BacktestResult result = await market.RunAsync(new Script(), new BacktestOptions { From = market.Calendar[1], To = market.Calendar.Last });
        Assert.Contains(result.Notes, n => n.Contains("2024-01-08", StringComparison.Ordinal) && n.Contains("2024-01-05", StringComparison.Ordinal));
        Assert.DoesNotContain((await market.RunAsync(new Script(), market.Daily())).Notes, n => n.Contains("first dealing day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_day_of_the_data_cannot_be_dealt_as_nothing_is_known_before_it()
    {
        FakeMarket market = new FakeMarket(FakeMarket.Weekdays(Day(2024, 1, 4), 4)).Flat(Pudong, 10);
        BacktestResult result = await market.RunAsync(new Script(), new BacktestOptions { From = market.Calendar[0], To = market.Calendar.Last, Schedule = Schedule.Once });
        Assert.Contains(result.Notes, n => n.Contains("no dealing day", StringComparison.Ordinal) && n.Contains("first day of the data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_rulebook_gives_another_manifest()
    {
        RuleTable duty = Rulebook.AShare.Table("stamp_duty");
        string text = string.Join('\n', duty.Rows.Prepend(duty.Columns).Select(r => string.Join(',', r.Select(c => $"\"{c}\""))));
        Rulebook other = Rulebook.AShare.With("stamp_duty", text.Replace("0.0005", "0.0006", StringComparison.Ordinal));
        BacktestResult usual = await Market().RunAsync(new Script()), changed = await Market().RunAsync(new Script(), Market().Daily() with { Rules = other });
        Assert.NotEqual(usual.Manifest.Parameters["rules"], changed.Manifest.Parameters["rules"]);
    }

    [Theory]
    [InlineData(DelistingPolicy.Worthless, -0.5)]
    [InlineData(DelistingPolicy.LastPriceLessHaircut, -0.125)]
    public async Task The_equal_weight_benchmark_loses_delisted_shares_as_the_portfolio_does(DelistingPolicy policy, double loss)
    {
        FakeMarket market = new FakeMarket(Week).Flat(Pudong, 10).Share(PingAn, delisted: Week[2]).Flat(PingAn, 20, 0, 1);
        BacktestOptions options = new()
        {
            From = Week[1], To = Week[^1], Schedule = Schedule.Once, Fees = FeeSchedules.None, InitialCash = 1_000_000m,
            MaxParticipation = 1, Delisting = policy, DelistingHaircut = 0.25m,
        };
        BacktestResult result = await market.RunAsync(new Script().On(Week[0], (Pudong, 0.5), (PingAn, 0.5)), options);
        Assert.Equal([0, loss, 0], result.Daily["benchmark_return"].Numbers.Select(v => Math.Round(v, 9)));
        Assert.Equal([.. result.Daily["return"].Numbers], result.Daily["benchmark_return"].Numbers.Select(v => Math.Round(v, 9)));
    }

    [Fact]
    public async Task Progress_is_told_every_day_and_cancelling_stops()
    {
        List<BacktestProgress> told = [];
        using CancellationTokenSource stop = new();
        FakeMarket market = Market();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Backtester.RunAsync(market, new Script(), market.Daily(), new Listener(p =>
        {
            told.Add(p);
            if (p.DaysDone == 2) stop.Cancel();
        }), stop.Token));
        Assert.Equal([new(Week[1], 1, 3, 1_000_000m), new(Week[2], 2, 3, 1_000_000m)], told);
    }

    [Theory]
    [InlineData(0.99)]
    [InlineData(100_000_000_001)]
    [InlineData(10.001)]
    public void Initial_cash_is_bounded_and_whole_cents(double cash) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Market().Daily() with { InitialCash = (decimal)cash });

    [Fact]
    public void Other_options_are_bounded()
    {
        BacktestOptions good = Market().Daily();
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { MaxParticipation = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { MaxParticipation = 1.01 });
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { DelistingHaircut = 1.01m });
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { DaysPerYear = 199 });
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { RiskFreeRate = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => good with { DealPrice = (DealPrice)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedBps.PerSide(-1));
        Assert.Equal(1, (good with { MaxParticipation = 1, DelistingHaircut = 1, DaysPerYear = 200 }).MaxParticipation);
    }

    private sealed class Listener(Action<BacktestProgress> told) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => told(value);
    }
}
