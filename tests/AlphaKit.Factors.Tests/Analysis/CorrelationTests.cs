namespace AlphaKit.Factors.Tests.Analysis;

public sealed class CorrelationTests
{
    private static readonly double[] X = [1, 2, 2, 4, 7], Y = [3, 1, 4, 4, 5];

    /// <summary>By hand: deviations from 3.2 and 3.4 have products 9.6 and squares 22.8 and 9.2; those of the ranks from 3 have 7.25, 9.5 and 9.5.</summary>
    [Fact]
    public void Pearson_and_Spearman_of_a_worked_example()
    {
        Assert.Equal(9.6 / Math.Sqrt(22.8 * 9.2), Correlation.Pearson(X, Y), 14);
        Assert.Equal(7.25 / 9.5, Correlation.Spearman(X, Y), 14);
    }

    [Fact]
    public void Equal_values_share_their_mean_rank() => Assert.Equal([1, 2.5, 2.5, 4, 5], Correlation.AverageRanks(X));

    [Fact]
    public void A_shift_far_from_zero_changes_nothing() =>
        Assert.Equal(Correlation.Pearson(X, Y), Correlation.Pearson([.. X.Select(v => v + 1e9)], Y), 12);

    [Fact]
    public void There_is_no_correlation_without_pairs_or_variation()
    {
        Assert.True(double.IsNaN(Correlation.Pearson([1], [2])));
        Assert.True(double.IsNaN(Correlation.Pearson([0.1, 0.1, 0.1], [1, 2, 3])));
        Assert.True(double.IsNaN(Correlation.Spearman([], [])));
        Assert.True(double.IsNaN(Correlation.Pearson([1, double.NaN, 3], [1, 2, 3])));
    }

    [Fact]
    public void Sides_must_pair_up()
    {
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, 2], [1]));
    }
}
