namespace AlphaKit.Factors;

/// <summary>
/// Expressions as a graph in which every quantity stands once. Rewrites keep to what an expression says and depend on nothing but that
/// expression: a rank of a rank is the rank; a/b − 1 becomes (a − b)/b, which loses no digits; a small whole power is a product; a constant
/// stands in its operation's own right.
/// </summary>
internal sealed class FactorGraph
{
    private readonly HashSet<GraphNode> _nodes = new(GraphNodeContent.Instance);
    private readonly Dictionary<CustomOperator, string> _customs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Factor, GraphNode> _known = new(ReferenceEqualityComparer.Instance);

    public FactorGraph(IReadOnlyList<Factor> factors)
    {
        Outputs = new GraphNode[factors.Count];
        for (int k = 0; k < Outputs.Length; k++) Outputs[k] = OnItsOwn(Add(factors[k]), alsoField: true);
    }

    /// <summary>The expressions' nodes, in the order given.</summary>
    public GraphNode[] Outputs { get; }

    /// <summary>All nodes that the outputs need, inputs before users.</summary>
    public List<GraphNode> InOrder()
    {
        List<GraphNode> order = [];
        bool[] seen = new bool[_nodes.Count];
        foreach (GraphNode output in Outputs) Visit(output);
        return order;

        void Visit(GraphNode node)
        {
            if (seen[node.Id]) return;
            seen[node.Id] = true;
            foreach (GraphNode input in node.Inputs) Visit(input);
            order.Add(node);
        }
    }

    private GraphNode Add(Factor factor)
    {
        if (_known.TryGetValue(factor, out GraphNode? known)) return known;
        GraphNode[] inputs = Array.ConvertAll(factor.Inputs, Add);
        GraphNode node = factor switch
        {
            FieldFactor f => Make(GraphNode.FieldOperator, [], [], 0, f.Field),
            ConstantFactor c => Make(GraphNode.ConstantOperator, [], [c.Value]),
            OperatorFactor { Operator: { Custom: CustomOperator custom } } => MakeCustom(custom, inputs),
            OperatorFactor o => Make(o.Operator.Name, inputs, o.Parameters, o.MinPeriods.Count),
            _ => throw new InvalidOperationException($"The engine has no rule for {factor.GetType().Name}."),
        };
        return _known[factor] = node;
    }

    /// <summary>What is not computed by a kernel gets a copy where a kernel's result is needed.</summary>
    private GraphNode OnItsOwn(GraphNode node, bool alsoField) =>
        node.IsConstant || node.IsDelay || (alsoField && node.IsField) ? Make(KernelTable.Same, [node], []) : node;

    private GraphNode Make(string name, GraphNode[] inputs, double[] parameters, int minimum = 0, Field? field = null)
    {
        if (name == "Subtract" && inputs[0].Operator == "Divide" && inputs[1].IsConstant && inputs[1].Parameters[0] == 1)
        {
            GraphNode[] quotient = inputs[0].Inputs;
            return Make("Divide", [Make("Subtract", quotient, []), quotient[1]], []);
        }

        if (name == GraphNode.DelayOperator && parameters[0] == 0) return inputs[0];
        if (name == "Delta") return Make("Subtract", [inputs[0], Make(GraphNode.DelayOperator, [inputs[0]], parameters)], []);
        if (name == "Count") return Make("Sum", [Make("NotEqual", [inputs[0], Make(GraphNode.ConstantOperator, [], [0])], [])], parameters, minimum);
        if (name == "TsMedian") return Make("TsQuantile", inputs, [parameters[0], 0.5], minimum);
        if (name == "Log" && inputs[0].Operator == "Divide") return Make(KernelTable.LogRatio, inputs[0].Inputs, []);
        if (name == "Rank" && inputs[0].Operator == "Rank") return inputs[0];
        if (name is "Power" or "SignedPower" && inputs[1].IsConstant && ByMultiplication(name, inputs[0], inputs[1].Parameters[0]) is { } product) return product;
        if (minimum > 0 && minimum == (int)parameters[0]) minimum = 0;

        return Find(name, Laid(name, inputs), parameters, minimum, field, null);
    }

    /// <summary>Powers of 2 to 8 and the root by multiplication and root, a tenth of the time of logarithm and exponential; null for others.</summary>
    private GraphNode? ByMultiplication(string name, GraphNode x, double exponent)
    {
        if (x.IsConstant) return null;
        if (name == "SignedPower")
        {
            GraphNode size = Make("Abs", [x], []);
            return exponent == 2 ? Make("Multiply", [x, size], []) : exponent == 0.5 ? Make("Multiply", [Make("Sign", [x], []), Make("Sqrt", [size], [])], []) : null;
        }

        if (exponent == 0.5) return Make("Sqrt", [x], []);
        if (exponent is not (2 or 3 or 4 or 5 or 6 or 7 or 8)) return null;
        int n = (int)exponent;
        GraphNode half = n / 2 == 1 ? x : ByMultiplication(name, x, n / 2)!, even = Make("Multiply", [half, half], []);
        return n % 2 == 0 ? even : Make("Multiply", [even, x], []);
    }

    private GraphNode MakeCustom(CustomOperator custom, GraphNode[] inputs)
    {
        if (!_customs.TryGetValue(custom, out string? name)) _customs.Add(custom, name = $"{custom.Name}#{_customs.Count}");
        if (custom is CrossSectionOperator) inputs = Array.ConvertAll(inputs, RowOrConstant);
        else if (custom is not ElementwiseOperator) inputs = Array.ConvertAll(inputs, Series);
        return Find(name, inputs, [], 0, null, custom);
    }

    /// <summary>Inputs as the operator's kernel can read them.</summary>
    private GraphNode[] Laid(string name, GraphNode[] inputs)
    {
        if (KernelTable.Rows.ContainsKey(name)) return Array.ConvertAll(inputs, RowOrConstant);
        return name == GraphNode.DelayOperator || (KernelTable.Tiles.TryGetValue(name, out KernelFamily? family) && family.ReadsBack)
            ? Array.ConvertAll(inputs, Series)
            : inputs;
    }

    /// <summary>What a cross-section reads: a row, or a number.</summary>
    private GraphNode RowOrConstant(GraphNode input) => input.IsConstant ? input : OnItsOwn(input, alsoField: false);

    /// <summary>What a window reads: rows, a number laid out.</summary>
    private GraphNode Series(GraphNode input) => input.IsConstant ? OnItsOwn(input, alsoField: false) : input;

    private GraphNode Find(string name, GraphNode[] inputs, double[] parameters, int minimum, Field? field, CustomOperator? custom)
    {
        GraphNode node = new(_nodes.Count, name, inputs, parameters, minimum, field, custom);
        if (_nodes.TryGetValue(node, out GraphNode? known)) return known;
        _nodes.Add(node);
        return node;
    }
}
