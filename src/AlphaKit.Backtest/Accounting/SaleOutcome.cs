namespace AlphaKit.Backtest;

/// <summary>What a sale came to.</summary>
/// <param name="Realised">Amount less fees less what the shares had cost, in <see cref="PriceUnits"/>; dividends and their tax are not in it.</param>
/// <param name="DividendTax">Dividend tax paid, in <see cref="PriceUnits"/>.</param>
internal readonly record struct SaleOutcome(long Realised, long DividendTax);
