namespace AlphaKit.Factors;

/// <content>Oscillators of the price.</content>
public static partial class Indicators
{
    /// <summary>
    /// MACD 指数平滑异同移动平均线: DIF = EMA(C, fast) − EMA(C, slow), DEA = EMA(DIF, signal), bar = DIF − DEA or twice that. Warm-up slow − 1
    /// (DIF), slow + signal − 2 (DEA and bar); recursive; missing on the missing day.
    /// </summary>
    /// <remarks>
    /// G. Appel (1979). Terminals, MyTT and Tushare: <see cref="Seed.FirstValue"/> and <see cref="MacdBar.Doubled"/>. TA-Lib:
    /// <see cref="Seed.Average"/>, where it starts the fast mean only when the slow one has its first value; that difference fades within the
    /// first hundred days.
    /// </remarks>
    /// <param name="fast">Span of the fast mean.</param>
    /// <param name="slow">Span of the slow mean, more than <paramref name="fast"/>.</param>
    /// <param name="signal">Span of the signal line.</param>
    /// <param name="bar">DIF − DEA, or twice that as Chinese terminals show.</param>
    /// <param name="seed">How the means start, see <see cref="Ema"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static MacdLines Macd(
        int fast = 12, int slow = 26, int signal = 9, MacdBar bar = MacdBar.Difference, Seed seed = Seed.FirstValue, Bars? bars = null)
    {
        Ordered(fast, slow, nameof(slow));
        Factor c = Or(bars).Close, dif = Op.Ema(c, fast, seed) - Op.Ema(c, slow, seed), dea = Op.Ema(dif, signal, seed);
        return new MacdLines(dif, dea, Known(bar, nameof(bar)) == MacdBar.Doubled ? 2 * (dif - dea) : dif - dea);
    }

    /// <summary>
    /// Relative strength index 相对强弱指标 (RSI): 100·G/(G + L), G and L Wilder's means of max(ΔC, 0) and max(−ΔC, 0). Warm-up days; recursive;
    /// missing where ΔC is and while the price has never moved.
    /// </summary>
    /// <remarks>
    /// J. W. Wilder (1978), and TA-Lib: <see cref="Seed.Average"/>. Terminals, MyTT and Tushare write SMA(max(ΔC, 0), n, 1)/SMA(|ΔC|, n, 1), the
    /// same with <see cref="Seed.FirstValue"/>.
    /// </remarks>
    /// <param name="days">Wilder's smoothing, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="seed">How the means start.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Rsi(int days = 14, Seed seed = Seed.Average, Bars? bars = null)
    {
        Factor change = Op.Delta(Or(bars).Close, 1), gains = Op.Wilder(Up(change), days, seed), losses = Op.Wilder(Up(-change), days, seed);
        return 100 * gains / (gains + losses);
    }

    /// <summary>
    /// Stochastic oscillator: raw = 100·(C − min L)/(max H − min L) over the days, K its simple mean, D the simple mean of K. Warm-up
    /// days + smooth − 2 (K), days + smooth + signal − 3 (D); strict; missing when the window has no range.
    /// </summary>
    /// <remarks>G. Lane; TA-Lib's STOCH with simple means. For the Chinese KDJ see <see cref="Kdj"/>.</remarks>
    /// <param name="days">Window of highs and lows.</param>
    /// <param name="smooth">Window of K; 1 is the fast stochastic.</param>
    /// <param name="signal">Window of D.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static StochasticLines Stochastic(int days = 14, int smooth = 3, int signal = 3, Bars? bars = null)
    {
        Factor k = Op.Mean(Raw(days, Or(bars)), smooth);
        return new StochasticLines(k, Op.Mean(k, signal));
    }

    /// <summary>
    /// KDJ 随机指标: RSV = 100·(C − min L)/(max H − min L) over the days, K = SMA(RSV, k, 1), D = SMA(K, d, 1), J = 3K − 2D; SMA(x, n, 1) is
    /// y = (x + (n − 1)·y(−1))/n, started with the first value. Warm-up days + k − 2 (K), days + k + d − 3 (D and J); recursive; missing when the window
    /// has no range.
    /// </summary>
    /// <remarks>
    /// As in terminals, MyTT and Tushare. Some textbooks start K and D at 50; after 30 days the difference is below 0.001.
    /// </remarks>
    /// <param name="days">Window of highs and lows.</param>
    /// <param name="k">Smoothing of K.</param>
    /// <param name="d">Smoothing of D.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static KdjLines Kdj(int days = 9, int k = 3, int d = 3, Bars? bars = null)
    {
        Factor fast = Op.Sma(Raw(days, Or(bars)), k, 1), slow = Op.Sma(fast, d, 1);
        return new KdjLines(fast, slow, (3 * fast) - (2 * slow));
    }

    /// <summary>
    /// Williams' %R 威廉指标: (max H − C)/(max H − min L) over the days, as −100 … 0 (Williams, TA-Lib) or 100 … 0 (terminals, MyTT, Tushare).
    /// Warm-up days − 1; strict; missing when the window has no range.
    /// </summary>
    /// <param name="days">Window; terminals show 10 and 6.</param>
    /// <param name="scale">Sign of the result.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor WilliamsR(int days = 14, WilliamsScale scale = WilliamsScale.Negative, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor high = Op.TsMax(b.High, days), share = (high - b.Close) / (high - Op.TsMin(b.Low, days));
        return (Known(scale, nameof(scale)) == WilliamsScale.Negative ? -100 : 100) * share;
    }

    /// <summary>Rate of change 变动率 (ROC): 100·(C/C(−days) − 1). Warm-up days; missing when either close is.</summary>
    /// <remarks>MAROC of the terminals is <see cref="Sma"/> of it over 6 days.</remarks>
    /// <param name="days">1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Roc(int days = 12, Bars? bars = null) => 100 * Op.Delta(Or(bars).Close, days) / Op.Delay(Or(bars).Close, days);

    /// <summary>Momentum 动量 (MOM, MTM): C − C(−days), in yuan. Warm-up days; missing when either close is.</summary>
    /// <remarks>MTMMA of the terminals is <see cref="Sma"/> of it over 6 days.</remarks>
    /// <param name="days">1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Momentum(int days = 12, Bars? bars = null) => Op.Delta(Or(bars).Close, days);

    /// <summary>
    /// TRIX 三重指数平滑: the day's change in per cent of the EMA of the EMA of the EMA of C. Warm-up 3·(days − 1) + 1; recursive; missing on the
    /// missing day and the day after.
    /// </summary>
    /// <remarks>J. Hutson (1983); TA-Lib: <see cref="Seed.Average"/>. TRMA of the terminals is <see cref="Sma"/> of it over 20 days.</remarks>
    /// <param name="days">Span of the means.</param>
    /// <param name="seed">How the means start, see <see cref="Ema"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Trix(int days = 12, Seed seed = Seed.FirstValue, Bars? bars = null)
    {
        Factor mean = Op.Ema(Op.Ema(Op.Ema(Or(bars).Close, days, seed), days, seed), days, seed);
        return 100 * Op.Delta(mean, 1) / Op.Delay(mean, 1);
    }

    /// <summary>
    /// Ultimate oscillator 终极指标: 100·(4·A₁ + 2·A₂ + A₃)/7, Aₙ = Σ(C − T)/Σ(max(H, C(−1)) − T), T = min(L, C(−1)), over three windows.
    /// Warm-up: the longest window; strict; missing when a window has no range.
    /// </summary>
    /// <remarks>L. Williams, Stocks and Commodities (1985).</remarks>
    /// <param name="first">Shortest window.</param>
    /// <param name="second">Middle window.</param>
    /// <param name="third">Longest window.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor UltimateOscillator(int first = 7, int second = 14, int third = 28, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor low = Op.Smaller(b.Low, b.Before), pressure = b.Close - low, range = Op.Larger(b.High, b.Before) - low;
        return 100 * ((4 * Share(first)) + (2 * Share(second)) + Share(third)) / 7;

        Factor Share(int days) => Op.Sum(pressure, days) / Op.Sum(range, days);
    }

    /// <summary>
    /// Commodity channel index 顺势指标 (CCI): (P − mean P)/(0.015·mean |P − mean P|), P = (H + L + C)/3, over the days. Warm-up days − 1; strict;
    /// missing when P did not move.
    /// </summary>
    /// <remarks>D. Lambert, Commodities (1980); the same in TA-Lib, terminals, MyTT and Tushare.</remarks>
    /// <param name="days">Window.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Cci(int days = 14, Bars? bars = null)
    {
        Factor price = Or(bars).Typical;
        return (price - Op.Mean(price, days)) / (0.015 * Op.MeanAbsoluteDeviation(price, days));
    }

    /// <summary>Distance from the mean 乖离率 (BIAS): 100·(C − MA)/MA. Warm-up days − 1; strict.</summary>
    /// <param name="days">Window; terminals show 6, 12 and 24.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Bias(int days = 12, Bars? bars = null)
    {
        Factor c = Or(bars).Close;
        return 100 * (c - Op.Mean(c, days)) / Op.Mean(c, days);
    }

    /// <summary>
    /// Detrended price oscillator 区间震荡线 (DPO): C − MA(C, days)(−shift). Warm-up days − 1 + shift; strict.
    /// </summary>
    /// <remarks>As in terminals, MyTT and Tushare; MADPO is <see cref="Sma"/> of it over 6 days.</remarks>
    /// <param name="days">Window of the mean.</param>
    /// <param name="shift">How many days ago the mean is taken, 0 or more.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Dpo(int days = 20, int shift = 10, Bars? bars = null) => Or(bars).Close - Op.Delay(Op.Mean(Or(bars).Close, days), shift);

    /// <summary>
    /// Difference of means 平行线差 (DMA, DFMA): MA(C, fast) − MA(C, slow). Warm-up slow − 1; strict.
    /// </summary>
    /// <remarks>As in terminals, MyTT and Tushare; DIFMA (AMA) is <see cref="Sma"/> of it over 10 days.</remarks>
    /// <param name="fast">Short window.</param>
    /// <param name="slow">Long window, more than <paramref name="fast"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor MeanDifference(int fast = 10, int slow = 50, Bars? bars = null)
    {
        Ordered(fast, slow, nameof(slow));
        return Op.Mean(Or(bars).Close, fast) - Op.Mean(Or(bars).Close, slow);
    }

    private static Factor Raw(int days, Bars b)
    {
        Factor low = Op.TsMin(b.Low, days);
        return 100 * (b.Close - low) / (Op.TsMax(b.High, days) - low);
    }
}
