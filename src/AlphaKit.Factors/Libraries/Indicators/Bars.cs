namespace AlphaKit.Factors;

/// <summary>
/// The series that technical indicators are computed from. <see cref="Adjusted"/> is what every indicator uses when nothing is said; another
/// source is given by name: <c>Indicators.Rsi(14, bars: Bars.Unadjusted)</c>, <c>Bars.Adjusted with { Close = Op.Vwap }</c>.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record Bars
{
    /// <summary>Adjusted prices 后复权 and shares adjusted alike, so that neither a dividend nor a split is taken for a movement.</summary>
    public static Bars Adjusted { get; } = new();

    /// <summary>
    /// Prices and shares as published 不复权: what a terminal shows on days when nothing is adjusted, and the bars of indices. On the ex-date of a
    /// dividend or a split the price jumps and every indicator over it too.
    /// </summary>
    public static Bars Unadjusted { get; } = new()
    {
        Open = Field.Open,
        High = Field.High,
        Low = Field.Low,
        Close = Field.Close,
        Vwap = Field.Vwap,
        Volume = Field.Volume,
    };

    /// <summary>Opening price.</summary>
    /// <value>The default is <see cref="Op.Open"/>.</value>
    public Factor Open { get; init => field = NotNull(value); } = Op.Open;

    /// <summary>Highest price.</summary>
    /// <value>The default is <see cref="Op.High"/>.</value>
    public Factor High { get; init => field = NotNull(value); } = Op.High;

    /// <summary>Lowest price.</summary>
    /// <value>The default is <see cref="Op.Low"/>.</value>
    public Factor Low { get; init => field = NotNull(value); } = Op.Low;

    /// <summary>Closing price.</summary>
    /// <value>The default is <see cref="Op.Close"/>.</value>
    public Factor Close { get; init => field = NotNull(value); } = Op.Close;

    /// <summary>Mean price of the day.</summary>
    /// <value>The default is <see cref="Op.Vwap"/>.</value>
    public Factor Vwap { get; init => field = NotNull(value); } = Op.Vwap;

    /// <summary>Shares traded.</summary>
    /// <value>The default is <see cref="Op.Amount"/> / <see cref="Op.Vwap"/>: turnover over the adjusted mean price, comparable across splits.</value>
    public Factor Volume { get; init => field = NotNull(value); } = Op.Amount / Op.Vwap;

    /// <summary>(H + L + C)/3, the typical price.</summary>
    internal Factor Typical => (High + Low + Close) / 3;

    /// <summary>The previous close.</summary>
    internal Factor Before => Op.Delay(Close, 1);

    private static Factor NotNull(Factor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
