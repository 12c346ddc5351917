namespace AlphaKit.Backtest;

/// <summary>A dividend earned on its ex-date and not yet paid.</summary>
/// <param name="Column">Column of the share in the panel.</param>
/// <param name="PayDay">Ordinal of the day on which it is paid; past the calendar's end if it is paid later.</param>
/// <param name="Amount">In <see cref="PriceUnits"/>.</param>
internal readonly record struct Receivable(int Column, int PayDay, long Amount);
