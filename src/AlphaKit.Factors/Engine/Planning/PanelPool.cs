namespace AlphaKit.Factors;

/// <summary>Gives the values that cross from stage to stage their panels; a panel is used again after its last reader.</summary>
internal sealed class PanelPool
{
    private readonly Dictionary<int, int> _panelOf = [];

    public PanelPool(List<GraphNode> order, Dictionary<int, int> stage)
    {
        // Time runs 2·stage for the tiles and 2·stage + 1 for the cross-sections after them.
        Dictionary<int, int> lastRead = [];
        foreach (GraphNode user in order)
        {
            if (user.IsDelay) continue;
            foreach (GraphNode input in user.Inputs)
            {
                GraphNode root = input.Delayed().Root;
                if (root.IsField || root.IsConstant) continue;
                bool crosses = user.IsCross || root.IsCross || stage[root.Id] < stage[user.Id];
                if (!crosses) continue;
                int time = (2 * stage[user.Id]) + (user.IsCross ? 1 : 0);
                lastRead[root.Id] = Math.Max(lastRead.GetValueOrDefault(root.Id), time);
            }
        }

        if (lastRead.Count > 0) GiveOut(order, stage, lastRead);
    }

    public int Count { get; private set; }

    /// <summary>The panel of a value that later stages or cross-sections read; −1 for others, which are results only.</summary>
    public int Of(GraphNode node) => _panelOf.TryGetValue(node.Id, out int panel) ? panel : -1;

    private void GiveOut(List<GraphNode> order, Dictionary<int, int> stage, Dictionary<int, int> lastRead)
    {
        List<(int Panel, int Until)> busy = [];
        Stack<int> free = new();
        foreach (GraphNode node in order.Where(n => lastRead.ContainsKey(n.Id)).OrderBy(Written))
        {
            int written = Written(node);
            foreach ((int panel, int until) in busy.Where(b => b.Until < written).ToArray())
            {
                free.Push(panel);
                busy.Remove((panel, until));
            }

            int index = free.Count > 0 ? free.Pop() : Count++;
            _panelOf.Add(node.Id, index);
            busy.Add((index, Math.Max(written, lastRead[node.Id])));
        }

        int Written(GraphNode node) => (2 * stage[node.Id]) + (node.IsCross ? 1 : 0);
    }
}
