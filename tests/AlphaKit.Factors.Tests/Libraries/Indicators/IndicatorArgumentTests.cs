namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class IndicatorArgumentTests
{
    [Fact]
    public void Days_must_be_in_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Rsi(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Sma(Op.Close, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Bollinger(Op.MaxDays + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Hma(Op.Close, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Dpo(shift: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.LinearRegression(Op.Close, 1));
    }

    [Fact]
    public void The_fast_mean_must_be_faster_than_the_slow_one()
    {
        Assert.Equal("slow", Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Macd(26, 26)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Kama(Op.Close, fast: 30, slow: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.ChaikinOscillator(10, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.MeanDifference(50, 10));
    }

    [Fact]
    public void Widths_and_choices_must_be_meaningful()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Bollinger(width: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.SuperTrend(width: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Keltner(width: double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.ParabolicSar(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.ParabolicSar(0.3, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.SwingIndex(limit: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Macd(bar: (MacdBar)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Atr(smoothing: (Smoothing)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Indicators.Rsi(seed: (Seed)9));
    }

    [Fact]
    public void Missing_series_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Indicators.Sma(null!, 10));
        Assert.Throws<ArgumentNullException>(() => Bars.Adjusted with { Close = null! });
    }

    [Fact]
    public void The_same_indicator_is_the_same_expression()
    {
        Assert.Equal(Indicators.ParabolicSar(), Indicators.ParabolicSar());
        Assert.Equal(Indicators.Macd(), Indicators.Macd());
        Assert.NotEqual(Indicators.Rsi(14), Indicators.Rsi(14, Seed.FirstValue));
        Assert.NotEqual(Indicators.Rsi(14), Indicators.Rsi(14, bars: Bars.Unadjusted));
    }
}
