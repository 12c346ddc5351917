using System.Runtime.CompilerServices;
using AlphaKit.Backtest;

namespace AlphaKit.Benchmarks;

/// <summary>5,000 shares over 2,430 days in memory: random walks with suspensions and dividends, and a score that moves with the last returns.</summary>
internal sealed class BacktestMarket : IMarketData
{
    public const int Days = 2430, Stocks = 5000;

    private readonly List<CorporateAction> _actions = [];

    private BacktestMarket()
    {
        List<DateOnly> days = [];
        for (DateOnly day = new(2014, 1, 2); days.Count < Days; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days.Add(day);
        }

        Calendar = new TradingCalendar(days);
        Symbol[] symbols =
        [
            .. Enumerable.Range(0, 2000).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))
                .Concat(Enumerable.Range(1, 2000).Select(i => Symbol.From(i, Exchange.Shenzhen)))
                .Concat(Enumerable.Range(0, 1000).Select(i => Symbol.From(300_000 + i, Exchange.Shenzhen))).Order(),
        ];
        PanelAxes axes = new(Calendar, symbols);
        Securities = new SecurityMaster(symbols.Select(s => new Security(s, s.Code, new DateOnly(2005, 1, 4))));
        Field[] fields = [Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Volume, Field.IsSuspended];
        FieldMatrixBuilder[] values = [.. fields.Select(_ => new FieldMatrixBuilder(Days, Stocks))];
        FieldMatrixBuilder scores = new(Days, Stocks);
        RandomStream random = RandomStream.Create(1, "benchmarks/backtest");
        double[] last = [.. symbols.Select(_ => Math.Round(5 + (50 * random.NextDouble()), 2))], trend = new double[Stocks];
        for (int t = 0; t < Days; t++) Walk(t, symbols, values, scores.Row(t), random, last, trend);
        Panel = new Panel(axes, fields.Select((f, k) => KeyValuePair.Create(f, values[k].Build())));
        Scores = new Scores("reversal", axes, scores.Build(), Clock.Evening);
    }

    public static Lazy<BacktestMarket> Shared { get; } = new(() => new BacktestMarket());

    public Panel Panel { get; }

    public Scores Scores { get; }

    public string DataVersion => "benchmark";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar { get; }

    public SecurityMaster Securities { get; }

    public MarketCoverage Coverage => new(Panel.Fields, [Datasets.CorporateActions]);

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Panel.Between(query.From, query.To).Within(query.Universe, Securities));

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        foreach (CorporateAction action in _actions)
        {
            if (action.ExDate >= query.From && action.ExDate <= query.To) yield return (TRow)(object)action;
        }
    }

    // About three dividends in four years per share.
    private void Walk(int t, Symbol[] symbols, FieldMatrixBuilder[] values, Span<float> scores, RandomStream random, double[] last, double[] trend)
    {
        for (int i = 0; i < symbols.Length; i++)
        {
            scores[i] = (float)-trend[i];
            bool idle = random.NextDouble() < 0.01;
            values[6].Row(t)[i] = idle ? 1 : 0;
            if (idle) continue;
            if (t > 2 && t < Days - 3 && random.NextDouble() < 0.003)
            {
                double cash = Math.Round(last[i] * 0.02, 2);
                _actions.Add(new CorporateAction(symbols[i], Calendar[t - 2], Calendar[t - 1], Calendar[t], Calendar[t + 1], null, (decimal)cash));
                last[i] = Math.Round(last[i] - cash, 2);
            }

            double before = last[i], change = Math.Clamp(0.0002 + (0.02 * random.NextNormal()), -0.095, 0.095);
            double gap = Math.Clamp((0.3 * change) + (0.005 * random.NextNormal()), -0.095, 0.095);
            double open = Math.Max(1, Math.Round(before * (1 + gap), 2)), close = Math.Max(1, Math.Round(before * (1 + change), 2));
            float[] bar = [(float)open, (float)Math.Max(open, close), (float)Math.Min(open, close), (float)close, (float)before, (float)Math.Floor(1e6 + (9e6 * random.NextDouble()))];
            for (int f = 0; f < bar.Length; f++) values[f].Row(t)[i] = bar[f];
            last[i] = close;
            trend[i] = (0.95 * trend[i]) + change;
        }
    }
}
