namespace AlphaKit.Backtest;

/// <summary>What happened to a holding other than a trade; the kinds of <see cref="BacktestResult.Events"/>.</summary>
public enum HoldingEvent
{
    /// <summary>Ex-date of a dividend: a receivable.</summary>
    DividendEarned = 0,

    /// <summary>The dividend was paid.</summary>
    DividendPaid = 1,

    /// <summary>Ex-date of bonus or transfer shares.</summary>
    SharesReceived = 2,

    /// <summary>A rights issue was taken up and paid.</summary>
    RightsSubscribed = 3,

    /// <summary>A rights issue was not taken up.</summary>
    RightsLapsed = 4,

    /// <summary>The share was delisted.</summary>
    Delisted = 5,

    /// <summary>The previous close lay below the last close without a known action; the gap was credited as cash.</summary>
    MissingActionCredited = 6,

    /// <summary>The previous close differed from the last close without a known action; nothing was credited.</summary>
    MissingActionIgnored = 7,

    /// <summary>The previous close differed from the price that follows from the known action; the exchange's price was taken.</summary>
    ReferencePriceDiffers = 8,

    /// <summary>A merger turned the share into another one (换股吸收合并); one row for each of the two.</summary>
    Merged = 9,
}
