using static AlphaKit.Backtest.Tests.Rows;

namespace AlphaKit.Backtest.Tests;

public sealed class WeightsByDateTests
{
    private static readonly DateOnly[] Week = [Day(2024, 1, 8), Day(2024, 1, 9), Day(2024, 1, 10), Day(2024, 1, 11)];

    private static FakeMarket Market() => new FakeMarket(Week).Flat(Pudong, 10).Flat(PingAn, 20);

    private static WeightsByDate On(DateOnly day, params (Symbol Symbol, double Weight)[] weights) =>
        WeightsByDate.From("given", [new(day, TargetWeights.From(weights.Select(w => KeyValuePair.Create(w.Symbol, w.Weight))))]);

    [Fact]
    public async Task Weights_are_dealt_on_the_trading_day_after_theirs()
    {
        FakeMarket market = Market();
        BacktestResult result = await market.RunAsync(On(Week[1], (Pudong, 0.5)), market.Daily() with { Schedule = Schedule.Monthly, Fees = FeeSchedules.None });
        Assert.Equal(["2024-01-10 Buy 50000"], result.Trades.Lines("date", "side", "shares"));
        Assert.Equal(["2024-01-09 2024-01-10 1 0.5 0.5"], result.Rebalances.Lines("decided", "dealt", "names", "invested", "planned_turnover"));
    }

    [Fact]
    public async Task Given_weights_and_a_source_that_decides_the_same_come_to_the_same()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestOptions options = market.Daily() with { DealPrice = (DealPrice)(seed % 3), InitialCash = seed % 2 == 0 ? 20_000m : 30_000_000m };
            Recorder recorder = new(new RandomTargets((ulong)seed));
            BacktestResult asked = await market.RunAsync(recorder, options);
            BacktestResult given = await market.RunAsync(WeightsByDate.From("given", recorder.Seen), options);
            Assert.Equal(asked.Trades.ToCsv(), given.Trades.ToCsv());
            Assert.Equal(asked.Rejections.ToCsv(), given.Rejections.ToCsv());
            Assert.Equal(asked.Daily["nav"].Numbers, given.Daily["nav"].Numbers);
        }
    }

    [Fact]
    public async Task Bad_weights_are_refused_before_the_run_starts()
    {
        Assert.Throws<ArgumentException>(() => WeightsByDate.From("none", []));
        Assert.Throws<ArgumentException>(() => On(Week[0], (Pudong, 0.6), (PingAn, 0.5)));
        Assert.Throws<ArgumentException>(() => On(Week[0], (Pudong, double.NaN)));
        Assert.Throws<ArgumentException>(() => On(Week[0], (Pudong, -0.1)));
        Assert.Throws<ArgumentException>(() => WeightsByDate.From("keep", [new(Week[0], TargetWeights.Keep("why"))]));

        FakeMarket market = Market();
        Never told = new();
        InvalidTargetException unknown = await Assert.ThrowsAsync<InvalidTargetException>(() => Run(On(Week[2], (Star, 0.5))));
        Assert.Equal((Star, Week[2]), (unknown.Symbol, unknown.Date));
        DateNotInCalendarException off = await Assert.ThrowsAsync<DateNotInCalendarException>(() => Run(On(Day(2024, 1, 6), (Pudong, 0.5))));
        Assert.Equal(Day(2024, 1, 6), off.Date);
        await Assert.ThrowsAsync<EmptyTargetsException>(() => Run(On(Week[3], (Pudong, 0.5))));

        Task<BacktestResult> Run(WeightsByDate weights) => Backtester.RunAsync(market, weights, market.Daily(), told);
    }

    [Fact]
    public async Task Impossible_prices_are_refused_before_the_run_starts()
    {
        FakeMarket negative = Market().Set(Field.Close, Pudong, Week[2], -1), infinite = Market().Set(Field.Open, Pudong, Week[2], double.PositiveInfinity);
        InvalidPriceException e = await Assert.ThrowsAsync<InvalidPriceException>(() => Backtester.RunAsync(negative, new Script(), negative.Daily(), new Never()));
        Assert.Equal(("close", Pudong, Week[2], -1d), (e.Field, e.Symbol, e.Date, e.Value));
        await Assert.ThrowsAsync<InvalidPriceException>(() => Backtester.RunAsync(infinite, new Script(), infinite.Daily(), new Never()));
        await Assert.ThrowsAsync<InvalidPriceException>(() => InMemoryMarket.LoadAsync(infinite));
        FakeMarket empty = Market().Change((field, _, _, value) => field == Field.Open ? float.NaN : value);
        e = await Assert.ThrowsAsync<InvalidPriceException>(() => Backtester.RunAsync(empty, new Script(), empty.Daily(), new Never()));
        Assert.Equal("open", e.Field);
    }

    [Fact]
    public void The_best_scores_are_those_of_a_sort_with_ties_to_the_lower_column()
    {
        RandomStream random = RandomStream.Create(1, "selection");
        Selection selection = new(700, 60);
        float[] values = new float[700];
        for (int round = 0; round < 300; round++)
        {
            for (int i = 0; i < values.Length; i++)
            {
                double u = random.NextDouble();
                values[i] = u < 0.1 ? float.NaN : round % 3 == 0 ? MathF.Floor((float)(u * 20)) : (float)((u * (1 + round)) - (round % 7));
            }

            if (round % 50 == 49) Array.Fill(values, float.NaN, 0, 660);
            int[] expected = [.. Enumerable.Range(0, 700).Where(i => !float.IsNaN(values[i])).OrderByDescending(i => values[i]).ThenBy(i => i).Take(60).Order()];
            Assert.Equal(expected, selection.Best(values).ToArray());
        }
    }

    private sealed class Never : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => Assert.Fail("the run has started");
    }

    private sealed class Recorder(ITargetSource inner) : ITargetSource
    {
        public Dictionary<DateOnly, TargetWeights> Seen { get; } = [];

        public string Name => "given";

        public IReadOnlyList<Field> RequiredFields => inner.RequiredFields;

        public TargetWeights Decide(DecisionContext context)
        {
            TargetWeights target = inner.Decide(context);
            if (target.KeepReason is null) Seen[context.Today] = target;
            return target;
        }
    }
}
