namespace AlphaKit;

/// <summary>What trades cost. The backtest charges fills with it; an optimiser prices turnover with the same object.</summary>
/// <threadsafety>Implementations are immutable and safe for concurrent use.</threadsafety>
public interface IFeeSchedule
{
    /// <summary>The cost of one fill.</summary>
    /// <param name="trade">The fill, and what its order has filled before.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount of the request is negative.</exception>
    /// <exception cref="RuleNotAvailableException">The schedule's rules do not cover this instrument and day.</exception>
    FeeBreakdown Charge(in FeeRequest trade);

    /// <summary>The marginal cost as a fraction of turnover: without minimum commission, rounding and amounts per share.</summary>
    /// <param name="symbol">What is traded.</param>
    /// <param name="date">The trading day.</param>
    /// <param name="side">Bought or sold.</param>
    /// <exception cref="RuleNotAvailableException">The schedule's rules do not cover this instrument and day.</exception>
    double EstimateRate(Symbol symbol, DateOnly date, TradeSide side);
}
