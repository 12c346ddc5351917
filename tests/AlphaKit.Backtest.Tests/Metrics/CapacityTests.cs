namespace AlphaKit.Backtest.Tests;

public sealed class CapacityTests
{
    // Two trades of 100,000 in markets of 10 m and 1 m: participation 1 % and 10 %. σ = 2 %, NAV 1 m, one year.
    private static readonly CapacityTrade[] Trades = [new(100_000, 10_000_000, 0.02), new(100_000, 1_000_000, 0.02)];

    [Fact]
    public void Participation_limits_the_money_by_the_trades_that_must_fit()
    {
        // All of the money must fit: the 10 % trade decides, 5 % / 10 % of a million. Half of it: the 1 % trade decides.
        Assert.Equal(500_000, CapacityEstimate.Of(Trades, 1_000_000, 1, 0.1, new CapacityOptions { TradedShare = 1 }).ByParticipation, 1e-6);
        Assert.Equal(5_000_000, CapacityEstimate.Of(Trades, 1_000_000, 1, 0.1, new CapacityOptions { TradedShare = 0.5 }).ByParticipation, 1e-6);
    }

    [Fact]
    public void Impact_limits_the_money_where_half_of_the_excess_is_gone()
    {
        // Impact 0.02·√0.01·100,000 + 0.02·√0.1·100,000 = 200 + 632.46 CNY of a million a year.
        CapacityEstimate estimate = CapacityEstimate.Of(Trades, 1_000_000, 1, 0.01);
        double impact = (200 + (2000 * Math.Sqrt(0.1))) / 1_000_000;
        Assert.Equal(impact, estimate.AnnualImpact, 1e-15);
        Assert.Equal(1_000_000 * Math.Pow(0.005 / impact, 2), estimate.ByImpact, 1e-3);
        Assert.Equal(0.005, estimate.NetExcessAt(estimate.ByImpact), 1e-12);
        Assert.Equal(Math.Min(estimate.ByParticipation, estimate.ByImpact), estimate.Capacity);
    }

    [Fact]
    public void Without_an_excess_there_is_no_capacity() => Assert.Equal(0, CapacityEstimate.Of(Trades, 1_000_000, 1, -0.02).ByImpact);

    [Fact]
    public void The_table_scales_participation_with_money_and_impact_with_its_root()
    {
        Table table = CapacityEstimate.Of(Trades, 1_000_000, 1, 0.01).ToTable();
        Assert.Equal(4 * table["participation"].Numbers[2], table["participation"].Numbers[4], 1e-12);
        Assert.Equal(2 * table["annual_impact"].Numbers[2], table["annual_impact"].Numbers[4], 1e-12);
    }

    [Fact]
    public void Bad_trades_and_options_are_refused()
    {
        Assert.Throws<InsufficientDataException>(() => CapacityEstimate.Of([], 1, 1, 0));
        Assert.Throws<ArgumentException>(() => CapacityEstimate.Of([new(1, 0, 0.02)], 1, 1, 0));
        Assert.Throws<ArgumentException>(() => CapacityEstimate.Of([new(1, 1, double.NaN)], 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityEstimate.Of(Trades, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapacityEstimate.Of(Trades, 1, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapacityOptions { MaxParticipation = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapacityOptions { ExcessKept = 1 });
    }
}
