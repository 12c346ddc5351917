namespace AlphaKit.Factors;

/// <summary>The different parts of expressions, each once however often it occurs; inputs before users. Takes time in proportion to the nodes, not to the text.</summary>
internal sealed class DistinctNodes
{
    private readonly Dictionary<Factor, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, List<int>> _byHash = [];
    private readonly List<Factor> _nodes = [];
    private readonly List<int[]> _inputs = [];

    /// <summary>The parts.</summary>
    public IReadOnlyList<Factor> Nodes => _nodes;

    /// <summary>Positions of a part's inputs.</summary>
    public int[] InputsOf(int node) => _inputs[node];

    /// <summary>The position of a part of an expression that was added.</summary>
    public int this[Factor factor] => _known[factor];

    /// <summary>Adds an expression with all its parts; returns its position.</summary>
    public int Add(Factor factor)
    {
        if (_known.TryGetValue(factor, out int known)) return known;
        int[] inputs = [.. factor.Inputs.Select(Add)];
        if (!_byHash.TryGetValue(factor.GetHashCode(), out List<int>? alike)) _byHash.Add(factor.GetHashCode(), alike = []);
        int node = alike.FindIndex(k => _nodes[k].IsSameNode(factor) && _inputs[k].AsSpan().SequenceEqual(inputs));
        if (node >= 0)
        {
            node = alike[node];
        }
        else
        {
            node = _nodes.Count;
            alike.Add(node);
            _nodes.Add(factor);
            _inputs.Add(inputs);
        }

        return _known[factor] = node;
    }
}
