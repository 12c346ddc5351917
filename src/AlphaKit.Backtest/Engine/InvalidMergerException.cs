using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>A row of <see cref="BacktestDatasets.ShareExchanges"/> cannot be booked.</summary>
public sealed class InvalidMergerException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="merger">The row.</param>
    /// <param name="reason">What is wrong with it, as one clause.</param>
    public InvalidMergerException(ShareExchange merger, string reason)
        : base(string.Create(CultureInfo.InvariantCulture, $"The merger of {merger?.Old} into {merger?.New} on {merger?.Date:yyyy-MM-dd} at {merger?.Ratio} cannot be booked: {reason}"))
    {
        ArgumentNullException.ThrowIfNull(merger);
        Merger = merger;
        Reason = reason;
    }

    /// <summary>The row.</summary>
    public ShareExchange Merger { get; }

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }
}
