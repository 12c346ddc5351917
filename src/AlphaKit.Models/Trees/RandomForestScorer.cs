using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Random forest (Breiman 2001): the mean of trees, each grown on a bootstrap sample with a few features drawn anew for each split. Features in at most
/// 255 bins. Same bits for any number of threads.
/// </summary>
public sealed record RandomForestScorer : TreeScorer
{
    /// <summary>Default of <see cref="Trees"/>.</summary>
    public const int DefaultTrees = 200;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"random-forest({Trees})");

    /// <summary>Number of trees.</summary>
    /// <value>1 or more. The default is <see cref="DefaultTrees"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Trees
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Trees), value, "Must be 1 or more.");
    } = DefaultTrees;

    /// <summary>Most splits from the root to a leaf.</summary>
    /// <value>1 to 64. The default is 12.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MostDepth
    {
        get;
        init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(MostDepth), value, "Must be 1 to 64.");
    } = 12;

    /// <summary>Share of the features drawn for each split, at least one.</summary>
    /// <value>Above 0, to 1. The default is one third.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double FeatureShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(FeatureShare), value, "Must be above 0 and at most 1.");
    } = 1.0 / 3;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("trees", Trees.ToString(CultureInfo.InvariantCulture)),
        new("most_depth", MostDepth.ToString(CultureInfo.InvariantCulture)),
        new("feature_share", FeatureShare.ToString("R", CultureInfo.InvariantCulture)),
        .. CommonParameters,
    ];

    internal override TreeEnsemble Grow(BinnedFeatures data, TrainingContext context, CancellationToken cancellationToken)
    {
        int drawn = Math.Max(1, (int)Math.Round(FeatureShare * data.Features, MidpointRounding.ToEven));
        TreeGrowth growth = new(int.MaxValue, MostDepth, LeastSamples, 0, drawn);
        Tree[] trees = new Tree[Trees];
        Parallel.For(0, Trees, new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = cancellationToken }, t =>
        {
            RandomStream random = context.Random.Fork(t);
            int[] weights = new int[data.Count];
            for (int i = 0; i < weights.Length; i++) weights[random.NextInt32(weights.Length)]++;
            trees[t] = TreeGrower.Grow(data, growth, data.Labels, weights, random, 1, null, cancellationToken);
        });
        return new TreeEnsemble(0, 1.0 / Trees, trees);
    }
}
