namespace AlphaKit.Backtest;

/// <summary>The tax that a lot owes on one distribution once it is sold; until then a liability at the rate of a sale today.</summary>
internal sealed class TaxClaim(decimal basePerShare, DividendTaxRule rule)
{
    /// <summary>Taxed income per share, CNY: the dividend, and one yuan per bonus share.</summary>
    public decimal BasePerShare { get; } = basePerShare;

    /// <summary>The rule of the record date.</summary>
    public DividendTaxRule Rule { get; } = rule;

    /// <summary>Rate of a sale on the day last looked at.</summary>
    public decimal Rate { get; set; }

    /// <summary>First day on which the rate differs from <see cref="Rate"/>; the end of time if none.</summary>
    public DateOnly NextChange { get; set; } = DateOnly.MinValue;

    /// <summary>Owed for the shares still held, in <see cref="PriceUnits"/>.</summary>
    public long Owed { get; set; }
}
