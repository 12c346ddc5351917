namespace AlphaKit.Data.Tushare;

/// <summary>What to keep in a store, from when on, and how to fetch it.</summary>
public sealed record TushareSyncPlan
{
    /// <summary>Default of <see cref="RevisitDays"/>.</summary>
    public const int DefaultRevisitDays = 5;

    /// <summary>Default of <see cref="AuditDays"/>.</summary>
    public const int DefaultAuditDays = 30;

    /// <summary>Default of <see cref="CallsInFlight"/>.</summary>
    public const int DefaultCallsInFlight = 2;

    private static readonly string[] s_usual =
    [
        "trade_cal", "stock_basic", "namechange", "stock_st", "daily", "adj_factor", "daily_basic", "stk_limit", "suspend_d", "moneyflow", "margin_detail", "hk_hold",
        "index_daily", "index_weight", "index_member_all", "dividend", "income", "balancesheet", "cashflow", "fina_indicator", "forecast", "cyq_perf",
    ];

    /// <summary>Plans the tables that factors, universes and backtests read.</summary>
    /// <param name="from">First day to hold.</param>
    public TushareSyncPlan(DateOnly from) => From = from;

    /// <summary>First day to hold. Moving it back fetches what lies before; moving it forward deletes nothing.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day to hold; null for the last day whose rows are complete.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Names of the interfaces. trade_cal and stock_basic come first whatever the order, since the others follow from them.</summary>
    /// <value>The default is what importers know, dividends and chip distribution included.</value>
    /// <exception cref="ArgumentException">The table of interfaces lacks one.</exception>
    public IReadOnlyList<string> Tables
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (string name in value) _ = TushareEndpoints.Get(name);
            field = [.. value.Distinct(StringComparer.Ordinal)];
        }
    } = s_usual;

    /// <summary>Indices for interfaces that are asked index by index. CSI 300 stands twice: its older weights live under 399300.SZ.</summary>
    public IReadOnlyList<Symbol> Indices { get; init; } =
    [
        Symbol.Parse("000001.SH"), Symbol.Parse("000016.SH"), Symbol.Parse("000300.SH"), Symbol.Parse("000852.SH"), Symbol.Parse("000905.SH"), Symbol.Parse("000906.SH"),
        Symbol.Parse("399001.SZ"), Symbol.Parse("399006.SZ"), Symbol.Parse("399300.SZ"),
    ];

    /// <summary>
    /// Shares whose minute bars are kept, where <see cref="Tables"/> names <c>stk_mins</c>; empty for all, which costs a call for each share and three
    /// days. A share that is added has the whole span asked again, of all of them.
    /// </summary>
    public IReadOnlyList<Symbol> MinuteShares { get; init; } = [];

    /// <summary>How many of the last days are asked again each time, so that the vendor's late rows and corrections are noticed.</summary>
    /// <value>0 to 250. The default is <see cref="DefaultRevisitDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 250.</exception>
    public int RevisitDays
    {
        get;
        init => field = value is >= 0 and <= 250 ? value : throw new ArgumentOutOfRangeException(nameof(RevisitDays), value, "Must be 0 to 250 days.");
    } = DefaultRevisitDays;

    /// <summary>
    /// How many calendar days of what is held are asked again by a run that finds new days, in rotation from the first day to the last, so that
    /// corrections of any age are noticed in the end: with 30 days, ten years take four months of evenings. Interfaces that are asked share by
    /// share are left out, since any span costs a call for each share; statements and distributions are asked whole there anyway, for the others
    /// there is <see cref="Audit"/>. A quota that ends the audit is no failure: the next run goes on.
    /// </summary>
    /// <value>0 (none) to 3,660. The default is <see cref="DefaultAuditDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 3,660.</exception>
    public int AuditDays
    {
        get;
        init => field = value is >= 0 and <= 3660 ? value : throw new ArgumentOutOfRangeException(nameof(AuditDays), value, "Must be 0 to 3660 days.");
    } = DefaultAuditDays;

    /// <summary>
    /// A span of days that this run asks again whole, in every table of the plan, as far as the table is held; it takes the place of
    /// <see cref="AuditDays"/>. What the vendor changed is stored as a correction beside the old value. A run that is cut off goes on in the next
    /// one with the same span; once it is through, a further run begins anew.
    /// </summary>
    /// <value>First and last day; null, the default, asks nothing again beyond <see cref="RevisitDays"/> and <see cref="AuditDays"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The first day is after the last.</exception>
    public (DateOnly From, DateOnly To)? Audit
    {
        get;
        init => field = value is not { } span || span.From <= span.To ? value : throw new ArgumentOutOfRangeException(nameof(Audit), value, "The first day must not be after the last.");
    }

    /// <summary>Calls under way at a time for each interface; the interfaces themselves run side by side, as their quotas do.</summary>
    /// <value>1 to 16. The default is <see cref="DefaultCallsInFlight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 to 16.</exception>
    public int CallsInFlight
    {
        get;
        init => field = value is >= 1 and <= 16 ? value : throw new ArgumentOutOfRangeException(nameof(CallsInFlight), value, "Must be 1 to 16 calls.");
    } = DefaultCallsInFlight;

    /// <summary>Longest time of the whole run. What was written until then stays, and the next run goes on from there.</summary>
    /// <value>1 minute to 30 days. The default is one day.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 1 minute to 30 days.</exception>
    public TimeSpan TimeLimit
    {
        get;
        init => field = value >= TimeSpan.FromMinutes(1) && value <= TimeSpan.FromDays(30) ? value
            : throw new ArgumentOutOfRangeException(nameof(TimeLimit), value, "Must be 1 minute to 30 days.");
    } = TimeSpan.FromDays(1);
}
