namespace AlphaKit.Backtest;

/// <summary>
/// One run, day by day: what comes before the open (payments, ex-dates, delistings), the dealing, the close, the decision for the next day.
/// </summary>
internal sealed partial class Simulation
{
    private readonly MarketFrame _frame;
    private readonly ITargetSource _source;
    private readonly BacktestOptions _options;
    private readonly MarketRules _rules;
    private readonly FillRules _fills;
    private readonly CorporateCalendar _actions;
    private readonly Ledger _ledger;
    private readonly double[] _wanted;
    private Decision? _pending;
    private decimal _traded;

    public Simulation(MarketFrame frame, ITargetSource source, CorporateCalendar actions, BacktestOptions options)
    {
        _frame = frame;
        _source = source;
        _options = options;
        _actions = actions;
        _rules = new MarketRules(frame, options);
        _fills = new FillRules(frame, _rules, options);
        _ledger = new Ledger(frame.Axes.Count, options.InitialCash);
        _wanted = new double[frame.Axes.Count];
    }

    /// <summary>What happened.</summary>
    public RunLog Log { get; } = new();

    /// <summary>The books.</summary>
    public Ledger Ledger => _ledger;

    /// <summary>Runs all days.</summary>
    public void Run(IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
    {
        int first = _frame.First, last = _frame.Last, total = last - first + 1;
        if (first > 0 && Deals(first)) Decide(first - 1);
        for (int row = first; row <= last; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BeforeOpen(row);
            if (_pending is { } decision)
            {
                _pending = null;
                Deal(row, decision);
            }

            AtClose(row);
            progress?.Report(new BacktestProgress(_frame.Calendar[row], row - first + 1, total, _ledger.NetAssetValue));
            if (row < last && Deals(row + 1)) Decide(row);
        }
    }

    private bool Deals(int row) => _options.Schedule.DealsOn(_frame.Calendar, row, _frame.First);

    private void AtClose(int row)
    {
        foreach (Position position in _ledger.Held)
        {
            long close = _frame.CloseOf(row, position.Column);
            if (close > 0) _ledger.Mark(position, close);
        }

        decimal fees = _ledger.FeesToday;
        _ledger.Close(_frame.Calendar[row]);
        Log.Days.Add(new DayClose(
            _ledger.NetAssetValue, _ledger.Cash, _ledger.PositionsValue, _ledger.Receivables, _ledger.Liabilities, _ledger.Held.Length, _traded, fees));
        _traded = 0m;
        RecordEntitlements(row);
    }

    private void Decide(int row)
    {
        DateOnly today = _frame.Calendar[row], tomorrow = _frame.Calendar[row + 1];
        Holdings holdings = CurrentHoldings(row + 1);
        Panel past = _frame.Past.AsKnownAt(today, _options.DecisionClock);
        TargetWeights target = _source.Decide(new DecisionContext(today, tomorrow, _options.DecisionClock, past, holdings))
            ?? throw new InvalidOperationException($"'{_source.Name}' returned no target on {today:yyyy-MM-dd}; return TargetWeights.Keep to keep the holdings.");
        foreach ((Symbol symbol, _) in target.Items)
        {
            if (_frame.Axes.ColumnOf(symbol) < 0) throw new InvalidTargetException(symbol, today, "the market data does not hold it.");
            if (symbol.Board is Board.None or Board.BShare) throw new InvalidTargetException(symbol, today, "only A shares can be dealt here.");
        }

        double planned = target.KeepReason is null ? PlannedTurnover(target, holdings) : 0;
        _pending = new Decision(row, target, _ledger.NetAssetValue, planned);
    }

    private Holdings CurrentHoldings(int tradingRow)
    {
        List<Holding> positions = new(_ledger.Held.Length);
        foreach (Position position in _ledger.Held)
        {
            positions.Add(new Holding(_frame.Axes.Symbols[position.Column], position.Shares, position.SellableOn(tradingRow), PriceUnits.ToYuan(position.Mark)));
        }

        return new Holdings(_ledger.Cash, _ledger.Receivables - _ledger.Liabilities, positions);
    }

    private static double PlannedTurnover(TargetWeights target, Holdings holdings)
    {
        double sum = 0;
        foreach (Holding holding in holdings.Positions) sum += Math.Abs(target[holding.Symbol] - holdings.WeightOf(holding.Symbol));
        foreach ((Symbol symbol, double weight) in target.Items)
        {
            if (holdings.Find(symbol) is null) sum += weight;
        }

        return sum;
    }

    /// <summary>What is to be dealt on the next day.</summary>
    private sealed record Decision(int Row, TargetWeights Target, decimal NetAssetValue, double PlannedTurnover);
}
