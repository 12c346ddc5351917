namespace AlphaKit.Models.Tests;

/// <summary>Trees against scikit-learn; the values are made by Golden/trees.py.</summary>
public sealed class TreeTests
{
    private static readonly double[] s_tree =
        [0.598038226, 0.57335915, -0.330980357, -0.330980357, 0.127361363, 0.851123877, -0.166802573, -0.166802573, -0.330980357, 0.127361363];

    private static readonly double[] s_boosting =
        [0.366997, 0.46421, -0.062521, -0.033757, -0.039553, 0.326116, -0.04803, 0.189513, -0.102396, -0.005161];

    private static readonly double[] s_missing =
        [0.311891, 0.369414, -0.108278, -0.014699, 0.005752, 0.32296, -0.062853, 0.175653, -0.189735, 0.080823];

    private static readonly GradientBoostingScorer s_booster = new() { Rounds = 20, Rate = 0.1, MostLeaves = 8, LeastSamples = 10, Penalty = 1 };

    [Fact]
    public void One_tree_equals_scikit_learn()
    {
        (float[][] x, double[] y) = Waves();
        BinnedFeatures data = BinnedFeatures.Of(x, y);
        Tree tree = TreeGrower.Grow(data, new TreeGrowth(int.MaxValue, 4, 10, 0, 0), y, null, null, 1, null, default);
        Assert.Equal(19, tree.Nodes.Count);
        for (int i = 0; i < s_tree.Length; i++) Assert.Equal(s_tree[i], tree.Predict(Sample(x, i)), 1e-8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Boosting_equals_scikit_learn_with_and_without_missing_values(bool isMissing)
    {
        (float[][] x, double[] y) = Waves();
        for (int i = 1; i <= 200 && isMissing; i++)
        {
            if (i % 5 == 0) x[1][i - 1] = float.NaN;
            if (i % 7 == 3) x[0][i - 1] = float.NaN;
        }

        TreeEnsemble trees = s_booster.Grow(BinnedFeatures.Of(x, y), Context(1), default);
        double[] expected = isMissing ? s_missing : s_boosting;
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], trees.Predict(Sample(x, i)), 2e-6);
    }

    [Fact]
    public void Accuracy_on_Friedmans_function_is_that_of_scikit_learn()
    {
        // scikit-learn: forest 0.888, boosting 0.984 on the 2,000 samples not trained on.
        float[][] all = [.. Enumerable.Range(0, 10).Select(_ => new float[4000])];
        double[] z = new double[4000];
        for (int i = 0; i < 4000; i++)
        {
            double[] u = new double[10];
            for (int k = 0; k < 10; k++)
            {
                double v = Math.Sin(((i * 10) + k + 1) * 12.9898) * 43758.5453;
                u[k] = v - Math.Floor(v);
                all[k][i] = (float)u[k];
            }

            z[i] = (10 * Math.Sin(Math.PI * u[0] * u[1])) + (20 * (u[2] - 0.5) * (u[2] - 0.5)) + (10 * u[3]) + (5 * u[4]);
        }

        BinnedFeatures data = BinnedFeatures.Of([.. all.Select(c => c[..2000])], z[..2000]);
        TreeEnsemble forest = new RandomForestScorer { Trees = 200, LeastSamples = 3 }.Grow(data, Context(2), default);
        TreeEnsemble boosting = new GradientBoostingScorer { Rounds = 200, Rate = 0.1, MostLeaves = 15, LeastSamples = 20 }.Grow(data, Context(2), default);
        Assert.InRange(R2(forest), 0.888 - 0.02, 0.888 + 0.02);
        Assert.InRange(R2(boosting), 0.984 - 0.004, 0.984 + 0.004);

        double R2(TreeEnsemble model)
        {
            double mean = z[2000..].Average(), left = 0, total = 0;
            for (int i = 2000; i < 4000; i++)
            {
                double d = z[i] - model.Predict(Sample(all, i));
                left += d * d;
                total += (z[i] - mean) * (z[i] - mean);
            }

            return 1 - (left / total);
        }
    }

    [Fact]
    public void Shap_values_are_the_mean_over_all_orders_of_learning_the_features()
    {
        (float[][] x, double[] y) = Waves();
        for (int i = 0; i < 200; i += 5) x[1][i] = float.NaN;
        TreeEnsemble trees = (s_booster with { Rounds = 3 }).Grow(BinnedFeatures.Of(x, y), Context(1), default);
        double expected = trees.Level + (trees.Factor * trees.Trees.Sum(TreeShap.Expected));
        foreach (int i in new[] { 0, 5, 17, 133 })
        {
            float[] sample = Sample(x, i);
            double[] values = new double[3], slow = new double[3];
            foreach (Tree tree in trees.Trees)
            {
                TreeShap.Add(tree, sample, trees.Factor, values);
                int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
                foreach (int[] order in orders)
                {
                    for (int k = 0; k < 3; k++)
                        slow[order[k]] += trees.Factor * (Known(tree, sample, order[..(k + 1)], 0) - Known(tree, sample, order[..k], 0)) / 6;
                }
            }

            for (int k = 0; k < 3; k++) Assert.Equal(slow[k], values[k], 1e-10);
            Assert.Equal(trees.Predict(sample), expected + values.Sum(), 1e-10);
        }

        // What a tree predicts when only some features are known: unknown splits average their children by samples.
        static double Known(Tree tree, float[] x, int[] known, int index)
        {
            TreeNode node = tree.Nodes[index];
            if (node.IsLeaf) return node.Value;
            if (known.Contains(node.Feature)) return Known(tree, x, known, node.Next(x[node.Feature]));
            TreeNode left = tree.Nodes[node.Left], right = tree.Nodes[node.Right];
            return ((left.Cover * Known(tree, x, known, node.Left)) + (right.Cover * Known(tree, x, known, node.Right))) / (left.Cover + right.Cover);
        }
    }

    [Fact]
    public void Bits_do_not_depend_on_threads()
    {
        Study s = Study.Random(3, 120, 200, 8, 0.3);
        foreach (TreeScorer scorer in new TreeScorer[] { new RandomForestScorer { Trees = 12 }, new GradientBoostingScorer { Rounds = 10 } })
        {
            string[] hashes = [.. new[] { 1, 2, 5 }.Select(n => ContentHash.Of(WalkForward.Train(scorer, s.X(), s.Y(), WalkForwardPlan.EveryDays(40) with { MinimumTrainDays = 60 }, new WalkForwardOptions { Threads = n }).Scores.Values))];
            Assert.Single(hashes.Distinct());
        }
    }

    [Fact]
    public void Nothing_known_after_the_cut_changes_a_tree()
    {
        Study s = Study.Random(3, 150, 40, 3, 0.3);
        WalkForwardPlan plan = WalkForwardPlan.EveryDays(200) with { MinimumTrainDays = 100 };
        foreach (TreeScorer scorer in new TreeScorer[] { new RandomForestScorer { Trees = 5 }, new GradientBoostingScorer { Rounds = 5 } })
        {
            WalkForwardFold a = WalkForward.Train(scorer, s.X(), s.Y(5), plan).Trained[0];
            int cut = s.Axes.Calendar.IndexOf(a.Cut);
            Assert.Equal(Scores(a), Scores(WalkForward.Train(scorer, s.PoisonedAfter(cut).X(), s.PoisonedAfter(cut).Y(5), plan).Trained[0]));
            Assert.NotEqual(Scores(a), Scores(WalkForward.Train(scorer, s.PoisonedAfter(cut - 1).X(), s.PoisonedAfter(cut - 1).Y(5), plan).Trained[0]));
        }

        float[] Scores(WalkForwardFold fold)
        {
            float[] scores = new float[40];
            fold.Model.Predict(new FeatureDay(s.X(), s.Axes.Calendar[50]), scores);
            return scores;
        }
    }

    [Fact]
    public void The_feature_that_matters_is_the_one_that_costs_most_when_exchanged()
    {
        Study s = Study.Random(3, 200, 60, 3, 0.5);
        WalkForwardResult r = WalkForward.Train(new GradientBoostingScorer { Rounds = 30, LeastSamples = 50 }, s.X(), s.Y(), WalkForwardPlan.EveryDays(500) with { MinimumTrainDays = 100 });
        TreeModel model = (TreeModel)r.Trained[0].Model;
        DateOnly[] days = [.. Enumerable.Range(110, 80).Select(t => s.Axes.Calendar[t])];
        DateOnly middle = days[40];
        Table table = PermutationImportance.Measure(model, s.X(), s.Y(), days, RandomStream.Create(1, "test"), 2, d => d < middle ? "early" : "late");
        Assert.Equal(6, table.RowCount);
        string[] names = [.. Enumerable.Range(0, table.RowCount).Select(table["feature"].Exact)];
        double[] drops = [.. table["drop"].Numbers];
        for (int i = 0; i < 6; i++) Assert.InRange(drops[i], names[i] == "f0" ? 0.3 : -0.05, names[i] == "f0" ? 0.7 : 0.05);
        Assert.Equal("f0", model.Coefficients.MaxBy(c => c.Value).Key);
        Assert.Equal(1, model.Coefficients.Sum(c => c.Value), 1e-9);

        float[] scores = new float[60];
        FeatureDay day = new(s.X(), s.Axes.Calendar[150]);
        model.Predict(day, scores);
        for (int i = 0; i < 60; i++) Assert.Equal(scores[i], model.Expected + model.Explain(day, i)!.Sum(), 1e-6);
    }

    private static TrainingContext Context(int threads) => new() { Random = RandomStream.Create(1, "trees"), Threads = threads };

    private static float[] Sample(float[][] columns, int i) => [.. columns.Select(c => c[i])];

    private static (float[][] X, double[] Y) Waves()
    {
        float[][] x = [new float[200], new float[200], new float[200]];
        double[] y = new double[200];
        for (int i = 1; i <= 200; i++)
        {
            (x[0][i - 1], x[1][i - 1], x[2][i - 1]) = ((float)Math.Sin(1.3 * i), (float)Math.Sin((2.1 * i) + 1), (float)Math.Sin((0.37 * i) + 2));
            y[i - 1] = ((double)x[0][i - 1] * x[1][i - 1]) + (x[2][i - 1] > 0.2 ? 0.5 : 0) + (0.1 * Math.Sin(17.0 * i));
        }

        return (x, y);
    }
}
