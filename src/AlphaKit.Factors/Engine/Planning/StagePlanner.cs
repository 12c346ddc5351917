namespace AlphaKit.Factors;

/// <summary>Turns the nodes of one stage into steps: windows over one series together, results that nothing else waits for at once, slots reused after their last use.</summary>
internal sealed class StagePlanner<F, D>(
    int number,
    List<GraphNode> order,
    Dictionary<int, int> stages,
    Dictionary<int, List<GraphNode>> users,
    Dictionary<int, List<int>> outputs,
    PanelPool panels)
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private readonly Stage _stage = new();
    private readonly Dictionary<int, List<GraphNode>> _units = [];
    private readonly List<List<GraphNode>> _sequence = [];
    private readonly HashSet<int> _done = [];
    private readonly Dictionary<int, int> _history = [];
    private readonly Dictionary<int, int> _lastUse = [];
    private readonly Dictionary<int, int> _slot = [];
    private readonly Dictionary<int, GraphNode> _quotients = [];
    private readonly Stack<int> _free = new();

    public Stage Make()
    {
        List<GraphNode> own = [.. order.Where(n => stages[n.Id] == number && !n.IsCross && !n.IsField && !n.IsConstant && !n.IsDelay)];
        own = SharedDivisors.In(own, order.Max(n => n.Id) + 1);
        Group(own);
        TakeQuotients(own);
        foreach (GraphNode node in own) Need(node);
        for (int i = 0; i < _sequence.Count; i++)
        {
            foreach (GraphNode node in _sequence[i])
            {
                foreach (GraphNode input in node.Inputs) Use(input, Family(node).History(node), i);
                foreach (GraphNode input in DivisorsOf(node)) Use(input, 0, i);
            }
        }

        for (int i = 0; i < _sequence.Count; i++) Lower(_sequence[i], i);
        foreach (GraphNode node in order.Where(n => stages[n.Id] == number && n.IsCross))
        {
            _stage.Crosses.Add(new CrossStep(
                KernelTable.RowFamily(node).Create<F, D>(node),
                [.. node.Inputs.Select(i => new CrossOperand(panels.Of(i), i.Field, i.IsConstant ? (float)i.Parameters[0] : 0))],
                panels.Of(node),
                [.. outputs.GetValueOrDefault(node.Id, [])]));
        }

        return _stage;
    }

    private void Use(GraphNode input, int history, int position)
    {
        (GraphNode root, int lag) = input.Delayed();
        _history[root.Id] = Math.Max(_history.GetValueOrDefault(root.Id), lag + history);
        _lastUse[root.Id] = position;
    }

    private static KernelFamily Family(GraphNode node) => KernelTable.TileFamily(node)
        ?? throw new InvalidOperationException($"The engine has no kernel for '{node.Operator}'.");

    private void Group(List<GraphNode> own)
    {
        Dictionary<(KernelFamily, string), List<GraphNode>> groups = [];
        foreach (GraphNode node in own)
        {
            KernelFamily family = Family(node);
            if (!family.Shares)
            {
                _units.Add(node.Id, [node]);
                continue;
            }

            (KernelFamily, string) key = (family, string.Join(',', node.Inputs.Select(i => i.Id)));
            if (!groups.TryGetValue(key, out List<GraphNode>? group)) groups.Add(key, group = []);
            group.Add(node);
            _units.Add(node.Id, group);
        }
    }

    /// <summary>
    /// A quotient of a window's result that only goes out is written by the window's kernel: the result need not be read back, and the memory takes
    /// the quotient while the next result is being computed.
    /// </summary>
    private void TakeQuotients(List<GraphNode> own)
    {
        foreach (GraphNode node in own.Where(n => n.Operator == KernelTable.Quotient).ToArray())
        {
            GraphNode window = node.Inputs[0];
            if (!_units.TryGetValue(window.Id, out List<GraphNode>? unit) || !Family(window).Divides || _quotients.ContainsKey(window.Id) || users.ContainsKey(node.Id) || outputs.GetValueOrDefault(node.Id, []).Count != 1
                || node.Inputs.Skip(1).Any(i => Reaches(i, unit, [])))
                continue;
            _quotients.Add(window.Id, node);
            _units.Remove(node.Id);
            own.Remove(node);
        }
    }

    private IEnumerable<GraphNode> DivisorsOf(GraphNode node) => _quotients.TryGetValue(node.Id, out GraphNode? quotient) ? quotient.Inputs.Skip(1) : [];

    private bool Reaches(GraphNode from, List<GraphNode> unit, HashSet<List<GraphNode>> seen)
    {
        if (!_units.TryGetValue(from.Delayed().Root.Id, out List<GraphNode>? own) || !seen.Add(own)) return false;
        return own == unit || own.Any(n => n.Inputs.Concat(DivisorsOf(n)).Any(i => Reaches(i, unit, seen)));
    }

    /// <summary>Schedules what a node needs and then the node.</summary>
    private void Need(GraphNode node)
    {
        if (_done.Contains(node.Id) || !_units.TryGetValue(node.Id, out List<GraphNode>? unit)) return;
        foreach (GraphNode member in unit)
        {
            foreach (GraphNode input in member.Inputs.Concat(DivisorsOf(member))) Need(input.Delayed().Root);
        }

        Schedule(node);
    }

    private void Schedule(GraphNode node)
    {
        if (!_done.Add(node.Id)) return;
        List<GraphNode> unit = _units[node.Id];
        foreach (GraphNode member in unit) _done.Add(member.Id);
        _sequence.Add(unit);

        // What only has to be written out is taken at once, while its operands are near.
        foreach (GraphNode member in unit)
        {
            foreach (GraphNode user in users.GetValueOrDefault(member.Id, []))
            {
                if (_units.TryGetValue(user.Id, out List<GraphNode>? next) && next.Count == 1 && outputs.ContainsKey(user.Id)
                    && !users.ContainsKey(user.Id) && next[0].Inputs.All(IsReady))
                    Schedule(next[0]);
            }
        }
    }

    private bool IsReady(GraphNode input)
    {
        GraphNode root = input.Delayed().Root;
        return !_units.ContainsKey(root.Id) || _done.Contains(root.Id);
    }

    private void Lower(List<GraphNode> unit, int position)
    {
        foreach (GraphNode node in unit)
        {
            foreach (GraphNode input in node.Inputs.Concat(DivisorsOf(node))) Load(input.Delayed().Root);
        }

        KernelFamily family = Family(unit[0]);
        Kernel kernel = family.Create<F, D>(unit);
        Operand[] inputs = [.. unit[0].Inputs.Select(Find)];
        List<Step> copies = [];
        Destination[] targets = [.. unit.Select(n => Place(n, copies))];
        ExtraOutput?[] extras = [.. unit.Select(Extra)];
        _stage.Steps.Add(new Step
        {
            Kernel = kernel,
            Inputs = inputs,
            Targets = targets,
            Extras = Array.TrueForAll(extras, e => e is null) ? [] : extras,
            State = _stage.State,
            AsksForGaps = family.AsksForGaps,
        });
        _stage.State += kernel.StatePerColumn;
        _stage.Steps.AddRange(copies);

        foreach (GraphNode root in unit.SelectMany(n => n.Inputs.Concat(DivisorsOf(n))).Select(i => i.Delayed().Root).Concat(unit).Distinct())
        {
            if (_lastUse.GetValueOrDefault(root.Id, -1) <= position && _history.GetValueOrDefault(root.Id) == 0 && _slot.Remove(root.Id, out int slot)) _free.Push(slot);
        }
    }

    private void Load(GraphNode root)
    {
        if (root.IsConstant || _slot.ContainsKey(root.Id) || _units.ContainsKey(root.Id)) return;
        _stage.Steps.Add(new Step
        {
            Kernel = new LoadKernel<F, D>(),
            Targets = [new Destination(AlphaKit.Factors.Place.Slot, NewSlot(root))],
            Field = root.Field,
            Panel = root.IsField ? -1 : panels.Of(root),
        });
    }

    private Operand Find(GraphNode input)
    {
        (GraphNode root, int lag) = input.Delayed();
        return root.IsConstant ? new Operand(-1, 0, (float)root.Parameters[0]) : new Operand(_slot[root.Id], lag, 0);
    }

    /// <summary>What a kernel that can writes besides: the quotient of its result, or the result itself where it is an output and also read.</summary>
    private ExtraOutput? Extra(GraphNode node)
    {
        if (_quotients.TryGetValue(node.Id, out GraphNode? quotient)) return new ExtraOutput(outputs[quotient.Id][0], Find(quotient.Inputs[1]), Find(quotient.Inputs[2]));
        return IsWrittenTwice(node) ? new ExtraOutput(outputs[node.Id][0], null, null) : null;
    }

    private bool IsWrittenTwice(GraphNode node) =>
        !_quotients.ContainsKey(node.Id) && Family(node).Divides && _lastUse.ContainsKey(node.Id) && outputs.ContainsKey(node.Id);

    /// <summary>A result with one destination goes there; with several it goes to a slot and is copied.</summary>
    private Destination Place(GraphNode node, List<Step> copies)
    {
        List<Destination> outside = [.. outputs.GetValueOrDefault(node.Id, []).Skip(IsWrittenTwice(node) ? 1 : 0).Select(k => new Destination(AlphaKit.Factors.Place.Output, k))];
        if (panels.Of(node) >= 0) outside.Add(new Destination(AlphaKit.Factors.Place.Panel, panels.Of(node)));
        if (outside.Count <= 1 && !_lastUse.ContainsKey(node.Id)) return outside.Count == 1 ? outside[0] : new Destination(AlphaKit.Factors.Place.Nowhere, -1);
        int slot = NewSlot(node);
        foreach (Destination destination in outside)
        {
            copies.Add(new Step
            {
                Kernel = KernelTable.Tiles[KernelTable.Same].Create<F, D>([node]),
                Inputs = [new Operand(slot, 0, 0)],
                Targets = [destination],
            });
        }

        return new Destination(AlphaKit.Factors.Place.Slot, slot);
    }

    private int NewSlot(GraphNode node)
    {
        int history = _history.GetValueOrDefault(node.Id), slot;
        if (history == 0 && _free.Count > 0)
        {
            slot = _free.Pop();
        }
        else
        {
            slot = _stage.SlotHistory.Count;
            _stage.SlotHistory.Add(history);
        }

        return _slot[node.Id] = slot;
    }
}
