using AlphaKit.Data.Simulation;
using AlphaKit.Reports;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

public sealed class DeterminismTests
{
    private static SimulationOptions Options(int threads) => new()
    {
        Seed = 7,
        Stocks = 120,
        From = new DateOnly(2018, 1, 2),
        To = new DateOnly(2020, 12, 31),
        MaxDegreeOfParallelism = threads,
    };

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "same-bytes")]
    public async Task Equal_seeds_give_equal_bytes_in_every_table_and_in_the_report_with_one_and_with_two_threads()
    {
        Chain one = await Chain.RunAsync(SimulatedMarket.Create(Options(1)), threads: 1);
        Chain two = await Chain.RunAsync(SimulatedMarket.Create(Options(2)), threads: 2);
        Assert.Equal(one.Tables.Select(t => t.Name), two.Tables.Select(t => t.Name));
        int different = one.Tables.Zip(two.Tables).Count(pair => pair.First.ToCsv() != pair.Second.ToCsv());
        if (Report.Of(one.Backtest).With(one.TearSheet).ToHtml() != Report.Of(two.Backtest).With(two.TearSheet).ToHtml()) different++;
        Claim.Exactly("same-bytes", different, 0);
    }

    [Fact]
    public async Task Another_seed_gives_other_results()
    {
        Chain seven = await Chain.RunAsync(SimulatedMarket.Create(Options(2) with { Stocks = 80 }));
        Chain eight = await Chain.RunAsync(SimulatedMarket.Create(Options(2) with { Stocks = 80, Seed = 8 }));
        Assert.NotEqual(seven.Backtest.Daily.Hash(), eight.Backtest.Daily.Hash());
    }
}
