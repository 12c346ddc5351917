namespace AlphaKit.Portfolio.Tests;

public sealed class NeweyWestTests
{
    private const double Forever = 1e15;

    [Fact]
    public void One_series_with_equal_weights_is_worked_by_hand()
    {
        // 1, 2, 3: C₀ = 14/3, C₁ = (2·1 + 3·2)/3 = 8/3, kernel ½: F = 14/3 + 2·½·8/3 = 22/3.
        Assert.Equal(14.0 / 3, One([1, 2, 3], Forever, 0), 12);
        Assert.Equal(22.0 / 3, One([1, 2, 3], Forever, 1), 12);

        // Two lags: kernels 2/3 and 1/3, C₂ = 3·1/3 = 1: F = 14/3 + 2·(2/3)·(8/3) + 2·(1/3)·1 = 80/9.
        Assert.Equal(80.0 / 9, One([1, 2, 3], Forever, 2), 12);
    }

    [Fact]
    public void Weights_halve_with_the_half_life()
    {
        // Half-life one day: weights 1/7, 2/7, 4/7. C₀ = (1 + 8 + 36)/7 = 45/7, C₁ = (√2·2 + √8·6)/7 = 2√2.
        Assert.Equal(45.0 / 7, One([1, 2, 3], 1, 0), 12);
        Assert.Equal((45.0 / 7) + (2 * Math.Sqrt(2)), One([1, 2, 3], 1, 1), 12);
    }

    [Fact]
    public void A_gap_takes_its_weight_along()
    {
        // 1, –, 3 with weights 1, 2, 4: (1 + 36)/5; no pair of neighbours is left, so a lag changes nothing.
        Assert.Equal(37.0 / 5, One([1, double.NaN, 3], 1, 0), 12);
        Assert.Equal(37.0 / 5, One([1, double.NaN, 3], 1, 1), 12);
        Assert.Equal(0, One([double.NaN, double.NaN], 1, 1));
    }

    [Fact]
    public void Two_series_of_different_presence_share_the_geometric_mean_of_their_weights()
    {
        // Weights 1, 2, 4. First series 1, –, 3 (weight 5), second 2, 5, 1 (weight 7): C₀ = (1·2 + 4·3)/√35.
        double[] result = new double[4];
        NeweyWest.Covariance([1, 2, double.NaN, 5, 3, 1], 2, 1, 0, result);
        Assert.Equal([37.0 / 5, 14 / Math.Sqrt(35), 14 / Math.Sqrt(35), (4 + 50 + 4) / 7.0], result, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Many_series_agree_with_the_definition()
    {
        const int Days = 40, K = 5, Lags = 3;
        RandomStream random = RandomStream.Create(9, "newey-west");
        double[] f = [.. Enumerable.Range(0, Days * K).Select(_ => random.NextNormal())], result = new double[K * K];
        NeweyWest.Covariance(f, K, 11, Lags, result);
        double[] w = [.. Enumerable.Range(0, Days).Select(t => Math.Pow(0.5, (Days - 1 - t) / 11.0))];
        double total = w.Sum();
        for (int i = 0; i < K; i++)
        {
            for (int j = 0; j < K; j++)
            {
                double expected = 0;
                for (int lag = -Lags; lag <= Lags; lag++)
                {
                    for (int t = 0; t < Days; t++)
                    {
                        if (t - lag < 0 || t - lag >= Days) continue;
                        expected += (1 - (Math.Abs(lag) / (Lags + 1.0))) * Math.Sqrt(w[t] * w[t - lag]) * f[(t * K) + i] * f[((t - lag) * K) + j] / total;
                    }
                }

                Assert.Equal(expected, result[(i * K) + j], 12);
            }
        }
    }

    [Fact]
    public void It_is_positive_semidefinite_for_any_series()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            RandomStream random = RandomStream.Create(seed, "newey-west-psd");
            int k = 1 + random.NextInt32(6), days = 2 + random.NextInt32(20);
            double[] f = [.. Enumerable.Range(0, days * k).Select(t => random.NextDouble() < 0.1 ? double.NaN : random.NextNormal() * (t % 2 == 0 ? 1 : -1))];
            double[] result = new double[k * k];
            NeweyWest.Covariance(f, k, 5, random.NextInt32(6), result);
            double[] values = SymmetricEigen.Decompose(result, k).Values;
            Assert.True(values[^1] >= -1e-12 * Math.Max(1, values[0]), $"seed {seed}: {values[^1]}");
        }
    }

    private static double One(double[] series, double halfLife, int lags)
    {
        double[] result = new double[1];
        NeweyWest.Covariance(series, 1, halfLife, lags, result);
        return result[0];
    }
}
