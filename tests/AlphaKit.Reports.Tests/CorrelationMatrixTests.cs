using AlphaKit.Factors;

namespace AlphaKit.Reports.Tests;

public sealed class CorrelationMatrixTests
{
    private static readonly PanelAxes Axes = new(new TradingCalendar([new(2024, 1, 2), new(2024, 1, 3)]), Enumerable.Range(1, 12).Select(i => Symbol.Parse($"{600000 + i}.SH")));

    private static FactorValues Factor(string name, params float[] values) => new(name, Axes, FieldMatrix.FromRowMajor(values, 2, 12), Clock.Evening);

    [Fact]
    public void The_mean_of_each_days_rank_correlation_counts_days_that_have_one()
    {
        float[] up = [.. Enumerable.Range(0, 12).Select(i => (float)i)], flat = new float[12], missing = [.. up.Select((v, i) => i < 3 ? float.NaN : v)];
        FactorValues a = Factor("a", [.. up, .. up]), reversed = Factor("b", [.. up.Select(v => -v * v), .. flat]), gaps = Factor("c", [.. up, .. missing]);
        CorrelationMatrix matrix = CorrelationMatrix.Of([a, reversed, gaps]);
        Assert.Equal(-1, matrix[0, 1], 1e-12);   // the second day does not vary and is left out
        Assert.Equal(1, matrix[0, 2], 1e-12);    // of the second day only nine names are left, fewer than ten
        Assert.Equal(matrix[0, 1], matrix[1, 0]);
        Assert.Equal(1, matrix[1, 1]);
    }

    [Fact]
    public void Ties_share_their_mean_rank()
    {
        // x: 0 0 0 1 1 1 2 2 2 3 3 3, y: 0 … 11. Ranks of x 2 2 2 5 5 5 8 8 8 11 11 11; Σ dx dy = Σ dx² = 135, Σ dy² = 143.
        float[] x = [.. Enumerable.Range(0, 12).Select(i => (float)(i / 3))], y = [.. Enumerable.Range(0, 12).Select(i => (float)i)];
        Assert.Equal(Math.Sqrt(135.0 / 143), CorrelationMatrix.Of([Factor("x", [.. x, .. x]), Factor("y", [.. y, .. y])])[0, 1], 1e-12);
    }

    [Fact]
    public void Factors_that_share_no_day_have_no_correlation()
    {
        float[] none = [.. Enumerable.Repeat(float.NaN, 24)], some = [.. Enumerable.Range(0, 24).Select(i => (float)i)];
        Assert.True(double.IsNaN(CorrelationMatrix.Of([Factor("a", none), Factor("b", some)])[0, 1]));
    }

    [Fact]
    public void Values_that_are_no_correlations_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CorrelationMatrix(["a", "b"], [1, 0.5, 0.4, 1]));
        Assert.Throws<ArgumentException>(() => new CorrelationMatrix(["a", "b"], [1, 1.5, 1.5, 1]));
        Assert.Throws<ArgumentException>(() => new CorrelationMatrix(["a", "a"], [1, 0, 0, 1]));
        Assert.Throws<ArgumentException>(() => new CorrelationMatrix(["a"], [1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CorrelationMatrix.Of([], every: 0));
    }
}
