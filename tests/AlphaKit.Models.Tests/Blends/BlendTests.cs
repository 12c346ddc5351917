using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class BlendTests
{
    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(200) with { MinimumTrainDays = 60 };

    [Fact]
    public void A_blend_is_the_mean_of_z_scores()
    {
        Study s = Study.Random(3, 100, 12, 2, 0.4);
        ModelSpec a = new RidgeScorer(), b = new RidgeScorer { Penalty = 50, Label = LabelScale.RankToNormal };
        FieldMatrix[] parts = [.. new[] { a, b }.Select(m => WalkForward.Train(m, s.X(), s.Y(), s_plan).Scores.Values)];
        FieldMatrix blend = WalkForward.Train(new BlendScorer { Models = [a, b] }, s.X(), s.Y(), s_plan).Scores.Values;
        for (int i = 0; i < 12; i++)
        {
            double expected = 0;
            foreach (FieldMatrix part in parts)
            {
                double[] row = [.. part.Row(90).ToArray().Select(v => (double)v)];
                double mean = row.Average(), deviation = Math.Sqrt(row.Average(v => (v - mean) * (v - mean)));
                expected += (row[i] - mean) / deviation / 2;
            }

            Assert.Equal(expected, blend[90, i], 1e-5);
        }

        Assert.Throws<ArgumentException>(() => new BlendScorer { Models = [a] });
    }

    [Fact]
    public void Weights_are_mean_over_deviation_of_the_daily_rank_ic()
    {
        Study s = Study.Random(3, 100, 12, 3, 0.6);
        DateOnly[] days = [.. Enumerable.Range(0, 80).Select(t => s.Axes.Calendar[t])];
        TrainingSet set = TrainingSet.Of(s.X(), s.Y(), days, s.Axes.Calendar[90]);
        ITrainedModel model = new IcirScorer().Fit(set, new TrainingContext { Random = RandomStream.Create(1, "test") }, default);
        double[] icir = new double[3];
        for (int k = 0; k < 3; k++)
        {
            double[] ics = [.. Enumerable.Range(0, 80).Select(t => Correlation.Spearman(
                [.. s.X()[k].Values.Row(t).ToArray().Select(v => (double)v)], [.. s.Y().Values.Row(t).ToArray().Select(v => (double)v)]))];
            double mean = ics.Average();
            icir[k] = mean / Math.Sqrt(ics.Sum(v => (v - mean) * (v - mean)) / 79);
        }

        double all = icir.Sum(Math.Abs);
        for (int k = 0; k < 3; k++) Assert.Equal(icir[k] / all, model.Coefficients[k + 1].Value, 1e-9);
        Assert.Throws<InsufficientDataException>(() => new IcirScorer { LeastDays = 90 }.Fit(set, new TrainingContext { Random = RandomStream.Create(1, "test") }, default));
    }
}
