using AlphaKit.Backtest;
using AlphaKit.Data;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

public sealed class RealDataTests
{
    [SharedDataFact("ashare_2020/daily.csv.gz")]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "sealed-not-sold")]
    public async Task On_the_limit_down_morning_of_2020_02_03_nothing_sealed_at_the_limit_is_sold()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        DateOnly morning = new(2020, 2, 3);

        // Everything is bought on the first day and must be sold on that morning: a strategy that wants out.
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = morning,
            Fields = [Field.Open, Field.PreClose, Field.IsSt],
        });
        Symbol[] wanted = [.. panel.Symbols.Where(s => !float.IsNaN(panel[Field.Open, market.Calendar[1]][panel.Axes.ColumnOf(s)])).Take(400)];
        DateOnly buy = market.Calendar[1];
        BacktestResult result = await Backtester.RunAsync(market, new InThenOut(wanted, morning), new BacktestOptions
        {
            From = buy,
            To = new DateOnly(2020, 2, 7),
            InitialCash = 100_000_000m,
            Schedule = Schedule.On([buy, morning]),
        });

        int sold = 0, soldAtLimit = 0, kept = 0;
        for (int r = 0; r < result.Trades.RowCount; r++)
        {
            if (result.Trades["date"].Dates[r] != morning || result.Trades["side"].Exact(r) != "Sell") continue;
            sold++;
            Symbol symbol = Symbol.Parse(result.Trades["symbol"].Exact(r));
            int column = panel.Axes.ColumnOf(symbol);
            decimal open = Cents(panel[Field.Open, morning][column]), reference = Cents(panel[Field.PreClose, morning][column]);
            decimal rate = panel[Field.IsSt, morning][column] > 0 ? 0.05m : symbol.Board == Board.Star ? 0.2m : 0.1m; // the rules of that day, by hand
            if (open <= Math.Round(reference * (1 - rate), 2, MidpointRounding.AwayFromZero)) soldAtLimit++;
        }

        for (int r = 0; r < result.Rejections.RowCount; r++)
        {
            if (result.Rejections["date"].Dates[r] == morning && result.Rejections["reason"].Exact(r) == nameof(UnfilledReason.AtLowerLimit)) kept++;
        }

        Assert.True(sold > 0, "something that did not open at its limit is sold");
        Assert.True(kept > 50, $"{kept} orders were refused at the lower limit");
        Claim.Exactly("sealed-not-sold", soldAtLimit, 0);
    }

    [SharedDataFact("ashare_2020/daily.csv.gz")]
    [Trait("Speed", "Slow")]
    public async Task The_whole_market_of_2020_runs_through_the_chain()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        Chain chain = await Chain.RunAsync(market);
        Assert.Equal(chain.Backtest.Calendar.Count, chain.Backtest.Daily.RowCount);
        Assert.All(chain.Backtest.Daily["nav"].Numbers, nav => Assert.InRange(nav, 5_000_000, 20_000_000));
        Assert.True(chain.Backtest.Trades.RowCount > 200);
    }

    [SharedDataFact("csi300_members_2016_2026/daily_qfq.csv.gz")]
    [Trait("Speed", "Slow")]
    public async Task Ten_years_of_adjusted_bars_run_through_the_chain()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("csi300_members_2016_2026")!);
        Assert.Equal(PriceBasis.Adjusted, market.PriceBasis);
        Chain chain = await Chain.RunAsync(market);
        Assert.InRange(chain.Backtest.Performance.AnnualisedReturn, -0.5, 1.0);
        Assert.Contains(chain.Backtest.Notes, n => n.Contains("adjusted", StringComparison.OrdinalIgnoreCase));
    }

    private static decimal Cents(float price) => Math.Round((decimal)price, 2);

    private sealed class InThenOut(Symbol[] symbols, DateOnly outDay) : ITargetSource
    {
        public string Name => "in, then out";

        public TargetWeights Decide(DecisionContext context) => context.TradingDay >= outDay
            ? TargetWeights.Cash
            : TargetWeights.From(symbols.Select(s => KeyValuePair.Create(s, 0.9 / symbols.Length)));
    }
}
