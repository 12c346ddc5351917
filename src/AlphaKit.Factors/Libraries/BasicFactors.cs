using static AlphaKit.Factors.Op;

namespace AlphaKit.Factors;

/// <summary>
/// The basic daily factors. Prices are adjusted; "warm-up" is the number of trading days before the first value
/// (<see cref="Factor.LookBack"/>). All follow the strict rule for gaps: a day without a value inside a window makes the result missing;
/// the recursive ones (RSI, MACD) are missing on the day itself and pass over it afterwards.
/// </summary>
public static class BasicFactors
{
    /// <summary>Return over 5 trading days: C(T)/C(T−5) − 1. Warm-up 5; missing when either price is.</summary>
    public static Factor Return5 { get; } = Return(5);

    /// <summary>Return over 20 trading days: C(T)/C(T−20) − 1. Warm-up 20; missing when either price is.</summary>
    public static Factor Return20 { get; } = Return(20);

    /// <summary>Return over 60 trading days: C(T)/C(T−60) − 1. Warm-up 60; missing when either price is.</summary>
    public static Factor Return60 { get; } = Return(60);

    /// <summary>
    /// Twelve-month momentum, the last month included: C(T)/C(T−240) − 1. Warm-up 240; missing when either price is.
    /// </summary>
    /// <remarks>Jegadeesh and Titman (1993) and later practice often leave the last month out: <c>Delay(Return(220), 20)</c>.</remarks>
    public static Factor Momentum240 { get; } = Return(240);

    /// <summary>Logarithmic return of the day: ln(C(T)/C(T−1)). Warm-up 1; missing on the day after a gap too.</summary>
    public static Factor LogReturn { get; } = Log(Close / Delay(Close, 1));

    /// <summary>
    /// Relative strength index 相对强弱指标 over 14 days: 100·G/(G + L), with G and L Wilder's means of the gains max(ΔC, 0) and losses
    /// max(−ΔC, 0); equal to 100 − 100/(1 + G/L), and 100 where there are no losses. Warm-up 14. Missing when the price never moved
    /// (0/0) and on days whose change is missing.
    /// </summary>
    /// <remarks>J. W. Wilder, New Concepts in Technical Trading Systems (1978), section VI.</remarks>
    public static Factor Rsi14 { get; } = Rsi(14);

    /// <summary>
    /// MACD histogram over the close: (DIF − DEA)/C with DIF = EMA12(C) − EMA26(C), DEA = EMA9(DIF). Dividing by the price makes shares
    /// comparable; Chinese terminals show 2·(DIF − DEA). Warm-up 33 (26th close, then the 9th DIF); exponential means start with their first value.
    /// </summary>
    /// <remarks>G. Appel, Technical Analysis: Power Tools for Active Investors (2005).</remarks>
    public static Factor MacdHistogram { get; } = Macd();

    /// <summary>
    /// Width of the Bollinger bands 布林带宽 over 20 days: (U − L)/M = 4σ/M, M the mean of the closes and σ their standard deviation with
    /// divisor n. Warm-up 19; missing when a close is missing.
    /// </summary>
    /// <remarks>J. Bollinger, Bollinger on Bollinger Bands (2001): σ is the population deviation.</remarks>
    public static Factor BollingerWidth { get; } = 4 * Std(Close, 20, Deviation.Population) / Mean(Close, 20);

    /// <summary>
    /// Position in the Bollinger bands, %b: (C − L)/(U − L), 0 at the lower band and 1 at the upper. Warm-up 19; missing when a close is
    /// missing and when the bands coincide (20 equal closes).
    /// </summary>
    /// <remarks>J. Bollinger, Bollinger on Bollinger Bands (2001).</remarks>
    public static Factor BollingerPosition { get; } =
        (Close - (Mean(Close, 20) - (2 * Std(Close, 20, Deviation.Population)))) / (4 * Std(Close, 20, Deviation.Population));

    /// <summary>
    /// Amplitude 振幅: (H − L)/C(T−1) on adjusted prices, which is the exchanges' (high − low)/previous close. Warm-up 1; missing after a gap.
    /// </summary>
    public static Factor Amplitude { get; } = (High - Low) / Delay(Close, 1);

    /// <summary>Standard deviation of the last 20 daily returns, divisor n − 1, not annualised. Warm-up 20; missing when a return is.</summary>
    public static Factor Volatility20 { get; } = Std(Return(1), 20);

    /// <summary>
    /// Realised volatility of the last 20 days: √(Σ r²) with r = ln(C(T)/C(T−1)), not annualised. Warm-up 20; missing when a return is.
    /// </summary>
    /// <remarks>Andersen, Bollerslev, Diebold and Labys (2003), on daily instead of intraday returns.</remarks>
    public static Factor RealisedVolatility20 { get; } = Sqrt(Sum(LogReturn * LogReturn, 20));

    /// <summary>Volume ratio 量比 as published, <see cref="Field.VolumeRatio"/>. No warm-up; known in the evening.</summary>
    public static Factor VolumeRatio { get; } = Field.VolumeRatio;

    /// <summary>Turnover rate 换手率: shares traded over float shares, <see cref="Field.TurnoverRate"/>. No warm-up; known in the evening.</summary>
    public static Factor Turnover { get; } = Field.TurnoverRate;

    /// <summary>
    /// Net inflow of the main money 主力净流入率: (large buys + extra-large buys − large sells − extra-large sells)/turnover, both in yuan. No
    /// warm-up; known in the evening; missing on a day without turnover.
    /// </summary>
    public static Factor MainMoneyFlow { get; } =
        ((Factor)Field.LargeBuyAmount + Field.ExtraLargeBuyAmount - Field.LargeSellAmount - Field.ExtraLargeSellAmount) / Amount;

    /// <summary>Close over the highest high of the last 20 days, today included: C/max(H, 20), in (0, 1]. Warm-up 19; missing when a high is.</summary>
    public static Factor CloseToHigh20 { get; } = Close / TsMax(High, 20);

    /// <summary>BIAS 乖离率 over 20 days: (C − MA20)/MA20, signed. Warm-up 19; missing when a close is.</summary>
    public static Factor Bias20 { get; } = (Close - Mean(Close, 20)) / Mean(Close, 20);

    /// <summary>All of them under their short names, in the order of documentation.</summary>
    public static IReadOnlyList<NamedFactor> All { get; } =
    [
        new("return_5", Return5, "Return over 5 trading days."),
        new("return_20", Return20, "Return over 20 trading days."),
        new("return_60", Return60, "Return over 60 trading days."),
        new("momentum_240", Momentum240, "Return over 240 trading days."),
        new("log_return", LogReturn, "Logarithmic return of the day."),
        new("rsi_14", Rsi14, "Wilder's relative strength index over 14 days."),
        new("macd_histogram", MacdHistogram, "MACD histogram over the close."),
        new("bollinger_width", BollingerWidth, "Width of the Bollinger bands over their mean."),
        new("bollinger_position", BollingerPosition, "Position of the close in the Bollinger bands."),
        new("amplitude", Amplitude, "High minus low over the previous close."),
        new("volatility_20", Volatility20, "Standard deviation of the last 20 daily returns."),
        new("realised_volatility_20", RealisedVolatility20, "Root of the summed squared log returns of 20 days."),
        new("volume_ratio", VolumeRatio, "Volume over the mean of the previous five days."),
        new("turnover", Turnover, "Shares traded over float shares."),
        new("main_money_flow", MainMoneyFlow, "Net inflow of large and extra-large orders over turnover."),
        new("close_to_high_20", CloseToHigh20, "Close over the highest high of 20 days."),
        new("bias_20", Bias20, "Distance of the close from its 20-day mean."),
    ];

    /// <summary>Return over some trading days: C(T)/C(T − days) − 1. Warm-up = days; missing when either price is.</summary>
    /// <param name="days">1 to <see cref="MaxDays"/>.</param>
    public static Factor Return(int days) => days >= 1
        ? (Close / Delay(Close, days)) - 1
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"Must be 1 to {MaxDays} trading days.");

    /// <summary>Relative strength index, see <see cref="Rsi14"/>. Warm-up = days.</summary>
    /// <param name="days">Wilder's smoothing, 1 to <see cref="MaxDays"/>.</param>
    public static Factor Rsi(int days)
    {
        Factor gains = Wilder(Larger(Delta(Close, 1), 0), days), losses = Wilder(Larger(-Delta(Close, 1), 0), days);
        return 100 * gains / (gains + losses);
    }

    private static Factor Macd()
    {
        Factor dif = Ema(Close, 12) - Ema(Close, 26);
        return (dif - Ema(dif, 9)) / Close;
    }
}
