namespace AlphaKit.Factors.Tests.Libraries;

public sealed class Rsi14Tests : FactorContract
{
    /// <summary>The worked example of StockCharts' ChartSchool, "Relative Strength Index (RSI)", 33 closes of QQQQ.</summary>
    private static readonly double[] Closes =
    [
        44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.6140, 46.2820, 46.2820, 46.0028,
        46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
    ];

    private static readonly double[] Published =
    [
        70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38, 54.71, 50.42, 39.99, 41.46, 41.87, 45.46, 37.30, 33.08, 37.77,
    ];

    public override string Name => "rsi_14";

    public override int WarmUp => 14;

    public override double Define(Share x, int t)
    {
        double[] changes = [.. Enumerable.Range(1, Math.Max(0, t)).Select(s => x.Close(s) - x.Close(s - 1))];
        double[] present = [.. changes.Where(c => !double.IsNaN(c))];
        if (present.Length < 14 || double.IsNaN(changes[^1])) return double.NaN;
        double gain = present.Take(14).Average(c => Math.Max(c, 0)), loss = present.Take(14).Average(c => Math.Max(-c, 0));
        foreach (double c in present.Skip(14))
        {
            gain = ((gain * 13) + Math.Max(c, 0)) / 14;
            loss = ((loss * 13) + Math.Max(-c, 0)) / 14;
        }

        return 100 - (100 / (1 + (gain / loss)));
    }

    [Fact]
    public void Equals_the_published_example()
    {
        float[] rsi = Factor.Compute(TestPanels.Series(Field.AdjustedClose, Closes)).Values.Column(0);
        for (int k = 0; k < Published.Length; k++) Assert.Equal(Published[k], rsi[14 + k], 0.01);
    }

    [Fact]
    public void Is_100_without_losses_and_0_without_gains_and_missing_without_movement()
    {
        Assert.Equal(100f, Last(Enumerable.Range(0, 20).Select(t => 10.0 + t)));
        Assert.Equal(0f, Last(Enumerable.Range(0, 20).Select(t => 50.0 - t)));
        Assert.True(float.IsNaN(Last(Enumerable.Repeat(10.0, 20))));

        float Last(IEnumerable<double> closes) => Factor.Compute(TestPanels.Series(Field.AdjustedClose, closes)).Values.Column(0)[^1];
    }
}
