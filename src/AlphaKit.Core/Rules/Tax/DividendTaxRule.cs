namespace AlphaKit;

/// <summary>
/// The tax on dividends 红利税 by holding period. The period runs from the day of acquisition to the day before disposal and counts natural
/// months and years: shares bought on 8 January and sold on 8 February were held exactly one month, sold on 9 February longer than that.
/// </summary>
/// <param name="UpToOneMonth">Rate for shares held up to one month.</param>
/// <param name="UpToOneYear">Rate for shares held longer, up to one year.</param>
/// <param name="Longer">Rate for shares held longer than one year.</param>
/// <param name="Timing">When the tax is taken.</param>
/// <param name="Source">The row that says so.</param>
public sealed record DividendTaxRule(decimal UpToOneMonth, decimal UpToOneYear, decimal Longer, TaxTiming Timing, RuleSource Source)
{
    /// <summary>Par value of a bonus share 送股 in CNY, on which it is taxed. Shares from capital reserve 转增 are not taxed.</summary>
    public const decimal ParValue = 1m;

    /// <summary>The rate for a lot, by its acquisition and disposal. A month that has no such day ends on its last day: bought on 31 January, one month ends with a sale on 28 or 29 February.</summary>
    /// <param name="acquired">Day of purchase.</param>
    /// <param name="disposed">Day of sale, not before the purchase.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sale is before the purchase.</exception>
    public decimal RateFor(DateOnly acquired, DateOnly disposed)
    {
        if (disposed < acquired) throw new ArgumentOutOfRangeException(nameof(disposed), disposed, $"Must not be before the acquisition on {acquired:yyyy-MM-dd}.");
        if (disposed <= acquired.AddMonths(1)) return UpToOneMonth;
        return disposed <= acquired.AddYears(1) ? UpToOneYear : Longer;
    }

    /// <summary>The tax on a lot in CNY, rounded half up to the cent: rate × shares × (cash + bonus shares × par).</summary>
    /// <param name="shares">Shares of the lot at the record date.</param>
    /// <param name="cashPerShare">Gross dividend in CNY per share.</param>
    /// <param name="bonusPerShare">Bonus shares 送股 per share; not those from capital reserve.</param>
    /// <param name="acquired">Day of purchase.</param>
    /// <param name="disposed">Day of sale.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the sale is before the purchase.</exception>
    public decimal TaxOn(long shares, decimal cashPerShare, decimal bonusPerShare, DateOnly acquired, DateOnly disposed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shares);
        ArgumentOutOfRangeException.ThrowIfNegative(cashPerShare);
        ArgumentOutOfRangeException.ThrowIfNegative(bonusPerShare);
        return Money.Cents(RateFor(acquired, disposed) * shares * (cashPerShare + (bonusPerShare * ParValue)));
    }
}
