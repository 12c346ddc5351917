using AlphaKit.Factors;

namespace AlphaKit.Models.Tests;

public sealed class WalkForwardTests
{
    private static readonly WalkForwardPlan Plan = WalkForwardPlan.Monthly with { MinimumTrainDays = 60 };

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void Every_fold_trains_only_on_labels_known_before_its_first_scored_day(int holding)
    {
        Study s = Study.Random(2, 300, 10, 2, 0.1);
        TradingCalendar days = s.Axes.Calendar;
        foreach (int embargo in new[] { 0, 3 })
        {
            WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(holding), Plan with { Embargo = embargo });
            Assert.All(r.Trained, f =>
            {
                Assert.Equal(days.IndexOf(f.PredictFrom) - 1, days.IndexOf(f.Cut));
                Assert.Equal(days.IndexOf(f.Cut), days.IndexOf(f.TrainTo) + 1 + holding + embargo);
            });
        }
    }

    [Fact]
    public void Folds_follow_each_other_without_gap_and_begin_with_the_month()
    {
        Study s = Study.Random(2, 300, 10, 2, 0.1);
        TradingCalendar days = s.Axes.Calendar;
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);

        // Weekdays from 2017-01-03: 21 + 20 + 23 by the end of March, less 2 for the label: 62. By the end of February only 39.
        Assert.Equal(new DateOnly(2017, 4, 3), r.Trained[0].PredictFrom);
        Assert.Equal(62, r.Trained[0].TrainDays);
        Assert.All(r.Trained, f => Assert.NotEqual(f.PredictFrom.Month, f.Cut.Month));
        for (int i = 1; i < r.Trained.Count; i++) Assert.Equal(r.Trained[i].Cut, r.Trained[i - 1].PredictTo);
        Assert.Equal(days.Last, r.Trained[^1].PredictTo);
        Assert.Equal(r.Trained.Count, r.Folds.RowCount);
        Assert.Equal(r.Trained.Count * 3, r.Coefficients.RowCount);
    }

    [Fact]
    public void There_are_no_scores_before_the_first_fold()
    {
        Study s = Study.Random(2, 120, 10, 2, 0.1);
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);
        int first = s.Axes.Calendar.IndexOf(r.Trained[0].PredictFrom);
        for (int t = 0; t < 120; t++) Assert.Equal(t < first, float.IsNaN(r.Scores.Values[t, 3]));
    }

    [Theory]
    [InlineData("half-yearly", 1, 7)]
    [InlineData("quarterly", 1, 4, 7, 10)]
    public void Longer_intervals_begin_with_their_months(string name, params int[] months)
    {
        WalkForwardPlan plan = name == "quarterly" ? WalkForwardPlan.Quarterly : WalkForwardPlan.HalfYearly;
        Assert.Equal(name, plan.Retrain.ToString());
        Study s = Study.Random(2, 600, 5, 1, 0.1);
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), plan with { MinimumTrainDays = 40 });
        Assert.Equal(months, r.Trained.Select(f => f.PredictFrom.Month).Distinct().Order());
        Assert.All(r.Trained, f => Assert.NotEqual(f.PredictFrom.Month, f.Cut.Month));
    }

    [Fact]
    public void Folds_of_trading_days_begin_as_soon_as_there_is_enough()
    {
        Study s = Study.Random(2, 130, 5, 1, 0.1);
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), WalkForwardPlan.EveryDays(20) with { MinimumTrainDays = 50 });

        // 50 days (0 … 49), the last label known on day 51, first scored day 52.
        Assert.Equal([52, 72, 92, 112], r.Trained.Select(f => s.Axes.Calendar.IndexOf(f.PredictFrom)));
        Assert.Equal(50, r.Trained[0].TrainDays);
    }

    [Fact]
    public void Stride_and_years_limit_what_is_trained_on()
    {
        Study s = Study.Random(2, 600, 5, 1, 0.1);
        WalkForwardResult all = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);
        WalkForwardResult thin = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan with { SampleStride = 5 });
        WalkForwardResult year = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan with { TrainYears = 1 });
        Assert.Equal(all.Trained.Select(f => (f.TrainDays + 4) / 5), thin.Trained.Select(f => f.TrainDays));
        Assert.Equal(all.Trained.Select(f => f.TrainTo), thin.Trained.Select(f => f.TrainTo));
        Assert.All(year.Trained, f => Assert.True(f.TrainFrom >= f.Cut.AddYears(-1)));
        Assert.True(year.Trained[^1].TrainFrom > all.Trained[^1].TrainFrom);
    }

    [Fact]
    public void A_short_history_of_164_days_is_enough_for_a_monthly_plan()
    {
        Study s = Study.Random(2, 164, 20, 3, 0.2);
        Assert.True(WalkForward.Train(new RidgeScorer(), s.X(), s.Y(5), Plan).Trained.Count >= 4);
    }

    [Fact]
    public void Too_little_data_says_how_much_is_needed_and_there()
    {
        Study s = Study.Random(2, 164, 5, 1, 0.2);
        InsufficientDataException e = Assert.Throws<InsufficientDataException>(() => WalkForward.Train(new RidgeScorer(), s.X(), s.Y(5), WalkForwardPlan.HalfYearly));
        Assert.Equal(200, e.Needed);
        Assert.InRange(e.Available, 100, 130); // 2017-01-03 … 2017-06-30, less 6 days
    }

    [Fact]
    public void Days_without_samples_do_not_count_as_training_days()
    {
        Study s = Study.Random(2, 164, 5, 1, 0.2);
        for (int t = 0; t < 40; t++) Array.Fill(s.Features[0][t], float.NaN);
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);
        Assert.Equal(s.Axes.Calendar[40], r.Trained[0].TrainFrom);
        Assert.True(r.Trained[0].TrainDays >= 60);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [Trait("Speed", "Slow")]
    public void Nothing_later_changes_a_bit_of_what_came_before(int holding)
    {
        Study s = Study.Random(4, 220, 12, 3, 0.1);
        WalkForwardResult clean = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(holding), Plan);
        foreach (int now in new[] { 90, 104, 128, 150, 171, 200 }.Concat(clean.Trained.Select(f => s.Axes.Calendar.IndexOf(f.Cut))))
        {
            Study poisoned = s.PoisonedAfter(now);
            WalkForwardResult r = WalkForward.Train(new RidgeScorer(), poisoned.X(), poisoned.Y(holding), Plan);
            DateOnly day = s.Axes.Calendar[now];
            Assert.Equal(clean.Trained.Where(f => f.Cut <= day).SelectMany(f => f.Model.Coefficients), r.Trained.Where(f => f.Cut <= day).SelectMany(f => f.Model.Coefficients));
            Assert.Equal(ContentHash.Of(clean.Scores.Values.Slice(0, now + 1)), ContentHash.Of(r.Scores.Values.Slice(0, now + 1)));
        }
    }

    [Fact]
    public void Poison_finds_a_split_that_forgets_the_horizon()
    {
        // The same check on a set made without purge must fail, or it would prove nothing.
        Study s = Study.Random(4, 220, 12, 3, 0.1), poisoned = s.PoisonedAfter(100);
        int[] leaking = [.. Enumerable.Range(0, 101)], clean = [.. Enumerable.Range(0, 99)];
        Assert.Equal(Coefficients(s, clean), Coefficients(poisoned, clean));
        Assert.NotEqual(Coefficients(s, leaking), Coefficients(poisoned, leaking));

        static IEnumerable<double> Coefficients(Study study, int[] rows) => new RidgeScorer()
            .Fit(TrainingSet.Unchecked(study.X(), study.Y(), rows, 100), new TrainingContext { Random = RandomStream.Create(0, "x") }, CancellationToken.None)
            .Coefficients.Select(c => c.Value);
    }

    [Fact]
    public void A_schedule_that_forgets_the_horizon_is_refused()
    {
        Study s = Study.Random(4, 220, 12, 3, 0.1);
        FoldWindow unpurged = new([.. Enumerable.Range(0, 101)], 100, 101, 219);
        Assert.Throws<LabelOverlapException>(() => WalkForward.Train(
            new RidgeScorer(), s.X(), s.Y(), Plan, [unpurged], [], new WalkForwardOptions(), null, CancellationToken.None));
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_planted_signal_is_found_out_of_sample()
    {
        // Scores follow f0, whose correlation with the label is 0.3. Rank IC of a normal pair: (6 / π) asin(0.3 / 2) = 0.2876;
        // standard error about 1 / √(50 · 437) = 0.007.
        Study s = Study.Random(6, 500, 50, 4, 0.3);
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);
        Assert.InRange(r.OutOfSampleRankIc, 0.2876 - 0.025, 0.2876 + 0.025);
        Assert.True(r.Trained[^1].Model.Coefficients[1].Value > 0.2);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public void Pure_noise_has_no_rank_correlation_out_of_sample()
    {
        double sum = 0;
        int days = 0;
        const int Names = 60;
        for (ulong seed = 10; seed < 14; seed++)
        {
            Study s = Study.Random(seed, 300, Names, 4, 0);
            WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan);
            int n = r.Trained.Sum(f => f.OutOfSampleDays);
            sum += r.OutOfSampleRankIc * n;
            days += n;
        }

        // The rank correlation of independent columns has standard deviation 1 / √(names − 1) per day.
        double standardError = 1 / Math.Sqrt((Names - 1.0) * days);
        Assert.InRange(sum / days, -2 * standardError, 2 * standardError);
    }

    [Fact]
    public void Fold_correlations_agree_with_a_slow_reference()
    {
        Study s = Study.Random(8, 130, 15, 2, 0.3);
        s.Features[0][100][4] = float.NaN;
        s.Outside[101, 3] = true;
        LabelValues y = s.Y();
        WalkForwardResult r = WalkForward.Train(new RidgeScorer(), s.X(), y, Plan);
        WalkForwardFold f = r.Trained[1];
        List<double> daily = [];
        for (int t = s.Axes.Calendar.IndexOf(f.PredictFrom); t <= s.Axes.Calendar.IndexOf(f.PredictTo); t++)
        {
            List<(double Score, double Label)> pairs = [];
            for (int i = 0; i < 15; i++)
            {
                if (!float.IsNaN(r.Scores.Values[t, i]) && !float.IsNaN(y.Values[t, i])) pairs.Add((r.Scores.Values[t, i], y.Values[t, i]));
            }

            if (pairs.Count < 3) continue;

            // Spearman without ties: 1 − 6 Σ d² / (n (n² − 1)), each rank counted as the number of values not above.
            double squares = pairs.Sum(p => Math.Pow(pairs.Count(q => q.Score <= p.Score) - pairs.Count(q => q.Label <= p.Label), 2));
            daily.Add(1 - (6 * squares / (pairs.Count * ((pairs.Count * pairs.Count) - 1.0))));
        }

        Assert.Equal(daily.Count, f.OutOfSampleDays);
        Assert.Equal(daily.Average(), f.OutOfSampleRankIc, 10);
    }

    [Fact]
    public void Equal_runs_have_equal_manifests_whatever_the_threads()
    {
        Study s = Study.Random(2, 164, 20, 3, 0.2);
        string one = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan, new WalkForwardOptions { MaxThreads = 1 }).Manifest.ToJson();
        string many = WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan, new WalkForwardOptions { MaxThreads = 7 }).Manifest.ToJson();
        string other = WalkForward.Train(new RidgeScorer { Penalty = 2 }, s.X(), s.Y(), Plan).Manifest.ToJson();
        Assert.Equal(one, many);
        Assert.NotEqual(one, other);
        Assert.Contains("\"model.penalty\": \"1\"", one, StringComparison.Ordinal);
        Assert.Contains("monthly, all history, at least 60 days", one, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_known_when_the_features_are()
    {
        Study s = new(164, 5, 1) { KnownAt = Clock.Evening };
        Study r = Study.Random(2, 164, 5, 1, 0.2);
        for (int t = 0; t < 164; t++)
        {
            r.Features[0][t].CopyTo(s.Features[0][t], 0);
            r.Prices[t].CopyTo(s.Prices[t], 0);
        }

        Assert.Equal(Clock.Evening, WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan).Scores.KnownAt);
    }

    [Fact]
    public void A_model_from_outside_is_trained_on_the_same_terms()
    {
        Study s = Study.Random(2, 164, 5, 1, 0.2);
        Lines lines = new();
        WalkForwardResult r = WalkForward.Train(new LastSeen(), s.X(), s.Y(), Plan, progress: lines);
        int t = s.Axes.Calendar.IndexOf(r.Trained[0].PredictFrom);
        Assert.Equal(s.Features[0][t - 1][2], r.Scores.Values[t, 2]);
        Assert.Equal(r.Trained.Count * 2, lines.Seen.Count);
        Assert.Empty(r.Coefficients["value"].Numbers);
        Assert.Equal(r.Trained.Count, r.Trained.Select(f => ((LastSeen.Model)f.Model).Drawn).Distinct().Count());
    }

    [Fact]
    public void Infinite_scores_are_refused_by_name_and_day()
    {
        Study s = Study.Random(2, 164, 5, 1, 0.2);
        ScoreNotFiniteException e = Assert.Throws<ScoreNotFiniteException>(() => WalkForward.Train(new Explodes(), s.X(), s.Y(), Plan));
        Assert.Equal("explodes", e.Model);
        Assert.Equal(s.Axes.Symbols[0], e.Symbol);
    }

    [Fact]
    public void Training_can_be_stopped()
    {
        Study s = Study.Random(2, 164, 5, 1, 0.2);
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => WalkForward.Train(new RidgeScorer(), s.X(), s.Y(), Plan, cancellationToken: stop.Token));
    }

    [Fact]
    public void Bounds_of_the_plan_are_enforced()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan with { MinimumTrainDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan with { SampleStride = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan with { Embargo = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan with { TrainYears = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForwardPlan.EveryDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WalkForwardOptions { MaxThreads = 0 });
        Assert.Equal(0, (Plan with { Embargo = 0, SampleStride = 1, MinimumTrainDays = 1, TrainYears = 1 }).Embargo);
    }

    private sealed class Lines : IProgress<WalkForwardProgress>
    {
        public List<WalkForwardProgress> Seen { get; } = [];

        public void Report(WalkForwardProgress value) => Seen.Add(value);
    }

    /// <summary>A model as a user would write it: scores by yesterday's first feature.</summary>
    private sealed record LastSeen : ModelSpec
    {
        public override string Name => "last seen";

        public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
        {
            context.Progress?.Report("nothing to learn");
            return new Model(context.Random.NextUInt64());
        }

        public sealed class Model(ulong drawn) : ITrainedModel
        {
            public ulong Drawn => drawn;

            public void Predict(FeatureDay day, Span<float> scores)
            {
                if (day.DaysBefore > 0) day.Earlier(1)[0].CopyTo(scores);
            }
        }
    }

    private sealed record Explodes : ModelSpec
    {
        public override string Name => "explodes";

        public override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken) => new Model();

        private sealed class Model : ITrainedModel
        {
            public void Predict(FeatureDay day, Span<float> scores) => scores.Fill(float.PositiveInfinity);
        }
    }
}
