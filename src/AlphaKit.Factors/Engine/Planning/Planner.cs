namespace AlphaKit.Factors;

/// <summary>Cuts a graph into stages at its cross-sections and orders, groups and places what is in them.</summary>
internal sealed class Planner<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private readonly FactorGraph _graph;
    private readonly List<GraphNode> _order;
    private readonly Dictionary<int, List<GraphNode>> _users = [];
    private readonly Dictionary<int, List<int>> _outputs = [];
    private readonly Dictionary<int, int> _earliest = [];
    private readonly Dictionary<int, int> _stage = [];
    private readonly PanelPool _panels;

    public Planner(FactorGraph graph)
    {
        _graph = graph;
        _order = graph.InOrder();
        foreach (GraphNode node in _order)
        {
            foreach (GraphNode input in node.Inputs.Distinct())
            {
                if (!_users.TryGetValue(input.Id, out List<GraphNode>? list)) _users.Add(input.Id, list = []);
                list.Add(node);
            }
        }

        for (int k = 0; k < graph.Outputs.Length; k++)
        {
            if (!_outputs.TryGetValue(graph.Outputs[k].Id, out List<int>? list)) _outputs.Add(graph.Outputs[k].Id, list = []);
            list.Add(k);
        }

        PlaceInStages();
        _panels = new PanelPool(_order, _stage);
    }

    public static Plan Make(FactorGraph graph, int lookBack) => new Planner<F, D>(graph).Make(lookBack);

    private Plan Make(int lookBack)
    {
        int count = _stage.Count == 0 ? 1 : _stage.Values.Max() + 1;
        Stage[] stages = [.. Enumerable.Range(0, count).Select(s => new StagePlanner<F, D>(s, _order, _stage, _users, _outputs, _panels).Make())];
        bool remembers = _order.Any(n => KernelTable.TileFamily(n)?.Remembers(n) == true);
        return new Plan
        {
            Stages = stages,
            Panels = _panels.Count,
            Outputs = _graph.Outputs.Length,
            LookBack = remembers ? -1 : lookBack,
            LongestHistory = stages.Max(s => s.SlotHistory.Count == 0 ? 0 : s.SlotHistory.Max()),
        };
    }

    /// <summary>
    /// A stage begins where a cross-section's result is first read. Everything else stands as late as its users allow, so that little has to
    /// be carried over.
    /// </summary>
    private void PlaceInStages()
    {
        foreach (GraphNode node in _order)
            _earliest[node.Id] = node.Inputs.Select(i => _earliest[i.Id] + (i.IsCross ? 1 : 0)).DefaultIfEmpty(0).Max();
        foreach (GraphNode node in Enumerable.Reverse(_order))
        {
            int earliest = _earliest[node.Id], latest = int.MaxValue;
            if (node.IsCross || _outputs.ContainsKey(node.Id)) latest = earliest;
            else if (_users.TryGetValue(node.Id, out List<GraphNode>? users)) latest = users.Min(u => _stage[u.Id]);
            _stage[node.Id] = Math.Max(earliest, latest == int.MaxValue ? earliest : latest);
        }
    }
}
