using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Testing;

namespace AlphaKit.Portfolio.Tests;

public sealed class OverlayLookAheadTests
{
    private static readonly SimulatedMarket s_market = SimulatedMarket.Create(new SimulationOptions
    {
        Seed = 5,
        Stocks = 40,
        From = new DateOnly(2018, 1, 2),
        To = new DateOnly(2019, 6, 28),
    });

    public static TheoryData<string> Names => [.. Overlays(null!, null!, null!).Keys];

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Names))]
    public async Task Poisoning_the_future_changes_no_trade_and_no_line_of_the_log(string name)
    {
        int events = 0, trades = 0;
        DateOnly[] moments = [s_market.Calendar[s_market.Calendar.Count - 40], s_market.Calendar[s_market.Calendar.Count - 23]];
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(s_market, moments, async (market, stop) =>
        {
            (BacktestResult result, OverlaidSource source) = await RunAsync(market, name, stop);
            events = Math.Max(events, source.Events.Count);
            trades = Math.Max(trades, result.Trades.RowCount);
            return [result.Daily, result.Trades, result.Rejections, source.Log];
        });
        Assert.Empty(found.Take(5));
        Assert.True(events > 0, "the overlay never did anything");
        Assert.True(trades > 50);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task One_source_for_two_backtests_gives_what_two_sources_give()
    {
        DateOnly middle = s_market.Calendar[s_market.Calendar.Count - 60];
        OverlaidSource shared = await SourceAsync(s_market, "all", default), fresh = await SourceAsync(s_market, "all", default);
        string first = (await BacktestAsync(s_market, shared, s_market.Calendar[120], middle, default)).Trades.ToCsv();
        string second = (await BacktestAsync(s_market, shared, middle.AddDays(1), s_market.Calendar.Last, default)).Trades.ToCsv();
        Assert.Equal(second, (await BacktestAsync(s_market, fresh, middle.AddDays(1), s_market.Calendar.Last, default)).Trades.ToCsv());
        Assert.Equal(first, (await BacktestAsync(s_market, shared, s_market.Calendar[120], middle, default)).Trades.ToCsv());
        Assert.Equal(first, (await BacktestAsync(s_market, fresh.Start(), s_market.Calendar[120], middle, default)).Trades.ToCsv());
    }

    private static Dictionary<string, Func<IOverlay[]>> Overlays(MarketSeries volatility, Scores scores, MarketSeries ratio) => new()
    {
        ["stress"] = () => [new MarketStress(volatility) { Enter = 0.17, Leave = 0.15 }],
        ["volatility target"] = () => [new VolatilityTarget(volatility) { Target = 0.12 }],
        ["drawdown"] = () => [new DrawdownSwitch { Drawdown = 0.03, Recovery = 0.01, RestartAfter = 15 }],
        ["stop"] = () => [new StopLoss { Loss = 0.05, CoolDown = 5 }],
        ["trailing stop"] = () => [new TrailingStop { Fall = 0.06, CoolDown = 5 }],
        ["blacklist"] = () => [new Blacklist(scores) { Every = 5 }],
        ["margin"] = () => [new MarginPenalty { From = 0.02, Full = 0.06 }],
        ["distribution"] = () => [new DistributionWarning { MinHeight = 0.4, MinRise = 0.02, MaxWidth = 0.6, Window = 20 }],
        ["maintenance"] = () => [new MaintenanceThrottle(ratio) { Enter = 2.4, Leave = 2.5 }],
        ["limits"] = () => [new ExposureLimits { MaxWeight = 0.06, MaxIndustry = 0.2, MaxInvested = 0.7 }],
        ["all"] = () =>
        [
            new MarketStress(volatility) { Enter = 0.17, Leave = 0.15 }, new DrawdownSwitch { Drawdown = 0.03, Recovery = 0.01, RestartAfter = 15 },
            new StopLoss { Loss = 0.05, CoolDown = 5 }, new TrailingStop { Fall = 0.06, CoolDown = 5 }, new Blacklist(scores) { Every = 5 },
            new ExposureLimits { MaxWeight = 0.06, MaxInvested = 0.7 },
        ],
    };

    private static async Task<OverlaidSource> SourceAsync(IMarketData market, string name, CancellationToken stop)
    {
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.AdjustedClose] }, stop);
        FieldMatrix close = panel[Field.AdjustedClose];
        Scores scores = new("reversal", panel.Axes, FieldMatrix.Create(close.Rows, close.Columns, (t, row) =>
        {
            for (int i = 0; t >= 20 && i < row.Length; i++) row[i] = 1 - (close[t, i] / close[t - 20, i]);
        }), Clock.Close);
        MarketSeries volatility = RealisedVolatility.OfPanel(panel);
        MarketSeries ratio = new("maintenance", panel.Calendar, [.. volatility.Values.Select(v => 2.6 - v)], Clock.Close);
        ITargetSource inner = new TopQuantile(scores, market.Coverage) { Fraction = 1, Names = 12, Invested = 0.9 };
        return inner.Paced(Pace.Weekly).With(Overlays(volatility, scores, ratio)[name]());
    }

    private static async Task<(BacktestResult Result, OverlaidSource Source)> RunAsync(IMarketData market, string name, CancellationToken stop)
    {
        OverlaidSource source = await SourceAsync(market, name, stop);
        return (await BacktestAsync(market, source, market.Calendar[120], market.Calendar.Last, stop), source);
    }

    private static Task<BacktestResult> BacktestAsync(IMarketData market, ITargetSource source, DateOnly from, DateOnly to, CancellationToken stop) =>
        Backtester.RunAsync(market, source, new BacktestOptions { From = from, To = to, Schedule = Schedule.Daily }, cancellationToken: stop);
}
