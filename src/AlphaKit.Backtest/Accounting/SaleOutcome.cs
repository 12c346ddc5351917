namespace AlphaKit.Backtest;

/// <summary>What a sale came to.</summary>
/// <param name="Realised">Amount less fees less what the shares had cost, CNY; dividends and their tax are not in it.</param>
/// <param name="DividendTax">Dividend tax paid, CNY.</param>
internal readonly record struct SaleOutcome(decimal Realised, decimal DividendTax);
