using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

namespace AlphaKit.Reports.Tests;

/// <summary>Exposures of a backtest on a simulated market, counted again from trades, prices and the risk model alone.</summary>
[Trait("Speed", "Slow")]
public sealed class ExposureAnalysisTests : IAsyncLifetime
{
    private static readonly Symbol Index = Symbol.Parse("000905.SH");
    private readonly SimulatedMarket _market = SimulatedMarket.Create(new SimulationOptions { Seed = 7, Stocks = 120, From = new(2018, 1, 2), To = new(2019, 6, 28) });
    private BacktestResult _result = null!;
    private AShareRiskHistory _risk = null!;
    private ExposureReport _report = null!;

    public async Task InitializeAsync()
    {
        _risk = await new AShareRiskModel().EstimateAsync(_market, new RiskRange { From = new(2019, 4, 1), To = new(2019, 6, 28) });
        _result = await Backtester.RunAsync(_market, new FirstNames(), new BacktestOptions { From = new(2019, 3, 1), To = new(2019, 6, 28), Schedule = Schedule.Monthly, Benchmark = Index });
        _report = await ExposureAnalysis.RunAsync(_result, _market, _risk, Index);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Exposures_are_weights_times_the_risk_models_and_attributions_add_up()
    {
        DateOnly[] days = [.. _report.Styles["date"].Dates];
        Assert.Equal(_risk.Calendar.Count - 1, days.Length);
        Panel prices = await _market.PanelAsync(new PanelQuery { From = _result.Calendar.First, To = _result.Calendar.Last, Fields = [Field.Close] });
        for (int t = 0; t < days.Length; t += 9)
        {
            // Shares by adding up trades; the market knows no bonus shares of these names in these days (checked by the count of holdings).
            FactorRisk risk = _risk.At(days[t]);
            int size = risk.IndexOf("size");
            double nav = _result.Daily["nav"].Numbers[_result.Calendar.IndexOf(days[t])], own = 0, other = 0, weight = 0;
            foreach ((Symbol symbol, long shares) in HoldingHistory.Of(_result).At(days[t]))
            {
                int row = risk.RowOf(symbol), last = _result.Calendar.IndexOf(days[t]);
                float close;
                do close = prices[Field.Close][last--, prices.Axes.ColumnOf(symbol)];
                while (!(close > 0));
                if (row >= 0) own += shares * (double)close / nav * risk.ExposuresOf(row)[size];
            }

            List<IndexConstituent> rows = [];
            await foreach (IndexConstituent row in _market.ReadAsync(Datasets.IndexConstituents, new DatasetQuery { To = days[t] }))
            {
                if (row.Index == Index) rows.Add(row);
            }

            IndexConstituent[] now = [.. rows.Where(r => r.Date == rows.Max(x => x.Date))];
            foreach (IndexConstituent c in now)
            {
                weight += c.Weight;
                int row = risk.RowOf(c.Symbol);
                if (row >= 0) other += c.Weight * risk.ExposuresOf(row)[size];
            }

            Assert.Equal(own - (other / weight), _report.Styles["size"].Numbers[t], 1e-9);
        }

        FactorAttribution a = _report.Attribution;
        int from = _result.Calendar.IndexOf(days[0]) + 1;
        double portfolio = _result.Daily["return"].Numbers.Skip(from).Aggregate(1.0, (g, r) => g * (1 + r)) - 1;
        Assert.Equal(portfolio, a.PortfolioReturn, 1e-12);
        Assert.Equal(a.Excess, a.Factors["contribution"].Numbers.Sum(), 1e-10);
        Assert.Equal(_report.Brinson!.Excess, _report.Brinson.Groups["total"].Numbers.Sum(), 1e-10);

        // Shares held at a close earn nearly what the portfolio earns: the difference is cost and trading within the day.
        Assert.Equal(portfolio, _report.Brinson.PortfolioReturn, 0.01);
        double industries = _report.Industries.Columns.Skip(1).Sum(c => c.Numbers[5]);
        Assert.InRange(industries, -0.3, 0.05);   // cash and names without an industry are what is missing to zero
    }

    [Fact]
    public async Task Capacity_of_a_backtest_uses_the_markets_amounts_and_the_volatility_before_each_trade()
    {
        CapacityEstimate estimate = await CapacityEstimate.OfAsync(_result, _market, new CapacityOptions { TradedShare = 1 });
        Panel panel = await _market.PanelAsync(new PanelQuery { From = _market.Calendar.First, To = _result.Calendar.Last, Fields = [Field.Amount, Field.Close, Field.PreClose] });
        double worst = 0, impact = 0, nav = _result.Daily["nav"].Numbers.Average();
        for (int i = 0; i < _result.Trades.RowCount; i++)
        {
            int row = panel.Calendar.IndexOf(_result.Trades["date"].Dates[i]), column = panel.Axes.ColumnOf(Symbol.Parse(_result.Trades["symbol"].Exact(i)));
            double amount = _result.Trades["amount"].Numbers[i], share = amount / panel[Field.Amount][row, column];
            double[] r = [.. Enumerable.Range(row - 20, 20).Select(t => ((double)panel[Field.Close][t, column] / panel[Field.PreClose][t, column]) - 1).Where(double.IsFinite)];
            double mean = r.Average();
            worst = Math.Max(worst, share);
            impact += Math.Sqrt(r.Sum(x => (x - mean) * (x - mean)) / (r.Length - 1)) * Math.Sqrt(share) * amount;
        }

        Assert.Equal(_result.Trades.RowCount, estimate.Trades);
        Assert.Equal(worst, estimate.Participation, 1e-12);
        Assert.Equal(impact / nav / (_result.Performance.Days / _result.Performance.DaysPerYear), estimate.AnnualImpact, 1e-12);
    }

    [Fact]
    public async Task A_page_shows_exposures_and_both_attributions()
    {
        string html = Report.Of(_result).With(_report).ToHtml();
        Assert.Contains("id=\"exposures\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"brinson-1\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"factors-1\"", html, StringComparison.Ordinal);
        ExposureReport alone = await ExposureAnalysis.RunAsync(_result, _market, _risk);
        Assert.Null(alone.Brinson);
        Assert.Equal(0, alone.Attribution.BenchmarkReturn);
    }

    [Fact]
    public async Task Days_that_the_risk_model_does_not_know_are_an_error()
    {
        BacktestResult early = await Backtester.RunAsync(_market, new FirstNames(), new BacktestOptions { From = new(2019, 1, 2), To = new(2019, 2, 28), Schedule = Schedule.Monthly, Benchmark = Index });
        await Assert.ThrowsAsync<InsufficientDataException>(() => ExposureAnalysis.RunAsync(early, _market, _risk, Index));
    }

    private sealed class FirstNames : ITargetSource
    {
        public string Name => "first names";

        public IReadOnlyList<Field> RequiredFields => [Field.Close];

        public TargetWeights Decide(DecisionContext context)
        {
            int last = context.Past.Calendar.Count - 1;
            Symbol[] names = [.. Enumerable.Range(0, context.Past.Symbols.Count).Where(i => context.Past[Field.Close][last, i] > 0).Select(i => context.Past.Symbols[i]).Where((_, i) => i % 4 == 0)];
            return TargetWeights.From(names.Select(s => KeyValuePair.Create(s, 0.9 / names.Length)));
        }
    }
}
