namespace AlphaKit.Factors;

/// <content>Price and volume.</content>
public static partial class Indicators
{
    /// <summary>
    /// On-balance volume 能量潮 (OBV) over some days: Σ V·sign(C − C(−1)), in shares. Warm-up days; strict.
    /// </summary>
    /// <remarks>
    /// J. Granville (1963). His line adds up from the first day of the data, so its level says nothing; what it says is its change, and this is
    /// its change over the days, to the share: OBV − OBV(−days).
    /// </remarks>
    /// <param name="days">Days of the sum.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Obv(int days = 20, Bars? bars = null) => Op.Sum(Or(bars).Volume * Op.Sign(Or(bars).Close - Or(bars).Before), days);

    /// <summary>
    /// Money flow index 资金流量指标 (MFI): 100·A/(A + B), A the sum of P·V over the days on which P = (H + L + C)/3 rose, B over those on which it
    /// fell. Warm-up days; strict; missing when P did not move.
    /// </summary>
    /// <remarks>G. Quong and A. Soudack, Stocks and Commodities (1989); the same in TA-Lib, terminals, MyTT and Tushare.</remarks>
    /// <param name="days">Days of the sums.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Mfi(int days = 14, Bars? bars = null)
    {
        Factor price = Or(bars).Typical, before = Op.Delay(price, 1), flow = price * Or(bars).Volume;
        Factor rises = Op.Sum(When(price > before, flow), days), falls = Op.Sum(When(before > price, flow), days);
        return 100 * rises / (rises + falls);
    }

    /// <summary>
    /// Chaikin's accumulation/distribution (A/D) over some days: Σ V·((C − L) − (H − C))/(H − L), in shares; a day without range adds nothing.
    /// Warm-up days − 1; strict.
    /// </summary>
    /// <remarks>M. Chaikin. As with <see cref="Obv"/> the change of his line over the days, not its level.</remarks>
    /// <param name="days">Days of the sum.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor AccumulationDistribution(int days = 20, Bars? bars = null) => Op.Sum(MoneyFlow(Or(bars)), days);

    /// <summary>
    /// Chaikin money flow (CMF): <see cref="AccumulationDistribution"/> over the sum of V, −1 to 1. Warm-up days − 1; strict; missing when
    /// nothing was traded.
    /// </summary>
    /// <param name="days">Days of the sums.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor ChaikinMoneyFlow(int days = 20, Bars? bars = null) => AccumulationDistribution(days, bars) / Op.Sum(Or(bars).Volume, days);

    /// <summary>
    /// Chaikin oscillator 佳庆指标: EMA(A/D, fast) − EMA(A/D, slow), A/D the line that adds up the day's V·((C − L) − (H − C))/(H − L) = m. Computed
    /// without the line as (slow − 1)/2·EMA(m, slow) − (fast − 1)/2·EMA(m, fast), which is the same once the start has faded, so that the level
    /// of the line cannot spoil the digits. Warm-up slow − 1; recursive; missing on the missing day.
    /// </summary>
    /// <remarks>M. Chaikin; TA-Lib's ADOSC. For EMA with share a: A/D − EMA(A/D) = (1 − a)/a·EMA(m), and a = 2/(n + 1).</remarks>
    /// <param name="fast">Span of the fast mean.</param>
    /// <param name="slow">Span of the slow mean, more than <paramref name="fast"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor ChaikinOscillator(int fast = 3, int slow = 10, Bars? bars = null)
    {
        Ordered(fast, slow, nameof(slow));
        Factor flow = MoneyFlow(Or(bars));
        return ((slow - 1) / 2.0 * Op.Ema(flow, slow)) - ((fast - 1) / 2.0 * Op.Ema(flow, fast));
    }

    /// <summary>
    /// Force index 强力指数: EMA of V·(C − C(−1)), in yuan. Warm-up days; recursive; missing on the missing day and the day after.
    /// </summary>
    /// <remarks>A. Elder, Trading for a Living (1993).</remarks>
    /// <param name="days">Span of the mean; 1 is the day's own.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor ForceIndex(int days = 13, Bars? bars = null) => Op.Ema(Or(bars).Volume * (Or(bars).Close - Or(bars).Before), days);

    /// <summary>
    /// Ease of movement 简易波动指标 (EMV), with R = H − L and S = H + L. Chinese: the mean over the days of
    /// 100·(S − S(−1))/S · MA(V)/V · R/MA(R), the inner means over the same days; warm-up 2·days − 2. Arms: the mean of
    /// (S − S(−1))/2 · R / (V/10⁸); warm-up days. Strict; missing on a day without volume.
    /// </summary>
    /// <remarks>
    /// R. Arms (1983). The Chinese form is that of terminals, MyTT and Tushare; MAEMV is <see cref="Sma"/> of it over 9 days.
    /// </remarks>
    /// <param name="days">Days of the means.</param>
    /// <param name="style">Which of the two.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Emv(int days = 14, EmvStyle style = EmvStyle.Chinese, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor sum = b.High + b.Low, range = b.High - b.Low;
        return Known(style, nameof(style)) == EmvStyle.Chinese
            ? Op.Mean(100 * Op.Delta(sum, 1) / sum * (Op.Mean(b.Volume, days) / b.Volume) * (range / Op.Mean(range, days)), days)
            : Op.Mean(Op.Delta(sum, 1) / 2 * range * 1e8 / b.Volume, days);
    }

    /// <summary>
    /// Volume ratio of rising to falling days 容量比率 (VR): 100·U/D over the days. <see cref="FlatDays.WithFalling"/>: D holds the volume of
    /// days that did not rise (MyTT, Tushare). <see cref="FlatDays.Halved"/>: the volume of unchanged days goes half to each side, as in most
    /// terminals. Warm-up days; strict; missing when D is 0.
    /// </summary>
    /// <param name="days">Days of the sums.</param>
    /// <param name="flat">Where unchanged days go.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Vr(int days = 26, FlatDays flat = FlatDays.WithFalling, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor up = When(b.Close > b.Before, b.Volume), down = When(b.Before > b.Close, b.Volume), none = b.Volume - up - down;
        return Known(flat, nameof(flat)) == FlatDays.WithFalling
            ? 100 * Op.Sum(up, days) / Op.Sum(b.Volume - up, days)
            : 100 * Op.Sum(up + (none / 2), days) / Op.Sum(down + (none / 2), days);
    }

    private static Factor MoneyFlow(Bars b)
    {
        Factor range = b.High - b.Low;
        return b.Volume * Op.Where(range > 0, ((b.Close - b.Low) - (b.High - b.Close)) / range, 0);
    }
}
