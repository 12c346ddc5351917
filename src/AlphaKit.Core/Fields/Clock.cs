namespace AlphaKit;

/// <summary>
/// When the value that stands in the row of trading day T is known, in the order of the day. A decision made at one clock may use row T
/// of everything known at that clock or earlier, and row T − 1 of the rest.
/// </summary>
public enum Clock
{
    /// <summary>Before continuous trading of T, about 09:25: opening price, previous close, limits, suspension and ST status of the day.</summary>
    Open = 0,

    /// <summary>After the close of T, 15:00: bars.</summary>
    Close = 1,

    /// <summary>In the evening of T: valuation, money flow, chip distribution.</summary>
    Evening = 2,

    /// <summary>By the end of T: statements and forecasts announced up to and including T.</summary>
    Announced = 3,

    /// <summary>Before the open of the trading day after T, about 09:20: margin balances, adjustment factors.</summary>
    NextMorning = 4,
}
