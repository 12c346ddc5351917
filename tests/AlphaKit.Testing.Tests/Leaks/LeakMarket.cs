using System.Runtime.CompilerServices;

namespace AlphaKit.Testing.Tests;

/// <summary>A hundred days of twenty shares with everything that leaks come from: suspensions, ST, delistings, ex-dates, statements, an index.</summary>
internal sealed class LeakMarket : IMarketData
{
    public const int Days = 100;

    private const int Count = 20;

    public static readonly Symbol Index = Symbol.Parse("000300.SH");

    private static readonly Field[] Fields =
    [
        Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Volume, Field.Amount, Field.Vwap, Field.AdjFactor, Field.MarketCap,
        Field.IsSt, Field.IsSuspended, Field.LimitUp, Field.LimitDown, Field.Industry, Field.FinancingBalance,
    ];

    private readonly Panel _panel;
    private readonly List<CorporateAction> _actions = [];
    private readonly List<FinancialStatement> _statements = [];
    private readonly List<EarningsForecast> _forecasts = [];
    private readonly List<IndexConstituent> _members = [];
    private readonly List<IndexBar> _index = [];

    public LeakMarket()
    {
        List<DateOnly> days = [];
        for (DateOnly day = new(2024, 1, 2); days.Count < Days; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days.Add(day);
        }

        Calendar = new TradingCalendar(days);
        Symbol[] symbols = [.. Enumerable.Range(0, Count).Select(i => Symbol.From(600_000 + i, Exchange.Shanghai))];
        Dictionary<Field, FieldMatrixBuilder> fields = Fields.ToDictionary(f => f, _ => new FieldMatrixBuilder(Days, Count));
        for (int i = 0; i < Count; i++) Walk(i, symbols[i], fields);
        _panel = new Panel(new PanelAxes(Calendar, symbols), fields.Select(f => KeyValuePair.Create(f.Key, f.Value.Build())));
        Securities = new SecurityMaster(symbols.Select((s, i) => new Security(s, i is 3 or 11 ? $"*ST {s.Code}" : s.Code, new DateOnly(2010, 1, 4), i is 5 or 12 or 17 ? days[70 + i] : null)));
        RandomStream random = RandomStream.Create(1, "index");
        for (int t = 0; t < Days; t++)
        {
            _index.Add(new IndexBar(Index, days[t], 1, 1, 1, 3000 * Math.Exp(0.01 * random.NextNormal()), double.NaN, double.NaN));
            if (t % 20 != 0) continue;
            for (int i = 0; i < Count; i++)
            {
                if (random.NextInt32(2) == 0) _members.Add(new IndexConstituent(Index, days[t], symbols[i], 0.01 + random.NextDouble()));
            }
        }
    }

    public string DataVersion => "leaks";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public TradingCalendar Calendar { get; }

    public SecurityMaster Securities { get; }

    public MarketCoverage Coverage { get; } = new(
        Fields, [Datasets.CorporateActions, Datasets.FinancialStatements, Datasets.EarningsForecasts, Datasets.IndexConstituents, Datasets.IndexBars]);

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_panel.Between(query.From, query.To).Within(query.Universe, Securities));

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        IEnumerable<(DateOnly Date, object Row)> rows = dataset.Name switch
        {
            "corporate_actions" => _actions.Select(a => (a.ExDate, (object)a)),
            "financial_statements" => _statements.Select(s => (s.Announced, (object)s)),
            "earnings_forecasts" => _forecasts.Select(f => (f.Announced, (object)f)),
            "index_constituents" => _members.Select(m => (m.Date, (object)m)),
            _ => _index.Select(b => (b.Date, (object)b)),
        };
        foreach ((DateOnly date, object row) in rows.OrderBy(r => r.Date))
        {
            if (date >= query.From && date <= query.To) yield return (TRow)row;
        }
    }

    private void Walk(int i, Symbol symbol, Dictionary<Field, FieldMatrixBuilder> fields)
    {
        RandomStream random = RandomStream.Create((ulong)i, "walk");
        double last = Math.Round(random.NextDouble(5, 60), 2), factor = 1;
        int delisted = i is 5 or 12 or 17 ? 70 + i : Days;
        for (int t = 0; t < Days; t++)
        {
            if (t == 15 + i || t == 55 + i)
            {
                double cash = Math.Round(last * 0.03, 2);
                _actions.Add(new CorporateAction(symbol, Calendar[t - 8], Calendar[t - 1], Calendar[t], Calendar[t], null, (decimal)cash));
                factor *= last / (last - cash);
                last = Math.Round(last - cash, 2);
            }

            if (t % 25 == (i % 25))
            {
                double profit = 1e8 * (1 + random.NextDouble());
                _statements.Add(Statement(symbol, t, Math.Min(Days - 1, t + 12), profit));
                if (t + 20 < Days) _statements.Add(Statement(symbol, t, t + 20, profit * 0.9));
                _forecasts.Add(new EarningsForecast(symbol, Calendar[Math.Min(Days - 1, t + 6)], Calendar[t], "预增", random.NextNormal(), 1, profit, profit));
            }

            bool idle = t >= delisted || random.NextDouble() < 0.04;
            double u = random.NextDouble(), up = Math.Round(last * 1.1, 2), down = Math.Round(last * 0.9, 2), shares = 1e8 * (i + 1);
            double open = Move(), close = Move(), high = Math.Max(open, close) * 1.004, low = Math.Min(open, close) * 0.996;
            if (u < 0.05) open = high = close = up;
            else if (u < 0.1) close = high = up;
            else if (u < 0.14) (open, close, low) = (down, down, down);
            high = Math.Min(up, Math.Round(high, 2));
            low = Math.Max(down, Math.Round(low, 2));
            double volume = Math.Round(1e5 * Math.Exp(random.NextNormal())), vwap = Math.Round((open + high + low + close) / 4, 2);
            Set(Field.AdjFactor, factor, false);
            Set(Field.PreClose, last, true);
            Set(Field.LimitUp, up, true);
            Set(Field.LimitDown, down, true);
            Set(Field.Open, open, true);
            Set(Field.High, high, true);
            Set(Field.Low, low, true);
            Set(Field.Close, close, true);
            Set(Field.Vwap, vwap, true);
            Set(Field.Volume, volume, true);
            Set(Field.Amount, volume * vwap, true);
            Set(Field.MarketCap, close * shares, true);
            Set(Field.FinancingBalance, 1e7 * random.NextDouble(), false);
            Set(Field.IsSt, ((t / 17) + i) % 6 == 0 ? 1 : 0, false);
            Set(Field.IsSuspended, idle ? 1 : 0, false);
            Set(Field.Industry, (i + (t / 40)) % 5, false);
            if (!idle) last = close;

            double Move() => Math.Clamp(Math.Round(last * Math.Exp(0.02 * random.NextNormal()), 2), down, up);

            void Set(Field field, double value, bool needsTrading) => fields[field].Row(t)[i] = idle && needsTrading ? float.NaN : (float)value;
        }
    }

    private FinancialStatement Statement(Symbol symbol, int period, int announced, double profit) => new(
        symbol, StatementKind.Income, Calendar[period], Calendar[announced], Calendar[announced], new Dictionary<string, double> { ["n_income_attr_p"] = profit });
}
