namespace AlphaKit.Portfolio.Tests;

public sealed class VolatilityTests
{
    private static readonly DateOnly s_day = new(2024, 3, 4);

    [Fact]
    public void Realised_volatility_by_hand()
    {
        // Log returns +1 %, −1 %, +1 %: mean 1/3 %, sum of squared differences 8/3 · 1e-4, variance 4/3 · 1e-4; times 242.
        double[] closes = [100, 100 * Math.Exp(0.01), 100, 100 * Math.Exp(0.01)];
        TradingCalendar calendar = new(Enumerable.Range(0, 4).Select(s_day.AddDays));
        MarketSeries series = RealisedVolatility.Of("x", calendar, closes, 3);
        Assert.Equal([double.NaN, double.NaN, double.NaN, Math.Sqrt(4 / 3.0 * 1e-4 * 242)], series.Values, (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) < 1e-12);
        Assert.Throws<ArgumentException>(() => RealisedVolatility.Of("x", calendar, [1, 2, 0, 3]));
        Assert.Throws<ArgumentException>(() => RealisedVolatility.Of("x", calendar, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RealisedVolatility.Of("x", calendar, closes, 1));
        Assert.Throws<ArgumentException>(() => new MarketSeries("x", calendar, [1, 2], Clock.Close));
        Assert.Throws<ArgumentException>(() => new MarketSeries("x", calendar, [1, 2, double.PositiveInfinity, 1], Clock.Close));
    }

    [Fact]
    public void Of_a_panel_the_members_with_a_return_count_equally()
    {
        Stage stage = new([100, 101, 101], [100, 103, 103], [100, float.NaN, 100]);
        Panel panel = stage.Context(2, Holdings.OnlyCash(1)).Past;

        // Mean returns +2 % and 0: log returns ln 1.02 and 0; standard deviation of two is their difference / √2.
        Assert.Equal(Math.Log(1.02) / Math.Sqrt(2) * Math.Sqrt(242), RealisedVolatility.OfPanel(panel, 2).Values[2], 6);
    }

    [Fact]
    public void Three_strikes_by_hand()
    {
        // R = 0, T = 1. Strikes 90, 100, 110; at 100 call 5 and put 4: F = 101, K₀ = 100. Q: put 1 at 90, (5 + 4)/2 at 100, call 2 at 110; ΔK = 10.
        // σ² = 2 · 10 · (1/8100 + 4.5/10000 + 2/12100) − 0.01².
        OptionQuote[] quotes = [Call(90, 12), Put(90, 1), Call(100, 5), Put(100, 4), Call(110, 2), Put(110, 11)];
        double expected = (20 * ((1 / 8100.0) + (4.5 / 10000) + (2 / 12100.0))) - 0.0001;
        Assert.Equal(expected, ImpliedVolatility.VarianceOf(quotes, 1, 0), 14);

        // The order of quotes does not matter; a strike of price 0 is left out, and beyond two of them nothing counts.
        Assert.Equal(expected, ImpliedVolatility.VarianceOf([.. quotes.Reverse()], 1, 0), 14);
        Assert.Equal(expected, ImpliedVolatility.VarianceOf([.. quotes, Call(120, 0), Call(130, double.NaN), Call(140, 1)], 1, 0), 14);
        Assert.Equal(expected, ImpliedVolatility.VarianceOf([.. quotes, Put(80, 0), Put(70, double.NaN), Put(60, 1)], 1, 0), 14);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    [InlineData(0.45)]
    public void Of_options_priced_at_one_volatility_that_volatility_comes_back(double sigma)
    {
        // Black–Scholes with rate 2 %; strikes every 0.5 % of the spot, far out. Expiries in 20 and 48 days.
        List<OptionQuote> quotes = [];
        foreach (int days in (int[])[3, 20, 48, 80])
        {
            for (double strike = 20; strike <= 300; strike += 0.5)
            {
                double call = BlackScholes(100, strike, days / 365.0, 0.02, sigma);
                quotes.Add(new OptionQuote(s_day, s_day.AddDays(days), OptionKind.Call, strike, call));
                quotes.Add(new OptionQuote(s_day, s_day.AddDays(days), OptionKind.Put, strike, Math.Max(0, call - 100 + (strike * Math.Exp(-0.02 * days / 365)))));
            }
        }

        MarketSeries series = ImpliedVolatility.Of("implied", new TradingCalendar([s_day, s_day.AddDays(1)]), quotes, 0.02);
        Assert.Equal(sigma, series.Values[0], 0.002);
        Assert.True(double.IsNaN(series.Values[1]));
    }

    [Fact]
    public void Two_expiries_are_interpolated_to_thirty_days()
    {
        // Flat chains scaled so that the variances are v and 4v; N = 20 and 40: (20·v·10 + 40·4v·10)/20/30 = 3v.
        OptionQuote[] At(int days, double factor) =>
        [
            .. ((OptionQuote[])[Call(90, 12), Put(90, 1), Call(100, 5), Put(100, 5), Call(110, 2), Put(110, 11)])
                .Select(q => q with { Expiry = s_day.AddDays(days), Price = q.Strike == 100 || (q.Kind == OptionKind.Put) == (q.Strike < 100) ? q.Price * factor * days / 365 : q.Price + 1000 }),
        ];
        double v = 20 * ((1 / 8100.0) + (5 / 10000.0) + (2 / 12100.0));
        MarketSeries series = ImpliedVolatility.Of("implied", new TradingCalendar([s_day]), [.. At(20, 1), .. At(40, 4)], 0);
        Assert.Equal(Math.Sqrt(3 * v), series.Values[0], 12);

        // An expiry within a week is not used any more.
        series = ImpliedVolatility.Of("implied", new TradingCalendar([s_day]), [.. At(6, 9), .. At(20, 1), .. At(40, 4)], 0);
        Assert.Equal(Math.Sqrt(3 * v), series.Values[0], 12);
    }

    [Fact]
    public void Chains_that_cannot_be_priced_have_no_value_and_bad_ones_are_refused()
    {
        Assert.True(double.IsNaN(ImpliedVolatility.VarianceOf([Call(100, 5), Put(90, 1)], 1, 0)));
        Assert.True(double.IsNaN(ImpliedVolatility.VarianceOf([Call(100, 5), Put(100, 5)], 1, 0)));
        Assert.Throws<ArgumentException>(() => ImpliedVolatility.VarianceOf([Call(100, -1)], 1, 0));
        Assert.Throws<ArgumentException>(() => ImpliedVolatility.VarianceOf([Call(0, 1)], 1, 0));
        Assert.Throws<ArgumentException>(() => ImpliedVolatility.VarianceOf([Call(100, 1), Call(100, 2)], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.VarianceOf([Call(100, 1)], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.VarianceOf([Call(100, 1)], 1, 2));
    }

    private static OptionQuote Call(double strike, double price) => new(s_day, s_day.AddDays(365), OptionKind.Call, strike, price);

    private static OptionQuote Put(double strike, double price) => new(s_day, s_day.AddDays(365), OptionKind.Put, strike, price);

    private static double BlackScholes(double spot, double strike, double years, double rate, double sigma)
    {
        double deviation = sigma * Math.Sqrt(years), d = (Math.Log(spot / strike) + ((rate + (sigma * sigma / 2)) * years)) / deviation;
        return (spot * Normal(d)) - (strike * Math.Exp(-rate * years) * Normal(d - deviation));
    }

    /// <summary>Φ by its series (Marsaglia 2004); within 1e-14 up to 7 deviations, 0 or 1 beyond.</summary>
    private static double Normal(double x)
    {
        if (x < -7) return 0;
        if (x > 7) return 1;
        double sum = x, term = x;
        for (int i = 3; Math.Abs(term) > 1e-17; i += 2) sum += term *= x * x / i;
        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
