namespace AlphaKit.Backtest;

/// <summary>The rulebook seen from the rows and columns of a run. Answers that hold for a whole board are kept for the day.</summary>
internal sealed class MarketRules
{
    /// <summary>Within this many trading days of a listing the trading days since then decide about the limit.</summary>
    private const int ListingSpan = 30;

    /// <summary>Stands for a day without a ratio to go by: ask for the prices themselves.</summary>
    private const long Unknown = -1;

    private readonly MarketFrame _frame;
    private readonly Rulebook _book;
    private readonly FeeTable _fees;
    private readonly int[] _listedRow;
    private readonly OrderSizeRule?[] _sizes = new OrderSizeRule?[(int)Board.BShare + 1];
    private readonly long[] _ratios = new long[2 * ((int)Board.BShare + 1)];
    private int _row = -1;

    public MarketRules(MarketFrame frame, BacktestOptions options)
    {
        _frame = frame;
        _book = options.Rules;
        _fees = new FeeTable(options.Fees);
        _listedRow = frame.ListedRows;
    }

    /// <summary>Limit prices of the day in <see cref="PriceUnits"/>; 0 where there is none.</summary>
    public (long Up, long Down) Limits(int row, int column)
    {
        if (_frame.LimitUp is { } up && _frame.LimitDown is { } down)
            return (Quoted(MarketFrame.At(up, row, column)), Quoted(MarketFrame.At(down, row, column)));
        long reference = _frame.PreCloseOf(row, column);
        if (reference == 0) return default;
        LimitPrices limits = _book.LimitPricesOn(_frame.Axes.Symbols[column], _frame.Calendar[row], PriceUnits.ToYuan(reference), StateOf(row, column));
        return (limits.Up is { } high ? PriceUnits.FromYuan(high) : 0, limits.Down is { } low ? PriceUnits.FromYuan(low) : 0);

        // Some suppliers write 99,999.99 or 100,000 for "no limit".
        static long Quoted(float price) => price < 99_999 ? PriceUnits.FromQuote(price) : 0;
    }

    /// <summary>
    /// False if a price surely lies inside the day's limits: further from reference × (1 ± ratio) than one cent, by which rounding moves a limit
    /// at most. Most prices do, and need no limit price.
    /// </summary>
    public bool MayBeAtLimit(int row, int column, TradeSide side, long price)
    {
        if (_frame.LimitUp is not null && _frame.LimitDown is not null) return true;
        long reference = _frame.PreCloseOf(row, column);
        if (reference == 0) return false;
        long ratio = RatioOf(row, column);
        if (ratio == Unknown) return true;
        const long One = 10_000, Cent = PriceUnits.PerCent * One;
        return side == TradeSide.Buy
            ? price * One > (reference * (One + ratio)) - Cent
            : price * One < (reference * (One - ratio)) + Cent;
    }

    /// <summary>The limit of the day as a fraction of the previous close; null without a limit.</summary>
    public double? RelativeLimit(int row, int column) =>
        (double?)_book.PriceLimitOn(_frame.Axes.Symbols[column], _frame.Calendar[row], StateOf(row, column)).Up;

    /// <summary>The order sizes of a share on a day.</summary>
    public OrderSizeRule SizeOf(int row, int column)
    {
        if (row != _row) Begin(row);
        ref OrderSizeRule? size = ref _sizes[(int)_frame.Boards[column]];
        return size ??= _book.OrderSizeOn(_frame.Axes.Symbols[column], _frame.Calendar[row]);
    }

    /// <summary>The fees of one order.</summary>
    public FeeUnits Charge(int row, int column, TradeSide side, long shares, long amount) =>
        _fees.Charge(_frame.Symbols[column], _frame.Calendar[row], side, shares, amount);

    private void Begin(int row)
    {
        Array.Clear(_sizes);
        Array.Clear(_ratios);
        _row = row;
    }

    // The board's ratio in ten-thousandths, which holds for all its seasoned shares of one state.
    private long RatioOf(int row, int column)
    {
        int listed = _listedRow[column];
        if (listed != int.MinValue && row - listed <= ListingSpan) return Unknown;
        if (row != _row) Begin(row);
        bool st = MarketFrame.IsSet(_frame.SpecialTreatment, row, column);
        ref long ratio = ref _ratios[(2 * (int)_frame.Boards[column]) + (st ? 1 : 0)];
        if (ratio != 0) return ratio;
        PriceLimit limit = _book.PriceLimitOn(_frame.Axes.Symbols[column], _frame.Calendar[row], StateOf(row, column));
        bool plain = limit is { Kind: PriceLimitKind.Ratio, Up: { } up, Down: { } down } && up == down && up * 10_000m == decimal.Truncate(up * 10_000m);
        return ratio = plain ? (long)(limit.Up!.Value * 10_000m) : Unknown;
    }

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

    /// <summary>The row of a listing day. Rows before the data are counted in weekdays: only the first days after a listing matter, and those only within the data.</summary>
    public static int RowOf(TradingCalendar calendar, DateOnly? listing)
    {
        if (listing is not { } listed) return int.MinValue;
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
