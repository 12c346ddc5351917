namespace AlphaKit.Portfolio;

/// <summary>A wanted trade that is not on the ticket, or not in full.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Wanted">Shares wanted: the target less the holding, towards zero.</param>
/// <param name="Placed">Shares of it on the ticket.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Detail">Why not, with numbers.</param>
public sealed record UnplacedOrder(Symbol Symbol, TradeSide Side, long Wanted, long Placed, UnplacedReason Reason, string Detail);
