namespace AlphaKit.Factors;

/// <summary>
/// Quotients of a stage that share a divisor get its reciprocal, computed once. The bits stay those of the division, so it does not matter
/// which other expressions are there to share.
/// </summary>
internal static class SharedDivisors
{
    public static List<GraphNode> In(List<GraphNode> nodes, int freeId)
    {
        Dictionary<int, int> uses = [];
        foreach (GraphNode node in nodes)
        {
            if (node.Operator != "Divide") continue;
            uses.TryGetValue(node.Inputs[1].Id, out int before);
            uses[node.Inputs[1].Id] = before + 1;
        }

        List<GraphNode> result = [];
        Dictionary<int, GraphNode> reciprocals = [];
        foreach (GraphNode node in nodes)
        {
            if (node.Operator != "Divide" || (uses[node.Inputs[1].Id] < 2 && !node.Inputs[1].IsConstant))
            {
                result.Add(node);
                continue;
            }

            GraphNode divisor = node.Inputs[1];
            if (!reciprocals.TryGetValue(divisor.Id, out GraphNode? reciprocal))
            {
                reciprocal = Node(freeId++, KernelTable.Reciprocal, divisor);
                if (divisor.IsConstant) reciprocal = Constant(freeId - 1, 1f / (float)divisor.Parameters[0]);
                else result.Add(reciprocal);
                reciprocals.Add(divisor.Id, reciprocal);
            }

            result.Add(Node(node.Id, KernelTable.Quotient, node.Inputs[0], divisor, reciprocal));
        }

        return result;
    }

    private static GraphNode Constant(int id, float value) =>
        new(id, GraphNode.ConstantOperator, [], [MathF.Abs(value) is > 8.6736174e-19f and < 1.1529215e18f ? value : double.NaN]);

    private static GraphNode Node(int id, string name, params GraphNode[] inputs) => new(id, name, inputs, []);
}
