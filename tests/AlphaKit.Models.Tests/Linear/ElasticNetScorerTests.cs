namespace AlphaKit.Models.Tests;

public sealed class ElasticNetScorerTests
{
    private const int Features = 5;
    private const int Days = 8;
    private const int Names = 7;

    [Theory]
    // numpy 1.24.2, scikit-learn 1.2.1; the maker is elastic_net.py in this folder.
    [InlineData(0.05, 0.5, new[] { 0.0012430146364044781, 0.5863018496816391, -0.4107965403640758, 0.029624736411113333, 0.0, 0.0634094059354376 })]
    [InlineData(0.2, 0.5, new[] { 0.0038484432416324055, 0.4835894608952847, -0.31444773965617184, 0.0, 0.0, 0.0 })]
    [InlineData(0.05, 1.0, new[] { 0.0032692777314195904, 0.5804669334621025, -0.38661251119039775, 0.0, 0.0, 0.039480458449846836 })]
    [InlineData(0.2, 0.9, new[] { 0.00317947430961476, 0.4439520010076587, -0.26427126727011924, 0.0, 0.0, 0.0 })]
    [InlineData(0.01, 0.1, new[] { -0.0012120896640148053, 0.6224802652017699, -0.451014778668053, 0.0682464957622938, -0.013896221219930633, 0.08639865772539365 })]
    public void Coefficients_are_those_of_scikit_learn(double penalty, double share, double[] expected)
    {
        ITrainedModel model = Fit(new ElasticNetScorer { Penalty = penalty, AbsoluteShare = share }, SmallSet());
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.Equal(expected[k], model.Coefficients[k].Value, 9);
            if (expected[k] == 0) Assert.Equal(0, model.Coefficients[k].Value);
        }
    }

    [Fact]
    public void Without_absolute_values_it_is_ridge()
    {
        TrainingSet set = SmallSet();
        ITrainedModel net = Fit(new ElasticNetScorer { Penalty = 0.25, AbsoluteShare = 0 }, set), ridge = Fit(new RidgeScorer { Penalty = Days * 0.25 }, set);
        for (int k = 0; k <= Features; k++) Assert.Equal(ridge.Coefficients[k].Value, net.Coefficients[k].Value, 10);
    }

    [Fact]
    public void The_path_begins_with_no_feature_and_ends_where_a_cold_start_ends()
    {
        TrainingSet set = SmallSet();
        ElasticNetScorer spec = new() { PathLength = 12 };
        IReadOnlyList<ElasticNetPoint> path = spec.FitPath(set, Context(1));
        Assert.Equal(12, path.Count);
        Assert.Equal(0, path[0].Used);
        Assert.Equal(Features, path[^1].Used);
        Assert.Equal(0.001, path[^1].Penalty / path[0].Penalty, 12);

        // The largest penalty is the least that leaves none: a little less brings one in.
        Assert.Equal(1, ((LinearModel)Fit(spec with { Penalty = path[0].Penalty * 0.999 }, set)).Coefficients.Skip(1).Count(c => c.Value != 0));
        foreach (ElasticNetPoint point in path)
        {
            ITrainedModel cold = Fit(spec with { Penalty = point.Penalty }, set);
            for (int k = 0; k <= Features; k++) Assert.Equal(cold.Coefficients[k].Value, point.Model.Coefficients[k].Value, 9);
        }
    }

    [Fact]
    public void A_chosen_penalty_finds_the_one_feature_that_counts_and_no_other()
    {
        Study s = Study.Random(11, 260, 40, 12, 0.3);
        TrainingSet set = TrainingSet.OfRows(s.X(), s.Y(), [.. Enumerable.Range(0, 250)], 255);
        ITrainedModel model = Fit(new ElasticNetScorer { AbsoluteShare = 1 }, set);
        Assert.True(model.Coefficients[1].Value > 0.1);
        Assert.All(model.Coefficients.Skip(2), c => Assert.True(Math.Abs(c.Value) < 0.03, $"{c.Key}: {c.Value}"));
        Assert.Contains(model.Notes, n => n.Contains("was chosen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Nothing_known_after_the_cut_changes_a_bit_and_neither_does_the_number_of_threads(int threads)
    {
        Study s = Study.Random(4, 120, 30, 6, 0.2), poisoned = s.PoisonedAfter(100);
        int[] rows = [.. Enumerable.Range(0, 98)];
        IReadOnlyList<KeyValuePair<string, double>> clean = Fit(new ElasticNetScorer(), TrainingSet.OfRows(s.X(), s.Y(), rows, 100)).Coefficients;
        Assert.Equal(clean, Fit(new ElasticNetScorer(), TrainingSet.OfRows(poisoned.X(), poisoned.Y(), rows, 100), threads).Coefficients);
        Study early = s.PoisonedAfter(60);
        Assert.NotEqual(clean, Fit(new ElasticNetScorer(), TrainingSet.OfRows(early.X(), early.Y(), rows, 100), threads).Coefficients);
    }

    [Fact]
    public void Equal_features_come_to_rest_and_a_constant_one_gets_no_weight()
    {
        Study s = Study.Random(4, 60, 20, 3, 0.3);
        for (int t = 0; t < 60; t++)
        {
            s.Features[0][t].CopyTo(s.Features[1][t], 0);
            Array.Fill(s.Features[2][t], 7f);
        }

        TrainingSet set = TrainingSet.OfRows(s.X(), s.Y(), [.. Enumerable.Range(0, 50)], 55);
        ITrainedModel both = Fit(new ElasticNetScorer { Penalty = 0.01 }, set), lasso = Fit(new ElasticNetScorer { Penalty = 0.01, AbsoluteShare = 1 }, set);
        Assert.Equal(both.Coefficients[1].Value, both.Coefficients[2].Value, 8);
        Assert.Equal(0, both.Coefficients[3].Value);

        // The lasso does not say which of two equal features to take; the first round takes the first.
        Assert.Equal(0, lasso.Coefficients[2].Value, 9);
        Assert.True(lasso.Coefficients[1].Value > 0.1);
    }

    [Fact]
    public void Features_that_repeat_each_other_under_a_vanishing_penalty_are_refused()
    {
        Study s = Study.Random(4, 60, 20, 2, 0.3);
        RandomStream random = RandomStream.Create(1, "almost");
        for (int t = 0; t < 60; t++)
        {
            for (int i = 0; i < 20; i++) s.Features[1][t][i] = s.Features[0][t][i] + (float)(1e-4 * random.NextNormal());
        }

        TrainingSet set = TrainingSet.OfRows(s.X(), s.Y(), [.. Enumerable.Range(0, 50)], 55);
        ElasticNetException e = Assert.Throws<ElasticNetException>(() => Fit(new ElasticNetScorer { Penalty = 1e-14, AbsoluteShare = 0 }, set));
        Assert.Equal(1e-14, e.Penalty);
        Assert.True(e.Violation > 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_penalty_that_is_not_finite_and_above_zero_is_refused(double penalty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { Penalty = penalty });

    [Fact]
    public void Options_out_of_range_and_data_without_content_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { AbsoluteShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { AbsoluteShare = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { PathLength = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { LeastPenalty = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticNetScorer { ValidationShare = 0 });
        Study flat = new(20, 3, 1);
        TrainingSet nothing = TrainingSet.OfRows(flat.X(), flat.Y(), [0, 1, 2], 12);
        Assert.Throws<InsufficientDataException>(() => Fit(new ElasticNetScorer { Penalty = 1 }, nothing));
        Assert.Throws<InsufficientDataException>(() => Fit(new ElasticNetScorer(), nothing));
    }

    private static ITrainedModel Fit(ModelSpec spec, TrainingSet set, int threads = 2) => spec.Fit(set, Context(threads), CancellationToken.None);

    private static TrainingContext Context(int threads) => new() { Random = RandomStream.Create(1, "test"), Threads = threads };

    /// <summary>The data of elastic_net.py; days 0, 2, 4 … carry the samples, prices of 64 and 64 + q make the labels q / 64 exact.</summary>
    private static TrainingSet SmallSet()
    {
        Study s = new((2 * Days) + 3, Names, Features);
        for (int d = 0; d < Days; d++)
        {
            for (int i = 0; i < Names; i++)
            {
                double[] x = [.. Enumerable.Range(0, Features).Select(k => At((((d * Names) + i) * Features) + k + 1, 0.37))];
                x[3] = (0.6 * x[0]) + (0.8 * x[3]);
                for (int k = 0; k < Features; k++) s.Features[k][2 * d][i] = (float)x[k];
                bool isMissing = d % 3 == 1 && i == 2;
                double q = Math.Round((8 * At((d * Names) + i + 1, 0.53)) + (8 * s.Features[0][2 * d][i]) - (4 * s.Features[1][2 * d][i]), MidpointRounding.ToEven);
                s.Prices[(2 * d) + 1][i] = isMissing ? float.NaN : 64;
                s.Prices[(2 * d) + 2][i] = isMissing ? 64 : (float)(64 + q);
            }
        }

        return TrainingSet.OfRows(s.X(), s.Y(), [.. Enumerable.Range(0, Days).Select(d => 2 * d)], (2 * Days) + 1);
    }

    private static double At(int n, double factor) => Math.Sin(factor * n * n);
}
