using AlphaKit.Factors;
using AlphaKit.TestSupport;

namespace AlphaKit.Models.Tests;

public sealed class ExpertGateTests
{
    private const int Days = 900;
    private const int Names = 40;

    private static readonly WalkForwardPlan s_plan = WalkForwardPlan.EveryDays(250) with { MinimumTrainDays = 380 };

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "gate_gain_with_regimes")]
    [Trait("Claim", "gate_gain_without_regimes")]
    public void Learnt_weights_beat_fixed_ones_where_regimes_switch_and_not_where_there_are_none()
    {
        double[] gains = new double[3], none = new double[3];
        for (int seed = 0; seed < 3; seed++)
        {
            World switching = new((ulong)seed, 0.3, -0.1), steady = new((ulong)seed, 0.1, 0.1);
            ExpertGateOptions options = new() { Seed = (ulong)seed, Policies = 1, Threads = 1 };
            ExpertGateResult learnt = ExpertGate.Train(switching.Experts, switching.Labels, s_plan, options), idle = ExpertGate.Train(steady.Experts, steady.Labels, s_plan, options);
            Assert.Equal(0.2 / Math.Sqrt(2), learnt.EqualIc, 0.03);
            (gains[seed], none[seed]) = (learnt.GateIc - learnt.FixedIc, idle.GateIc - idle.FixedIc);
        }

        // One seed of data and policy each: the least gain, and three standard errors over seeds.
        Assert.True(gains.Average() > 3 * StandardError(gains), $"gains {string.Join(", ", gains)}");
        Claim.AtLeast("gate_gain_with_regimes", gains.Min(), 0.03);
        Claim.AtMost("gate_gain_without_regimes", none.Max(Math.Abs), 0.015);
    }

    [Fact]
    public void Nothing_known_after_a_day_changes_a_weight_or_score_up_to_it()
    {
        World world = new(4, 0.3, -0.1, days: 330);
        ExpertGateOptions quick = new() { Policies = 1, Ppo = new PpoOptions { Iterations = 3, Episodes = 4 } };
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(60) with { MinimumTrainDays = 150 };
        GateSeries series = new("vol", [.. Enumerable.Range(0, 330).Select(t => Math.Sin(t))], Clock.Close);
        ExpertGateResult clean = ExpertGate.Train(world.Experts, world.Labels, plan, quick, [series]);
        int last = 270;
        World poisoned = world.PoisonedAfter(last);
        GateSeries other = series with { Values = [.. series.Values.Select((v, t) => t <= last ? v : 1000)] };
        ExpertGateResult after = ExpertGate.Train(poisoned.Experts, poisoned.Labels, plan, quick, [other]);
        for (int t = 0; t <= last; t++) Assert.Equal(clean.Scores.Values.Row(t).ToArray(), after.Scores.Values.Row(t).ToArray());
        Assert.NotEqual(clean.Scores.Values.Row(last + 1).ToArray(), after.Scores.Values.Row(last + 1).ToArray());

        // The check has teeth: what was known three days earlier does matter on the last day.
        World early = world.PoisonedAfter(last - 3);
        Assert.NotEqual(clean.Scores.Values.Row(last).ToArray(), ExpertGate.Train(early.Experts, early.Labels, plan, quick, [series]).Scores.Values.Row(last).ToArray());
    }

    [Fact]
    public void Equal_seeds_give_equal_weights_for_any_number_of_threads()
    {
        World world = new(4, 0.3, -0.1, days: 250);
        ExpertGateOptions quick = new() { Policies = 3, Threads = 1, Ppo = new PpoOptions { Iterations = 3, Episodes = 4 } };
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(60) with { MinimumTrainDays = 150 };
        string Table(ExpertGateOptions o) => ExpertGate.Train(world.Experts, world.Labels, plan, o).Weights.ToString();
        float[] Scored(ExpertGateOptions o) => ExpertGate.Train(world.Experts, world.Labels, plan, o).Scores.Values.ToRowMajorArray();
        Assert.Equal(Scored(quick), Scored(quick with { Threads = 3 }));
        Assert.NotEqual(Scored(quick), Scored(quick with { Seed = 1 }));
        Assert.Equal(Table(quick), Table(quick with { Threads = 2 }));
    }

    [Fact]
    public void Weights_stay_on_the_simplex_and_switching_that_costs_is_done_less()
    {
        World world = new(2, 0.3, -0.1, days: 500);
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(200) with { MinimumTrainDays = 300 };
        ExpertGateOptions options = new() { Policies = 1, SwitchCost = 0 };
        ExpertGateResult free = ExpertGate.Train(world.Experts, world.Labels, plan, options), dear = ExpertGate.Train(world.Experts, world.Labels, plan, options with { SwitchCost = 1 });
        Assert.True(dear.Folds[0].Turnover < 0.5 * free.Folds[0].Turnover, $"free {free.Folds[0].Turnover}, dear {dear.Folds[0].Turnover}");
        ExpertGateFold fold = free.Folds[0];
        Assert.Equal(1, fold.FixedWeights.Sum(), 12);
        Assert.True(fold.TrainTo < fold.Cut && fold.Cut < fold.DecideFrom);
        Assert.Equal(3, free.Weights.Columns.Count);
        Assert.Equal(world.Labels.Axes.Days - world.Labels.Axes.Calendar.IndexOf(fold.DecideFrom), free.Weights.RowCount);
    }

    [Fact]
    public void The_ic_of_a_mix_is_that_of_its_scores()
    {
        World world = new(7, 0.3, 0.1, days: 30);
        GateEnvironment environment = new(world.Joined(), world.Labels, [], [5], world.Labels.Horizon);
        double[] weights = [0.7, 0.3];
        double[] z0 = World.Scaled(world.Experts[0].Values.Row(9)), z1 = World.Scaled(world.Experts[1].Values.Row(9));
        double[] mix = [.. z0.Zip(z1, (a, b) => (0.7 * a) + (0.3 * b))], label = [.. world.Labels.Values.Row(9).ToArray().Select(v => (double)v)];
        Assert.Equal(Correlation.Pearson(mix, label), environment.Ic(9, weights), 9);

        // The state of a day is the mean IC of the newest days whose labels are known: horizon 2, window 5.
        double expected = Enumerable.Range(3, 5).Average(t => Correlation.Pearson(World.Scaled(world.Experts[1].Values.Row(t)), [.. world.Labels.Values.Row(t).ToArray().Select(v => (double)v)]));
        Assert.Equal(expected, environment.StateAt(9)[1], 9);
    }

    [Fact]
    public void Inputs_that_do_not_fit_are_refused()
    {
        World world = new(2, 0.3, -0.1, days: 250), longer = new(2, 0.3, -0.1, days: 251);
        Assert.Throws<ArgumentException>(() => ExpertGate.Train([world.Experts[0]], world.Labels, s_plan));
        Assert.Throws<ArgumentException>(() => ExpertGate.Train([world.Experts[0], world.Experts[0]], world.Labels, s_plan));
        Assert.Throws<ArgumentException>(() => ExpertGate.Train([world.Experts[0], longer.Experts[1]], world.Labels, s_plan));
        Assert.Throws<ArgumentException>(() => ExpertGate.Train(world.Experts, world.Labels, s_plan with { SampleStride = 2 }));
        Assert.Throws<ArgumentException>(() => ExpertGate.Train(world.Experts, world.Labels, s_plan, series: [new GateSeries("x", [1], Clock.Close)]));
        Assert.Throws<ArgumentException>(() => ExpertGate.Train(world.Experts, world.Labels, s_plan, series: [new GateSeries("x", new double[250].Append(0).Skip(1).Select(_ => double.PositiveInfinity).ToArray(), Clock.Close)]));
        Assert.Throws<InsufficientDataException>(() => ExpertGate.Train(world.Experts, world.Labels, s_plan));
        Assert.Throws<ArgumentException>(() => new ExpertGateOptions { Windows = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExpertGateOptions { SwitchCost = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PpoOptions { Clip = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PpoOptions { EpisodeDays = 1 });
    }

    private static double StandardError(double[] v) => Math.Sqrt(v.Sum(x => (x - v.Average()) * (x - v.Average())) / (v.Length - 1) / v.Length);

    /// <summary>Two experts whose scores have a correlation with the label: high for one of them, low for the other, and who is which changes now and then.</summary>
    private sealed class World
    {
        private readonly Study _study;
        private readonly float[][][] _scores;

        public World(ulong seed, double high, double low, int days = Days)
        {
            _study = Study.Random(100 + seed, days, Names, 1, 0);
            Labels = _study.Y();
            RandomStream random = RandomStream.Create(seed, "world");
            _scores = [new float[days][], new float[days][]];
            int regime = 0;
            for (int t = 0; t < days; t++)
            {
                if (random.NextInt32(60) == 0) regime = 1 - regime;
                double[] z = Scaled(Labels.Values.Row(t));
                for (int e = 0; e < 2; e++)
                {
                    double rho = e == regime ? high : low, noise = Math.Sqrt(1 - (rho * rho));
                    _scores[e][t] = [.. z.Select(v => (float)((rho * (double.IsFinite(v) ? v : 0)) + (noise * random.NextNormal())))];
                }
            }
        }

        private World(Study study, float[][][] scores) => (_study, _scores, Labels) = (study, scores, study.Y());

        public LabelValues Labels { get; }

        public IReadOnlyList<Scores> Experts => [.. _scores.Select((s, e) => new Scores($"expert{e}", _study.Axes, Matrix(s), Clock.Close))];

        public FeatureTensor Joined() => new(_scores.Select((s, e) => new FactorValues($"expert{e}", _study.Axes, Matrix(s), Clock.Close)), Labels.Members);

        public World PoisonedAfter(int row)
        {
            RandomStream random = RandomStream.Create(1, "poison");
            return new World(_study.PoisonedAfter(row), [.. _scores.Select(s => s.Select((v, t) => t <= row ? v : [.. v.Select(_ => (float)(9 * random.NextNormal()))]).ToArray())]);
        }

        public static double[] Scaled(ReadOnlySpan<float> values)
        {
            double[] v = [.. values.ToArray().Select(x => (double)x)];
            double mean = v.Average(), deviation = Math.Sqrt(v.Average(x => (x - mean) * (x - mean)));
            return [.. v.Select(x => (x - mean) / deviation)];
        }

        private FieldMatrix Matrix(float[][] rows) => FieldMatrix.Create(_study.Axes.Days, _study.Axes.Count, (t, row) => rows[t].CopyTo(row));
    }
}
