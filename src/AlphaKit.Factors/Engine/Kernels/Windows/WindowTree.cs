namespace AlphaKit.Factors;

/// <summary>
/// How a window is put together from two shorter ones, down to single days. The shape depends on the length alone, so a window's sum has
/// the same bits wherever it is computed, and short windows serve the longer ones: 60 = 30 + 30, 30 = 20 + 10, 20 = 10 + 10, 10 = 5 + 5,
/// 5 = 4 + 1. No sum runs on, so nothing drifts and no day that has left the window leaves a trace.
/// </summary>
internal sealed class WindowTree
{
    /// <summary>One window of the tree; Older and Newer are positions in <see cref="Nodes"/>, −1 for a single day of the series itself.</summary>
    public sealed record Node(int Days, int Older, int Newer, int NewerDays, int FirstRow, int Buffer)
    {
        /// <summary>Five days in one.</summary>
        public bool IsFive => Days == 5 && Older < 0;
    }

    private readonly Dictionary<int, int> _position = [];
    private readonly HashSet<int> _asked;
    private readonly KeptSpans _spans;

    /// <summary>Builds the tree of some windows.</summary>
    /// <param name="windows">The windows asked for.</param>
    /// <param name="fused">Whether five days, when nothing else needs its parts of two and four, are one node.</param>
    public WindowTree(WindowOutput[] windows, bool fused = false)
    {
        int[] asked = new int[windows.Length];
        for (int k = 0; k < asked.Length; k++) asked[k] = windows[k].Days;
        Array.Sort(asked);
        _asked = [.. asked];
        _spans = new KeptSpans(MakeSpans);
        List<Node> nodes = [];
        foreach (int days in asked)
        {
            if (days > 1) Add(days, nodes);
            else if (_position.TryAdd(1, 0)) nodes.Add(new Node(1, -1, -1, 0, 0, 0));
        }

        if (fused) Fuse(nodes);
        int[] first = new int[nodes.Count], lastUse = new int[nodes.Count];
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            Node node = nodes[i];
            Need(node.Older, first[i] - node.NewerDays, i);
            Need(node.Newer, first[i], i);
        }

        Stack<int> free = new();
        for (int i = 0; i < nodes.Count; i++)
        {
            Node node = nodes[i];
            nodes[i] = node with { FirstRow = first[i], Buffer = free.Count > 0 ? free.Pop() : Buffers++ };
            if (node.Older >= 0 && lastUse[node.Older] == i) free.Push(nodes[node.Older].Buffer);
            if (node.Newer >= 0 && node.Newer != node.Older && lastUse[node.Newer] == i) free.Push(nodes[node.Newer].Buffer);
            if (lastUse[i] == 0) free.Push(nodes[i].Buffer);
        }

        Nodes = [.. nodes];
        foreach (Node node in Nodes) FirstRow = Math.Min(FirstRow, node.FirstRow);

        void Need(int child, int row, int user)
        {
            if (child < 0) return;
            first[child] = Math.Min(first[child], row);
            lastUse[child] = Math.Max(lastUse[child], user);
        }
    }

    /// <summary>Parts before wholes; a node's results are read before its buffer is written again.</summary>
    public Node[] Nodes { get; }

    /// <summary>How many buffers the nodes share.</summary>
    public int Buffers { get; private set; }

    /// <summary>First row of any node, 0 or below.</summary>
    public int FirstRow { get; }

    /// <summary>For each node the rows that a chunk of so many rows needs of it: first, and the one after the last.</summary>
    public (int First, int Last)[][] SpansFor(int rows) => _spans.For(rows);

    /// <summary>The parts of a window of two days or more, the older first.</summary>
    public static (int Older, int Newer) Split(int days)
    {
        if (days % 4 == 0) return (days / 2, days / 2);
        if (days % 3 == 0) return (days / 3 * 2, days / 3);
        return days % 2 == 0 ? (days / 2, days / 2) : (days - 1, 1);
    }

    private (int First, int Last)[][] MakeSpans(int rows)
    {
        (int First, int Last)[][] spans = new (int, int)[Nodes.Length][];
        if (rows >= RowSpans.Dense)
        {
            for (int i = 0; i < spans.Length; i++) spans[i] = [(Nodes[i].FirstRow, rows)];
            return spans;
        }

        FewRows(rows, spans);
        return spans;
    }

    private void FewRows(int rows, (int First, int Last)[][] spans)
    {
        List<(int, int)>[] needs = [.. Nodes.Select(n => _asked.Contains(n.Days) ? new List<(int, int)> { (0, rows) } : [])];
        for (int i = Nodes.Length - 1; i >= 0; i--)
        {
            Node node = Nodes[i];
            spans[i] = RowSpans.Joined(needs[i]);
            if (node.Newer >= 0) needs[node.Newer].AddRange(spans[i]);
            if (node.Older >= 0) needs[node.Older].AddRange(spans[i].Select(s => (s.First - node.NewerDays, s.Last - node.NewerDays)));
        }
    }

    /// <summary>5 = 4 + 1, 4 = 2 + 2, 2 = 1 + 1 in one pass, when the parts serve nothing else.</summary>
    private void Fuse(List<Node> nodes)
    {
        if (!_position.TryGetValue(5, out int five) || _asked.Contains(2) || _asked.Contains(4)) return;
        int four = nodes[five].Older, two = nodes[four].Older;
        for (int i = 0; i < nodes.Count; i++)
        {
            if (i != five && (nodes[i].Older == four || nodes[i].Newer == four)) return;
            if (i != four && (nodes[i].Older == two || nodes[i].Newer == two)) return;
        }

        List<Node> kept = [];
        int[] moved = new int[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
        {
            moved[i] = i == two || i == four ? -1 : kept.Count;
            if (moved[i] >= 0) kept.Add(nodes[i]);
        }

        for (int i = 0; i < kept.Count; i++)
        {
            Node node = kept[i];
            kept[i] = node.Days == 5
                ? node with { Older = -1, Newer = -1, NewerDays = 0 }
                : node with { Older = node.Older < 0 ? -1 : moved[node.Older], Newer = node.Newer < 0 ? -1 : moved[node.Newer] };
        }

        nodes.Clear();
        nodes.AddRange(kept);
    }

    private int Add(int days, List<Node> nodes)
    {
        if (days == 1) return -1;
        if (_position.TryGetValue(days, out int known)) return known;
        (int older, int newer) = Split(days);
        int a = Add(older, nodes), b = Add(newer, nodes);
        nodes.Add(new Node(days, a, b, newer, 0, 0));
        return _position[days] = nodes.Count - 1;
    }
}
