namespace AlphaKit.Factors;

/// <summary>
/// The fields and functions that factors are written with. The prices here (<see cref="Open"/>, <see cref="High"/>, <see cref="Low"/>,
/// <see cref="Close"/>, <see cref="Vwap"/>) are the <b>adjusted</b> ones 后复权, comparable over time; the unadjusted prices are reached as
/// <see cref="Field.Close"/> and so on, every other field as itself: <c>Factor turnover = Field.TurnoverRate;</c>.
/// </summary>
/// <remarks>
/// Days are trading days. There is no shift into the future: delays are zero or positive, windows end at T.
/// Rolling windows cover T and the days − 1 trading days before it; rows before the panel's first count as missing. A window has a result
/// when as many values are present as its <see cref="MinPeriods"/> asks for: the whole window by default. Positions in a window (of an
/// extreme, of a weight, of a regression) are those of the days, missing ones included. Whatever is not finite is missing.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public static partial class Op
{
    /// <summary>Longest delay or window, in trading days.</summary>
    public const int MaxDays = 5000;

    /// <summary>Adjusted opening price, <see cref="Field.AdjustedOpen"/>.</summary>
    public static Factor Open { get; } = Field.AdjustedOpen;

    /// <summary>Adjusted highest price, <see cref="Field.AdjustedHigh"/>.</summary>
    public static Factor High { get; } = Field.AdjustedHigh;

    /// <summary>Adjusted lowest price, <see cref="Field.AdjustedLow"/>.</summary>
    public static Factor Low { get; } = Field.AdjustedLow;

    /// <summary>Adjusted closing price, <see cref="Field.AdjustedClose"/>.</summary>
    public static Factor Close { get; } = Field.AdjustedClose;

    /// <summary>Adjusted mean price of the day, <see cref="Field.AdjustedVwap"/>.</summary>
    public static Factor Vwap { get; } = Field.AdjustedVwap;

    /// <summary>Shares traded, as published (a split makes them jump), <see cref="Field.Volume"/>.</summary>
    public static Factor Volume { get; } = Field.Volume;

    /// <summary>Turnover in yuan, <see cref="Field.Amount"/>.</summary>
    public static Factor Amount { get; } = Field.Amount;

    /// <summary>Return of the day on adjusted closes: close/delay(close, 1) − 1. Missing on the day after a gap too.</summary>
    public static Factor Returns { get; } = (Close / Delay(Close, 1)) - 1;

    /// <summary>Total market capitalisation in yuan 总市值, <see cref="Field.MarketCap"/>; known in the evening.</summary>
    public static Factor Cap { get; } = Field.MarketCap;

    /// <summary>Average daily turnover in yuan: the mean of <see cref="Amount"/> over <paramref name="days"/> trading days, the <c>adv</c> of formulas.</summary>
    /// <param name="days">Window, 1 to <see cref="MaxDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of range.</exception>
    public static Factor Adv(int days) => Mean(Amount, days);

    /// <summary>An operator of one's own.</summary>
    /// <param name="custom">The operator.</param>
    /// <param name="inputs">As many as the operator names.</param>
    /// <exception cref="ArgumentException">The number of inputs is wrong.</exception>
    public static Factor Custom(CustomOperator custom, params Factor[] inputs)
    {
        ArgumentNullException.ThrowIfNull(custom);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Length != custom.Inputs.Count)
            throw new ArgumentException($"{custom} takes {custom.Inputs.Count} inputs, not {inputs.Length}.", nameof(inputs));
        return OperatorFactor.Apply(custom.Entry, [.. inputs]);
    }
}
