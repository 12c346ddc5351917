namespace AlphaKit.Backtest;

/// <summary>Who owns the portfolio, for the tax on dividends and bonus shares (红利税).</summary>
public enum DividendTaxPolicy
{
    /// <summary>
    /// A resident individual or a retail fund: since 2013 taxed at the sale of each lot by its holding period, owed from the ex-date on.
    /// </summary>
    Individual = 0,

    /// <summary>A non-resident or Stock Connect investor: withheld from the dividend.</summary>
    NonResident = 1,

    /// <summary>An owner that is not taxed here.</summary>
    Exempt = 2,
}
