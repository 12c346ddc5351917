namespace AlphaKit.Factors;

/// <summary>Nodes are equal that compute the same, whatever their numbers. Their inputs stand once already, so that these are compared by reference.</summary>
internal sealed class GraphNodeContent : IEqualityComparer<GraphNode>
{
    public static GraphNodeContent Instance { get; } = new();

    public bool Equals(GraphNode? x, GraphNode? y)
    {
        if (ReferenceEquals(x, y)) return true;
        if (x is null || y is null || x.Operator != y.Operator || x.Minimum != y.Minimum || !Equals(x.Field, y.Field)) return false;
        if (x.Inputs.Length != y.Inputs.Length || x.Parameters.Length != y.Parameters.Length) return false;
        for (int k = 0; k < x.Inputs.Length; k++)
        {
            if (!ReferenceEquals(x.Inputs[k], y.Inputs[k])) return false;
        }

        for (int k = 0; k < x.Parameters.Length; k++)
        {
            if (Bits(x.Parameters[k]) != Bits(y.Parameters[k])) return false;
        }

        return true;
    }

    public int GetHashCode(GraphNode node)
    {
        int hash = string.GetHashCode(node.Operator) + node.Minimum;
        foreach (GraphNode input in node.Inputs) hash = (hash * 31) + input.Id;
        foreach (double parameter in node.Parameters) hash = (hash * 31) + (int)(Bits(parameter) >> 32);
        return node.Field is null ? hash : (hash * 31) + node.Field.GetHashCode();
    }

    private static long Bits(double parameter) => BitConverter.DoubleToInt64Bits(parameter);
}
