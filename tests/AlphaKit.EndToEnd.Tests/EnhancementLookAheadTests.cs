using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;
using AlphaKit.Testing;

namespace AlphaKit.EndToEnd.Tests;

[Trait("Speed", "Slow")]
public sealed class EnhancementLookAheadTests
{
    private static readonly Symbol Index = Symbol.Parse("000905.SH");

    private static readonly DateOnly DealingDay = new(2019, 2, 25); // a Monday, dealt at the open

    private static readonly SimulatedMarket Market = SimulatedMarket.Create(new SimulationOptions
    {
        Seed = 5,
        Stocks = 200,
        From = new DateOnly(2018, 1, 2),
        To = new DateOnly(2019, 3, 29),
    });

    [Fact]
    public async Task Poisoning_the_future_changes_no_trade_of_an_index_enhancement_with_risk_model_and_overlays()
    {
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(Market, [DealingDay, DealingDay.AddDays(2)], Trades, Clock.Open);
        Assert.True(found.Count == 0, string.Join("\n", found.Take(5)));
    }

    [Fact]
    public async Task An_index_enhancement_whose_scores_know_tomorrow_is_caught()
    {
        Assert.NotEmpty(await LookAheadDetector.FindAsync(Market, [DealingDay], (market, stop) => Trades(market, early: 1, stop), Clock.Open));
    }

    private static Task<IReadOnlyList<Table>> Trades(IMarketData market, CancellationToken stop) => Trades(market, early: 0, stop);

    /// <summary>Five-day reversal, enhanced weekly with the factor risk model, under overlays; <paramref name="early"/> days of look-ahead in the scores.</summary>
    private static async Task<IReadOnlyList<Table>> Trades(IMarketData market, int early, CancellationToken stop)
    {
        DateOnly from = new(2019, 1, 2), to = new(2019, 3, 8);
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = to, Fields = [Field.AdjustedClose] }, stop);
        FieldMatrix close = panel[Field.AdjustedClose];
        FieldMatrix reversal = FieldMatrix.Create(close.Rows, close.Columns, (t, row) =>
        {
            int last = Math.Min(t + early, close.Rows - 1);
            for (int i = 0; i < row.Length; i++) row[i] = last < 5 ? float.NaN : 1 - (close[last, i] / close[last - 5, i]);
        });
        RiskHistory risk = await ((IRiskModel)new AShareRiskModel(new() { Factors = new() { EigenDraws = 5 }, Threads = 2 }))
            .EstimateAsync(market, new RiskRange { From = from.AddDays(-10), To = to }, cancellationToken: stop);
        ITargetSource strategy = new IndexEnhancement(new Scores("reversal", panel.Axes, reversal, Clock.Close), Index)
        {
            Universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended(),
            ActiveWeight = 0.02,
            IndustryActive = 0.05,
            Invested = 0.99,
            Risk = risk,
            RiskAversion = 10,
            OnInfeasible = InfeasiblePolicy.Relax,
        }.With(new MarketStress(RealisedVolatility.OfPanel(panel)) { Enter = 0.2, Leave = 0.15 }, new TrailingStop { Fall = 0.1 }, new DrawdownSwitch());
        BacktestResult result = await Backtester.RunAsync(
            market,
            strategy,
            new BacktestOptions { From = from, To = to, InitialCash = 100_000_000m, Schedule = Schedule.Weekly },
            cancellationToken: stop);
        return [result.Trades];
    }
}
