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
        List<GraphNode> own = [], crosses = [];
        int freeId = 0;
        foreach (GraphNode node in order)
        {
            freeId = Math.Max(freeId, node.Id + 1);
            if (stages[node.Id] != number) continue;
            if (node.IsCross) crosses.Add(node);
            else if (!node.IsField && !node.IsConstant && !node.IsDelay) own.Add(node);
        }

        own = SharedDivisors.In(own, freeId);
        Group(own);
        TakeQuotients(own);
        foreach (GraphNode node in own) Need(node);
        for (int i = 0; i < _sequence.Count; i++)
        {
            foreach (GraphNode node in _sequence[i])
            {
                foreach (GraphNode input in node.Inputs) Use(input, Family(node).History(node), i);
                if (_quotients.TryGetValue(node.Id, out GraphNode? quotient)) UseDivisor(quotient, i);
            }
        }

        for (int i = 0; i < _sequence.Count; i++) Lower(_sequence[i], i);
        foreach (GraphNode node in crosses)
        {
            CrossOperand[] inputs = new CrossOperand[node.Inputs.Length];
            for (int k = 0; k < inputs.Length; k++) inputs[k] = Read(node.Inputs[k]);
            _stage.Crosses.Add(new CrossStep(KernelTable.RowFamily(node).Create<F, D>(node), inputs, panels.Of(node), OutputsOf(node).ToArray()));
        }

        return _stage;
    }

    private CrossOperand Read(GraphNode input) => new(panels.Of(input), input.Field, input.IsConstant ? (float)input.Parameters[0] : 0);

    private List<int> OutputsOf(GraphNode node) => outputs.TryGetValue(node.Id, out List<int>? places) ? places : [];

    private void UseDivisor(GraphNode quotient, int position)
    {
        Use(quotient.Inputs[1], 0, position);
        Use(quotient.Inputs[2], 0, position);
    }

    private void Use(GraphNode input, int history, int position)
    {
        (GraphNode root, int lag) = input.Delayed();
        _history[root.Id] = Math.Max(HistoryOf(root), lag + history);
        _lastUse[root.Id] = position;
    }

    private int HistoryOf(GraphNode root) => _history.TryGetValue(root.Id, out int history) ? history : 0;

    private static KernelFamily Family(GraphNode node) => KernelTable.TileFamily(node)
        ?? throw new InvalidOperationException($"The engine has no kernel for '{node.Operator}'.");

    private void Group(List<GraphNode> own)
    {
        Dictionary<GraphNode, List<GraphNode>> groups = new(SameKernel.Instance);
        foreach (GraphNode node in own)
        {
            if (!Family(node).Shares)
            {
                _units.Add(node.Id, [node]);
                continue;
            }

            if (!groups.TryGetValue(node, out List<GraphNode>? group)) groups.Add(node, group = []);
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
        foreach (GraphNode node in own.ToArray())
        {
            if (node.Operator != KernelTable.Quotient) continue;
            GraphNode window = node.Inputs[0];
            if (!_units.TryGetValue(window.Id, out List<GraphNode>? unit) || !Family(window).Divides || _quotients.ContainsKey(window.Id)) continue;
            if (users.ContainsKey(node.Id) || OutputsOf(node).Count != 1 || Reaches(node.Inputs[1], unit, []) || Reaches(node.Inputs[2], unit, [])) continue;
            _quotients.Add(window.Id, node);
            _units.Remove(node.Id);
            own.Remove(node);
        }
    }

    /// <summary>What the kernel of a node reads: the node's inputs, and divisor and reciprocal of a quotient that it writes.</summary>
    private GraphNode[] ReadFor(GraphNode node) =>
        _quotients.TryGetValue(node.Id, out GraphNode? quotient) ? [.. node.Inputs, quotient.Inputs[1], quotient.Inputs[2]] : node.Inputs;

    private bool Reaches(GraphNode from, List<GraphNode> unit, HashSet<List<GraphNode>> seen)
    {
        if (!_units.TryGetValue(from.Delayed().Root.Id, out List<GraphNode>? own) || !seen.Add(own)) return false;
        if (own == unit) return true;
        foreach (GraphNode node in own)
        {
            foreach (GraphNode input in ReadFor(node))
            {
                if (Reaches(input, unit, seen)) return true;
            }
        }

        return false;
    }

    /// <summary>Schedules what a node needs and then the node.</summary>
    private void Need(GraphNode node)
    {
        if (_done.Contains(node.Id) || !_units.TryGetValue(node.Id, out List<GraphNode>? unit)) return;
        foreach (GraphNode member in unit)
        {
            foreach (GraphNode input in ReadFor(member)) Need(input.Delayed().Root);
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
            if (!users.TryGetValue(member.Id, out List<GraphNode>? readers)) continue;
            foreach (GraphNode user in readers)
            {
                if (_units.TryGetValue(user.Id, out List<GraphNode>? next) && next.Count == 1 && outputs.ContainsKey(user.Id)
                    && !users.ContainsKey(user.Id) && Array.TrueForAll(next[0].Inputs, IsReady))
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
            foreach (GraphNode input in ReadFor(node)) Load(input.Delayed().Root);
        }

        KernelFamily family = Family(unit[0]);
        Kernel kernel = family.Create<F, D>(unit);
        Operand[] inputs = new Operand[unit[0].Inputs.Length];
        for (int k = 0; k < inputs.Length; k++) inputs[k] = Find(unit[0].Inputs[k]);
        List<Step> copies = [];
        Destination[] targets = new Destination[unit.Count];
        for (int k = 0; k < targets.Length; k++) targets[k] = Place(unit[k], copies);
        ExtraOutput?[] extras = new ExtraOutput?[unit.Count];
        for (int k = 0; k < extras.Length; k++) extras[k] = Extra(unit[k]);
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

        foreach (GraphNode node in unit)
        {
            foreach (GraphNode input in ReadFor(node)) Free(input.Delayed().Root, position);
        }

        foreach (GraphNode node in unit) Free(node, position);
    }

    /// <summary>Gives a slot back that nothing reads any more.</summary>
    private void Free(GraphNode root, int position)
    {
        bool isUsedLater = _lastUse.TryGetValue(root.Id, out int last) && last > position;
        if (!isUsedLater && HistoryOf(root) == 0 && _slot.Remove(root.Id, out int slot)) _free.Push(slot);
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
        List<int> places = OutputsOf(node);
        int first = IsWrittenTwice(node) ? 1 : 0, panel = panels.Of(node), outside = places.Count - first + (panel >= 0 ? 1 : 0);
        if (outside <= 1 && !_lastUse.ContainsKey(node.Id))
        {
            return outside == 0 ? new Destination(AlphaKit.Factors.Place.Nowhere, -1)
                : panel >= 0 ? new Destination(AlphaKit.Factors.Place.Panel, panel) : new Destination(AlphaKit.Factors.Place.Output, places[first]);
        }

        int slot = NewSlot(node);
        for (int k = first; k < places.Count; k++) copies.Add(Copy(node, slot, new Destination(AlphaKit.Factors.Place.Output, places[k])));
        if (panel >= 0) copies.Add(Copy(node, slot, new Destination(AlphaKit.Factors.Place.Panel, panel)));
        return new Destination(AlphaKit.Factors.Place.Slot, slot);
    }

    private static Step Copy(GraphNode node, int slot, Destination to) => new()
    {
        Kernel = KernelTable.Tiles[KernelTable.Same].Create<F, D>([node]),
        Inputs = [new Operand(slot, 0, 0)],
        Targets = [to],
    };

    private int NewSlot(GraphNode node)
    {
        int history = HistoryOf(node), slot;
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
