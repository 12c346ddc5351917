using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// Orders dealt inside the day, on minute bars (<see cref="Datasets.MinuteBars"/>): a window of the trading day and how an order is spread over
/// it. A minute whose lowest price is at the upper limit takes no purchases, one whose highest price is at the lower limit no sales; the others
/// do, so a share that opens at its limit and trades away from it can be dealt later that day. <see cref="BacktestOptions.MaxParticipation"/>
/// then applies to the volume of each minute. T+1 holds as on daily bars.
/// </summary>
public sealed record MinuteExecution
{
    /// <summary>The whole trading day, in proportion to volume.</summary>
    public static MinuteExecution DayVwap { get; } = new() { Method = MinuteMethod.Vwap };

    /// <summary>The whole trading day, in equal parts.</summary>
    public static MinuteExecution DayTwap { get; } = new() { Method = MinuteMethod.Twap };

    /// <summary>How an order is spread.</summary>
    /// <value>The default is <see cref="MinuteMethod.Vwap"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a method.</exception>
    public MinuteMethod Method
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Method), value, "Must be Vwap or Twap.");
    }

    /// <summary>Beginning of the window, Beijing time: bars that end later than this take part.</summary>
    /// <value>09:30 to before <see cref="Until"/>. The default is 09:30; the first bar holds the opening call.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is before 09:30 or not before 15:00.</exception>
    public TimeOnly From
    {
        get;
        init => field = value >= TradingMinutes.Open && value < TradingMinutes.Close
            ? value
            : throw new ArgumentOutOfRangeException(nameof(From), value, "Must be 09:30 or later, and before 15:00.");
    } = TradingMinutes.Open;

    /// <summary>End of the window, Beijing time: bars that end then or earlier take part.</summary>
    /// <value>After 09:30, to 15:00. The default is 15:00.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not after 09:30 or is after 15:00.</exception>
    public TimeOnly Until
    {
        get;
        init => field = value > TradingMinutes.Open && value <= TradingMinutes.Close
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Until), value, "Must be after 09:30, and 15:00 or earlier.");
    } = TradingMinutes.Close;

    /// <summary>The first minutes of the day.</summary>
    /// <param name="minutes">1 to 120.</param>
    /// <param name="method">How an order is spread.</param>
    public static MinuteExecution OpenWindow(int minutes, MinuteMethod method = MinuteMethod.Vwap)
    {
        Require(minutes);
        return new MinuteExecution { Method = method, Until = TradingMinutes.Open.AddMinutes(minutes) };
    }

    /// <summary>The last minutes of the day, the closing call included.</summary>
    /// <param name="minutes">1 to 120.</param>
    /// <param name="method">How an order is spread.</param>
    public static MinuteExecution CloseWindow(int minutes, MinuteMethod method = MinuteMethod.Vwap)
    {
        Require(minutes);
        return new MinuteExecution { Method = method, From = TradingMinutes.Close.AddMinutes(-minutes) };
    }

    /// <summary>Method and window.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method} {From:HH:mm}-{Until:HH:mm}");

    private static void Require(int minutes)
    {
        if (minutes is < 1 or > 120) throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "Must be 1 to 120.");
    }
}
