namespace AlphaKit.Factors;

/// <summary>Nodes that one kernel computes together, where kernels do so at all: those of one family over the same inputs.</summary>
internal sealed class SameKernel : IEqualityComparer<GraphNode>
{
    public static SameKernel Instance { get; } = new();

    public bool Equals(GraphNode? x, GraphNode? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null || x.Inputs.Length != y.Inputs.Length || KernelTable.TileFamily(x) != KernelTable.TileFamily(y)) return false;
        for (int k = 0; k < x.Inputs.Length; k++)
        {
            if (x.Inputs[k].Id != y.Inputs[k].Id) return false;
        }

        return true;
    }

    public int GetHashCode(GraphNode node)
    {
        int hash = node.Inputs.Length;
        foreach (GraphNode input in node.Inputs) hash = (hash * 31) + input.Id;
        return hash;
    }
}
