using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using AlphaKit.Backtest;
using AlphaKit.Portfolio;
using AlphaKit.Reports;

namespace AlphaKit.Benchmarks;

/// <summary>Exposures and attributions of a portfolio of 1,900 shares against an index of 3,000 over 2,430 days, given the backtest and the risk model.</summary>
internal static class ExposureSpeed
{
    private const int Shares = 3000;
    private const int Days = 2430;

    private static readonly Symbol s_index = Symbol.Parse("000985.SH");

    // Made once: neither the backtest nor the risk model is part of what is measured.
    private static readonly Lazy<(BacktestResult Result, IMarketData Market, AShareRiskHistory Risk)> s_work = new(() =>
    {
        RiskModelMarket inner = new(Shares, Days);
        Priced market = new(inner);
        AShareRiskHistory risk = new AShareRiskModel(new AShareRiskOptions { Threads = 2 }).EstimateAsync(inner, new RiskRange { From = inner.Calendar[300], To = inner.Calendar.Last }).GetAwaiter().GetResult();
        Symbol[] shares = [.. inner.Securities.All.Select(s => s.Symbol).Where(s => s.Kind == InstrumentKind.Stock)];
        WeightsByDate weights = WeightsByDate.From("most shares", Enumerable.Range(0, Days - 1).Where(t => t % 20 == 0).Select(t => KeyValuePair.Create(inner.Calendar[t], TargetWeights.From(
            shares.Where((_, i) => (i + t) % 20 != 0).Select(s => KeyValuePair.Create(s, 0.95 / shares.Length))))));
        BacktestResult result = Backtester.RunAsync(market, weights, new BacktestOptions { From = inner.Calendar[1], To = inner.Calendar.Last, InitialCash = 1_000_000_000m, Participation = ParticipationPolicy.Unlimited }).GetAwaiter().GetResult();
        return (result, market, risk);
    });

    public static void Run(Action<string>? profile)
    {
        (BacktestResult result, IMarketData market, AShareRiskHistory risk) = s_work.Value;
        long start = Stopwatch.GetTimestamp();
        ExposureReport report = ExposureAnalysis.RunAsync(result, market, risk, s_index).GetAwaiter().GetResult();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  {report.Styles.RowCount} days, {result.Trades.RowCount} trades, excess {report.Attribution.Excess:P2}, allocation {report.Brinson!.Allocation:P3}: {seconds:F2} s"));
        if (profile is not null) return;
        start = Stopwatch.GetTimestamp();
        foreach (DateOnly day in risk.Calendar) _ = risk.At(day);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  putting together the risk of all days alone, one thread: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s"));
    }

    /// <summary>The market of the risk model with closing prices that can be dealt at, and an index of all its shares.</summary>
    private sealed class Priced(RiskModelMarket inner) : IMarketData
    {
        private static readonly Field[] s_fields = [Field.Open, Field.Close, Field.PreClose, Field.Volume];

        private readonly Panel _panel = Make(inner);

        public string DataVersion => "exposure benchmark";

        public PriceBasis PriceBasis => PriceBasis.Raw;

        public TradingCalendar Calendar => inner.Calendar;

        public SecurityMaster Securities => inner.Securities;

        public MarketCoverage Coverage { get; } = new(s_fields, [Datasets.IndexConstituents]);

        public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) => ValueTask.FromResult(_panel.Between(query.From, query.To).Within(query.Universe, Securities));

        public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await ValueTask.CompletedTask.ConfigureAwait(false);
            for (int t = 0; t < Days; t += 120)
            {
                foreach (Security share in Securities.All) yield return (TRow)(object)new IndexConstituent(s_index, Calendar[t], share.Symbol, 1.0 / Shares);
            }
        }

        private static Panel Make(RiskModelMarket inner)
        {
            Panel prices = inner.PanelAsync(new PanelQuery { From = inner.Calendar.First, To = inner.Calendar.Last, Fields = [Field.AdjustedClose] }).AsTask().GetAwaiter().GetResult();
            FieldMatrixBuilder[] values = [.. s_fields.Select(_ => new FieldMatrixBuilder(Days, Shares))];
            float[] last = new float[Shares];
            for (int t = 0; t < Days; t++)
            {
                for (int i = 0; i < Shares; i++)
                {
                    float close = prices[Field.AdjustedClose][t, i];
                    if (!(close > 0)) continue;
                    close = Math.Max(1, MathF.Round(close, 2));
                    (values[0].Row(t)[i], values[1].Row(t)[i], values[2].Row(t)[i], values[3].Row(t)[i]) = (close, close, last[i] > 0 ? last[i] : close, 1e8f);
                    last[i] = close;
                }
            }

            return new Panel(prices.Axes, s_fields.Select((f, k) => KeyValuePair.Create(f, values[k].Build())));
        }
    }
}
