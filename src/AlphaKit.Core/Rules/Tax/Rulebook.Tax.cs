namespace AlphaKit;

public sealed partial class Rulebook
{
    private readonly DatedRules<DividendTaxRule> _dividendTax;

    /// <summary>The dividend tax that applies to a dividend of this record date.</summary>
    /// <param name="recordDate">The record date 股权登记日.</param>
    /// <param name="investor">Who receives the dividend.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this investor and day.</exception>
    public DividendTaxRule DividendTaxOn(DateOnly recordDate, Investor investor = Investor.Individual) =>
        _dividendTax.FindOrNull((int)investor, recordDate) ?? throw _dividendTax.NotAvailable((int)investor, investor.ToString(), recordDate);

    private static DatedRules<DividendTaxRule> ReadDividendTax(RuleTable table) => DatedRules<DividendTaxRule>.Read(
        table,
        "investor,first_date,last_date,month,year,longer,collected,mark,note",
        row => (int)row.Enum<Investor>("investor"),
        (row, source) => new DividendTaxRule(
            row.Decimal("month", 0, 1), row.Decimal("year", 0, 1), row.Decimal("longer", 0, 1), row.Enum<TaxTiming>("collected"), source));
}
