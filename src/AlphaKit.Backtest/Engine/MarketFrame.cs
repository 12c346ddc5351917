namespace AlphaKit.Backtest;

/// <summary>The market data of one run: the matrices that the engine reads, and beside them the panel that the strategy may see.</summary>
internal sealed class MarketFrame
{
    private readonly bool _dealIsAverage;
    private readonly float[] _deal;
    private readonly float[] _preClose;
    private readonly float[] _volume;
    private readonly float[] _suspended;
    private readonly int[] _listed;
    private readonly int[] _delisted;
    private int _day = -1;

    private MarketFrame(IMarketData market, Panel panel, Panel past, BacktestOptions options)
    {
        Axes = panel.Axes;
        Past = past;
        Members = panel.Members;
        Market = market.Calendar;
        Basis = market.PriceBasis;
        First = Axes.Calendar.IndexAtOrAfter(options.From);
        Last = Axes.Days - 1;
        Close = panel[Field.Close];
        Deal = panel[DealField(options.DealPrice, Basis)];
        PreClose = Optional(Field.PreClose);
        Open = Optional(Field.Open);
        High = Optional(Field.High);
        Low = Optional(Field.Low);
        Volume = Optional(Field.Volume);
        Suspended = Optional(Field.IsSuspended);
        SpecialTreatment = Optional(Field.IsSt);
        LimitUp = Optional(Field.LimitUp);
        LimitDown = Optional(Field.LimitDown);
        Securities = [.. Axes.Symbols.Select(s => market.Securities.Find(s) ?? new Security(s, s.ToString(), null))];
        Symbols = [.. Axes.Symbols];
        Boards = [.. Symbols.Select(s => s.Board)];
        _listed = [.. Securities.Select(s => (s.Listed ?? DateOnly.MinValue).DayNumber)];
        _delisted = [.. Securities.Select(s => (s.Delisted ?? DateOnly.MaxValue).DayNumber)];
        ListedRows = [.. Securities.Select(s => MarketRules.RowOf(Calendar, s.Listed))];
        _deal = new float[Axes.Count];
        _preClose = new float[PreClose is null ? 0 : Axes.Count];
        _volume = new float[Volume is null ? 0 : Axes.Count];
        _suspended = new float[Suspended is null ? 0 : Axes.Count];
        _dealIsAverage = Basis == PriceBasis.Adjusted || options.DealPrice == DealPrice.Vwap;

        FieldMatrix? Optional(Field field) => panel.Has(field) ? panel[field] : null;
    }

    public PanelAxes Axes { get; }

    public TradingCalendar Calendar => Axes.Calendar;

    /// <summary>All days of the market, those after the backtest included.</summary>
    public TradingCalendar Market { get; }

    /// <summary>The fields that the strategy asked for, over all days.</summary>
    public Panel Past { get; }

    public Membership Members { get; }

    public PriceBasis Basis { get; }

    /// <summary>Row of the first day of the backtest.</summary>
    public int First { get; }

    /// <summary>Row of its last day.</summary>
    public int Last { get; }

    public FieldMatrix Close { get; }

    public FieldMatrix Deal { get; }

    public FieldMatrix? PreClose { get; }

    public FieldMatrix? Open { get; }

    public FieldMatrix? High { get; }

    public FieldMatrix? Low { get; }

    public FieldMatrix? Volume { get; }

    public FieldMatrix? Suspended { get; }

    public FieldMatrix? SpecialTreatment { get; }

    public FieldMatrix? LimitUp { get; }

    public FieldMatrix? LimitDown { get; }

    /// <summary>Master record by column.</summary>
    public Security[] Securities { get; }

    /// <summary>Symbol by column.</summary>
    public Symbol[] Symbols { get; }

    /// <summary>Board by column.</summary>
    public Board[] Boards { get; }

    /// <summary>Row of the listing by column, see <see cref="MarketRules.RowOf"/>.</summary>
    public int[] ListedRows { get; }

    /// <summary>Reads everything that a run needs, in one query.</summary>
    public static async ValueTask<MarketFrame> ReadAsync(IMarketData market, FrontDoor source, BacktestOptions options, CancellationToken cancellationToken)
    {
        TradingCalendar calendar = market.Calendar;
        int first = calendar.IndexAtOrAfter(options.From), last = calendar.IndexAtOrBefore(options.To);
        if (options.From > options.To || options.From < calendar.First || options.To > calendar.Last || last < first)
            throw new BacktestRangeException(options.From, options.To, calendar.First, calendar.Last);
        if (source.Universe.KnownAt > options.DecisionClock)
            throw new LookAheadException($"Universe '{source.Universe}'", source.Universe.KnownAt, options.DecisionClock);

        Field[] required = [.. source.RequiredFields.Concat(source.Universe.RequiredFields).Distinct()];
        List<Field> engine = [Field.Close, DealField(options.DealPrice, market.PriceBasis)];
        if (market.PriceBasis == PriceBasis.Raw) engine.Add(Field.PreClose);
        if (options.Participation != ParticipationPolicy.Unlimited) engine.Add(Field.Volume);
        if (market.PriceBasis == PriceBasis.Adjusted && options.DealPrice != DealPrice.Open) engine.AddRange([Field.Open, Field.High, Field.Low]);
        foreach (Field field in required.Concat(engine))
        {
            if (!market.Coverage.Has(field)) throw new FieldNotAvailableException(field, market.Coverage.WhyMissing(field));
        }

        engine.AddRange(((Field[])[Field.Open, Field.High, Field.Low, Field.Volume, Field.IsSuspended, Field.IsSt]).Where(market.Coverage.Has));
        if (market.PriceBasis == PriceBasis.Raw) engine.AddRange(((Field[])[Field.LimitUp, Field.LimitDown]).Where(market.Coverage.Has));
        Panel panel = await market.PanelAsync(
            new PanelQuery { From = calendar.First, To = calendar[last], Fields = [.. required.Concat(engine).Distinct()], Universe = source.Universe },
            cancellationToken).ConfigureAwait(false);
        if (market is not InMemoryMarket) PriceCheck.Require(panel, market.PriceBasis, engine, Field.Close, DealField(options.DealPrice, market.PriceBasis));
        Panel past = new(panel.Axes, required.Select(f => KeyValuePair.Create(f, panel[f])), panel.Members, panel.MembersKnownAt);
        return new MarketFrame(market, panel, past, options);
    }

    /// <summary>Gets a dealing day ready: its rows are copied once, in order, instead of being looked up share by share.</summary>
    public void Begin(int row)
    {
        Deal.Row(row).CopyTo(_deal);
        PreClose?.Row(row).CopyTo(_preClose);
        Volume?.Row(row).CopyTo(_volume);
        Suspended?.Row(row).CopyTo(_suspended);
        _day = row;
    }

    /// <summary>As <see cref="Security.IsListedOn"/>.</summary>
    public bool IsListed(int row, int column)
    {
        int day = Calendar[row].DayNumber;
        return day >= _listed[column] && day < _delisted[column];
    }

    /// <summary>True if the share did not trade on that day: flagged as suspended, or without volume.</summary>
    public bool IsIdle(int row, int column)
    {
        if (row != _day) return IsSet(Suspended, row, column) || (Volume is { } volume && !(At(volume, row, column) > 0));
        return (Suspended is not null && _suspended[column] > 0) || (Volume is not null && !(_volume[column] > 0));
    }

    /// <summary>Closing price in <see cref="PriceUnits"/>; 0 where there is no bar.</summary>
    public long CloseOf(int row, int column) => Quote(At(Close, row, column));

    /// <summary>Dealing price before slippage; 0 where there is none.</summary>
    public long DealOf(int row, int column)
    {
        float price = row == _day ? _deal[column] : At(Deal, row, column);
        return _dealIsAverage ? PriceUnits.FromAverage(price) : PriceUnits.FromQuote(price);
    }

    /// <summary>Previous close of the day, ex-right; 0 where there is none.</summary>
    public long PreCloseOf(int row, int column) => PreClose is null || Basis == PriceBasis.Adjusted ? 0 : Quote(row == _day ? _preClose[column] : At(PreClose, row, column));

    /// <summary>Another price of the day; 0 where there is none.</summary>
    public long QuoteOf(FieldMatrix? matrix, int row, int column) => matrix is null ? 0 : Quote(At(matrix, row, column));

    /// <summary>The last close at or before a row; 0 if there never was one.</summary>
    public long LastCloseOf(int row, int column)
    {
        for (int t = row; t >= 0; t--)
        {
            long close = CloseOf(t, column);
            if (close > 0) return close;
        }

        return 0;
    }

    /// <summary>True if the flag is set on that day.</summary>
    public static bool IsSet(FieldMatrix? flags, int row, int column) => flags is not null && At(flags, row, column) > 0;

    /// <summary>One value.</summary>
    public static float At(FieldMatrix matrix, int row, int column) => matrix.Span[(row * matrix.Stride) + column];

    /// <summary>A price of the data in <see cref="PriceUnits"/>; 0 where there is none.</summary>
    public long Quote(float price) => Basis == PriceBasis.Raw ? PriceUnits.FromQuote(price) : PriceUnits.FromAverage(price);

    private static Field DealField(DealPrice price, PriceBasis basis) => price switch
    {
        DealPrice.Open => Field.Open,
        DealPrice.Close => Field.Close,
        _ => basis == PriceBasis.Raw ? Field.Vwap : Field.AdjustedVwap,
    };
}
