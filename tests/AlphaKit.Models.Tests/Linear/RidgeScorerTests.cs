using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class RidgeScorerTests
{
    private const float Nan = float.NaN;

    private static readonly float[][][] Days =
    [
        [[0.5f, -1.25f, 2, 0.75f, -0.5f], [1, 2, Nan, -1, 0.25f]],
        [[1.5f, 0.25f, -2, Nan, 0.5f], [0.5f, -0.5f, 1.5f, 3, -2]],
        [[-0.75f, 1, 0, 2.5f, -1.5f], [2, 0, -1, 1, 0.5f]],
    ];

    private static readonly float[][] SixtyFourths = [[3, -2, 5, 1, 0], [4, 1, -3, Nan, 2], [-1, 2, 2, 6, -4]];

    [Theory]
    // numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1; the maker is ridge.py in this folder.
    [InlineData(LabelScale.ZScore, 1.0, -0.004975691564694545, 0.7165655779486562, -0.04067182756457491)]
    [InlineData(LabelScale.ZScore, 0.01, 0.0039881349321657265, 0.9732704992528047, 0.032599435506862964)]
    [InlineData(LabelScale.RankToNormal, 1.0, -0.004928493801655486, 0.6118182683149743, -0.030637147002794057)]
    [InlineData(LabelScale.RankToNormal, 0.01, 0.0029472481491177294, 0.8315194079701986, 0.03373999824427094)]
    public void Coefficients_are_those_of_scikit_learn(LabelScale label, double penalty, double intercept, double first, double second)
    {
        TrainingSet set = SmallSet(out _);
        ITrainedModel model = Fit(new RidgeScorer { Penalty = penalty, Label = label }, set);
        Assert.Equal(["(intercept)", "f0", "f1"], model.Coefficients.Select(c => c.Key));
        Assert.Equal(intercept, model.Coefficients[0].Value, 12);
        Assert.Equal(first, model.Coefficients[1].Value, 12);
        Assert.Equal(second, model.Coefficients[2].Value, 12);
    }

    [Fact]
    public void A_score_is_the_intercept_and_the_weighted_scaled_features()
    {
        TrainingSet set = SmallSet(out FeatureTensor x);
        ITrainedModel model = Fit(new RidgeScorer(), set);
        float[] scores = new float[5];
        model.Predict(new FeatureDay(x, set.Days[0]), scores);

        // Day 0 by hand: feature 0 has mean 0.3 and sum of squares 7.7 − 5 · 0.09, feature 1 is missing for name 2.
        double z0 = (2 - 0.3) / Math.Sqrt(((0.25 + 1.5625 + 4 + 0.5625 + 0.25) / 5) - 0.09);
        Assert.Equal(-0.004975691564694545 + (0.7165655779486562 * z0), scores[2], 6);
    }

    [Fact]
    public void A_missing_feature_counts_as_the_mean_or_leaves_the_name_out()
    {
        TrainingSet set = SmallSet(out FeatureTensor x);
        float[] zero = new float[5], left = new float[5];
        Fit(new RidgeScorer(), set).Predict(new FeatureDay(x, set.Days[0]), zero);
        ITrainedModel strict = Fit(new RidgeScorer { Missing = MissingFeature.LeaveOut }, set);
        strict.Predict(new FeatureDay(x, set.Days[0]), left);
        Assert.All(zero, s => Assert.False(float.IsNaN(s)));
        Assert.Equal([false, false, true, false, false], left.Select(float.IsNaN));
        Assert.NotEqual(Fit(new RidgeScorer(), set).Coefficients, strict.Coefficients);
    }

    [Fact]
    public void Names_without_any_feature_or_outside_the_universe_have_no_score()
    {
        Study s = new(20, 4, 2);
        Fill(s);
        s.Outside[5, 1] = true;
        s.Features[0][5][2] = s.Features[1][5][2] = float.NaN;
        FeatureTensor x = s.X();
        ITrainedModel model = Fit(new RidgeScorer(), TrainingSet.OfRows(x, s.Y(), [0, 1, 2], 10));
        float[] scores = new float[4];
        model.Predict(new FeatureDay(x, s.Axes.Calendar[5]), scores);
        Assert.Equal([false, true, true, false], scores.Select(float.IsNaN));
    }

    [Fact]
    public void Features_as_given_are_not_scaled()
    {
        Study s = new(20, 4, 1);
        Fill(s);
        ITrainedModel scaled = Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 10));
        ITrainedModel raw = Fit(new RidgeScorer { Features = FeatureScale.AsGiven }, TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 10));
        foreach (float[] row in s.Features[0])
        {
            for (int i = 0; i < row.Length; i++) row[i] = (row[i] * 8) + 3;
        }

        ITrainedModel scaledAgain = Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 10));
        ITrainedModel rawAgain = Fit(new RidgeScorer { Features = FeatureScale.AsGiven }, TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 10));
        Assert.Equal(scaled.Coefficients[1].Value, scaledAgain.Coefficients[1].Value, 5);
        Assert.NotEqual(raw.Coefficients[1].Value, rawAgain.Coefficients[1].Value, 2);
    }

    [Fact]
    public void Days_that_tell_nothing_are_skipped_and_counted()
    {
        Study s = new(20, 3, 1);
        Fill(s);
        FeatureTensor whole = s.X();
        IReadOnlyList<KeyValuePair<string, double>> expected = Fit(new RidgeScorer(), TrainingSet.OfRows(whole, s.Y(), [0, 3], 12)).Coefficients;

        // Day 6: all labels equal. Day 9: one name only. Neither changes what the other days say.
        for (int i = 0; i < 3; i++) s.Prices[7][i] = s.Prices[8][i] = 100;
        s.Features[0][9][1] = s.Features[0][9][2] = float.NaN;
        ITrainedModel model = Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 3, 6, 9], 12));
        Assert.Equal(expected, model.Coefficients);
        Assert.Equal(
            ["1 of 4 training days have fewer than two samples and were skipped.", "1 of 4 training days have equal labels only and were skipped."],
            model.Notes);
    }

    [Fact]
    public void Nothing_to_learn_from_is_refused()
    {
        Study s = new(20, 3, 1);
        Fill(s);
        for (int t = 0; t < 20; t++) Array.Fill(s.Prices[t], 100f);
        Assert.Throws<InsufficientDataException>(() => Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 1], 12)));
    }

    [Fact]
    public void Equal_features_share_the_weight_when_the_penalty_is_above_rounding()
    {
        Study s = new(20, 6, 2);
        Fill(s);
        for (int t = 0; t < 20; t++) s.Features[0][t].CopyTo(s.Features[1][t], 0);
        TrainingSet set = TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2, 3], 12);
        ITrainedModel model = Fit(new RidgeScorer { Penalty = 1e-3 }, set);
        Assert.Equal(model.Coefficients[1].Value, model.Coefficients[2].Value, 9);
        SingularFeaturesException e = Assert.Throws<SingularFeaturesException>(() => Fit(new RidgeScorer { Penalty = 1e-300 }, set));
        Assert.Equal("f1", e.Feature);
    }

    [Fact]
    public void A_constant_feature_gets_no_weight()
    {
        Study s = new(20, 6, 2);
        Fill(s);
        for (int t = 0; t < 20; t++) Array.Fill(s.Features[1][t], 7f);
        Assert.Equal(0, Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 12)).Coefficients[2].Value);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void The_number_of_threads_changes_no_bit(int threads)
    {
        Study s = Study.Random(5, 200, 37, 9, 0.2);
        TrainingSet set = TrainingSet.OfRows(s.X(), s.Y(), [.. Enumerable.Range(0, 190)], 195);
        Assert.Equal(Fit(new RidgeScorer(), set, 1).Coefficients, Fit(new RidgeScorer(), set, threads).Coefficients);
    }

    [Fact]
    public void Other_features_than_those_trained_on_are_refused()
    {
        Study s = new(20, 6, 2), other = new(20, 6, 3);
        Fill(s);
        Fill(other);
        ITrainedModel model = Fit(new RidgeScorer(), TrainingSet.OfRows(s.X(), s.Y(), [0, 1, 2], 12));
        Assert.Throws<ArgumentException>(() => model.Predict(new FeatureDay(other.X(), other.Axes.Calendar[0]), new float[6]));
        Assert.Throws<ArgumentException>(() => model.Predict(new FeatureDay(s.X(), s.Axes.Calendar[0]), new float[5]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_penalty_that_is_not_finite_and_above_zero_is_refused(double penalty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RidgeScorer { Penalty = penalty });

    [Fact]
    public void Policies_without_a_name_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RidgeScorer { Features = (FeatureScale)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RidgeScorer { Missing = (MissingFeature)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RidgeScorer { Label = (LabelScale)9 });
    }

    [Fact]
    public void The_baseline_adds_up_signed_z_scores()
    {
        TrainingSet set = SmallSet(out FeatureTensor x);
        EqualWeightScorer spec = new() { Directions = new Dictionary<string, Direction> { ["f0"] = Direction.HighIsGood, ["f1"] = Direction.LowIsGood } };
        float[] scores = new float[5];
        Fit(spec, set).Predict(new FeatureDay(x, set.Days[0]), scores);

        // Name 2 of day 0 lacks f1: half its z-score of f0.
        double z0 = (2 - 0.3) / Math.Sqrt(((0.25 + 1.5625 + 4 + 0.5625 + 0.25) / 5) - 0.09);
        Assert.Equal(z0 / 2, scores[2], 6);
        Assert.Throws<ArgumentException>(() => Fit(spec with { Directions = new Dictionary<string, Direction> { ["f0"] = Direction.HighIsGood } }, set));
    }

    [Theory]
    // scipy 1.10.1, scipy.stats.norm.ppf; the maker is ridge.py in this folder.
    [InlineData(1e-12, -7.034483825301131)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.05, -1.6448536269514729)]
    [InlineData(0.3, -0.5244005127080409)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.925, 1.4395314709384563)]
    [InlineData(0.999, 3.090232306167813)]
    public void Normal_quantiles_are_those_of_scipy(double probability, double expected) => Assert.Equal(expected, NormalQuantile.Of(probability), 13);

    private static ITrainedModel Fit(ModelSpec spec, TrainingSet set, int threads = 2) =>
        spec.Fit(set, new TrainingContext { Random = RandomStream.Create(1, "test"), MaxThreads = threads }, CancellationToken.None);

    /// <summary>Days 0, 2 and 4 carry the samples; prices of 64 and 64 + q make the labels q / 64 exact.</summary>
    private static TrainingSet SmallSet(out FeatureTensor x)
    {
        Study s = new(9, 5, 2);
        for (int d = 0; d < 3; d++)
        {
            for (int i = 0; i < 5; i++)
            {
                for (int k = 0; k < 2; k++) s.Features[k][2 * d][i] = Days[d][k][i];
                s.Prices[(2 * d) + 1][i] = float.IsNaN(SixtyFourths[d][i]) ? Nan : 64;
                s.Prices[(2 * d) + 2][i] = float.IsNaN(SixtyFourths[d][i]) ? 64 : 64 + SixtyFourths[d][i];
            }
        }

        x = s.X();
        return TrainingSet.OfRows(x, s.Y(), [0, 2, 4], 7);
    }

    private static void Fill(Study s)
    {
        RandomStream random = RandomStream.Create(3, "fill");
        foreach (float[] row in s.Features.SelectMany(f => f)) FillRow(row, () => (float)random.NextNormal());
        foreach (float[] row in s.Prices) FillRow(row, () => (float)(90 + (20 * random.NextDouble())));
    }

    private static void FillRow(float[] row, Func<float> value)
    {
        for (int i = 0; i < row.Length; i++) row[i] = value();
    }
}
