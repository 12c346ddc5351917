namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class DaysToppedOperatorTests
{
    /// <summary>Shares side by side in vectors, and the last few alone, give what each gives by itself.</summary>
    [Fact]
    public void Many_shares_at_once_equal_each_alone()
    {
        const int days = Indicators.MostDaysTopped + 1, lanes = 37;
        RandomStream random = RandomStream.Create(5, "days topped");
        DaysToppedOperator topped = DaysToppedOperator.Instance;
        float[] rows = [.. Enumerable.Range(0, days * lanes).Select(_ => random.NextInt32(2000) == 0 ? float.NaN : random.NextInt32(40) - 20)];
        float[] together = new float[lanes];
        topped.EvaluateLanes(new LaneWindow(rows, 1, days), together);
        for (int lane = 0; lane < lanes; lane++)
        {
            float[] series = [.. Enumerable.Range(0, days).Select(day => rows[(day * lanes) + lane])];
            Assert.Equal(topped.Evaluate(new OperatorInputs(series, 1)), together[lane]);
        }

        Assert.Contains(together, float.IsNaN);
        Assert.Contains(together, v => v > 3);
    }
}
