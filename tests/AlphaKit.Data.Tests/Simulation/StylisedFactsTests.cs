namespace AlphaKit.Data.Simulation.Tests;

/// <summary>
/// Bounds around what ashare_2020 (2019-12-20 to 2020-08-24, 3,379 shares, measured by share and averaged) shows: median kurtosis 4.8,
/// median daily volatility 3.0 %, autocorrelation of returns 0.06 at one day and −0.01 beyond, of absolute returns 0.20, 0.14, 0.08,
/// 0.07, 0.03 at 1, 2, 5, 10, 20 days, mean pairwise correlation 0.33.
/// </summary>
public sealed class StylisedFactsTests
{
    private static readonly Lazy<Returns> s_returns = new(() => new Returns(Markets.Five));

    private static List<List<double>> LongSeries => [.. Enumerable.Range(0, s_returns.Value.Axes.Count).Select(s_returns.Value.Series).Where(s => s.Count > 700)];

    [Fact]
    public void Tails_are_fat_and_volatility_is_that_of_single_shares()
    {
        List<double> kurtosis = [], volatility = [];
        foreach (List<double> series in LongSeries)
        {
            double mean = series.Average(), variance = series.Average(r => (r - mean) * (r - mean));
            kurtosis.Add(series.Average(r => Math.Pow(r - mean, 4)) / variance / variance);
            volatility.Add(Math.Sqrt(variance));
        }

        kurtosis.Sort();
        volatility.Sort();
        Assert.InRange(kurtosis[kurtosis.Count / 2], 4, 8);
        Assert.InRange(volatility[volatility.Count / 2], 0.022, 0.036);
    }

    [Fact]
    public void Returns_are_hardly_autocorrelated_and_absolute_returns_persistently()
    {
        foreach (int lag in new[] { 1, 2, 5, 10, 20 })
        {
            List<double> plain = [], absolute = [];
            foreach (List<double> series in LongSeries)
            {
                List<double> sizes = [.. series.Select(Math.Abs)];
                plain.Add(Returns.Correlation(series[..^lag], series[lag..]));
                absolute.Add(Returns.Correlation(sizes[..^lag], sizes[lag..]));
            }

            Assert.InRange(plain.Average(), -0.06, 0.08);
            Assert.InRange(absolute.Average(), 0.015, 0.3);
        }
    }

    [Fact]
    public void Shares_move_together_as_real_ones_do()
    {
        Returns returns = s_returns.Value;
        int[] columns = [.. Enumerable.Range(0, returns.Axes.Count).Where(j => returns.Series(j).Count > returns.Axes.Days * 0.95).Take(60)];
        List<double> correlations = [];
        for (int a = 0; a < columns.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                List<double> x = [], y = [];
                for (int t = 0; t < returns.Axes.Days; t++)
                {
                    if (double.IsNaN(returns.Daily[t, columns[a]] + returns.Daily[t, columns[b]])) continue;
                    x.Add(returns.Daily[t, columns[a]]);
                    y.Add(returns.Daily[t, columns[b]]);
                }

                correlations.Add(Returns.Correlation(x, y));
            }
        }

        Assert.InRange(correlations.Average(), 0.2, 0.5);
    }
}
