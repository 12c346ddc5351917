namespace AlphaKit;

/// <summary>One rate of turnover for every trade, as studies assume it ("0.2 % per side"); rounded half up to the cent per order.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record FlatFees : IFeeSchedule
{
    /// <summary>Makes a schedule of one rate for both sides.</summary>
    /// <param name="ratePerSide">Fraction of turnover per side, 0 to 0.1; 0.002 is 0.2 %.</param>
    public FlatFees(decimal ratePerSide)
    {
        BuyRate = ratePerSide;
        SellRate = ratePerSide;
    }

    /// <summary>Fraction of turnover on purchases, 0 to 0.1.</summary>
    public decimal BuyRate
    {
        get;
        init => field = value is >= 0 and <= 0.1m ? value : throw new ArgumentOutOfRangeException(nameof(BuyRate), value, "Must be 0 to 0.1.");
    }

    /// <summary>Fraction of turnover on sales, 0 to 0.1.</summary>
    public decimal SellRate
    {
        get;
        init => field = value is >= 0 and <= 0.1m ? value : throw new ArgumentOutOfRangeException(nameof(SellRate), value, "Must be 0 to 0.1.");
    }

    /// <inheritdoc/>
    public FeeBreakdown Charge(in FeeRequest trade)
    {
        trade.Validate();
        decimal rate = trade.Side == TradeSide.Buy ? BuyRate : SellRate;
        decimal other = Money.Cents(rate * (trade.OrderAmountBefore + trade.Amount)) - Money.Cents(rate * trade.OrderAmountBefore);
        return new FeeBreakdown(0, 0, 0, 0, 0, other);
    }

    /// <inheritdoc/>
    public double EstimateRate(Symbol symbol, DateOnly date, TradeSide side) => (double)(side == TradeSide.Buy ? BuyRate : SellRate);
}
