using AlphaKit.Backtest;

namespace AlphaKit.Testing.Tests;

/// <summary>A market laid out for short computations: t is a day, i a share; whatever is outside is NaN.</summary>
internal sealed class Lab
{
    private readonly Panel _panel;

    private Lab(IMarketData market, Panel panel)
    {
        Market = market;
        _panel = panel;
    }

    public IMarketData Market { get; }

    public int T => _panel.Axes.Days;

    public int N => _panel.Axes.Count;

    public TradingCalendar Calendar => _panel.Calendar;

    public IReadOnlyList<Symbol> Symbols => _panel.Symbols;

    public List<CorporateAction> Actions { get; } = [];

    public List<FinancialStatement> Statements { get; } = [];

    public List<EarningsForecast> Forecasts { get; } = [];

    public List<IndexConstituent> Members { get; } = [];

    public List<IndexBar> Index { get; } = [];

    public static async Task<Lab> OpenAsync(IMarketData market, CancellationToken stop)
    {
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [.. market.Coverage.Fields] }, stop);
        Lab lab = new(market, panel);
        await foreach (CorporateAction row in market.ReadAsync(Datasets.CorporateActions, DatasetQuery.All, stop)) lab.Actions.Add(row);
        await foreach (FinancialStatement row in market.ReadAsync(Datasets.FinancialStatements, DatasetQuery.All, stop)) lab.Statements.Add(row);
        await foreach (EarningsForecast row in market.ReadAsync(Datasets.EarningsForecasts, DatasetQuery.All, stop)) lab.Forecasts.Add(row);
        await foreach (IndexConstituent row in market.ReadAsync(Datasets.IndexConstituents, DatasetQuery.All, stop)) lab.Members.Add(row);
        await foreach (IndexBar row in market.ReadAsync(Datasets.IndexBars, DatasetQuery.All, stop)) lab.Index.Add(row);
        return lab;
    }

    public double this[Field field, int t, int i] => t >= 0 && t < T ? _panel[field][t, i] : double.NaN;

    public double Close(int t, int i) => this[Field.Close, t, i];

    public double Adjusted(int t, int i) => Close(t, i) * this[Field.AdjFactor, t, i];

    /// <summary>Return over k days that end on day t; forward returns are those of a later t.</summary>
    public double Return(int t, int i, int k = 1) => (Adjusted(t, i) / Adjusted(t - k, i)) - 1;

    /// <summary>The values of one share over days, missing ones left out.</summary>
    public IEnumerable<double> Past(Func<int, int, double> value, int i, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(t => value(t, i)).Where(double.IsFinite);

    /// <summary>The values of all shares on one day, missing ones left out.</summary>
    public IEnumerable<double> Across(Func<int, int, double> value, int t) => Enumerable.Range(0, N).Select(i => value(t, i)).Where(double.IsFinite);

    /// <summary>Correlation over days and shares of a value with the return of the k days after it.</summary>
    public double Correlation(Func<int, int, double> value, int from, int to, int k)
    {
        (int n, double x, double y, double xy, double xx, double yy) = Sums(value, from, to, k);
        return n < 3 ? double.NaN : ((n * xy) - (x * y)) / Math.Sqrt(((n * xx) - (x * x)) * ((n * yy) - (y * y)));
    }

    /// <summary>Slope of that return on the value, through their means.</summary>
    public double Slope(Func<int, int, double> value, int from, int to, int k)
    {
        (int n, double x, double y, double xy, double xx, _) = Sums(value, from, to, k);
        return n < 3 ? double.NaN : ((n * xy) - (x * y)) / ((n * xx) - (x * x));
    }

    /// <summary>A value of every day, computed once.</summary>
    public double[] Daily(Func<int, double> value) => [.. Enumerable.Range(0, T).Select(value)];

    /// <summary>A table of one row per day.</summary>
    public Table Table(Func<int, int, double> value) => new(
        "decisions",
        [
            TableColumn.Date("date", Calendar),
            .. Enumerable.Range(0, N).Select(i => TableColumn.Number(Symbols[i].Code, Enumerable.Range(0, T).Select(t => value(t, i)).ToArray())),
        ]);

    /// <summary>A backtest dealt at the open; a fill dated T must not depend on anything known after that open.</summary>
    /// <returns>The trades and the unfilled orders, by the day of the deal; the names decided on, by the day of the decision.</returns>
    public async Task<Table[]> BacktestAsync(Func<int, int, double> score, ParticipationPolicy participation = ParticipationPolicy.PreviousAverage)
    {
        BacktestOptions options = new()
        {
            From = Calendar[10], To = Calendar.Last, Schedule = Schedule.EveryDays(3), InitialCash = 3_000_000m, Participation = participation, MaxParticipation = 0.02,
        };
        Scored strategy = new(this, score);
        BacktestResult result = await Backtester.RunAsync(Market, strategy, options);
        return
        [
            result.Trades,
            result.Rejections,
            new Table("decisions", TableColumn.Date("date", strategy.Decided.Select(d => d.Day)), TableColumn.Text("names", strategy.Decided.Select(d => d.Names))),
        ];
    }

    private sealed class Scored(Lab lab, Func<int, int, double> score) : ITargetSource
    {
        public string Name => "scored";

        public Universe Universe => Universe.Everything;

        public List<(DateOnly Day, string Names)> Decided { get; } = [];

        public TargetWeights Decide(DecisionContext context)
        {
            int t = lab.Calendar.IndexOf(context.Today);
            int[] best = [.. Enumerable.Range(0, lab.N).Where(i => double.IsFinite(score(t, i))).OrderByDescending(i => score(t, i)).ThenBy(i => i).Take(5)];
            Decided.Add((context.Today, string.Join(' ', best)));
            return TargetWeights.From(best.Select(i => KeyValuePair.Create(lab.Symbols[i], 0.19)));
        }
    }

    /// <summary>Number and sums of x, y, xy, x² and y² over days and shares: x a value, y the return of the k days after it.</summary>
    private (int N, double X, double Y, double XY, double XX, double YY) Sums(Func<int, int, double> value, int from, int to, int k)
    {
        double x = 0, y = 0, xy = 0, xx = 0, yy = 0;
        int n = 0;
        for (int t = from; t <= to; t++)
        {
            for (int i = 0; i < N; i++)
            {
                double a = value(t, i), b = Return(t + k, i, k);
                if (!double.IsFinite(a) || !double.IsFinite(b)) continue;
                n++;
                x += a;
                y += b;
                xy += a * b;
                xx += a * a;
                yy += b * b;
            }
        }

        return (n, x, y, xy, xx, yy);
    }
}
