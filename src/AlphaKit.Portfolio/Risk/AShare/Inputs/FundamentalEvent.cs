namespace AlphaKit.Portfolio;

/// <summary>What the statements of a company say from one day on, in CNY; NaN where they do not.</summary>
/// <param name="Day">Row from which it is known.</param>
/// <param name="Earnings">Net income of the parent's shareholders, trailing twelve months.</param>
/// <param name="Cash">Operating cash flow, trailing twelve months.</param>
/// <param name="Book">Common equity of the parent's shareholders.</param>
/// <param name="DebtToAssets">Total liabilities / total assets.</param>
/// <param name="LongDebt">Long-term debt.</param>
/// <param name="SalesGrowth">Slope of the last five annual sales / the mean of their absolute values.</param>
/// <param name="EarningsGrowth">The same of annual earnings.</param>
internal readonly record struct FundamentalEvent(
    int Day, double Earnings, double Cash, double Book, double DebtToAssets, double LongDebt, double SalesGrowth, double EarningsGrowth);
