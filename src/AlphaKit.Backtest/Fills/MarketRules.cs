namespace AlphaKit.Backtest;

/// <summary>The rulebook seen from the rows and columns of a run.</summary>
internal sealed class MarketRules
{
    /// <summary>Within this many calendar days of a listing the trading days since then decide about the limit.</summary>
    private const int ListingSpan = 30;

    private readonly MarketFrame _frame;
    private readonly Rulebook _book;
    private readonly IFeeSchedule _fees;
    private readonly int[] _listedRow;
    private readonly OrderSizeRule?[] _sizes = new OrderSizeRule?[(int)Board.BShare + 1];
    private int _sizesRow = -1;

    public MarketRules(MarketFrame frame, BacktestOptions options)
    {
        _frame = frame;
        _book = options.Rules;
        _fees = options.Fees;
        _listedRow = new int[frame.Axes.Count];
        for (int i = 0; i < _listedRow.Length; i++)
        {
            _listedRow[i] = frame.Securities[i].Listed is { } listed ? RowOf(frame.Calendar, listed) : int.MinValue;
        }
    }

    /// <summary>Limit prices of the day in <see cref="PriceUnits"/>; 0 where there is none.</summary>
    public (long Up, long Down) Limits(int row, int column)
    {
        if (_frame.LimitUp is { } up && _frame.LimitDown is { } down)
            return (Quoted(up.Row(row)[column]), Quoted(down.Row(row)[column]));
        long reference = _frame.PreCloseOf(row, column);
        if (reference == 0) return default;
        LimitPrices limits = _book.LimitPricesOn(_frame.Axes.Symbols[column], _frame.Calendar[row], PriceUnits.ToYuan(reference), StateOf(row, column));
        return (limits.Up is { } high ? PriceUnits.FromYuan(high) : 0, limits.Down is { } low ? PriceUnits.FromYuan(low) : 0);

        // Some suppliers write 99,999.99 or 100,000 for "no limit".
        static long Quoted(float price) => price < 99_999 ? PriceUnits.FromQuote(price) : 0;
    }

    /// <summary>The limit of the day as a fraction of the previous close; null without a limit.</summary>
    public double? RelativeLimit(int row, int column) =>
        (double?)_book.PriceLimitOn(_frame.Axes.Symbols[column], _frame.Calendar[row], StateOf(row, column)).Up;

    /// <summary>The order sizes of a share on a day.</summary>
    public OrderSizeRule SizeOf(int row, int column)
    {
        if (row != _sizesRow)
        {
            Array.Clear(_sizes);
            _sizesRow = row;
        }

        Symbol symbol = _frame.Axes.Symbols[column];
        ref OrderSizeRule? size = ref _sizes[(int)symbol.Board];
        return size ??= _book.OrderSizeOn(symbol, _frame.Calendar[row]);
    }

    /// <summary>The fees of an order filled at once.</summary>
    public FeeBreakdown Charge(int row, int column, TradeSide side, long shares, decimal amount) =>
        _fees.Charge(new FeeRequest(_frame.Axes.Symbols[column], _frame.Calendar[row], side, amount, shares));

    private SecurityState StateOf(int row, int column)
    {
        Security security = _frame.Securities[column];
        int listedRow = _listedRow[column];
        int days = listedRow == int.MinValue || row - listedRow > ListingSpan ? 0 : row - listedRow + 1;
        return new SecurityState(
            IsSt: MarketFrame.IsSet(_frame.SpecialTreatment, row, column),
            TradingDaysSinceListing: days,
            ListedOn: security.Listed,
            IssuePrice: security.IssuePrice);
    }

    // Rows before the data are counted in weekdays: only the first days after a listing matter, and those only within the data.
    private static int RowOf(TradingCalendar calendar, DateOnly listed)
    {
        if (listed >= calendar.First) return calendar.IndexAtOrAfter(listed);
        if (calendar.First.DayNumber - listed.DayNumber > ListingSpan) return -ListingSpan - 1;
        int weekdays = 0;
        for (DateOnly day = listed; day < calendar.First; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) weekdays++;
        }

        return -weekdays;
    }
}
