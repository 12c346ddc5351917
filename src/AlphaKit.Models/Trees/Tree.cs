namespace AlphaKit.Models;

/// <summary>A regression tree: node n sends x ≤ threshold to its left child, others to its right one, missing values where it learnt to.</summary>
internal sealed class Tree
{
    private readonly List<TreeNode> _nodes = [];

    public IReadOnlyList<TreeNode> Nodes => _nodes;

    public int Add(TreeNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    public void Replace(int index, TreeNode node) => _nodes[index] = node;

    public double Predict(ReadOnlySpan<float> x)
    {
        TreeNode node = _nodes[0];
        while (!node.IsLeaf) node = _nodes[node.Next(x[node.Feature])];
        return node.Value;
    }
}

/// <summary>A node.</summary>
/// <param name="Feature">The feature that decides; −1 for a leaf.</param>
/// <param name="Threshold">x ≤ threshold goes left.</param>
/// <param name="MissingLeft">Missing values go left.</param>
/// <param name="Left">Left child.</param>
/// <param name="Right">Right child.</param>
/// <param name="Value">The prediction of a leaf.</param>
/// <param name="Cover">Weight of the training samples in it.</param>
/// <param name="Gain">What its split took off the sum of squares.</param>
internal readonly record struct TreeNode(int Feature, float Threshold, bool MissingLeft, int Left, int Right, double Value, double Cover, double Gain)
{
    public bool IsLeaf => Feature < 0;

    public int Next(float x) => (float.IsNaN(x) ? MissingLeft : x <= Threshold) ? Left : Right;
}
