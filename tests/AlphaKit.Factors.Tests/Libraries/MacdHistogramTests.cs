namespace AlphaKit.Factors.Tests.Libraries;

/// <summary>Numbers of pandas 1.5.3, made by
/// <code>
/// t = np.arange(40); c = pd.Series(np.round(20+3*np.sin(t/5.0)+t*0.1,2))
/// dif = c.ewm(span=12,adjust=False,min_periods=12).mean()-c.ewm(span=26,adjust=False,min_periods=26).mean()
/// dea = dif.dropna().ewm(span=9,adjust=False,min_periods=9).mean().reindex(c.index); h = (dif-dea)/c
/// </code>
/// and for the Bollinger bands
/// <code>
/// m = c.rolling(20).mean(); sd = c.rolling(20).std(ddof=0); (4*sd/m)[[19,25,39]]; ((c-(m-2*sd))/(4*sd))[[19,25,39]]
/// </code>
/// </summary>
public sealed class MacdHistogramTests : FactorContract
{
    private static readonly double[] Closes =
    [
        20.0, 20.7, 21.37, 21.99, 22.55, 23.02, 23.4, 23.66, 23.8, 23.82, 23.73, 23.53, 23.23, 22.85, 22.4, 21.92, 21.42, 20.93, 20.47, 20.06, 19.73, 19.49,
        19.35, 19.32, 19.41, 19.62, 19.95, 20.38, 20.91, 21.51, 22.16, 22.85, 23.55, 24.23, 24.88, 25.47, 25.98, 26.4, 26.7, 26.9,
    ];

    public override string Name => "macd_histogram";

    // Two means are rounded at the price and subtracted; the result is divided by the price.
    public override double Rounding => 3e-7;

    public override int WarmUp => 33;

    public override double Define(Share x, int t)
    {
        double fast = 0, slow = 0, signal = 0, dif = 0;
        int closes = 0, difs = 0;
        for (int s = 0; s <= t; s++)
        {
            double close = x.Close(s);
            if (double.IsNaN(close)) continue;
            fast = closes == 0 ? close : (close * 2 / 13) + (fast * 11 / 13);
            slow = closes == 0 ? close : (close * 2 / 27) + (slow * 25 / 27);
            if (++closes < 26) continue;
            dif = fast - slow;
            signal = difs == 0 ? dif : (dif * 2 / 10) + (signal * 8 / 10);
            difs++;
        }

        return difs < 9 || double.IsNaN(x.Close(t)) ? double.NaN : (dif - signal) / x.Close(t);
    }

    [Fact]
    public void Equals_pandas()
    {
        double[] expected = [0.0211291483, 0.0230540613, 0.0243083853, 0.0248538679, 0.0246881689, 0.0238021846, 0.022241818];
        float[] values = Factor.Compute(TestPanels.Series(Field.AdjustedClose, Closes)).Values.Column(0);
        Assert.True(float.IsNaN(values[32]));
        for (int k = 0; k < expected.Length; k++) Assert.Equal(expected[k], values[33 + k], Rounding);
    }

    [Fact]
    public void Bollinger_bands_equal_pandas()
    {
        Panel panel = TestPanels.Series(Field.AdjustedClose, Closes);
        float[] width = BasicFactors.BollingerWidth.Compute(panel).Values.Column(0), position = BasicFactors.BollingerPosition.Compute(panel).Values.Column(0);
        Assert.Equal([0.2304538466, 0.3247109042, 0.4917141894], new[] { 19, 25, 39 }.Select(t => (double)width[t]), Close);
        Assert.Equal([0.0742185941, 0.2167913445, 0.9042570729], new[] { 19, 25, 39 }.Select(t => (double)position[t]), Close);

        static bool Close(double a, double b) => Math.Abs(a - b) < 1e-6;
    }
}
