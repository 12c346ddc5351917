namespace AlphaKit.Portfolio;

/// <summary>How a target becomes orders.</summary>
public sealed record OrderOptions
{
    /// <summary>The default options.</summary>
    public static OrderOptions Default { get; } = new();

    /// <summary>What trades cost; a minimum commission counts per order.</summary>
    /// <value>The default is <see cref="AShareFees.Retail"/>.</value>
    public IFeeSchedule Fees { get; init => field = value ?? throw new ArgumentNullException(nameof(Fees)); } = AShareFees.Retail;

    /// <summary>Order sizes and ticks by board and date.</summary>
    /// <value>The default is <see cref="Rulebook.AShare"/>.</value>
    public Rulebook Rules { get; init => field = value ?? throw new ArgumentNullException(nameof(Rules)); } = Rulebook.AShare;

    /// <summary>Whether sales pay for purchases.</summary>
    /// <value>The default is <see cref="SaleProceeds.Spend"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public SaleProceeds Proceeds
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Proceeds), value, "Must be a named policy.");
    } = SaleProceeds.Spend;

    /// <summary>
    /// How much worse than <see cref="OrderQuote.Price"/> an order may be dealt: limit prices are price × (1 ± this), to the next tick, within the
    /// day's limits. Purchases are budgeted at their limit price, so that the cash suffices whatever they are filled at.
    /// </summary>
    /// <value>0 to 0.3. The default is 0: the limit price is the price.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public decimal PriceTolerance
    {
        get;
        init => field = value is >= 0m and <= 0.3m ? value : throw new ArgumentOutOfRangeException(nameof(PriceTolerance), value, "Must be 0 to 0.3 of the price.");
    }

    /// <summary>Cash that is never spent, CNY.</summary>
    /// <value>Not negative. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal CashReserve
    {
        get;
        init => field = value >= 0m ? value : throw new ArgumentOutOfRangeException(nameof(CashReserve), value, "Must not be negative.");
    }
}
