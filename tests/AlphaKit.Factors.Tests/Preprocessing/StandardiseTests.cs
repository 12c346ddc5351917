namespace AlphaKit.Factors.Tests.Preprocessing;

public sealed class StandardiseTests
{
    private const float M = float.NaN;

    /// <summary>Mean 5, Σd² = 32, n = 8: σ = 2 with divisor n, √(32/7) with n − 1.</summary>
    [Fact]
    public void Z_scores_by_both_divisors()
    {
        float[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        Assert.Equal([-1.5f, -.5f, -.5f, -.5f, 0, 0, 1, 2], StepRunner.Run(values, [Standardise.ZScore(Deviation.Population)]).Row());
        float[] sample = StepRunner.Run(values, [Standardise.ZScore()]).Row();
        Assert.Equal(4 / Math.Sqrt(32.0 / 7), sample[7], 1e-6);
    }

    [Theory]
    [InlineData(0.1f, 0.1f, 0.1f)]
    [InlineData(0.1f, M, M)]
    public void A_day_without_variance_is_missing_and_counted(float a, float b, float c)
    {
        FeatureTensor x = StepRunner.Run([a, b, c], [Standardise.ZScore()]);
        Assert.Equal([M, M, M], x.Row());
        Assert.Equal("Standardise.ZScore() made all values missing of 'signal' on 1 of 1 days.", Assert.Single(x.Notes));
    }

    [Fact]
    public void Is_fitted_on_members_only()
    {
        float[] row = StepRunner.Run([2, 4, 4, 4, 5, 5, 7, 9, 1e9f, M], [Standardise.ZScore(Deviation.Population)], [.. Enumerable.Repeat(true, 8), false, true]).Row();
        Assert.Equal([-1.5f, -.5f, -.5f, -.5f, 0, 0, 1, 2, M, M], row);
    }
}
