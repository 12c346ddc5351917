namespace AlphaKit.Backtest.Tests;

/// <summary>Random choices at no cost must earn nothing beyond noise, and everything in the universe must earn the universe's return.</summary>
public sealed class NullStrategyTests
{
    private static FakeMarket Walks(int names, int days)
    {
        FakeMarket market = new(FakeMarket.Weekdays(new DateOnly(2021, 1, 4), days));
        RandomStream random = RandomStream.Create(1, "walks");
        for (int i = 0; i < names; i++)
        {
            Symbol symbol = Symbol.From(600_000 + i, Exchange.Shanghai);
            double price = Math.Round(random.NextDouble(5, 60), 2), before = price;
            for (int t = 0; t < days; t++)
            {
                double open = Math.Round(before * (1 + (0.008 * random.NextNormal())), 2);
                price = Math.Round(open * (1 + (0.015 * random.NextNormal())), 2);
                price = Math.Clamp(price, Math.Round(before * 0.91, 2), Math.Round(before * 1.09, 2));
                open = Math.Clamp(open, Math.Round(before * 0.92, 2), Math.Round(before * 1.08, 2));
                market.Bar(symbol, market.Calendar[t], price, open: open, preClose: before, volume: 1e10);
                before = price;
            }
        }

        return market;
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Random_scores_at_no_cost_earn_nothing_beyond_noise()
    {
        FakeMarket market = Walks(names: 80, days: 240);
        BacktestOptions options = market.Daily() with { Schedule = Schedule.Weekly, InitialCash = 10_000_000_000m, Fees = FeeSchedules.None };
        double sum = 0;
        const int Strategies = 12;
        for (int seed = 0; seed < Strategies; seed++)
        {
            BacktestResult result = await market.RunAsync(new RandomTargets((ulong)seed) { Names = 20 }, options);
            double t = result.Performance.InformationRatio * Math.Sqrt(result.Performance.Days / result.Performance.DaysPerYear);
            Assert.InRange(t, -4, 4);
            sum += t;
        }

        Assert.InRange(sum / Math.Sqrt(Strategies), -3, 3);
    }

    [Fact]
    public async Task The_whole_universe_bought_equally_tracks_the_equal_weight_benchmark()
    {
        FakeMarket market = Walks(names: 30, days: 60);
        BacktestOptions options = market.Daily() with { Schedule = Schedule.Weekly, InitialCash = 10_000_000_000m, Fees = FeeSchedules.None, DealPrice = DealPrice.Close };
        BacktestResult result = await market.RunAsync(new RandomTargets(1) { Names = 30 }, options);

        // Dealt at the close of the dealing day instead of the close before: the weights differ by one day's drift (about 1.7 % of each), so
        // the returns of 30 names differ by about 1.7 % × 1.7 % / √30 = 0.5 basis points a day. Until the close of the first dealing day (row 4, a Monday) nothing is invested.
        double[] excess = ReturnStatistics.Excess([.. result.Daily["return"].Numbers], [.. result.Daily["benchmark_return"].Numbers]);
        Assert.All(excess[5..], e => Assert.InRange(e, -0.0004, 0.0004));
    }
}
