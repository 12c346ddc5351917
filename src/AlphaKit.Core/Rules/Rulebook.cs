using System.Text;

namespace AlphaKit;

/// <summary>
/// The trading rules of the A-share market as dated tables: price limits, order sizes, ticks, sessions, halts, settlement, fees, taxes,
/// delisting and margin. Every answer is a row of a table with its dates and its source; where no row applies,
/// <see cref="RuleNotAvailableException"/> is thrown and nothing is guessed.
/// <para><see cref="AShare"/> is the rulebook that comes with the package. <see cref="With(string, string)"/> and <see cref="Load(string)"/> replace tables by your own.</para>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial class Rulebook
{
    private static readonly string[] TableNames =
    [
        "price_limits", "unlimited_days", "limit_rounding", "price_cage", "intraday_halts", "market_breaker", "market_halts", "ticks",
        "order_sizes", "sessions", "settlement", "stamp_duty", "transfer_fee", "handling_fee", "regulatory_fee", "commission", "dividend_tax",
        "delisting_periods", "delisting_thresholds", "margin",
    ];

    private static readonly Lazy<Rulebook> Embedded = new(() => new Rulebook([.. TableNames.Select(name => RuleTable.Parse(name, ReadResource(name)))]));

    private Rulebook(IReadOnlyList<RuleTable> tables)
    {
        Tables = tables;
        _limits = ReadLimits(Table("price_limits"));
        _unlimited = ReadUnlimited(Table("unlimited_days"));
        _longestWindow = LongestWindow();
        _rounding = ReadRounding(Table("limit_rounding"));
        _cages = ReadCages(Table("price_cage"));
        _intradayHalts = ReadIntradayHalts(Table("intraday_halts"));
        _breakers = ReadBreakers(Table("market_breaker"));
        MarketHalts = ReadMarketHalts(Table("market_halts"));
        _ticks = ReadTicks(Table("ticks"));
        _orderSizes = ReadOrderSizes(Table("order_sizes"));
        _sessions = ReadSessions(Table("sessions"));
        _settlement = ReadSettlement(Table("settlement"));
        _stampDuty = ReadStampDuty(Table("stamp_duty"));
        _transferFee = ReadTransferFee(Table("transfer_fee"));
        _handlingFee = ReadHandlingFee(Table("handling_fee"));
        _regulatoryFee = ReadRegulatoryFee(Table("regulatory_fee"));
        _commission = ReadCommission(Table("commission"));
        _dividendTax = ReadDividendTax(Table("dividend_tax"));
        _delistingPeriods = ReadDelistingPeriods(Table("delisting_periods"));
        _delistingThresholds = ReadDelistingThresholds(Table("delisting_thresholds"));
        _margin = ReadMargin(Table("margin"));
    }

    /// <summary>The rulebook that comes with the package. It covers trading from 1996-12-16 on, where its sources do.</summary>
    public static Rulebook AShare => Embedded.Value;

    /// <summary>All tables, in the order of the documentation page.</summary>
    public IReadOnlyList<RuleTable> Tables { get; }

    /// <summary>A rulebook of the package's tables, in which every <c>NAME.csv</c> of a folder replaces the table of that name.</summary>
    /// <param name="folder">The folder; it need not hold every table.</param>
    /// <exception cref="RuleTableException">A file has no table's name, or its content is malformed.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static Rulebook Load(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        List<RuleTable> tables = [.. AShare.Tables];
        foreach (string file in Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal))
            Replace(tables, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file, Encoding.UTF8));
        return new Rulebook(tables);
    }

    /// <summary>This rulebook with one table replaced.</summary>
    /// <param name="table">The table's name, such as <c>stamp_duty</c>.</param>
    /// <param name="text">The table's whole text: header and rows, see <see cref="RuleTable"/>.</param>
    /// <exception cref="RuleTableException">There is no such table, or the text is malformed: a cell cannot be read, or dates of one key overlap or leave a gap.</exception>
    public Rulebook With(string table, string text)
    {
        List<RuleTable> tables = [.. Tables];
        Replace(tables, table, text);
        return new Rulebook(tables);
    }

    /// <summary>The table of a name.</summary>
    /// <param name="name">The name, such as <c>stamp_duty</c>.</param>
    /// <exception cref="ArgumentException">There is no such table; the message lists the names.</exception>
    public RuleTable Table(string name) =>
        Tables.FirstOrDefault(table => table.Name == name)
        ?? throw new ArgumentException($"'{name}' is not a table of the rulebook; they are {string.Join(", ", TableNames)}.", nameof(name));

    /// <summary>All tables as one Markdown page: every dated row with its source mark.</summary>
    public string ToMarkdown()
    {
        StringBuilder page = new();
        page.Append("# The A-share rulebook\n\n");
        page.Append("Every rule that depends on a date stands in a table of `Rulebook`; the tables below are its content. ");
        page.Append("Both dates of a row are inclusive; a row without a last date is in force. ");
        page.Append("`Rulebook.With(table, text)` and `Rulebook.Load(folder)` replace tables by your own.\n\n");
        page.Append("Source marks: **S** an official page says so (mostly as quoted by public projects or news), **O** measured on real data by public projects, ");
        page.Append("**R** read in the code of a public project, **M** from memory; confirm it before you rely on it. ");
        page.Append("A rule whose start is not known begins with the rulebook, on 1996-12-16.\n");
        foreach (RuleTable table in Tables) page.Append('\n').Append(table.ToMarkdown());
        return page.ToString();
    }

    private static void Replace(List<RuleTable> tables, string name, string text)
    {
        int index = tables.FindIndex(table => table.Name == name);
        if (index < 0) throw new RuleTableException(name, 0, "", $"there is no such table; they are {string.Join(", ", TableNames)}.");
        tables[index] = RuleTable.Parse(name, text);
    }

    private static string ReadResource(string name)
    {
        using Stream stream = typeof(Rulebook).Assembly.GetManifestResourceStream($"AlphaKit.Rules.{name}.csv")
            ?? throw new RuleTableException(name, 0, "", "the table is not embedded in the package.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static int Pair(int high, int low) => (high << 8) | low;
}
