namespace AlphaKit;

public sealed partial class Rulebook
{
    /// <summary>Calendar days that surely hold the trading days of any window after listing, market holidays included.</summary>
    private const int SpanOfWindow = 25;

    private readonly DatedRules<PriceLimit> _limits;
    private readonly DatedRules<UnlimitedDays> _unlimited;
    private readonly DatedRules<RoundingRule> _rounding;
    private readonly DatedRules<PriceTick> _ticks;
    private readonly int _longestWindow;

    private enum Occasion
    {
        Listing = 0,
        DelistingPeriodFirstDay = 1,
        Relisting = 2,
        ShareReformResumption = 3,
    }

    /// <summary>
    /// The price limit of a share on a day. Special days come first, then the window after listing (by the rule of the listing day), then the
    /// board's limit for the share's state; of ST and unreformed the tighter one.
    /// </summary>
    /// <param name="symbol">An A or B share.</param>
    /// <param name="date">The trading day.</param>
    /// <param name="state">The share's state on that day.</param>
    /// <exception cref="ArgumentException">The symbol is no share, or the state does not tell enough: within a few weeks of a listing
    /// <see cref="SecurityState.TradingDaysSinceListing"/> and, where the rule has just changed, <see cref="SecurityState.ListedOn"/> are needed.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this board, state and day.</exception>
    public PriceLimit PriceLimitOn(Symbol symbol, DateOnly date, SecurityState state)
    {
        Board board = RequireShare(symbol);
        if (state.SpecialDay != SpecialDay.None)
        {
            UnlimitedDays special = UnlimitedOn(board, (Occasion)(int)state.SpecialDay, date);
            if (special.Days > 0) return special.Limit;
        }

        if (ListingWindow(symbol, board, date, state) is { } window) return window;
        PriceLimit? limit = null;
        if (state.IsSt) limit = LimitOf(board, PriceLimitState.St, date);
        if (state.IsUnreformed)
        {
            PriceLimit unreformed = LimitOf(board, PriceLimitState.Unreformed, date);
            limit = limit is null || unreformed.Up < limit.Up ? unreformed : limit;
        }

        return limit ?? LimitOf(board, PriceLimitState.Normal, date);
    }

    /// <summary>
    /// The limit prices of a share on a day: base × (1 ± ratio), rounded to the tick as the exchange does (Shanghai and Shenzhen half up, Beijing
    /// towards the reference), at least one tick away from the reference and never below one tick.
    /// </summary>
    /// <param name="symbol">An A or B share.</param>
    /// <param name="date">The trading day.</param>
    /// <param name="preClose">The reference price: the ex-right adjusted previous close (Tushare <c>pre_close</c>), positive.</param>
    /// <param name="state">The share's state on that day. On a first day bounded by the issue price a missing <see cref="SecurityState.IssuePrice"/> is
    /// taken from <paramref name="preClose"/>, because the exchanges' reference price of a listing day is the issue price.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="preClose"/> or the issue price is not positive.</exception>
    /// <exception cref="ArgumentException">As for <see cref="PriceLimitOn"/>.</exception>
    /// <exception cref="RuleNotAvailableException">As for <see cref="PriceLimitOn"/>.</exception>
    public LimitPrices LimitPricesOn(Symbol symbol, DateOnly date, decimal preClose, SecurityState state)
    {
        if (preClose <= 0) throw new ArgumentOutOfRangeException(nameof(preClose), preClose, "Must be positive.");
        PriceLimit limit = PriceLimitOn(symbol, date, state);
        if (limit.Up is not { } up || limit.Down is not { } down) return default;
        decimal reference = limit.Kind == PriceLimitKind.IssuePriceBand ? state.IssuePrice ?? preClose : preClose;
        if (reference <= 0) throw new ArgumentOutOfRangeException(nameof(state), reference, "The issue price must be positive.");
        RoundingRule rounding = _rounding.FindOrNull((int)symbol.Exchange, date)
            ?? throw _rounding.NotAvailable((int)symbol.Exchange, symbol.Exchange.ToString(), date);
        decimal tick = TickOn(symbol, date);
        decimal high = reference * (1 + up), low = reference * (1 - down);
        if (rounding.Method == LimitRounding.HalfUp)
        {
            high = PriceMath.HalfUp(high, tick);
            low = PriceMath.HalfUp(low, tick);
        }
        else
        {
            high = PriceMath.Floor(high, tick);
            low = PriceMath.Ceiling(low, tick);
        }

        decimal least = rounding.MinTicks * tick;
        return new LimitPrices(Math.Max(high, reference + least), Math.Max(Math.Min(low, reference - least), tick));
    }

    /// <summary>The price tick of an instrument on a day, in its currency: 0.01 for A shares, 0.001 for funds and Shanghai B shares.</summary>
    /// <param name="symbol">A share or a listed fund.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public decimal TickOn(Symbol symbol, DateOnly date) => TickRuleOn(symbol, date).Size;

    /// <summary>The price tick of an instrument on a day with its currency and source.</summary>
    /// <param name="symbol">A share or a listed fund.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public PriceTick TickRuleOn(Symbol symbol, DateOnly date)
    {
        int key = Pair((int)symbol.Kind, (int)symbol.Exchange);
        return _ticks.FindOrNull(key, date) ?? throw _ticks.NotAvailable(key, $"{symbol.Kind}, {symbol.Exchange} ({symbol})", date);
    }

    private static Board RequireShare(Symbol symbol) => symbol.Board is not Board.None and Board board
        ? board
        : throw new ArgumentException($"{symbol} is not a share; its code belongs to no board.", nameof(symbol));

    private PriceLimit LimitOf(Board board, PriceLimitState state, DateOnly date)
    {
        int key = Pair((int)board, (int)state);
        return _limits.FindOrNull(key, date) ?? throw _limits.NotAvailable(key, $"{board}, {state}", date);
    }

    private UnlimitedDays UnlimitedOn(Board board, Occasion occasion, DateOnly date)
    {
        int key = Pair((int)board, (int)occasion);
        return _unlimited.FindOrNull(key, date) ?? throw _unlimited.NotAvailable(key, $"{board}, {occasion}", date);
    }

    private PriceLimit? ListingWindow(Symbol symbol, Board board, DateOnly date, SecurityState state)
    {
        int day = state.TradingDaysSinceListing;
        if (day < 0) throw new ArgumentException($"Trading days since listing of {symbol} are {day}: they must not be negative.", nameof(state));
        if (state.ListedOn is { } listed)
        {
            if (listed > date) throw new ArgumentException($"{symbol} was listed on {listed:yyyy-MM-dd}, after {date:yyyy-MM-dd}.", nameof(state));
            if (listed == date && day == 0) day = 1;
            if (day > _longestWindow || (day == 0 && date.DayNumber - listed.DayNumber > SpanOfWindow)) return null;
            UnlimitedDays window = UnlimitedOn(board, Occasion.Listing, listed);
            if (day == 0 && window.Days > 1)
            {
                throw new ArgumentException(
                    $"{symbol} was listed on {listed:yyyy-MM-dd}, shortly before {date:yyyy-MM-dd}: its trading days since listing are needed.", nameof(state));
            }

            return day >= 1 && day <= window.Days ? window.Limit : null;
        }

        if (day == 0 || day > _longestWindow) return null;
        UnlimitedDays current = UnlimitedOn(board, Occasion.Listing, date);
        if (day > 1 && date.DayNumber - current.Limit.Source.FirstDate.DayNumber < SpanOfWindow)
        {
            throw new ArgumentException(
                $"The listing rule of {board} changed on {current.Limit.Source.FirstDate:yyyy-MM-dd}, shortly before {date:yyyy-MM-dd}: the listing day of {symbol} is needed.",
                nameof(state));
        }

        return day <= current.Days ? current.Limit : null;
    }

    private int LongestWindow() =>
        Table("unlimited_days").Entries.Where(row => row.Cell("occasion") == nameof(Occasion.Listing)).Select(row => (int)row.Count("days", 0, 10)).DefaultIfEmpty(0).Max();

    private static DatedRules<PriceLimit> ReadLimits(RuleTable table) => DatedRules<PriceLimit>.Read(
        table,
        "board,state,first_date,last_date,ratio,mark,note",
        row => Pair((int)row.Enum<Board>("board"), (int)row.Enum<PriceLimitState>("state")),
        (row, source) =>
        {
            decimal ratio = row.Decimal("ratio", 0.001m, 0.999m);
            return new PriceLimit(PriceLimitKind.Ratio, ratio, ratio, (PriceLimitReason)(int)row.Enum<PriceLimitState>("state"), source);
        });

    private static DatedRules<UnlimitedDays> ReadUnlimited(RuleTable table) => DatedRules<UnlimitedDays>.Read(
        table,
        "board,occasion,first_date,last_date,days,up_cap,down_cap,mark,note",
        row => Pair((int)row.Enum<Board>("board"), (int)row.Enum<Occasion>("occasion")),
        (row, source) =>
        {
            int days = (int)row.Count("days", 0, 10);
            decimal? up = row.OptionalDecimal("up_cap", 1, 100), down = row.OptionalDecimal("down_cap", 0, 1);
            if (up is null != down is null) throw row.Fail("down_cap", "both caps or none are expected.");
            PriceLimitReason reason = (PriceLimitReason)((int)PriceLimitReason.Listing + (int)row.Enum<Occasion>("occasion"));
            PriceLimitKind kind = up is null ? PriceLimitKind.Unlimited : PriceLimitKind.IssuePriceBand;
            return new UnlimitedDays(days, new PriceLimit(kind, up - 1, 1 - down, reason, source));
        });

    private static DatedRules<RoundingRule> ReadRounding(RuleTable table) => DatedRules<RoundingRule>.Read(
        table,
        "exchange,first_date,last_date,method,min_ticks,mark,note",
        row => (int)row.Enum<Exchange>("exchange"),
        (row, _) => new RoundingRule(row.Enum<LimitRounding>("method"), (int)row.Count("min_ticks", 0, 100)));

    private static DatedRules<PriceTick> ReadTicks(RuleTable table) => DatedRules<PriceTick>.Read(
        table,
        "instrument,exchange,first_date,last_date,tick,currency,mark,note",
        row => Pair((int)row.Enum<InstrumentKind>("instrument"), (int)row.Enum<Exchange>("exchange")),
        (row, source) => new PriceTick(row.Decimal("tick", 0.0001m, 1), row.Cell("currency"), source));

    private sealed record UnlimitedDays(int Days, PriceLimit Limit);

    private sealed record RoundingRule(LimitRounding Method, int MinTicks);
}
