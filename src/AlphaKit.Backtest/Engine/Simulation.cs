namespace AlphaKit.Backtest;

/// <summary>
/// One run, day by day: what comes before the open (payments, ex-dates, mergers, delistings), the dealing, the close, the decision for the
/// next day.
/// </summary>
internal sealed partial class Simulation
{
    private readonly MarketFrame _frame;
    private readonly FrontDoor _door;
    private readonly BacktestOptions _options;
    private readonly MarketRules _rules;
    private readonly FillRules _fills;
    private readonly IntradayFills? _intraday;
    private readonly CorporateCalendar _actions;
    private readonly Ledger _ledger;
    private readonly double[] _wanted;
    private Decision? _pending;
    private long _traded;

    public Simulation(MarketFrame frame, FrontDoor door, CorporateCalendar actions, BacktestOptions options, IntradayFills? intraday = null)
    {
        _frame = frame;
        _door = door;
        _options = options;
        _actions = actions;
        _intraday = intraday;
        _rules = new MarketRules(frame, options);
        _fills = new FillRules(frame, _rules, options, intraday);
        _ledger = new Ledger(frame.Axes.Count, PriceUnits.FromYuan(options.InitialCash));
        _wanted = new double[frame.Axes.Count];
    }

    /// <summary>What happened.</summary>
    public RunLog Log { get; } = new();

    /// <summary>The books.</summary>
    public Ledger Ledger => _ledger;

    public MarketFrame Frame => _frame;

    public BacktestOptions Options => _options;

    /// <summary>Runs all days. Waits for nothing but minute bars, so that a run without them completes at once.</summary>
    public async ValueTask RunAsync(IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        int first = _frame.First, last = _frame.Last, total = last - first + 1;
        if (first > 0) _pending = _door.Decide(this, first - 1);
        for (int row = first; row <= last; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BeforeOpen(row);
            if (_pending is { } decision)
            {
                _pending = null;
                if (_intraday is not null) await _intraday.LoadAsync(row, ColumnsOf(decision), cancellationToken).ConfigureAwait(false);
                Deal(row, decision);
                _door.Dealt(decision);
            }

            AtClose(row);
            progress?.Report(new BacktestProgress(_frame.Calendar[row], row - first + 1, total, PriceUnits.ToYuan(_ledger.NetAssetValue)));
            if (row < last) _pending = _door.Decide(this, row);
        }
    }

    /// <summary>What is owned, for a strategy; valued at the last known prices.</summary>
    public Holdings CurrentHoldings(int tradingRow)
    {
        List<Holding> positions = new(_ledger.Held.Length);
        foreach (Position position in _ledger.Held)
        {
            positions.Add(new Holding(_frame.Axes.Symbols[position.Column], position.Shares, position.SellableOn(tradingRow), PriceUnits.ToYuan(position.Mark)));
        }

        return new Holdings(PriceUnits.ToYuan(_ledger.Cash), PriceUnits.ToYuan(_ledger.Receivables - _ledger.Liabilities), positions);
    }

    /// <summary>Σ|wanted − drifted weight| at the last close, over all that is held or wanted.</summary>
    public double PlannedTurnover(int[] columns, double[] weights)
    {
        double value = _ledger.NetAssetValue, sum = 0;
        for (int i = 0; i < columns.Length; i++) _wanted[columns[i]] = weights[i];
        foreach (Position position in _ledger.Held)
        {
            double held = value > 0 ? position.Shares * position.Mark / value : 0;
            sum += Math.Abs(_wanted[position.Column] - held);
            _wanted[position.Column] = 0;
        }

        foreach (int column in columns)
        {
            sum += _wanted[column];
            _wanted[column] = 0;
        }

        return sum;
    }

    private void AtClose(int row)
    {
        ReadOnlySpan<float> close = _frame.Close.Row(row);
        foreach (Position position in _ledger.Held)
        {
            long price = _frame.Quote(close[position.Column]);
            if (price > 0) _ledger.Mark(position, price);
        }

        long fees = _ledger.FeesToday;
        _ledger.Close(_frame.Calendar[row]);
        Log.Days.Add(new DayClose(
            _ledger.NetAssetValue, _ledger.Cash, _ledger.PositionsValue, _ledger.Receivables, _ledger.Liabilities, _ledger.Held.Length, _traded, fees));
        _traded = 0;
        RecordEntitlements(row);
    }

    private List<int> ColumnsOf(Decision decision)
    {
        if (decision.KeepReason is not null) return [];
        if (decision.Orders is { } orders) return [.. orders.Select(o => o.Column).Distinct().Order()];
        SortedSet<int> columns = [.. decision.Columns];
        foreach (Position position in _ledger.Held) columns.Add(position.Column);
        return [.. columns];
    }
}
