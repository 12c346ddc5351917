namespace AlphaKit.Portfolio;

/// <summary>The price of one option on one day.</summary>
/// <param name="Date">Trading day.</param>
/// <param name="Expiry">Day of expiry.</param>
/// <param name="Kind">Call or put.</param>
/// <param name="Strike">Strike, above 0, in the unit of the underlying. Contracts adjusted for dividends do not belong into one chain with standard ones.</param>
/// <param name="Price">Price per unit of the underlying: settlement or mid; NaN or 0 where there is none.</param>
public readonly record struct OptionQuote(DateOnly Date, DateOnly Expiry, OptionKind Kind, double Strike, double Price);
