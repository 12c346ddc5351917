namespace AlphaKit.Backtest;

/// <summary>How much worse than the market's price an order is dealt. Implement it to add your own model.</summary>
/// <threadsafety>Implementations are pure and allow concurrent calls.</threadsafety>
public interface ISlippage
{
    /// <summary>Name with parameters, for reports and manifests.</summary>
    string Name { get; }

    /// <summary>The slippage in CNY per share, zero or positive: added to the price of a buy, taken off that of a sell.</summary>
    /// <param name="order">The order.</param>
    decimal PerShare(in SlippageRequest order);
}
