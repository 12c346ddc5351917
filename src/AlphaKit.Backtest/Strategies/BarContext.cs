namespace AlphaKit.Backtest;

/// <summary>
/// What a strategy may look at after the close of a day, and how it sends orders for the next one. Nothing later than the day can be reached
/// from here.
/// </summary>
public sealed class BarContext
{
    private readonly MarketFrame _frame;
    private readonly int _row;
    private readonly int _nextNumber;
    private readonly List<Order> _orders = [];
    private readonly Dictionary<int, int> _targets = [];
    private bool _closed;

    internal BarContext(MarketFrame frame, int row, Clock clock, Holdings holdings, int nextNumber)
    {
        _frame = frame;
        _row = row;
        _nextNumber = nextNumber;
        Clock = clock;
        Holdings = holdings;
        Past = frame.Past.AsKnownAt(Today, clock);
    }

    /// <summary>The day whose bar is the last one known.</summary>
    public DateOnly Today => _frame.Calendar[_row];

    /// <summary>The next trading day, on which orders are dealt.</summary>
    public DateOnly TradingDay => _frame.Calendar[_row + 1];

    /// <summary>The moment of <see cref="Today"/> at which is decided.</summary>
    public Clock Clock { get; }

    /// <summary>The fields that the strategy asked for, up to <see cref="Today"/>, cut at <see cref="Clock"/>.</summary>
    public Panel Past { get; }

    /// <summary>What is owned, at the last known prices.</summary>
    public Holdings Holdings { get; }

    /// <summary>The orders sent from here so far.</summary>
    public IReadOnlyList<Order> Orders => _orders;

    /// <summary>The members of the strategy's universe, as known now, ascending.</summary>
    public IReadOnlyList<Symbol> Members
    {
        get
        {
            ReadOnlySpan<bool> members = Past.Members.Row(_row);
            List<Symbol> symbols = [];
            for (int i = 0; i < members.Length; i++)
            {
                if (members[i]) symbols.Add(_frame.Symbols[i]);
            }

            return symbols;
        }
    }

    /// <summary>The newest value of a field; NaN where it is missing.</summary>
    /// <param name="field">A field that the strategy asked for.</param>
    /// <param name="symbol">The share.</param>
    /// <exception cref="InvalidTargetException">The market data does not hold the share.</exception>
    public float this[Field field, Symbol symbol] => Past[field][_row, ColumnOf(symbol)];

    /// <summary>The newest value of an indicator; NaN while its window is not full or holds a missing value.</summary>
    /// <param name="indicator">The indicator; the strategy must have asked for its field.</param>
    /// <param name="symbol">The share.</param>
    /// <exception cref="InvalidTargetException">The market data does not hold the share.</exception>
    public double this[Indicator indicator, Symbol symbol]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(indicator);
            int first = _row - indicator.Window + 1, column = ColumnOf(symbol);
            if (first < 0) return double.NaN;
            FieldMatrix matrix = Past[indicator.Field];
            Span<float> window = indicator.Window <= 256 ? stackalloc float[indicator.Window] : new float[indicator.Window];
            for (int t = 0; t < window.Length; t++)
            {
                window[t] = MarketFrame.At(matrix, first + t, column);
                if (float.IsNaN(window[t])) return double.NaN;
            }

            return indicator.On(window);
        }
    }

    /// <summary>The last values of a field, the oldest first; shorter at the beginning of the data.</summary>
    /// <param name="field">A field that the strategy asked for.</param>
    /// <param name="symbol">The share.</param>
    /// <param name="days">Trading days, at least 1.</param>
    /// <exception cref="InvalidTargetException">The market data does not hold the share.</exception>
    public float[] Window(Field field, Symbol symbol, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        int first = Math.Max(0, _row - days + 1), column = ColumnOf(symbol);
        FieldMatrix matrix = Past[field];
        float[] values = new float[_row - first + 1];
        for (int t = 0; t < values.Length; t++) values[t] = MarketFrame.At(matrix, first + t, column);
        return values;
    }

    /// <summary>True if <see cref="TradingDay"/> is a dealing day of a schedule; all counting is in trading days.</summary>
    /// <param name="schedule">The schedule.</param>
    public bool IsDue(Schedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return schedule.DealsOn(_frame.Calendar, _row + 1, _frame.First);
    }

    /// <summary>Buys (positive) or sells (negative) shares; rounded towards zero to the board's order sizes.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="shares">Shares.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <returns>The order.</returns>
    /// <exception cref="InvalidTargetException">The share has no data or is no A share.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public Order OrderShares(Symbol symbol, long shares, decimal? limit = null) => Send(symbol, OrderKind.Shares, shares, limit);

    /// <summary>Buys or sells for an amount, at the last known price.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="value">CNY; negative sells.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <inheritdoc cref="OrderShares"/>
    public Order OrderValue(Symbol symbol, decimal value, decimal? limit = null) => Send(symbol, OrderKind.Value, value, limit);

    /// <summary>Buys or sells a fraction of net asset value.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="fraction">−1 to 1; 0.02 is 2 %.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <inheritdoc cref="OrderShares"/>
    public Order OrderPercent(Symbol symbol, double fraction, decimal? limit = null) => Send(symbol, OrderKind.Percent, Fraction(fraction, -1), limit);

    /// <summary>Buys or sells so that a number of shares is held. A second target for the same share on the same day replaces the first.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="shares">Shares to hold, not negative.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <inheritdoc cref="OrderShares"/>
    public Order OrderTargetShares(Symbol symbol, long shares, decimal? limit = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shares);
        return Send(symbol, OrderKind.TargetShares, shares, limit);
    }

    /// <summary>Buys or sells so that an amount is held, at the last known price. A second target replaces the first.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="value">CNY to hold, not negative.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <inheritdoc cref="OrderShares"/>
    public Order OrderTargetValue(Symbol symbol, decimal value, decimal? limit = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return Send(symbol, OrderKind.TargetValue, value, limit);
    }

    /// <summary>Buys or sells so that a fraction of net asset value is held. A second target replaces the first.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="fraction">0 to 1; 0.02 is 2 %.</param>
    /// <param name="limit">Worst price accepted, CNY; null for an order at the market.</param>
    /// <inheritdoc cref="OrderShares"/>
    public Order OrderTargetPercent(Symbol symbol, double fraction, decimal? limit = null) => Send(symbol, OrderKind.TargetPercent, Fraction(fraction, 0), limit);

    /// <summary>Sends target orders for a whole portfolio: everything held and not wanted is sold.</summary>
    /// <param name="target">The weights; <see cref="TargetWeights.Keep"/> sends nothing.</param>
    public void Target(TargetWeights target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.KeepReason is not null) return;
        foreach (Holding holding in Holdings.Positions)
        {
            if (target[holding.Symbol] == 0) OrderTargetPercent(holding.Symbol, 0);
        }

        foreach ((Symbol symbol, double weight) in target.Items) OrderTargetPercent(symbol, weight);
    }

    internal List<Order> Close()
    {
        _closed = true;
        return _orders;
    }

    private Order Send(Symbol symbol, OrderKind kind, decimal amount, decimal? limit)
    {
        if (_closed) throw new InvalidOperationException($"An order for {symbol} was sent after the call for {Today:yyyy-MM-dd} had returned: orders belong to the bar that is passed in.");
        if (limit <= 0) throw new ArgumentOutOfRangeException(nameof(limit), limit, "Must be positive, or null for an order at the market.");
        int column = ColumnOf(symbol);
        if (symbol.Board is Board.None or Board.BShare) throw new InvalidTargetException(symbol, Today, "only A shares can be dealt here.");
        Order order = new(_nextNumber + _orders.Count, symbol, column, kind, amount, limit, Today);
        if (order.IsTarget && !_targets.TryAdd(column, _orders.Count))
        {
            int position = _targets[column];
            order = new Order(_orders[position].Number, symbol, column, kind, amount, limit, Today);
            _orders[position] = order;
            return order;
        }

        _orders.Add(order);
        return order;
    }

    private int ColumnOf(Symbol symbol)
    {
        int column = _frame.Axes.ColumnOf(symbol);
        return column >= 0 ? column : throw new InvalidTargetException(symbol, Today, "the market data does not hold it.");
    }

    private static decimal Fraction(double fraction, double least) => fraction >= least && fraction <= 1
        ? (decimal)fraction
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, least < 0 ? "Must be -1 to 1: leverage is not offered." : "Must be 0 to 1: neither short positions nor leverage are offered.");
}
