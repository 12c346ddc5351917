namespace AlphaKit.Data;

/// <summary>One check of imported data, with its name. All of them stand in <see cref="All"/>.</summary>
/// <param name="Name">The name, in lower_snake_case.</param>
/// <param name="Severity">What it does when it finds something.</param>
/// <param name="Description">What it checks, in one line.</param>
public sealed record ValidationRule(string Name, ValidationSeverity Severity, string Description)
{
    internal static ValidationRule RequiredColumn { get; } = Error("required_column", "Every required column is there, with values of its kind.");

    internal static ValidationRule ReadableValue { get; } = Error("readable_value", "Every number and date can be read.");

    internal static ValidationRule ReadableFile { get; } = Error("readable_file", "A file has a header, unique column names and as many values per line as the header.");

    internal static ValidationRule TableOnce { get; } = Error("table_once", "A table comes once: prices are unadjusted or adjusted, not both.");

    internal static ValidationRule KeyPresent { get; } = Error("key_present", "No key value is missing.");

    internal static ValidationRule UniqueKey { get; } = Error("unique_key", "No key comes twice with different content.");

    internal static ValidationRule Units { get; } = Error("units", "Amount / volume lies between low and high of most bars, in Tushare's units.");

    internal static ValidationRule CalendarSpan { get; } = Error("calendar_span", "The trading calendar covers the bars.");

    internal static ValidationRule SymbolMalformed { get; } = Rejection("symbol_malformed", "The symbol is six digits, a dot and SH, SZ, BJ, CSI or SI.");

    internal static ValidationRule NotAShare { get; } = Rejection("not_an_a_share", "The symbol is an A share; funds, bonds, B shares and indices are left out.");

    internal static ValidationRule UnknownSymbol { get; } = Rejection("unknown_symbol", "The symbol has bars or a stock_basic record.");

    internal static ValidationRule OffCalendar { get; } = Rejection("off_calendar", "The date is a trading day.");

    internal static ValidationRule OutsideSpan { get; } = Rejection("outside_span", "The date lies in the span of the bars.");

    internal static ValidationRule ImpossibleBar { get; } = Rejection("impossible_bar", "Low ≤ open, close ≤ high; prices are positive; volume and amount are not negative.");

    internal static ValidationRule OutOfScale { get; } = Rejection("price_out_of_scale", "The close is at most ten times and at least a tenth of pre_close, from the sixth day of a share on.");

    internal static ValidationRule IncompleteBar { get; } = Rejection("incomplete_bar", "A bar with volume has all its prices.");

    internal static ValidationRule NotListed { get; } = Rejection("not_listed", "A bar lies between listing and delisting.");

    internal static ValidationRule DuplicateEvent { get; } = Rejection("duplicate_event", "Of two different rows of one event, the one marked newer, else the more complete, is kept.");

    internal static ValidationRule ImpossibleInterval { get; } = Rejection("impossible_interval", "An interval does not end before it begins.");

    internal static ValidationRule AnnouncedBeforeEnd { get; } = Rejection("announced_before_end", "A statement is announced after its period ends.");

    internal static ValidationRule UnknownIndustry { get; } = Rejection("unknown_industry", "The industry is one of the 31 Shenwan 2021 level-1 industries.");

    internal static ValidationRule IncompleteAction { get; } = Rejection("incomplete_action", "An implemented distribution has an ex-date and a record date, and distributes something.");

    internal static ValidationRule NotImplemented { get; } = Rejection("not_implemented", "A distribution is implemented (实施); plans and resolutions are left out.");

    internal static ValidationRule OtherReportType { get; } = Rejection("other_report_type", "A statement is consolidated and cumulative (report_type 1, 4 or 5).");

    internal static ValidationRule SnapshotTruncated { get; } = Rejection("snapshot_truncated", "An index snapshot has at least nine tenths of the index's members.");

    internal static ValidationRule ImpossibleValue { get; } = Rejection("impossible_value", "Factors, weights and index levels are positive numbers.");

    internal static ValidationRule ExactDuplicate { get; } = new("exact_duplicate", ValidationSeverity.Note, "The same row comes once; copies are collapsed and counted.");

    internal static ValidationRule SnapshotCount { get; } = Warning("snapshot_member_count", "An index snapshot has exactly the index's number of members.");

    internal static ValidationRule CloseOutsideLimit { get; } = Warning("close_outside_limit", "The close lies within the price limits of the day.");

    internal static ValidationRule FactorStep { get; } = Warning("factor_step", "The adjustment factor steps by close of the day before / pre_close; else adjusted prices are missing from that day on (TableMarketOptions.FactorSteps).");

    internal static ValidationRule MissingFactor { get; } = Warning("missing_adj_factor", "Every bar has an adjustment factor; adjusted prices are missing where it has none.");

    internal static ValidationRule MissingLimit { get; } = Warning("missing_limit", "Every bar has a row in stk_limit; where it has none its limits are computed from the dated rules.");

    internal static ValidationRule UnitOfRow { get; } = Warning("amount_outside_bar", "Amount / volume of the bar lies between its low and high.");

    internal static ValidationRule StoredFile { get; } = Error("stored_file", "Every file of a store has the size and hash that its manifest says, and can be read.");

    internal static ValidationRule MissingDay { get; } = Warning("missing_day", "A daily table has rows on every trading day of the bars.");

    internal static ValidationRule ThinDay { get; } = Warning("thin_day", "A day has at least four fifths of the median number of rows of the twenty days before it: less looks like a truncated delivery.");

    internal static ValidationRule LimitDiffers { get; } = Warning("limit_differs", "Published limit prices of bars are those that the dated rules give.");

    internal static ValidationRule LateName { get; } = new("late_name", ValidationSeverity.Note, "A name announced after it starts counts from its announcement.");

    internal static ValidationRule BarWhileSuspended { get; } = new("bar_while_suspended", ValidationSeverity.Note, "A share with a suspension record traded that day: taken as suspended during the day only.");

    /// <summary>Every rule, in the order of the documentation.</summary>
    public static IReadOnlyList<ValidationRule> All { get; } =
    [
        RequiredColumn, ReadableValue, ReadableFile, TableOnce, KeyPresent, UniqueKey, Units, CalendarSpan, StoredFile,
        SymbolMalformed, NotAShare, UnknownSymbol, OffCalendar, OutsideSpan, ImpossibleBar, OutOfScale, IncompleteBar, NotListed, DuplicateEvent,
        ImpossibleInterval, AnnouncedBeforeEnd, UnknownIndustry, IncompleteAction, NotImplemented,
        OtherReportType, SnapshotTruncated, ImpossibleValue,
        SnapshotCount, CloseOutsideLimit, FactorStep, MissingFactor, MissingLimit, UnitOfRow, MissingDay, ThinDay, LimitDiffers, ExactDuplicate, LateName, BarWhileSuspended,
    ];

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static ValidationRule Error(string name, string description) => new(name, ValidationSeverity.Error, description);

    private static ValidationRule Rejection(string name, string description) => new(name, ValidationSeverity.Rejection, description);

    private static ValidationRule Warning(string name, string description) => new(name, ValidationSeverity.Warning, description);
}
