using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// The books of a backtest do not balance: net asset value moved by something other than profit and loss, or cash or shares became
/// negative. This is a fault of the program (or of a model plugged into it), never of the data.
/// </summary>
public sealed class LedgerException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="date">The day that does not balance.</param>
    /// <param name="difference">What is over (positive) or missing (negative), CNY or shares.</param>
    /// <param name="what">What should have balanced, as one clause.</param>
    public LedgerException(DateOnly date, decimal difference, string what)
        : base($"The books of {date:yyyy-MM-dd} differ by {difference.ToString("0.####", CultureInfo.InvariantCulture)}: {what}")
    {
        Date = date;
        Difference = difference;
    }

    /// <summary>The day that does not balance.</summary>
    public DateOnly Date { get; }

    /// <summary>What is over (positive) or missing (negative), CNY or shares.</summary>
    public decimal Difference { get; }
}
