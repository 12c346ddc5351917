namespace AlphaKit.Data.Simulation.Tests;

public sealed class SimulationOptionsTests
{
    [Fact]
    public void Values_outside_their_bounds_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Stocks = 9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { AlphaStrength = 0.31 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { AlphaStrength = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { AlphaHorizon = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { From = new DateOnly(1999, 12, 31) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { SuspensionShare = -0.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulationOptions { Threads = -1 });
    }

    [Fact]
    public void A_span_that_ends_before_it_begins_or_holds_no_trading_day_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SimulatedMarket.Create(new SimulationOptions { From = new DateOnly(2020, 1, 3), To = new DateOnly(2020, 1, 2) }));
        Assert.Throws<ArgumentException>(() => SimulatedMarket.Create(new SimulationOptions { From = new DateOnly(2021, 10, 2), To = new DateOnly(2021, 10, 4) }));
    }

    [Fact]
    public void An_unknown_table_is_refused_with_the_names_that_exist()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Markets.Table(Markets.Five, "weekly"));
        Assert.Contains("daily_basic", error.Message, StringComparison.Ordinal);
    }
}
