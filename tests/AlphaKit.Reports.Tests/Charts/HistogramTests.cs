namespace AlphaKit.Reports.Tests;

public sealed class HistogramTests
{
    [Fact]
    public void Bins_are_round_and_zero_is_an_edge()
    {
        // Range 1.2 in at most 6 bins: width 0.2, from −0.4 to 1.0.
        (IReadOnlyList<double> edges, IReadOnlyList<int> counts) = Histogram.Bins([-0.3, double.NaN, -0.1, 0.1, 0.25, 0.9], 6);
        Assert.Equal([1, 1, 1, 1, 0, 0, 1], counts);
        Assert.Equal(8, edges.Count);
        Assert.Equal(-0.4, edges[0], 12);
        Assert.Contains(0.0, edges);
    }

    [Fact]
    public void The_last_bin_holds_its_upper_edge() => Assert.Equal([1, 0, 0, 0, 1], Histogram.Bins([0, 1], 5).Counts);

    [Fact]
    public void No_value_is_lost() => Assert.Equal(1000, Histogram.Bins([.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i))], 32).Counts.Sum());

    [Fact]
    public void Equal_values_fill_one_bin() => Assert.Equal([3], Histogram.Bins([0.5, 0.5, 0.5], 10).Counts);
}
