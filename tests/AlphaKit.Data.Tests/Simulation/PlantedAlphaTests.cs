namespace AlphaKit.Data.Simulation.Tests;

public sealed class PlantedAlphaTests
{
    private static readonly SimulationOptions s_options = new() { Seed = 3, Stocks = 300, From = new DateOnly(2016, 1, 4), To = new DateOnly(2019, 12, 31), AlphaStrength = 0.1 };
    private static readonly Lazy<(SimulatedMarket Market, Returns Returns)> s_planted = new(() => Load(s_options));

    /// <summary>Strength 0.1 over 5 days. By hand: φ = 2^(−1/5) = 0.870551, Σφ^k = 3.86261 (k = 0..4), Σ(5 − k)φ^k = 7.60786 (k = 1..4),
    /// κ² = 0.01·5 / (3.86261² − 0.02·7.60786) = 0.0033858.</summary>
    [Fact]
    public void The_loading_follows_from_the_strength_asked_for()
    {
        PlantedAlpha alpha = s_planted.Value.Market.Alpha;
        Assert.Equal(0.870551, alpha.Persistence, 6);
        Assert.Equal(0.058187, alpha.DailyLoading, 5);
        Assert.Equal(0.1, alpha.Ic, 12);
        Assert.Equal(6 / Math.PI * Math.Asin(0.05), alpha.RankIc, 12);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(0, 1)]
    [InlineData(1, 10)]
    [Trait("Speed", "Slow")]
    public void The_planted_signal_is_found_with_its_theoretical_strength(int delay, int horizon)
    {
        (SimulatedMarket market, Returns returns) = s_planted.Value;
        double measured = returns.RankIcs((t, j) => market.Alpha.Signal.Row(t)[j], delay, horizon).Average();
        double expected = market.Alpha.ExpectedRankIc(delay, horizon);
        Assert.InRange(measured, 0.8 * expected, 1.2 * expected);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Main_money_flow_shows_its_stated_share_of_the_signal()
    {
        (SimulatedMarket market, Returns returns) = s_planted.Value;
        double[,] flow = MainFlow(market);
        double measured = returns.RankIcs((t, j) => flow[t, j], 1, 5).Average();
        double expected = market.Alpha.ExpectedRankIc(1, 5) * PlantedAlpha.FlowCorrelation;
        Assert.InRange(measured, 0.75 * expected, 1.25 * expected);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Without_planted_alpha_neither_the_signal_nor_the_flow_predicts()
    {
        foreach (ulong seed in new ulong[] { 1, 2, 3 })
        {
            (SimulatedMarket market, Returns returns) = Load(s_options with { Seed = seed, AlphaStrength = 0, Stocks = 200, To = new DateOnly(2018, 12, 28) });
            Assert.Equal(0, market.Alpha.DailyLoading);
            double[,] flow = MainFlow(market);
            List<double> signal = returns.RankIcs((t, j) => market.Alpha.Signal.Row(t)[j], 1, 5), observed = returns.RankIcs((t, j) => flow[t, j], 1, 5);
            Assert.InRange(signal.Average() / Returns.StandardError(signal), -2, 2);
            Assert.InRange(observed.Average() / Returns.StandardError(observed), -2, 2);
        }
    }

    [Fact]
    public void Turning_the_alpha_on_does_not_change_what_shares_there_are_or_their_statements()
    {
        SimulationOptions small = new() { Stocks = 30, From = new DateOnly(2019, 1, 2), To = new DateOnly(2019, 6, 28) };
        SimulatedMarket off = SimulatedMarket.Create(small with { AlphaStrength = 0 }), on = SimulatedMarket.Create(small with { AlphaStrength = 0.2 });
        Assert.Equal(Markets.Hash(Markets.Table(off, "stock_basic")), Markets.Hash(Markets.Table(on, "stock_basic")));
        Assert.Equal(Markets.Hash(Markets.Table(off, "income")), Markets.Hash(Markets.Table(on, "income")));
        Assert.NotEqual(Markets.Hash(Markets.Table(off, "daily")), Markets.Hash(Markets.Table(on, "daily")));
        Assert.Equal(ContentHash.Of(off.Alpha.Signal), ContentHash.Of(on.Alpha.Signal));
    }

    private static (SimulatedMarket Market, Returns Returns) Load(SimulationOptions options)
    {
        SimulatedMarket market = SimulatedMarket.Create(options);
        return (market, new Returns(market));
    }

    private static double[,] MainFlow(SimulatedMarket market)
    {
        PanelAxes axes = market.Alpha.Axes;
        double[,] result = new double[axes.Days, axes.Count];
        for (int t = 0; t < axes.Days; t++)
        {
            for (int j = 0; j < axes.Count; j++) result[t, j] = double.NaN;
        }

        SourceTable table = Markets.Table(market, "moneyflow");
        for (int r = 0; r < table.RowCount; r++)
        {
            double net = table.Numbers("buy_lg_amount")[r] + table.Numbers("buy_elg_amount")[r] - table.Numbers("sell_lg_amount")[r] - table.Numbers("sell_elg_amount")[r];
            double all = table.Numbers("buy_sm_amount")[r] + table.Numbers("buy_md_amount")[r] + table.Numbers("buy_lg_amount")[r] + table.Numbers("buy_elg_amount")[r];
            result[axes.Calendar.IndexOf(table.Dates()[r]), axes.ColumnOf(table.Symbols()[r])] = net / all;
        }

        return result;
    }
}
