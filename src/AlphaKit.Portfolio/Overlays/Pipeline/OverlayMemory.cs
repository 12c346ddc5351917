namespace AlphaKit.Portfolio;

/// <summary>
/// Turns drafts into targets, and remembers between decisions what was asked for. On a day on which the strategy keeps its holdings these already
/// carry the factors asked for before: only a change of factor is asked for then, and a reduction that could not be dealt is asked for again.
/// </summary>
internal sealed class OverlayMemory
{
    /// <summary>A holding this much above what was asked for counts as not sold.</summary>
    private const double Tolerance = 0.05;

    /// <summary>Weights of names that stay as they are are raised by this, so that rounding does not ask for one share less.</summary>
    private const double Rounding = 1e-10;

    private readonly Dictionary<Symbol, double> _factors = [];
    private readonly Dictionary<Symbol, double> _pending = [];
    private double _total = 1;

    /// <summary>The target of a draft; how many reductions are asked for again.</summary>
    public TargetWeights Finish(DecisionContext context, TargetWeights wanted, TargetDraft draft, out int again)
    {
        again = 0;
        SortedDictionary<Symbol, double> weights = [];
        foreach (Symbol symbol in draft.Symbols)
        {
            double held = context.Holdings.WeightOf(symbol);
            weights[symbol] = draft.IsKept ? Kept(symbol, held, draft, ref again) : draft.WeightOf(symbol) * draft.FactorOf(symbol);
        }

        if (draft.IsKept) FitIncreases(weights, context);
        ApplyLimits(weights, draft);
        bool isChanged = Remember(weights, context, draft);
        if (draft.IsKept && !isChanged) return wanted;
        if (!draft.IsKept) return TargetWeights.From(weights);
        return TargetWeights.From(weights.Select(w => KeyValuePair.Create(w.Key, w.Value == context.Holdings.WeightOf(w.Key) ? w.Value * (1 + Rounding) : w.Value)));
    }

    private double Kept(Symbol symbol, double held, TargetDraft draft, ref int again)
    {
        double before = _factors.GetValueOrDefault(symbol, _total), now = draft.FactorOf(symbol), start = held;
        if (_pending.TryGetValue(symbol, out double asked) && held > asked * (1 + Tolerance))
        {
            start = asked;
            again++;
        }

        // A name that was asked for at 0 comes back by the next decision of the strategy, not by its release.
        return before == now ? start : before > 0 ? start * (now / before) : now > 0 ? start : 0;
    }

    /// <summary>Released factors may ask for more than there is: increases share the cash.</summary>
    private static void FitIncreases(SortedDictionary<Symbol, double> weights, DecisionContext context)
    {
        double kept = 0, more = 0;
        foreach ((Symbol symbol, double weight) in weights)
        {
            double held = context.Holdings.WeightOf(symbol);
            kept += Math.Min(weight, held);
            more += Math.Max(0, weight - held);
        }

        double share = more > 0 ? Math.Clamp((1 - kept) / more, 0, 1) : 1;
        if (share == 1) return;
        foreach (Symbol symbol in weights.Keys.ToArray())
        {
            double held = context.Holdings.WeightOf(symbol);
            if (weights[symbol] > held) weights[symbol] = held + (share * (weights[symbol] - held));
        }
    }

    private static void ApplyLimits(SortedDictionary<Symbol, double> weights, TargetDraft draft)
    {
        foreach ((Symbol symbol, double limit) in draft.Limits)
        {
            if (weights.TryGetValue(symbol, out double weight) && weight > limit) weights[symbol] = limit;
        }

        foreach ((string _, Symbol[] symbols, double limit) in draft.Groups.OrderBy(g => g.Name, StringComparer.Ordinal)) Cut(weights, symbols.Distinct(), limit);
        Cut(weights, [.. weights.Keys], draft.InvestedLimit);
    }

    private static void Cut(SortedDictionary<Symbol, double> weights, IEnumerable<Symbol> symbols, double limit)
    {
        Symbol[] known = [.. symbols.Where(weights.ContainsKey)];
        double sum = known.Sum(s => weights[s]);
        if (!(sum > limit)) return;
        foreach (Symbol symbol in known) weights[symbol] *= limit / sum;
    }

    private bool Remember(SortedDictionary<Symbol, double> weights, DecisionContext context, TargetDraft draft)
    {
        _total = draft.TotalFactor;
        _factors.Clear();
        _pending.Clear();
        bool isChanged = false;
        foreach ((Symbol symbol, double weight) in weights)
        {
            double factor = draft.FactorOf(symbol), held = context.Holdings.WeightOf(symbol);
            if (factor != _total) _factors[symbol] = factor;
            bool isReduced = draft.IsKept ? weight < held : weight < draft.WeightOf(symbol);
            if (isReduced && weight < held) _pending[symbol] = weight;
            isChanged |= weight != held;
        }

        return isChanged;
    }
}
