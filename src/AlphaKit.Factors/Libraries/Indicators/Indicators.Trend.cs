namespace AlphaKit.Factors;

/// <content>Trend and direction.</content>
public static partial class Indicators
{
    /// <summary>
    /// Directional movement 动向指标 (DMI, ADX). +DM = H − H(−1) where that is positive and more than L(−1) − L, else 0; −DM the other way round.
    /// +DI = 100·mean(+DM)/mean(TR), −DI alike; DX = 100·|+DI − −DI|/(+DI + −DI); ADX = mean of DX; ADXR = (ADX + ADX some days ago)/2.
    /// <para><see cref="Smoothing.Wilder"/>: Wilder's means, ADX over the same days, ADXR with ADX of days − 1 ago (TA-Lib). Warm-up days (DI,
    /// DX), 2·days − 1 (ADX), 3·days − 2 (ADXR); recursive. <see cref="Smoothing.Simple"/>: plain means, ADX over <paramref name="trend"/> days,
    /// ADXR with ADX of that many days ago (terminals, MyTT, Tushare). Warm-up days, days + trend − 1, days + 2·trend − 1; strict.</para>
    /// DX and what follows are missing where neither direction moved.
    /// </summary>
    /// <remarks>
    /// J. W. Wilder (1978). TA-Lib starts the sums behind ±DI one day short of the window; the difference fades by 1/days a day.
    /// </remarks>
    /// <param name="days">Days of the directional movement.</param>
    /// <param name="trend">Days of ADX and ADXR with <see cref="Smoothing.Simple"/>; not used otherwise.</param>
    /// <param name="smoothing">Wilder's means or plain ones.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static DmiLines Dmi(int days = 14, int trend = 6, Smoothing smoothing = Smoothing.Wilder, Bars? bars = null)
    {
        Bars b = Or(bars);
        bool wilder = Known(smoothing, nameof(smoothing)) == Smoothing.Wilder;
        Factor up = Op.Delta(b.High, 1), down = -Op.Delta(b.Low, 1), range = Mean(Range(b), days);
        Factor plus = 100 * Mean(When(up > Up(down), up), days) / range, minus = 100 * Mean(When(down > Up(up), down), days) / range;
        Factor dx = 100 * Op.Abs(plus - minus) / (plus + minus), adx = Mean(dx, wilder ? days : trend);
        return new DmiLines(plus, minus, dx, adx, (adx + Op.Delay(adx, wilder ? days - 1 : trend)) / 2);

        Factor Mean(Factor x, int window) => wilder ? Op.Wilder(x, window, Seed.Average) : Op.Mean(x, window);
    }

    /// <summary>
    /// Aroon 阿隆指标: up = 100·(days − trading days since the highest high)/days, down alike for the lowest low, both over the last days + 1 bars;
    /// oscillator = up − down. Of equal extremes the oldest counts. Warm-up days; strict.
    /// </summary>
    /// <remarks>T. Chande (1995). TA-Lib lets the latest of equal extremes count.</remarks>
    /// <param name="days">How far back.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static AroonLines Aroon(int days = 25, Bars? bars = null)
    {
        Factor up = 100.0 / days * (Op.TsArgMax(Or(bars).High, days + 1) - 1), down = 100.0 / days * (Op.TsArgMin(Or(bars).Low, days + 1) - 1);
        return new AroonLines(up, down, up - down);
    }

    /// <summary>
    /// Parabolic stop and reverse 抛物线指标 (SAR). Long, the stop rises each day by f·(E − stop), E the highest high of the trend and f a factor
    /// that starts at <paramref name="step"/> and grows by it at every new E up to <paramref name="limit"/>; it never lies above the lows of the
    /// day and the day before. A low at or below the stop turns the trend: the stop becomes E, but not below the highs of the two days. Short is
    /// the mirror image. Warm-up 1. A missing day is missing and passed over.
    /// </summary>
    /// <remarks>
    /// J. W. Wilder (1978), as TA-Lib's SAR: the first trend is down when L(−1) − L is positive and more than H − H(−1), otherwise up. The stop
    /// depends on where the panel begins until both paths turn on the same day, usually within two turns; no number of days bounds that. The
    /// direction is <c>Op.Sign(Op.Close - Indicators.ParabolicSar())</c>.
    /// </remarks>
    /// <param name="step">Growth of the factor, above 0.</param>
    /// <param name="limit">Largest factor, at least <paramref name="step"/>, at most 1.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor ParabolicSar(double step = 0.02, double limit = 0.2, Bars? bars = null)
    {
        Positive(step, nameof(step));
        if (!(limit >= step && limit <= 1)) throw new ArgumentOutOfRangeException(nameof(limit), limit, $"Must be at least the step, {step}, and at most 1.");
        return Op.Custom(ParabolicSarOperator.Instance, Or(bars).High, Or(bars).Low, step, limit);
    }

    /// <summary>
    /// SuperTrend 超级趋势线: bands (H + L)/2 ± width·ATR, where the lower band never falls while the close before is above it and the upper never
    /// rises while the close before is below it. The line is the lower band in an up-trend and the upper in a down-trend; a close beyond the
    /// band turns it. The first day is up when C ≥ (H + L)/2. Warm-up days; recursive; a missing day is missing and passed over.
    /// </summary>
    /// <remarks>
    /// O. Seban. The line depends on where the panel begins until both paths turn on the same day; no number of days bounds that. The direction
    /// is <c>Op.Sign(Op.Close - Indicators.SuperTrend())</c>.
    /// </remarks>
    /// <param name="days">Days of Wilder's ATR.</param>
    /// <param name="width">How many ATR.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor SuperTrend(int days = 10, double width = 3, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor middle = (b.High + b.Low) / 2, half = Positive(width, nameof(width)) * Atr(days, Smoothing.Wilder, b);
        return Op.Custom(SuperTrendOperator.Instance, middle, half, b.Close);
    }

    /// <summary>
    /// Line through the last days by least squares, time running 0 … days − 1: slope per day, R², and the line's value at today
    /// (FORCAST, LINEARREG). Warm-up days − 1; strict; R² is missing when nothing moved.
    /// </summary>
    /// <param name="x">The series.</param>
    /// <param name="days">Window, 2 to <see cref="Op.MaxDays"/>.</param>
    public static RegressionLines LinearRegression(Factor x, int days = 14)
    {
        Factor slope = Op.Slope(x, days);
        return new RegressionLines(slope, Op.RSquared(x, days), Op.Mean(x, days) + (slope * ((days - 1) / 2.0)));
    }

    /// <summary>
    /// Rising days in a row 连涨天数: how many days up to today closed above the day before; 0 when today did not. Warm-up 1; missing on a gap and
    /// the day after, which the count then skips. It depends on where the panel begins only while no day has failed to rise.
    /// </summary>
    /// <remarks>Tushare's <c>updays</c>.</remarks>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor RisingDays(Bars? bars = null) => RunLength(Or(bars).Close > Or(bars).Before);

    /// <summary>
    /// Falling days in a row 连跌天数: how many days up to today closed below the day before; 0 when today did not. Warm-up 1; missing on a gap and
    /// the day after, which the count then skips. It depends on where the panel begins only while no day has failed to fall.
    /// </summary>
    /// <remarks>Tushare's <c>downdays</c>.</remarks>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor FallingDays(Bars? bars = null) => RunLength(Or(bars).Close < Or(bars).Before);

    /// <summary>
    /// Days topped 近期新高天数: how many trading days just before today closed no higher than today, at most <see cref="MostDaysTopped"/>.
    /// Warm-up <see cref="MostDaysTopped"/>; strict.
    /// </summary>
    /// <remarks>Tushare's <c>topdays</c>, which has no upper bound; it looks at closes, not highs.</remarks>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor DaysTopped(Bars? bars = null) => Op.Custom(DaysToppedOperator.Instance, Or(bars).Close);

    /// <summary>
    /// Days undercut 近期新低天数: how many trading days just before today closed no lower than today, at most <see cref="MostDaysTopped"/>.
    /// Warm-up <see cref="MostDaysTopped"/>; strict.
    /// </summary>
    /// <remarks>Tushare's <c>lowdays</c>, which has no upper bound; it looks at closes, not lows.</remarks>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor DaysUndercut(Bars? bars = null) => Op.Custom(DaysToppedOperator.Instance, -Or(bars).Close);

    // The number of the day less the number of the last day without the condition; the mean takes over the whole of a day whose share is 1.
    // Days without an answer have no number.
    private static Factor RunLength(Factor condition)
    {
        Factor number = Op.CumulativeSum(Op.Where(condition, 1, 1));
        return number - Op.AdaptiveMean(number, !condition);
    }
}
