using AlphaKit.Data.Simulation;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>The leak alarm: what is planted is found, and where nothing is planted nothing is found.</summary>
public sealed class PlantedAlphaTests
{
    private static SimulationOptions Market(double alpha, ulong seed) => new()
    {
        Seed = seed,
        Stocks = 200,
        From = new DateOnly(2016, 1, 4),
        To = new DateOnly(2020, 12, 31),
        AlphaStrength = alpha,
    };

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "no-alpha-no-ic")]
    public async Task Without_planted_alpha_the_out_of_sample_ic_is_within_two_standard_errors_of_zero()
    {
        double[] t = [0, 0, 0];
        for (int i = 0; i < t.Length; i++)
            t[i] = (await Chain.RunAsync(SimulatedMarket.Create(Market(0, 11 + (ulong)i)))).TearSheet.TStatistic;

        // Three independent markets: the mean of their t-statistics has a standard error of 1/√3.
        double pooled = t.Average() * Math.Sqrt(t.Length);
        Claim.Between("no-alpha-no-ic", pooled, -2, 2);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "alpha-found-by-chain")]
    public async Task Planted_alpha_is_found_out_of_sample_by_the_whole_chain()
    {
        Chain chain = await Chain.RunAsync(SimulatedMarket.Create(Market(0.05, 11)));
        Claim.AtLeast("alpha-found-by-chain", chain.TearSheet.TStatistic, 4);
    }
}
