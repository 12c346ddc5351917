namespace AlphaKit.Portfolio;

/// <summary>One line of an <see cref="OrderTicket"/>.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Shares">Shares, positive.</param>
/// <param name="LimitPrice">The worst price accepted, CNY per share, positive.</param>
public sealed record OrderLine(Symbol Symbol, TradeSide Side, long Shares, decimal LimitPrice);
