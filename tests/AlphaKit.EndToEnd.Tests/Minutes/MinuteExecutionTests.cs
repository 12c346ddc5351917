using System.Globalization;
using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>A weekly portfolio dealt on minute bars of a simulated market that were written to and read from Parquet files.</summary>
[Trait("Speed", "Slow")]
public sealed class MinuteExecutionTests(WrittenMinutes written) : IClassFixture<WrittenMinutes>
{
    private const double Share = 0.02;

    private static readonly DateOnly First = WrittenMinutes.First, Last = WrittenMinutes.Last;

    private readonly SimulatedMarket _market = written.Market;
    private readonly string _folder = written.Folder;

    public static TheoryData<string> Windows => ["day vwap", "day twap", "first half hour", "last ten minutes"];

    private static MinuteExecution Window(string name) => name switch
    {
        "day vwap" => MinuteExecution.DayVwap,
        "day twap" => MinuteExecution.DayTwap,
        "first half hour" => MinuteExecution.OpenWindow(30, MinuteMethod.Twap),
        _ => MinuteExecution.CloseWindow(10),
    };

    private static Task<BacktestResult> Run(IMarketData market, string window) => Backtester.RunAsync(market, new Rotation(), new BacktestOptions
    {
        From = First, To = Last, Schedule = Schedule.EveryDays(3), InitialCash = 20_000_000m, Minutes = Window(window), MaxParticipation = Share, Participation = ParticipationPolicy.DayVolume,
    });

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Fills_from_files_obey_every_rule_when_they_are_counted_again(string name)
    {
        MinuteFiles files = new(_market, _folder);
        BacktestResult result = await Run(files, name), direct = await Run(_market, name);
        Assert.Equal(direct.Trades.ToCsv(), result.Trades.ToCsv());
        Assert.Equal(direct.Rejections.ToCsv(), result.Rejections.ToCsv());
        Assert.True(result.Trades.RowCount > 40, $"{result.Trades.RowCount} trades");
        Assert.True(result.Rejections.RowCount > 0);

        MinuteExecution window = Window(name);
        Panel limits = await _market.PanelAsync(new PanelQuery { From = First, To = Last, Fields = [Field.LimitUp, Field.LimitDown] });
        Dictionary<string, (long Shares, DateOnly Bought, long Today)> held = [];
        for (int i = 0; i < result.Trades.RowCount; i++)
        {
            DateOnly day = result.Trades["date"].Dates[i];
            string symbol = result.Trades["symbol"].Exact(i);
            bool buys = result.Trades["side"].Exact(i) == "Buy";
            long shares = (long)result.Trades["shares"].Numbers[i];
            double price = result.Trades["price"].Numbers[i];
            int row = limits.Calendar.IndexOf(day), column = limits.Axes.ColumnOf(Symbol.Parse(symbol));
            double up = limits[Field.LimitUp][row, column], down = limits[Field.LimitDown][row, column];
            List<MinuteBar> open = [];
            await foreach (MinuteBar bar in files.ReadAsync(Datasets.MinuteBars, new DatasetQuery { From = day, To = day, Symbols = [Symbol.Parse(symbol)] }))
            {
                TimeOnly end = TimeOnly.FromDateTime(bar.Time);
                if (end <= window.From || end > window.Until || bar.Volume == 0) continue;
                if (buys ? up > 0 && bar.Low >= up - 1e-4 : down > 0 && bar.High <= down + 1e-4) continue;
                open.Add(bar);
            }

            Assert.NotEmpty(open);
            Assert.InRange(price, open.Min(b => b.Low) - 0.005, open.Max(b => b.High) + 0.005);
            Assert.True(shares <= open.Sum(b => Math.Floor(b.Volume * Share)), $"{day} {symbol}: {shares} shares of {open.Sum(b => b.Volume)}");
            if (window.Method == MinuteMethod.Vwap) Assert.Equal(open.Sum(b => b.Amount) / open.Sum(b => (double)b.Volume), price, 6e-5);

            // T+1: what was bought today is not sold today.
            (long own, DateOnly bought, long today) = held.GetValueOrDefault(symbol);
            if (bought != day) today = 0;
            if (buys) held[symbol] = (own + shares, day, today + shares);
            else
            {
                Assert.True(shares <= own - today || result.Events.RowCount > 0, $"{day} {symbol}: {shares} of {own}, {today} bought today");
                held[symbol] = (own - shares, bought, today);
            }
        }

        for (int t = 0; t < result.Daily.RowCount; t++) Assert.True(result.Daily["cash"].Numbers[t] >= 0);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task No_bar_after_the_window_changes_a_fill_of_its_day(string name)
    {
        // Everything known after the window of the last dealing day is noise: its later minutes, its close, high, low and volume, and all later days.
        BacktestResult was = await Run(new MinuteFiles(_market, _folder), name);
        DateOnly last = was.Trades["date"].Dates[^1];
        TimeOnly until = Window(name).Until;
        MinuteFiles spoiled = new(new Later(_market, last), _folder)
        {
            Spoiled = bar => DateOnly.FromDateTime(bar.Time) < last || (DateOnly.FromDateTime(bar.Time) == last && TimeOnly.FromDateTime(bar.Time) <= until)
                ? bar
                : bar with { Open = bar.Open * 1.05, High = bar.High * 1.3, Low = bar.Low * 0.7, Close = bar.Close * 0.9, Volume = (bar.Volume * 7) + 100, Amount = (bar.Amount * 6) + 1_000 },
        };
        BacktestResult became = await Run(spoiled, name);
        Assert.Equal(was.Trades.ToCsv(), became.Trades.ToCsv());
        Assert.Equal(was.Rejections.ToCsv(), became.Rejections.ToCsv());
        Assert.NotEqual(was.Daily.ToCsv(), became.Daily.ToCsv());   // the noise is there: the closing values see it

        // A bar inside the window does change fills.
        MinuteFiles inside = new(_market, _folder) { Spoiled = bar => DateOnly.FromDateTime(bar.Time) < last ? bar : bar with { Amount = bar.Amount * 1.001 } };
        Assert.NotEqual(was.Trades.ToCsv(), (await Run(inside, name)).Trades.ToCsv());
    }

    /// <summary>Half of the shares at a time, the other half the next time.</summary>
    private sealed class Rotation : ITargetSource
    {
        public string Name => "rotation";

        public IReadOnlyList<Field> RequiredFields => [Field.Close];

        public TargetWeights Decide(DecisionContext context)
        {
            int last = context.Past.Calendar.Count - 1, turn = context.Today.DayNumber / 3;
            Symbol[] names = [.. Enumerable.Range(0, context.Past.Symbols.Count).Where(i => context.Past[Field.Close][last, i] > 0 && (i + turn) % 2 == 0).Select(i => context.Past.Symbols[i])];
            return TargetWeights.From(names.Select(s => KeyValuePair.Create(s, 0.9 / names.Length)));
        }
    }

    /// <summary>The daily data with everything known after the open of a day replaced by noise.</summary>
    private sealed class Later(IMarketData market, DateOnly day) : IMarketData
    {
        public string DataVersion => market.DataVersion + string.Create(CultureInfo.InvariantCulture, $" spoiled from {day:yyyyMMdd}");

        public PriceBasis PriceBasis => market.PriceBasis;

        public TradingCalendar Calendar => market.Calendar;

        public SecurityMaster Securities => market.Securities;

        public MarketCoverage Coverage => market.Coverage;

        public async ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
        {
            Panel panel = await market.PanelAsync(query, cancellationToken);
            Panel changed = new(panel.Axes, panel.Fields.Select(f => KeyValuePair.Create(f, f.Name is "close" or "high" or "low" or "volume" or "vwap" ? Noise(panel, f) : panel[f])));
            return changed.Within(query.Universe, Securities);
        }

        public IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, CancellationToken cancellationToken = default) => market.ReadAsync(dataset, query, cancellationToken);

        private FieldMatrix Noise(Panel panel, Field field) => FieldMatrix.Create(panel.Axes.Days, panel.Axes.Count, (t, row) =>
        {
            panel[field].Row(t).CopyTo(row);
            if (panel.Calendar[t] < day) return;
            double factor = field.Name == "low" ? 0.95 : field.Name == "high" ? 1.05 : field.Name == "volume" ? 3 : 1.02;
            for (int i = 0; i < row.Length; i++) row[i] = field.Name == "volume" ? (float)(row[i] * factor) : (float)Math.Round(row[i] * factor, 2);
        });
    }
}
