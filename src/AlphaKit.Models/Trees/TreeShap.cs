namespace AlphaKit.Models;

/// <summary>
/// Shapley values of a tree's features for one sample, with the training samples in each branch as the background (Lundberg, Erion and Lee 2018,
/// algorithm 2): polynomial time instead of all subsets. The path holds, for each feature met, the share of samples that would pass without knowing the
/// feature, whether the sample itself passes, and the sum of the weights of subsets of each size.
/// </summary>
internal sealed class TreeShap
{
    private readonly Tree _tree;
    private readonly float[] _x;
    private readonly double[] _values;
    private readonly double _factor;

    private TreeShap(Tree tree, float[] x, double[] values, double factor) => (_tree, _x, _values, _factor) = (tree, x, values, factor);

    /// <summary>Adds factor · the Shapley values of the tree.</summary>
    public static void Add(Tree tree, float[] x, double factor, double[] values) => new TreeShap(tree, x, values, factor).Visit(0, [], 1, 1, -1);

    /// <summary>What the tree predicts for a sample of which nothing is known.</summary>
    public static double Expected(Tree tree)
    {
        double sum = 0;
        foreach (TreeNode node in tree.Nodes)
        {
            if (node.IsLeaf) sum += node.Cover * node.Value;
        }

        return sum / tree.Nodes[0].Cover;
    }

    private static List<Step> Extend(List<Step> path, double zero, double one, int feature)
    {
        List<Step> result = [.. path, new Step(feature, zero, one, path.Count == 0 ? 1 : 0)];
        int last = result.Count - 1;
        for (int i = last - 1; i >= 0; i--)
        {
            result[i + 1] = result[i + 1] with { Weight = result[i + 1].Weight + (one * result[i].Weight * (i + 1) / (last + 1)) };
            result[i] = result[i] with { Weight = zero * result[i].Weight * (last - i) / (last + 1) };
        }

        return result;
    }

    private static List<Step> Unwind(List<Step> path, int index)
    {
        List<Step> result = [.. path];
        int last = path.Count - 1;
        (double zero, double one) = (path[index].Zero, path[index].One);
        double next = path[last].Weight;
        for (int j = last - 1; j >= 0; j--)
        {
            double old = result[j].Weight;
            if (one != 0)
            {
                result[j] = result[j] with { Weight = next * (last + 1) / ((j + 1) * one) };
                next = old - (result[j].Weight * zero * (last - j) / (last + 1));
            }
            else
            {
                result[j] = result[j] with { Weight = old * (last + 1) / (zero * (last - j)) };
            }
        }

        for (int j = index; j < last; j++) result[j] = result[j + 1] with { Weight = result[j].Weight };
        result.RemoveAt(last);
        return result;
    }

    private void Visit(int index, List<Step> before, double zero, double one, int feature)
    {
        TreeNode node = _tree.Nodes[index];
        List<Step> path = Extend(before, zero, one, feature);
        if (node.IsLeaf)
        {
            for (int i = 1; i < path.Count; i++)
            {
                double weight = 0;
                foreach (Step step in Unwind(path, i)) weight += step.Weight;
                _values[path[i].Feature] += _factor * weight * (path[i].One - path[i].Zero) * node.Value;
            }

            return;
        }

        int hot = node.Next(_x[node.Feature]), cold = hot == node.Left ? node.Right : node.Left;
        double zeroBefore = 1, oneBefore = 1;
        int met = path.FindIndex(s => s.Feature == node.Feature);
        if (met > 0)
        {
            (zeroBefore, oneBefore) = (path[met].Zero, path[met].One);
            path = Unwind(path, met);
        }

        Visit(hot, path, zeroBefore * _tree.Nodes[hot].Cover / node.Cover, oneBefore, node.Feature);
        Visit(cold, path, zeroBefore * _tree.Nodes[cold].Cover / node.Cover, 0, node.Feature);
    }

    private readonly record struct Step(int Feature, double Zero, double One, double Weight);
}
