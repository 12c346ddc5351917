using AlphaKit.TestSupport;

namespace AlphaKit.Models.Tests;

public sealed class HyperparameterSearchTests
{
    private static readonly SearchSpace s_space = new(
        SearchDimension.LogUniform("rate", 1e-4, 1),
        SearchDimension.Uniform("share", 0, 1),
        SearchDimension.Integer("depth", 1, 12),
        SearchDimension.Choice("cell", "gru", "lstm", "none"));

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "tpe_loss_of_chance")]
    public void Learning_from_trials_beats_chance_by_the_median_over_seeds()
    {
        double[] learnt = [.. Enumerable.Range(0, 21).Select(s => Best(new TreeParzenSearch(), (ulong)s))], chance = [.. Enumerable.Range(0, 21).Select(s => Best(new RandomSearch(), (ulong)s))];

        // Both are negative losses: chance leaves at least twice the loss, and loses in most of the seeds.
        Claim.AtLeast("tpe_loss_of_chance", Median(chance) / Median(learnt), 2);
        Assert.True(learnt.Zip(chance).Count(p => p.First > p.Second) >= 16);

        static double Best(SearchMethod method, ulong seed) =>
            HyperparameterSearch.Run(s_space, (p, _) => Planted(p), new SearchOptions { Method = method, Trials = 80, Seed = seed }).Best!.Score;

        static double Median(double[] v) => v.Order().ElementAt(v.Length / 2);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 3)]
    public void The_number_of_threads_changes_no_trial(int atOnce, int threads)
    {
        SearchOptions options = new() { Trials = 30, TrialsAtOnce = atOnce, Seed = 5, Threads = 1, Pruning = new MedianPruning() };
        Assert.Equal(Text(Run(options)), Text(Run(options with { Threads = threads })));
        if (atOnce > 1) Assert.NotEqual(Text(Run(options)), Text(Run(options with { TrialsAtOnce = 1 })));
    }

    [Fact]
    public void A_search_that_was_stopped_goes_on_to_the_same_trials()
    {
        using Folder folder = new();
        SearchOptions options = new() { Trials = 25, TrialsAtOnce = 4, Seed = 9, Pruning = new MedianPruning(), LogPath = folder.At("whole.jsonl"), Subject = "planted" };
        string[] whole = Text(Run(options));
        string lines = File.ReadAllText(folder.At("whole.jsonl"));
        Assert.Equal(26, lines.Count(c => c == '\n'));

        // Stopped anywhere, even within a line: the same trials and the same file.
        foreach (int cut in new[] { 0, 7, lines.IndexOf('\n', StringComparison.Ordinal) + 1, lines.Length / 3, (2 * lines.Length / 3) + 11, lines.Length - 1, lines.Length })
        {
            string path = folder.At($"cut{cut}.jsonl");
            File.WriteAllText(path, lines[..cut]);
            int calls = 0;
            string[] resumed = Text(Run(options with { LogPath = path }, () => Interlocked.Increment(ref calls)));
            Assert.Equal(whole, resumed);
            Assert.Equal(lines, File.ReadAllText(path));
            Assert.Equal(25 - Math.Max(0, lines[..cut].Count(c => c == '\n') - 1), calls);
        }

        // More trials go on after the old ones.
        SearchResult longer = Run(options with { Trials = 29 });
        Assert.Equal(whole, Text(longer)[..25]);
        Assert.Equal(Text(Run(options with { Trials = 29, LogPath = null })), Text(longer));
    }

    [Fact]
    public void Cancelling_keeps_the_trials_that_ended()
    {
        using Folder folder = new();
        using CancellationTokenSource stop = new();
        SearchOptions options = new() { Trials = 20, LogPath = folder.At("log.jsonl"), Threads = 1 };
        List<SearchProgress> seen = [];
        Assert.Throws<OperationCanceledException>(() => HyperparameterSearch.Run(s_space, Objective(() => { }), options, new Collect(p =>
        {
            seen.Add(p);
            if (p.Done == 6) stop.Cancel();
        }), stop.Token));
        Assert.Equal(7, File.ReadAllLines(folder.At("log.jsonl")).Length);
        Assert.Equal([1, 2, 3, 4, 5, 6], seen.Select(p => p.Done));
        Assert.Equal(Text(Run(options with { LogPath = null })), Text(Run(options)));
    }

    [Fact]
    public void A_log_of_another_search_or_a_damaged_one_is_refused()
    {
        using Folder folder = new();
        string path = folder.At("log.jsonl");
        SearchOptions options = new() { Trials = 6, LogPath = path };
        Run(options);
        string[] lines = File.ReadAllLines(path);
        Assert.Equal(1, Refused(options with { Seed = 1 }).Line);
        Assert.Equal(1, Refused(options with { Subject = "other" }).Line);
        Assert.Equal(1, Refused(options with { Method = new RandomSearch() }).Line);
        Assert.Equal(3, Damage(lines[2].Replace("\"seed\":\"", "\"seed\":\"1", StringComparison.Ordinal)).Line);
        Assert.Equal(3, Damage(lines[2].Replace("\"share\":0.", "\"share\":0.1", StringComparison.Ordinal)).Line);
        Assert.Equal(3, Damage(lines[2].Replace("\"share\":0.", "\"share\":7.", StringComparison.Ordinal)).Line);
        Assert.Equal(3, Damage(lines[2].Replace("Complete", "Pruned", StringComparison.Ordinal)).Line);
        Assert.Equal(3, Damage("{}").Line);
        Assert.Equal(3, Damage("nonsense").Line);
        Assert.Equal(3, Damage("null").Line);
        Assert.Equal(3, Damage(lines[3]).Line);

        SearchLogException Refused(SearchOptions other) => Assert.Throws<SearchLogException>(() => Run(other));

        SearchLogException Damage(string line)
        {
            Assert.NotEqual(lines[2], line);
            File.WriteAllText(path, string.Join('\n', lines.Select((l, i) => i == 2 ? line : l)) + "\n");
            return Refused(options);
        }
    }

    [Fact]
    public void Trials_below_the_median_are_stopped_and_those_that_fail_are_recorded()
    {
        // Trial n reports n at each of four steps, but every third begins at the bottom: by hand, trials 3, 6 and 9 are below the median of those before.
        SearchResult result = HyperparameterSearch.Run(
            s_space,
            (_, trial) =>
            {
                if (trial.Number == 7) throw new InsufficientDataException("days", 1, 0);
                if (trial.Number == 8) return double.NaN;
                double score = trial.Number % 3 == 0 ? -1 : trial.Number;
                for (int step = 0; step < 4; step++) trial.Report(score);
                return score;
            },
            new SearchOptions { Trials = 12, Pruning = new MedianPruning { LeastTrials = 3, LeastSteps = 2 } });
        Assert.Equal("CCCPCCPFFPCC", string.Concat(result.Trials.Select(t => t.State.ToString()[0])));
        Assert.Equal([4, 4, 4, 2, 4, 4, 2, 0, 0, 2, 4, 4], result.Trials.Select(t => t.Steps));
        Assert.Equal(11, result.Best!.Number);
        Assert.Contains("NaN", result.Trials[8].Message, StringComparison.Ordinal);
        Assert.Equal(12, result.ToTable().RowCount);
        Assert.Equal(12, result.Trials.Select(t => t.Seed).Distinct().Count());

        // A mistake in the program is no failed trial.
        Assert.Throws<DivideByZeroException>(() => HyperparameterSearch.Run(s_space, (_, _) => throw new DivideByZeroException(), new SearchOptions { Trials = 2 }));
    }

    [Theory]
    // Means up to step 2 of five trials: 1, 2, 3, 4, 5, so the median is 3; the best of the trial so far decides, and equal is not below.
    [InlineData(2.9, 2.99, true)]
    [InlineData(3.0, -9, false)]
    [InlineData(-9, 3.5, false)]
    public void The_best_score_so_far_is_held_against_the_median_of_the_means(double first, double second, bool expected)
    {
        SearchPoint point = s_space.Draw(RandomStream.Create(1, "point"));
        SearchTrial[] done = [.. Enumerable.Range(1, 5).Select(n => new SearchTrial(n, 0, point, SearchTrialState.Complete, 9, [n - 0.5, n + 0.5, 99], ""))];
        MedianPruning rule = new();
        Assert.Equal(expected, rule.Stops([first, second], done));
        Assert.False(rule.Stops([-99, -99], done[..4]));
        Assert.False(rule.Stops([-99, -99, -99, -99], done));
        Assert.False((rule with { LeastSteps = 3 }).Stops([-99, -99], done));
    }

    [Fact]
    public void Values_stay_in_their_bounds_and_reach_both_ends()
    {
        SearchSpace space = new(SearchDimension.LogUniform("rate", 1e-3, 10), SearchDimension.Integer("n", -1, 1), SearchDimension.Choice("c", "a", "b"));
        List<SearchPoint> points = [];
        HyperparameterSearch.Run(
            space,
            (p, _) =>
            {
                points.Add(p);
                return p.Number("rate") + p.Integer("n");
            },
            new SearchOptions { Trials = 200 });
        Assert.All(points, p => Assert.InRange(p.Number("rate"), 1e-3, 10));
        Assert.Equal([-1, 0, 1], points.Select(p => p.Integer("n")).Distinct().Order());
        Assert.Equal(["a", "b"], points.Select(p => p.Choice("c")).Distinct().Order());
        Assert.Contains(points.Take(10), p => p.Number("rate") < 0.1);
        Assert.True(points.Skip(150).Average(p => p.Number("rate")) > 3); // (10 − 0.001) / ln 10⁴ = 1.1 by chance
        Assert.Throws<ArgumentException>(() => points[0].Number("c"));
        Assert.Throws<ArgumentException>(() => points[0].Integer("rate"));
        Assert.Throws<ArgumentException>(() => points[0].Choice("missing"));
        Assert.Equal(points[0], new SearchPoint(space, points[0].Values));
    }

    [Fact]
    public void Spaces_and_options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchDimension.Uniform("x", 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchDimension.Uniform("x", 0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchDimension.Uniform("x", double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchDimension.LogUniform("x", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchDimension.Integer("x", 3, 3));
        Assert.Throws<ArgumentException>(() => SearchDimension.Choice("x", "one"));
        Assert.Throws<ArgumentException>(() => SearchDimension.Choice("x", "one", "one"));
        Assert.Throws<ArgumentException>(() => SearchDimension.Uniform(" ", 0, 1));
        Assert.Throws<ArgumentException>(() => new SearchSpace());
        Assert.Throws<ArgumentException>(() => new SearchSpace(SearchDimension.Uniform("x", 0, 1), SearchDimension.Uniform("x", 0, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Trials = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeParzenSearch { GoodShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchPoint(s_space, [0.1, 0.5, 1.5, 0]));
        Assert.Throws<ArgumentException>(() => new SearchPoint(s_space, [0.1]));
    }

    /// <summary>0 at rate 0.01, share 0.7, depth 4 and gru; each other coordinate adds a loss of its own.</summary>
    private static double Planted(SearchPoint p) =>
        -(Square(Math.Log10(p.Number("rate")) + 2) + (4 * Square(p.Number("share") - 0.7)) + (0.05 * Square(p.Integer("depth") - 4)) + (p.Choice("cell") == "gru" ? 0 : 0.5));

    private static double Square(double x) => x * x;

    private static SearchObjective Objective(Action called) => (p, trial) =>
    {
        called();
        for (int step = 1; step <= 4; step++) trial.Report((Planted(p) * step / 4) + (0.01 * trial.Random.NextNormal()));
        return Planted(p);
    };

    private static SearchResult Run(SearchOptions options, Action? called = null) => HyperparameterSearch.Run(s_space, Objective(called ?? (() => { })), options);

    private static string[] Text(SearchResult result) => [.. result.Trials.Select(t => $"{t} {t.Seed} {t.Score:R} {string.Join(' ', t.Interim)}")];

    private sealed class Collect(Action<SearchProgress> seen) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => seen(value);
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _info = Directory.CreateTempSubdirectory("alphakit-search-");

        public string At(string name) => Path.Combine(_info.FullName, name);

        public void Dispose() => _info.Delete(recursive: true);
    }
}
