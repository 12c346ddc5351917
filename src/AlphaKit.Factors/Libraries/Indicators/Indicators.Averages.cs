namespace AlphaKit.Factors;

/// <content>Moving averages.</content>
public static partial class Indicators
{
    /// <summary>Simple moving average 移动平均线 (MA): the plain mean of the last days. Warm-up days − 1; strict.</summary>
    /// <param name="x">The series, for example <see cref="Op.Close"/>.</param>
    /// <param name="days">Window, 1 to <see cref="Op.MaxDays"/>.</param>
    public static Factor Sma(Factor x, int days) => Op.Mean(x, days);

    /// <summary>
    /// Exponential moving average 指数平均线 (EMA, EXPMA): y = y(−1) + (x − y(−1))·2/(days + 1). Warm-up days − 1; recursive; missing on the
    /// missing day.
    /// </summary>
    /// <param name="x">The series.</param>
    /// <param name="days">Span, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="seed">
    /// Started with the first value (terminals, MyTT, Tushare, pandas with adjust=False; the default) or with the mean of the first days (TA-Lib).
    /// </param>
    public static Factor Ema(Factor x, int days, Seed seed = Seed.FirstValue) => Op.Ema(x, days, seed);

    /// <summary>Linearly weighted mean 加权移动平均 (WMA): weights 1 (oldest) … days (newest). Warm-up days − 1; strict.</summary>
    /// <param name="x">The series.</param>
    /// <param name="days">Window, 1 to <see cref="Op.MaxDays"/>.</param>
    public static Factor Wma(Factor x, int days) => Op.Wma(x, days);

    /// <summary>
    /// Triangular mean (TRIMA): mean of a mean, over (days + 1)/2 days each when days is odd, over days/2 and days/2 + 1 when even.
    /// Warm-up days − 1; strict.
    /// </summary>
    /// <remarks>As in TA-Lib.</remarks>
    /// <param name="x">The series.</param>
    /// <param name="days">Window, 1 to <see cref="Op.MaxDays"/>.</param>
    public static Factor Trima(Factor x, int days) => Op.Mean(Op.Mean(x, (days + 1) / 2), (days / 2) + 1);

    /// <summary>
    /// Double exponential mean (DEMA): 2·E₁ − E₂, E₁ = EMA(x), E₂ = EMA(E₁). Warm-up 2·(days − 1); recursive.
    /// </summary>
    /// <remarks>P. Mulloy, "Smoothing Data with Faster Moving Averages", Stocks and Commodities (1994).</remarks>
    /// <param name="x">The series.</param>
    /// <param name="days">Span, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="seed">How the means start, see <see cref="Ema"/>.</param>
    public static Factor Dema(Factor x, int days, Seed seed = Seed.FirstValue)
    {
        Factor once = Op.Ema(x, days, seed);
        return (2 * once) - Op.Ema(once, days, seed);
    }

    /// <summary>
    /// Triple exponential mean (TEMA): 3·E₁ − 3·E₂ + E₃, each the EMA of the one before. Warm-up 3·(days − 1); recursive.
    /// </summary>
    /// <remarks>P. Mulloy (1994).</remarks>
    /// <param name="x">The series.</param>
    /// <param name="days">Span, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="seed">How the means start, see <see cref="Ema"/>.</param>
    public static Factor Tema(Factor x, int days, Seed seed = Seed.FirstValue)
    {
        Factor once = Op.Ema(x, days, seed), twice = Op.Ema(once, days, seed);
        return (3 * (once - twice)) + Op.Ema(twice, days, seed);
    }

    /// <summary>
    /// Hull's mean (HMA): WMA(2·WMA(x, days/2) − WMA(x, days), √days), both divisions rounded down. Warm-up days − 1 + ⌊√days⌋ − 1; strict.
    /// </summary>
    /// <remarks>A. Hull (2005).</remarks>
    /// <param name="x">The series.</param>
    /// <param name="days">Window, 2 to <see cref="Op.MaxDays"/>.</param>
    public static Factor Hma(Factor x, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 2);
        return Op.Wma((2 * Op.Wma(x, days / 2)) - Op.Wma(x, days), (int)Math.Sqrt(days));
    }

    /// <summary>
    /// Kaufman's adaptive mean (KAMA): y = y(−1) + s·(x − y(−1)) with s = (E·(2/(fast + 1) − 2/(slow + 1)) + 2/(slow + 1))² and the efficiency
    /// E = |x − x(−days)| / Σ |x − x(−1)| over the days, 1 where nothing moved. Started with the first x that has an efficiency.
    /// Warm-up days; recursive: the start fades at least as fast as (1 − (2/(slow + 1))²)ⁿ, which for slow = 30 needs 3,300 days for
    /// 1e-6 – where prices trend it is a matter of weeks.
    /// </summary>
    /// <remarks>P. J. Kaufman, Smarter Trading (1995). TA-Lib starts with the value of the day before; the difference fades alike.</remarks>
    /// <param name="x">The series.</param>
    /// <param name="days">Window of the efficiency, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="fast">Span when the efficiency is 1.</param>
    /// <param name="slow">Span when the efficiency is 0.</param>
    public static Factor Kama(Factor x, int days = 10, int fast = 2, int slow = 30)
    {
        Ordered(fast, slow, nameof(slow));
        ArgumentOutOfRangeException.ThrowIfLessThan(fast, 1);
        double quick = 2.0 / (fast + 1), lazy = 2.0 / (slow + 1);
        Factor moved = Op.Abs(Op.Delta(x, days)), path = Op.Sum(Op.Abs(Op.Delta(x, 1)), days);
        Factor share = (Op.Where(path > 0, moved / path, 1) * (quick - lazy)) + lazy;
        return Op.AdaptiveMean(x, share * share);
    }

    /// <summary>
    /// Mean price of several days, weighted by shares traded (rolling VWAP 成交量加权均价): Σ(vwap·V) / Σ V. Warm-up days − 1; strict; missing
    /// when nothing was traded.
    /// </summary>
    /// <param name="days">Window, 1 to <see cref="Op.MaxDays"/>.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Vwap(int days, Bars? bars = null)
    {
        Bars b = Or(bars);
        return Op.Sum(b.Vwap * b.Volume, days) / Op.Sum(b.Volume, days);
    }

    /// <summary>Bull and bear index 多空指数 (BBI): the mean of four simple means of C. Warm-up: the longest window − 1; strict.</summary>
    /// <remarks>Terminals show (3, 6, 12, 24), the default; MyTT and Tushare use (3, 6, 12, 20).</remarks>
    /// <param name="first">First window.</param>
    /// <param name="second">Second window.</param>
    /// <param name="third">Third window.</param>
    /// <param name="fourth">Fourth window.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Bbi(int first = 3, int second = 6, int third = 12, int fourth = 24, Bars? bars = null)
    {
        Factor c = Or(bars).Close;
        return (Op.Mean(c, first) + Op.Mean(c, second) + Op.Mean(c, third) + Op.Mean(c, fourth)) / 4;
    }
}
