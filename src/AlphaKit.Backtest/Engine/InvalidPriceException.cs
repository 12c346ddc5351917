using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>The market data holds a price that no market makes: negative or infinite. A missing price is NaN (or 0) and means no trading.</summary>
public sealed class InvalidPriceException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="field">Field or dataset.</param>
    /// <param name="symbol">The share.</param>
    /// <param name="date">The day.</param>
    /// <param name="value">The value found; NaN where no price of the field exists at all.</param>
    public InvalidPriceException(string field, Symbol symbol, DateOnly date, double value)
        : base(double.IsNaN(value)
            ? $"'{field}' holds no price at all up to {date:yyyy-MM-dd}, from {symbol} on: a backtest needs prices; NaN stands for a day without trading only."
            : $"'{field}' of {symbol} on {date:yyyy-MM-dd} is {value.ToString("R", CultureInfo.InvariantCulture)}: a price must be positive and finite, or NaN (or 0) where there was no trading.")
    {
        Field = field;
        Symbol = symbol;
        Date = date;
        Value = value;
    }

    /// <summary>Field or dataset.</summary>
    public string Field { get; }

    /// <summary>The share.</summary>
    public Symbol Symbol { get; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>The value found.</summary>
    public double Value { get; }
}
