namespace AlphaKit.Models.Tests;

public sealed class SearchedScorerTests
{
    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(60) with { MinimumTrainDays = 80 };

    private static SearchedScorer Ridge => new()
    {
        Model = "ridge",
        Space = new SearchSpace(SearchDimension.LogUniform("penalty", 1e-2, 1e7)),
        Create = p => new RidgeScorer { Penalty = p.Number("penalty") },
        Trials = 12,
        Blocks = 2,
        Pruning = new MedianPruning(),
    };

    [Fact]
    public void Parameters_are_chosen_again_in_each_training_window_and_the_best_is_trained_on_all_of_it()
    {
        Study s = Study.Random(8, 220, 30, 5, 0.2);
        WalkForwardResult result = WalkForward.Train(Ridge, s.X(), s.Y(), s_plan, new WalkForwardOptions { Threads = 1 });
        Assert.True(result.Trained.Count > 1);
        foreach (WalkForwardFold fold in result.Trained)
        {
            SearchedModel model = Assert.IsType<SearchedModel>(fold.Model);
            Assert.Equal(12, model.Search.Trials.Count);
            TrainingSet all = TrainingSet.Of(s.X(), s.Y(), s.Axes.Calendar.Days[..(s.Axes.Calendar.IndexOf(fold.TrainTo) + 1)].ToArray(), fold.Cut);
            RidgeScorer best = new() { Penalty = model.Search.Best!.Point.Number("penalty") };
            Assert.Equal(best.Fit(all, new TrainingContext { Random = RandomStream.Create(0, "x") }, default).Coefficients, model.Coefficients);
        }

        Assert.NotEqual(Trials(result, 0), Trials(result, 1));
        Assert.Equal(Trials(result, 0), Trials(WalkForward.Train(Ridge, s.X(), s.Y(), s_plan, new WalkForwardOptions { Threads = 3 }), 0));
    }

    [Fact]
    public void Nothing_known_after_the_cut_changes_a_trial_or_a_weight()
    {
        Study s = Study.Random(8, 220, 30, 5, 0.2);
        WalkForwardResult clean = WalkForward.Train(Ridge, s.X(), s.Y(), s_plan);
        int cut = s.Axes.Calendar.IndexOf(clean.Trained[0].Cut);
        Study poisoned = s.PoisonedAfter(cut), early = s.PoisonedAfter(cut - 3);
        WalkForwardResult after = WalkForward.Train(Ridge, poisoned.X(), poisoned.Y(), s_plan);
        Assert.Equal(Trials(clean, 0), Trials(after, 0));
        Assert.Equal(clean.Trained[0].Model.Coefficients, after.Trained[0].Model.Coefficients);
        Assert.NotEqual(Trials(clean, 1), Trials(after, 1));
        Assert.NotEqual(Trials(clean, 0), Trials(WalkForward.Train(Ridge, early.X(), early.Y(), s_plan), 0));
    }

    [Fact]
    public void A_model_that_learns_its_days_by_heart_gains_nothing()
    {
        Study s = Study.Random(8, 140, 60, 2, 0);
        WalkForwardResult result = WalkForward.Train(Ridge with { Create = _ => new ByHeart(), Trials = 3, Pruning = null }, s.X(), s.Y(), s_plan);
        Assert.Equal(1, result.Trained[0].InSampleRankIc, 9);
        Assert.All(((SearchedModel)result.Trained[0].Model).Search.Trials, t => Assert.True(Math.Abs(t.Score) < 0.15, t.ToString()));
    }

    [Fact]
    public void Trials_on_disk_are_not_made_again_and_those_of_other_data_are_refused()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("alphakit-search-");
        Study s = Study.Random(8, 140, 30, 5, 0.2);
        int fits = 0;
        SearchedScorer scorer = Ridge with
        {
            LogFolder = folder.FullName,
            Create = p =>
            {
                fits++;
                return new RidgeScorer { Penalty = p.Number("penalty") };
            },
        };
        WalkForwardResult first = WalkForward.Train(scorer, s.X(), s.Y(), s_plan);
        Assert.Equal(13, fits);
        fits = 0;
        WalkForwardResult again = WalkForward.Train(scorer, s.X(), s.Y(), s_plan);
        Assert.Equal(1, fits);
        Assert.Equal(first.Trained[0].Model.Coefficients, again.Trained[0].Model.Coefficients);
        Assert.Equal(Trials(first, 0), Trials(again, 0));
        s.Features[0][3][4]++;
        Assert.Throws<SearchLogException>(() => WalkForward.Train(scorer, s.X(), s.Y(), s_plan));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_search_without_any_score_says_so_and_too_few_days_are_refused()
    {
        Study s = Study.Random(8, 140, 30, 5, 0.2);
        SearchedScorer failing = Ridge with { Create = _ => new Refusing() };
        SearchFailedException e = Assert.Throws<SearchFailedException>(() => WalkForward.Train(failing, s.X(), s.Y(), s_plan));
        Assert.Equal(12, e.Trials);
        Assert.Contains("nothing to learn", e.First, StringComparison.Ordinal);
        Assert.Throws<InsufficientDataException>(() => WalkForward.Train(Ridge with { Blocks = 9, BlockShare = 0.3 }, s.X(), s.Y(), s_plan));
    }

    private static string[] Trials(WalkForwardResult result, int fold) => [.. ((SearchedModel)result.Trained[fold].Model).Search.Trials.Select(t => $"{t} {t.Score:R} {t.Seed}")];

    /// <summary>Knows the labels of the days it was trained on, and scores the others by their first feature, which tells nothing.</summary>
    private sealed record ByHeart : ModelSpec
    {
        public override string Name => "by heart";

        public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken) =>
            new Model(Enumerable.Range(0, set.Count).ToDictionary(i => set.Days[i], i => set[i].Labels.ToArray()));

        private sealed class Model(Dictionary<DateOnly, float[]> days) : ITrainedModel
        {
            public void Predict(FeatureDay day, Span<float> scores) => (days.TryGetValue(day.Date, out float[]? labels) ? labels : day[0]).CopyTo(scores);
        }
    }

    private sealed record Refusing : ModelSpec
    {
        public override string Name => "refusing";

        public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken) => throw new InsufficientDataException("nothing to learn", 1, 0);
    }
}
