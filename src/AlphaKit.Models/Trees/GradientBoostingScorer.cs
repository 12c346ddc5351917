using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Gradient boosting of squared errors (Friedman 2001) with histogram trees grown leaf by leaf: each tree is fitted to what the ones before it left over,
/// and counts <see cref="Rate"/> times. Features in at most 255 bins. Same bits for any number of threads.
/// </summary>
public sealed record GradientBoostingScorer : TreeScorer
{
    /// <summary>Default of <see cref="Rounds"/>.</summary>
    public const int DefaultRounds = 100;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"gradient-boosting({Rounds})");

    /// <summary>Number of trees.</summary>
    /// <value>1 or more. The default is <see cref="DefaultRounds"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Rounds
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Rounds), value, "Must be 1 or more.");
    } = DefaultRounds;

    /// <summary>Share of a tree that counts.</summary>
    /// <value>Above 0, to 1. The default is 0.05.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Rate
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Rate), value, "Must be above 0 and at most 1.");
    } = 0.05;

    /// <summary>Most leaves of a tree.</summary>
    /// <value>2 to 4096. The default is 31.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MostLeaves
    {
        get;
        init => field = value is >= 2 and <= 4096 ? value : throw new ArgumentOutOfRangeException(nameof(MostLeaves), value, "Must be 2 to 4096.");
    } = 31;

    /// <summary>Most splits from the root to a leaf.</summary>
    /// <value>1 to 64. The default is 64: the number of leaves limits.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MostDepth
    {
        get;
        init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(MostDepth), value, "Must be 1 to 64.");
    } = 64;

    /// <summary>λ, added to the number of samples of a leaf: draws the values of small leaves to 0.</summary>
    /// <value>Finite, 0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double Penalty
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Penalty), value, "Must be finite and 0 or more.");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("rounds", Rounds.ToString(CultureInfo.InvariantCulture)),
        new("rate", Rate.ToString("R", CultureInfo.InvariantCulture)),
        new("most_leaves", MostLeaves.ToString(CultureInfo.InvariantCulture)),
        new("most_depth", MostDepth.ToString(CultureInfo.InvariantCulture)),
        new("penalty", Penalty.ToString("R", CultureInfo.InvariantCulture)),
        .. CommonParameters,
    ];

    internal override TreeEnsemble Grow(BinnedFeatures data, TrainingContext context, CancellationToken cancellationToken)
    {
        double level = data.Labels.Sum() / data.Count;
        double[] left = [.. data.Labels.Select(y => y - level)];
        TreeGrowth growth = new(MostLeaves, MostDepth, LeastSamples, Penalty, 0);
        Tree[] trees = new Tree[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            List<(int Node, int[] Samples)> leaves = [];
            trees[round] = TreeGrower.Grow(data, growth, left, null, null, context.Threads, (node, samples) => leaves.Add((node, samples.ToArray())), cancellationToken);
            foreach ((int node, int[] samples) in leaves)
            {
                double step = Rate * trees[round].Nodes[node].Value;
                foreach (int i in samples) left[i] -= step;
            }
        }

        return new TreeEnsemble(level, Rate, trees);
    }
}
