namespace AlphaKit.Factors;

/// <content>Mood and energy of the market, as Chinese terminals have them.</content>
public static partial class Indicators
{
    /// <summary>
    /// Psychological line 心理线 (PSY): per cent of the days on which C rose. Warm-up days; strict.
    /// </summary>
    /// <remarks>PSYMA of the terminals is <see cref="Sma"/> of it over 6 days.</remarks>
    /// <param name="days">Window.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Psy(int days = 12, Bars? bars = null) => 100 * Op.Mean(Or(bars).Close > Or(bars).Before, days);

    /// <summary>
    /// Energy 能量指标 (CR): 100·Σ max(H − M, 0)/Σ max(M − L, 0) over the days, M the middle price of the day before. Warm-up days; strict; missing
    /// when the divisor is 0.
    /// </summary>
    /// <remarks>
    /// <see cref="MiddlePrice.HighLow"/>: M = (H + L)/2 and 26 days, as in terminals. Tushare: <see cref="MiddlePrice.Typical"/> and 20 days.
    /// </remarks>
    /// <param name="days">Days of the sums.</param>
    /// <param name="middle">What the middle price is.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Cr(int days = 26, MiddlePrice middle = MiddlePrice.HighLow, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor before = Op.Delay(Known(middle, nameof(middle)) == MiddlePrice.HighLow ? (b.High + b.Low) / 2 : b.Typical, 1);
        return 100 * Op.Sum(Up(b.High - before), days) / Op.Sum(Up(before - b.Low), days);
    }

    /// <summary>
    /// Popularity and willingness 人气意愿指标 (BRAR): AR = 100·Σ(H − O)/Σ(O − L), BR = 100·Σ max(H − C(−1), 0)/Σ max(C(−1) − L, 0) over the days.
    /// Warm-up days − 1 (AR), days (BR); strict; missing when the divisor is 0.
    /// </summary>
    /// <remarks>As in terminals, MyTT and Tushare.</remarks>
    /// <param name="days">Days of the sums.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static BrarLines Brar(int days = 26, Bars? bars = null)
    {
        Bars b = Or(bars);
        return new BrarLines(
            100 * Op.Sum(b.High - b.Open, days) / Op.Sum(b.Open - b.Low, days),
            100 * Op.Sum(Up(b.High - b.Before), days) / Op.Sum(Up(b.Before - b.Low), days));
    }

    /// <summary>
    /// Accumulation swing index 振动升降指标 (ASI), Chinese: Σ over the days of 16·X/R·max(A, B), with A = |H − C(−1)|, B = |L − C(−1)|,
    /// D = |H − L(−1)|, E = |C(−1) − O(−1)|; R = A + B/2 + E/4 if A is the largest of A, B, D, B + A/2 + E/4 if B is, otherwise D + E/4;
    /// X = C − C(−1) + (C − O)/2 + C(−1) − O(−1). Warm-up days; strict; missing when R is 0.
    /// </summary>
    /// <remarks>As in MyTT and Tushare; ASIT is <see cref="Sma"/> of it over 10 days. Wilder's own: <see cref="SwingIndex"/>.</remarks>
    /// <param name="days">Days of the sum.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Asi(int days = 26, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor open = Op.Delay(b.Open, 1), a = Op.Abs(b.High - b.Before), c = Op.Abs(b.Low - b.Before), d = Op.Abs(b.High - Op.Delay(b.Low, 1));
        Factor e = Op.Abs(b.Before - open) / 4, x = b.Close - b.Before + ((b.Close - b.Open) / 2) + b.Before - open;
        Factor r = Op.Where(a > Op.Larger(c, d), a + (c / 2) + e, Op.Where(c > Op.Larger(a, d), c + (a / 2) + e, d + e));
        return Op.Sum(16 * x / r * Op.Larger(a, c), days);
    }

    /// <summary>
    /// Wilder's swing index (SI), summed over the days: Σ 50·X/R·K/T with K = max(A, B), A = |H − C(−1)|, B = |L − C(−1)|, D = H − L,
    /// E = |C(−1) − O(−1)|; R = A − B/2 + E/4 if A is the largest of A, B, D, B − A/2 + E/4 if B is, otherwise D + E/4;
    /// X = C − C(−1) + (C − O)/2 + (C(−1) − O(−1))/4; T the limit move, a share of C(−1). Warm-up days; strict; missing when R is 0.
    /// </summary>
    /// <remarks>J. W. Wilder (1978). His ASI adds up from the first day; this is its change over the days.</remarks>
    /// <param name="days">Days of the sum; 1 is the swing index of the day.</param>
    /// <param name="limit">Price limit as a share of the previous close, above 0: 0.1 on the main board.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor SwingIndex(int days = 1, double limit = 0.1, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor open = Op.Delay(b.Open, 1), a = Op.Abs(b.High - b.Before), c = Op.Abs(b.Low - b.Before), d = b.High - b.Low;
        Factor e = Op.Abs(b.Before - open) / 4, x = b.Close - b.Before + ((b.Close - b.Open) / 2) + ((b.Before - open) / 4);
        Factor r = Op.Where(a > Op.Larger(c, d), a - (c / 2) + e, Op.Where(c > Op.Larger(a, d), c - (a / 2) + e, d + e));
        return Op.Sum(50 * x / r * Op.Larger(a, c) / (Positive(limit, nameof(limit)) * b.Before), days);
    }
}
