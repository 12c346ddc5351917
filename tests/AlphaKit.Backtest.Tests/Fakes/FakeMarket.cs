using System.Runtime.CompilerServices;

namespace AlphaKit.Backtest.Tests;

/// <summary>A market written down by hand: a calendar, shares, bars and actions. Everything not set is missing.</summary>
internal sealed class FakeMarket : IMarketData
{
    private readonly SortedDictionary<Symbol, Security> _securities = [];
    private readonly Dictionary<(Field Field, Symbol Symbol, DateOnly Day), float> _values = [];
    private readonly List<CorporateAction> _actions = [];
    private readonly List<IndexBar> _indexBars = [];
    private readonly List<MinuteBar> _minutes = [];
    private readonly List<ShareExchange> _exchanges = [];
    private readonly HashSet<Field> _fields = [Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Volume, Field.Vwap, Field.AdjustedVwap];
    private bool _knowsActions = true;

    public FakeMarket(params DateOnly[] days) => Calendar = new TradingCalendar(days);

    public FakeMarket(TradingCalendar calendar) => Calendar = calendar;

    public string DataVersion { get; set; } = "fake";

    public PriceBasis PriceBasis { get; set; }

    public TradingCalendar Calendar { get; }

    public SecurityMaster Securities => new(_securities.Values);

    public MarketCoverage Coverage => new(
        _fields,
        [.. (_knowsActions ? (Dataset[])[Datasets.CorporateActions] : []), .. (_indexBars.Count > 0 ? (Dataset[])[Datasets.IndexBars] : []),
            .. (_minutes.Count > 0 ? (Dataset[])[Datasets.MinuteBars] : []), .. (_exchanges.Count > 0 ? (Dataset[])[BacktestDatasets.ShareExchanges] : [])]);

    /// <summary>Weekdays from a date on.</summary>
    public static TradingCalendar Weekdays(DateOnly first, int count)
    {
        List<DateOnly> days = [];
        for (DateOnly day = first; days.Count < count; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days.Add(day);
        }

        return new TradingCalendar(days);
    }

    public FakeMarket Share(Symbol symbol, DateOnly? listed = null, DateOnly? delisted = null)
    {
        _securities[symbol] = new Security(symbol, symbol.Code, listed, delisted);
        return this;
    }

    /// <summary>One day of a share; open, high and low are the close unless given, the previous close is the last close.</summary>
    public FakeMarket Bar(Symbol symbol, DateOnly day, double close, double? open = null, double? high = null, double? low = null, double? preClose = null, double volume = 1e8, double? vwap = null)
    {
        if (!_securities.ContainsKey(symbol)) Share(symbol);
        double before = preClose ?? LastClose(symbol, day) ?? close;
        Set(Field.Open, symbol, day, open ?? close);
        Set(Field.High, symbol, day, high ?? Math.Max(open ?? close, close));
        Set(Field.Low, symbol, day, low ?? Math.Min(open ?? close, close));
        Set(Field.Close, symbol, day, close);
        Set(Field.PreClose, symbol, day, before);
        Set(Field.Volume, symbol, day, volume);
        Set(Field.Vwap, symbol, day, vwap ?? close);
        Set(Field.AdjustedVwap, symbol, day, vwap ?? close);
        return this;
    }

    /// <summary>The same price on all days from a position on.</summary>
    public FakeMarket Flat(Symbol symbol, double price, int from = 0, int? to = null)
    {
        for (int t = from; t <= (to ?? Calendar.Count - 1); t++) Bar(symbol, Calendar[t], price);
        return this;
    }

    public FakeMarket Set(Field field, Symbol symbol, DateOnly day, double value)
    {
        _fields.Add(field);
        _values[(field, symbol, day)] = (float)value;
        return this;
    }

    /// <summary>Changes values that are there.</summary>
    public FakeMarket Change(Func<Field, Symbol, DateOnly, float, float> change)
    {
        foreach ((var key, float value) in _values.ToArray()) _values[key] = change(key.Field, key.Symbol, key.Day, value);
        return this;
    }

    public FakeMarket Action(CorporateAction action)
    {
        _actions.Add(action);
        return this;
    }

    /// <summary>One minute at one price.</summary>
    public FakeMarket Minute(Symbol symbol, DateOnly day, int hour, int minute, double price, long volume, double? low = null, double? high = null)
    {
        _minutes.Add(new MinuteBar(symbol, day.ToDateTime(new TimeOnly(hour, minute)), price, high ?? price, low ?? price, price, volume, price * volume, null));
        return this;
    }

    /// <summary>Changes minutes that are there.</summary>
    public FakeMarket ChangeMinutes(Func<MinuteBar, MinuteBar> change)
    {
        for (int i = 0; i < _minutes.Count; i++) _minutes[i] = change(_minutes[i]);
        return this;
    }

    public FakeMarket Merge(ShareExchange merger)
    {
        _exchanges.Add(merger);
        return this;
    }

    public FakeMarket WithoutActions()
    {
        _knowsActions = false;
        return this;
    }

    public FakeMarket Without(Field field)
    {
        _fields.Remove(field);
        return this;
    }

    public FakeMarket Index(Symbol index, params double[] closes)
    {
        for (int t = 0; t < closes.Length; t++)
        {
            if (closes[t] > 0) _indexBars.Add(new IndexBar(index, Calendar[t], closes[t], closes[t], closes[t], closes[t], double.NaN, double.NaN));
        }

        return this;
    }

    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        TradingCalendar days = Calendar.Between(query.From, query.To);
        PanelAxes axes = new(days, query.Symbols ?? [.. _securities.Keys]);
        Field[] fields = [.. query.Fields.Concat(query.Universe.RequiredFields).Distinct()];
        Panel panel = new(axes, fields.Select(f => KeyValuePair.Create(f, Matrix(f, axes))));
        return ValueTask.FromResult(panel.Within(query.Universe, Securities));
    }

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        IEnumerable<TRow> rows = dataset.Name switch
        {
            "corporate_actions" => _actions.Where(a => a.ExDate >= query.From && a.ExDate <= query.To).OrderBy(a => a.ExDate).ThenBy(a => a.Symbol).Cast<TRow>(),
            "minute_bars" => _minutes
                .Where(b => DateOnly.FromDateTime(b.Time) >= query.From && DateOnly.FromDateTime(b.Time) <= query.To && query.Symbols?.Contains(b.Symbol) != false)
                .OrderBy(b => b.Time).ThenBy(b => b.Symbol).Cast<TRow>(),
            "share_exchanges" => _exchanges.Where(e => e.Date >= query.From && e.Date <= query.To).OrderBy(e => e.Date).Cast<TRow>(),
            "index_bars" => _indexBars.Where(b => b.Date >= query.From && b.Date <= query.To).Cast<TRow>(),
            _ => throw new DatasetNotAvailableException(dataset.Name, "the fake market does not hold it."),
        };
        foreach (TRow row in rows) yield return row;
    }

    private FieldMatrix Matrix(Field field, PanelAxes axes) => FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
    {
        for (int i = 0; i < row.Length; i++) row[i] = _values.GetValueOrDefault((field, axes.Symbols[i], axes.Calendar[t]), float.NaN);
    });

    private double? LastClose(Symbol symbol, DateOnly day)
    {
        for (int t = Calendar.IndexOf(day) - 1; t >= 0; t--)
        {
            if (_values.TryGetValue((Field.Close, symbol, Calendar[t]), out float close)) return close;
        }

        return null;
    }
}
