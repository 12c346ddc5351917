namespace AlphaKit.Models;

/// <summary>A random forest or boosted trees after training.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TreeModel : ITrainedModel
{
    private readonly string[] _features;
    private readonly FeatureScale _scale;
    private readonly TreeEnsemble _trees;

    internal TreeModel(IReadOnlyList<string> features, FeatureScale scale, TreeEnsemble trees, IReadOnlyList<string> notes)
    {
        _features = [.. features];
        _scale = scale;
        _trees = trees;
        Notes = [.. notes];
        double[] gains = new double[_features.Length];
        foreach (TreeNode node in trees.Trees.SelectMany(t => t.Nodes))
        {
            if (!node.IsLeaf) gains[node.Feature] += node.Gain;
        }

        double all = gains.Sum();
        Coefficients = [.. _features.Select((f, k) => new KeyValuePair<string, double>(f, all > 0 ? gains[k] / all : 0))];
        Expected = trees.Level + (trees.Factor * trees.Trees.Sum(TreeShap.Expected));
    }

    /// <summary>Importance by gain: the share of each feature in what all splits took off the sum of squares; adds up to 1. In-sample, and kind to features with many values.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Coefficients { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The mean score over the training samples: where the contributions of <see cref="Explain"/> start from.</summary>
    public double Expected { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The day has other features than the model was made for, or the span is not one score per symbol.</exception>
    public void Predict(FeatureDay day, Span<float> scores)
    {
        if (scores.Length != day.Symbols.Count) throw new ArgumentException($"{day.Symbols.Count} symbols need as many scores, there is room for {scores.Length}.", nameof(scores));
        (double Mean, double Factor)[] scale = Scale(day);
        float[] x = new float[_features.Length];
        for (int i = 0; i < scores.Length; i++) scores[i] = TryLoad(day, i, scale, x) ? (float)_trees.Predict(x) : float.NaN;
    }

    /// <summary>
    /// What each feature adds to the score of a share (SHAP): score = <see cref="Expected"/> + Σ contributions. Shapley values with the training samples
    /// as background.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="column">The position of the symbol.</param>
    /// <returns>One contribution per feature; null where the share has no score.</returns>
    /// <exception cref="ArgumentException">The day has other features than the model was made for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such symbol.</exception>
    public IReadOnlyList<double>? Explain(FeatureDay day, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, day.Symbols.Count);
        float[] x = new float[_features.Length];
        if (!TryLoad(day, column, Scale(day), x)) return null;
        double[] values = new double[x.Length];
        foreach (Tree tree in _trees.Trees) TreeShap.Add(tree, x, _trees.Factor, values);
        return values;
    }

    private (double Mean, double Factor)[] Scale(FeatureDay day)
    {
        if (!day.FeatureNames.SequenceEqual(_features, StringComparer.Ordinal))
            throw new ArgumentException($"The model uses {string.Join(", ", _features)}; the day has {string.Join(", ", day.FeatureNames)}.", nameof(day));
        (double, double)[] scale = new (double, double)[_features.Length];
        for (int k = 0; k < scale.Length; k++) scale[k] = BinnedFeatures.Scale(day[k], day.Members, _scale);
        return scale;
    }

    private static bool TryLoad(FeatureDay day, int column, (double Mean, double Factor)[] scale, float[] x)
    {
        bool isAny = false;
        for (int k = 0; k < x.Length; k++)
        {
            x[k] = BinnedFeatures.Scaled(day[k][column], scale[k].Mean, scale[k].Factor);
            isAny |= !float.IsNaN(x[k]);
        }

        return isAny && day.Members[column];
    }
}
