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
            foreach (GraphNode input in node.Inputs)
            {
                if (!_users.TryGetValue(input.Id, out List<GraphNode>? list)) _users.Add(input.Id, list = []);
                if (list.Count == 0 || list[^1] != node) list.Add(node);
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
        int last = 0, longest = 0;
        bool remembers = false;
        foreach (GraphNode node in _order)
        {
            last = Math.Max(last, _stage[node.Id]);
            remembers |= KernelTable.TileFamily(node)?.Remembers(node) == true;
        }

        Stage[] stages = new Stage[last + 1];
        for (int s = 0; s <= last; s++)
        {
            stages[s] = new StagePlanner<F, D>(s, _order, _stage, _users, _outputs, _panels).Make();
            foreach (int history in stages[s].SlotHistory) longest = Math.Max(longest, history);
        }

        return new Plan
        {
            Stages = stages,
            Panels = _panels.Count,
            Outputs = _graph.Outputs.Length,
            LookBack = remembers ? -1 : lookBack,
            LongestHistory = longest,
        };
    }

    /// <summary>
    /// A stage begins where a cross-section's result is first read. Everything else stands as late as its users allow, so that little has to
    /// be carried over.
    /// </summary>
    private void PlaceInStages()
    {
        foreach (GraphNode node in _order)
        {
            int earliest = 0;
            foreach (GraphNode input in node.Inputs) earliest = Math.Max(earliest, _earliest[input.Id] + (input.IsCross ? 1 : 0));
            _earliest[node.Id] = earliest;
        }

        for (int k = _order.Count - 1; k >= 0; k--)
        {
            GraphNode node = _order[k];
            int earliest = _earliest[node.Id], latest = earliest;
            if (!node.IsCross && !_outputs.ContainsKey(node.Id) && _users.TryGetValue(node.Id, out List<GraphNode>? users))
            {
                latest = int.MaxValue;
                foreach (GraphNode user in users) latest = Math.Min(latest, _stage[user.Id]);
            }

            _stage[node.Id] = Math.Max(earliest, latest);
        }
    }
}
