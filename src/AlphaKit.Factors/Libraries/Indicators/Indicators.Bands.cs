namespace AlphaKit.Factors;

/// <content>Ranges, bands and channels.</content>
public static partial class Indicators
{
    /// <summary>True range 真实波幅 (TR): max(H − L, |H − C(−1)|, |L − C(−1)|). Warm-up 1; missing when a part is.</summary>
    /// <remarks>J. W. Wilder (1978).</remarks>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor TrueRange(Bars? bars = null) => Range(Or(bars));

    /// <summary>
    /// Average true range 平均真实波幅 (ATR): the mean of <see cref="TrueRange"/>. Warm-up days; recursive with
    /// <see cref="Smoothing.Wilder"/>, strict with <see cref="Smoothing.Simple"/>.
    /// </summary>
    /// <remarks>J. W. Wilder (1978) and TA-Lib: Wilder's mean over 14 days. Terminals, MyTT and Tushare: the simple mean over 20 days.</remarks>
    /// <param name="days">Window or smoothing.</param>
    /// <param name="smoothing">Wilder's mean, started with the mean of the first days, or the simple mean.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Atr(int days = 14, Smoothing smoothing = Smoothing.Wilder, Bars? bars = null) =>
        Known(smoothing, nameof(smoothing)) == Smoothing.Wilder ? Op.Wilder(Range(Or(bars)), days, Seed.Average) : Op.Mean(Range(Or(bars)), days);

    /// <summary>Average true range in per cent of the close (NATR): 100·<see cref="Atr"/>/C. Warm-up days; missing as ATR.</summary>
    /// <param name="days">Window or smoothing.</param>
    /// <param name="smoothing">Wilder's mean or the simple mean.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Natr(int days = 14, Smoothing smoothing = Smoothing.Wilder, Bars? bars = null) =>
        100 * Atr(days, smoothing, bars) / Or(bars).Close;

    /// <summary>
    /// Bollinger bands 布林带 (BOLL): M = mean of C, U = M + width·σ, L = M − width·σ; bandwidth (U − L)/M; position %b = (C − L)/(U − L).
    /// Warm-up days − 1; strict; the position is missing when the bands coincide.
    /// </summary>
    /// <remarks>
    /// J. Bollinger, Bollinger on Bollinger Bands (2001): divisor n, as TA-Lib, MyTT and Tushare. Some terminals divide by n − 1:
    /// <see cref="Deviation.Sample"/>.
    /// </remarks>
    /// <param name="days">Window.</param>
    /// <param name="width">How many standard deviations.</param>
    /// <param name="deviation">Divisor n (the default) or n − 1.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static BollingerLines Bollinger(int days = 20, double width = 2, Deviation deviation = Deviation.Population, Bars? bars = null)
    {
        Factor c = Or(bars).Close, middle = Op.Mean(c, days), half = Positive(width, nameof(width)) * Op.Std(c, days, deviation);
        return new BollingerLines(middle + half, middle, middle - half, 2 * half / middle, ((c - middle) / (2 * half)) + 0.5);
    }

    /// <summary>
    /// Keltner channel 肯特纳通道 (KTN): middle ± width·ATR. Chinese: middle = EMA of (H + L + C)/3, ATR the simple mean; Western: middle = EMA of
    /// C, ATR Wilder's. Warm-up: the larger of days − 1 and range; recursive.
    /// </summary>
    /// <remarks>C. Keltner (1960), in L. Raschke's form; the Chinese form is that of MyTT and Tushare.</remarks>
    /// <param name="days">Span of the middle.</param>
    /// <param name="range">Days of the ATR.</param>
    /// <param name="width">How many ATR.</param>
    /// <param name="style">Which middle and which ATR.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static ChannelLines Keltner(int days = 20, int range = 10, double width = 2, KeltnerStyle style = KeltnerStyle.Western, Bars? bars = null)
    {
        Bars b = Or(bars);
        bool chinese = Known(style, nameof(style)) == KeltnerStyle.Chinese;
        Factor middle = Op.Ema(chinese ? b.Typical : b.Close, days);
        Factor half = Positive(width, nameof(width)) * Atr(range, chinese ? Smoothing.Simple : Smoothing.Wilder, b);
        return new ChannelLines(middle + half, middle, middle - half);
    }

    /// <summary>
    /// Donchian channel 唐奇安通道 (TAQ): upper = max H, lower = min L over the days, today included; middle their mean. Warm-up days − 1; strict.
    /// For a break-out compare today's price with the channel of yesterday: <c>Op.Delay(channel.Upper, 1)</c>.
    /// </summary>
    /// <param name="days">Window.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static ChannelLines Donchian(int days = 20, Bars? bars = null)
    {
        Factor upper = Op.TsMax(Or(bars).High, days), lower = Op.TsMin(Or(bars).Low, days);
        return new ChannelLines(upper, (upper + lower) / 2, lower);
    }

    /// <summary>
    /// Ichimoku 一目均衡表: conversion and base line are the middle of highest high and lowest low over their days; the leading spans are
    /// (conversion + base)/2 and the middle over <paramref name="span"/> days, both as drawn at today, that is as computed
    /// <paramref name="displacement"/> days ago. Warm-up: conversion − 1, base − 1, base − 1 + displacement, span − 1 + displacement; strict.
    /// </summary>
    /// <remarks>
    /// G. Hosoda (1969). Nothing is shifted forward: what a chart draws ahead of today is the undelayed value and comes from
    /// <see cref="Donchian"/>; the lagging span (today's close drawn in the past) is C against C(−displacement), <see cref="Momentum"/>.
    /// </remarks>
    /// <param name="conversion">Days of the conversion line (tenkan).</param>
    /// <param name="baseDays">Days of the base line (kijun).</param>
    /// <param name="span">Days of leading span B (senkou B).</param>
    /// <param name="displacement">How many days a chart draws the spans ahead.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static IchimokuLines Ichimoku(int conversion = 9, int baseDays = 26, int span = 52, int displacement = 26, Bars? bars = null)
    {
        Factor fast = Donchian(conversion, bars).Middle, slow = Donchian(baseDays, bars).Middle;
        return new IchimokuLines(fast, slow, Op.Delay((fast + slow) / 2, displacement), Op.Delay(Donchian(span, bars).Middle, displacement));
    }

    /// <summary>
    /// Mass index 梅斯线 (MASS): Σ over the days of M/MA(M, mean), M = MA(H − L, mean). Warm-up 2·(mean − 1) + days − 1; strict.
    /// </summary>
    /// <remarks>
    /// D. Dorsey (1992) in the form of terminals, MyTT and Tushare with simple means; Dorsey's own uses EMA. MA_MASS is <see cref="Sma"/> of it
    /// over 6 days.
    /// </remarks>
    /// <param name="mean">Days of the two means.</param>
    /// <param name="days">Days of the sum.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static Factor Mass(int mean = 9, int days = 25, Bars? bars = null)
    {
        Factor range = Op.Mean(Or(bars).High - Or(bars).Low, mean);
        return Op.Sum(range / Op.Mean(range, mean), days);
    }

    /// <summary>
    /// Xue Si channel 薛斯通道 (XSII): inner = MA((2C + H + L)/4, 5), inner bands ± 2 %; outer bands ± 7 % around the adaptive mean of C whose
    /// share of the day is |(2C + H + L)/4 − MA(C, 20)| / MA(C, 20). Warm-up 4 (inner), 19 (outer); the outer bands are recursive: calm prices
    /// have tiny shares, so the start may be felt for some hundred days.
    /// </summary>
    /// <remarks>As in terminals, MyTT and Tushare (TD1 to TD4).</remarks>
    /// <param name="inner">Width of the inner bands in per cent.</param>
    /// <param name="outer">Width of the outer bands in per cent.</param>
    /// <param name="bars">The series; the default is <see cref="Bars.Adjusted"/>.</param>
    public static XueSiLines XueSi(double inner = 2, double outer = 7, Bars? bars = null)
    {
        Bars b = Or(bars);
        Factor price = ((2 * b.Close) + b.High + b.Low) / 4, mean = Op.Mean(b.Close, 20), near = Op.Mean(price, 5);
        Factor far = Op.AdaptiveMean(b.Close, Op.Abs(price - mean) / mean);
        double narrow = Positive(inner, nameof(inner)) / 100, wide = Positive(outer, nameof(outer)) / 100;
        return new XueSiLines((1 + narrow) * near, (1 - narrow) * near, (1 + wide) * far, (1 - wide) * far);
    }
}
