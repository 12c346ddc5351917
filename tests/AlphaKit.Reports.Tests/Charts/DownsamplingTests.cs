using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Reports.Tests;

public sealed class DownsamplingTests
{
    private static Gen<(double[] Values, int Buckets)> Inputs =>
        from values in Gen.OneOf(Gen.Choose(-1000, 1000).Select(v => v / 7.0), Gen.Constant(double.NaN)).ArrayOf()
        from repeat in Gen.Choose(1, 40)
        from buckets in Gen.Choose(1, 30)
        select (Enumerable.Repeat(values, repeat).SelectMany(v => v).ToArray(), buckets);

    [Fact]
    public void The_lowest_and_the_highest_value_are_kept() => Properties.Holds(Inputs, input =>
    {
        double[] kept = [.. Downsampling.Keep(input.Values, input.Buckets).Select(i => input.Values[i])], all = [.. input.Values.Where(double.IsFinite)];
        return all.Length == 0 || (kept.Where(double.IsFinite).Min() == all.Min() && kept.Where(double.IsFinite).Max() == all.Max());
    });

    [Fact]
    public void Indices_ascend_and_are_few() => Properties.Holds(Inputs, input =>
    {
        IReadOnlyList<int> kept = Downsampling.Keep(input.Values, input.Buckets);
        return kept.Zip(kept.Skip(1)).All(p => p.First < p.Second) && kept.All(i => i >= 0 && i < input.Values.Length) && kept.Count <= 5 * input.Buckets;
    });

    [Fact]
    public void One_spike_in_five_thousand_days_survives()
    {
        double[] values = new double[5000];
        values[3217] = -0.4;
        Assert.Contains(3217, Downsampling.Keep(values, 100));
    }

    [Fact]
    public void A_short_series_stays_whole() => Assert.Equal([0, 1, 2, 3, 4, 5], Downsampling.Keep([3, 3, 3, 3, 3, 3], 3));

    [Fact]
    public void A_gap_inside_a_bucket_stays_visible()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i == 42 ? double.NaN : i)];
        Assert.Contains(42, Downsampling.Keep(values, 10));
    }
}
