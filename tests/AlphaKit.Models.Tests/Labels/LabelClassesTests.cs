namespace AlphaKit.Models.Tests;

public sealed class LabelClassesTests
{
    [Fact]
    public void Shares_are_of_the_day_whatever_the_level()
    {
        float[] labels = [.. Enumerable.Range(0, 10).Select(i => 5f + i), float.NaN];
        int[] expected = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, LabelClasses.Missing];
        Assert.Equal(expected, LabelClasses.ThirtyFortyThirty.Of(labels));
        Assert.Equal(expected, LabelClasses.ThirtyFortyThirty.Of([.. labels.Select(v => v * 7)]));
        Assert.Equal([3, 4, 3], LabelClasses.ThirtyFortyThirty.Counts(labels));
    }

    [Fact]
    public void Thresholds_are_exclusive() =>
        Assert.Equal([0, 1, 1, 1, 2, LabelClasses.Missing], LabelClasses.Thresholds(-0.5, 0.5).Of([-0.6f, -0.5f, 0, 0.5f, 0.6f, float.NaN]));

    [Fact]
    public void Equal_labels_have_the_same_class() =>
        Assert.Single(LabelClasses.Shares(0.4, 0.4).Of([1, 1, 1, 1, 1, 1]).Distinct());

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(0.5, 0.5)]
    [InlineData(double.NaN, 0.3)]
    public void Impossible_shares_are_refused(double down, double up) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelClasses.Shares(down, up));
}
