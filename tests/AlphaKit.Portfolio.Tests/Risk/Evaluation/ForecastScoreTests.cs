namespace AlphaKit.Portfolio.Tests;

public sealed class ForecastScoreTests
{
    [Fact]
    public void A_score_is_worked_by_hand()
    {
        // z = 1, −2, 4: mean 1, squares 0 + 9 + 9, divisor 2: bias 3. Pulled in to ± 3: 1, −2, 3 with mean 2/3 and squares 1/9 + 64/9 + 49/9 = 114/9: √(57/9).
        // Q: (1 − 0 + 4 − ln 4 + 16 − ln 16)/3 = (21 − 6 ln 2)/3.
        ForecastScore score = ForecastScore.Of([0.01, -0.04, double.NaN, 0.12], [0.01, 0.02, 1, 0.03]);
        Assert.Equal(3, score.Observations);
        Assert.Equal(3, score.Bias, 12);
        Assert.Equal(Math.Sqrt(57.0 / 9), score.RobustBias, 12);
        Assert.Equal((21 - (6 * Math.Log(2))) / 3, score.QStatistic, 12);
    }

    [Fact]
    public void A_right_forecast_scores_one_and_its_q()
    {
        RandomStream random = RandomStream.Create(2, "score");
        double[] sigma = [.. Enumerable.Range(0, 20_000).Select(_ => 0.005 + (0.02 * random.NextDouble()))], r = [.. sigma.Select(s => s * random.NextNormal())];
        ForecastScore right = ForecastScore.Of(r, sigma), low = ForecastScore.Of(r, [.. sigma.Select(s => 0.8 * s)]);
        Assert.InRange(right.Bias, 0.98, 1.02);
        Assert.InRange(right.QStatistic, 2.2704 - 0.06, 2.2704 + 0.06);
        Assert.InRange(low.Bias, 1.22, 1.28);
        Assert.True(low.QStatistic > right.QStatistic);
    }

    [Fact]
    public void What_cannot_be_scored_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ForecastScore.Of([0.01, 0.01], [0.01]));
        Assert.Throws<ArgumentException>(() => ForecastScore.Of([0.01, 0.01], [0.01, 0]));
        Assert.Throws<InsufficientDataException>(() => ForecastScore.Of([0.01, double.NaN], [0.01, 0.01]));
    }
}
