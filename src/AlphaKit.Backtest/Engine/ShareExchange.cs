namespace AlphaKit.Backtest;

/// <summary>
/// A merger by exchange of shares (换股吸收合并): every share of one company becomes so many of another. Rows of
/// <see cref="BacktestDatasets.ShareExchanges"/>.
/// </summary>
/// <param name="Old">The share given up.</param>
/// <param name="New">The share received.</param>
/// <param name="Date">Day from which the new share is held instead of the old one, before its open.</param>
/// <param name="Ratio">New per old, above 0; fractions of a share are cut off.</param>
/// <param name="ShareListingDate">Day from which the new shares can be sold; null for <paramref name="Date"/>.</param>
/// <param name="CashPerShare">Cash per old share that comes with it, CNY.</param>
public sealed record ShareExchange(Symbol Old, Symbol New, DateOnly Date, decimal Ratio, DateOnly? ShareListingDate = null, decimal CashPerShare = 0m);
