namespace AlphaKit.Portfolio;

/// <summary>From the names of a decision to those that may be chosen, and from the chosen ones to a target.</summary>
internal static class Pool
{
    public static IReadOnlyList<Field> Fields(TodayView view, SelectionFilter? filter, IWeighting? weighting) =>
        [.. view.RequiredFields.Concat(filter?.RequiredFields ?? []).Concat(weighting?.RequiredFields ?? []).Distinct()];

    /// <summary>The scored names that trade today, that are held or pass the filter, and that the weighting covers; ascending by symbol.</summary>
    public static NameToday[] Candidates(Today today, DecisionContext context, SelectionFilter? filter, IWeighting? weighting)
    {
        IEnumerable<NameToday> names = today.Names.Where(n => n.IsScored && !n.IsSuspended);
        if (filter is not null)
        {
            bool[] passes = filter.Passes(context);
            names = names.Where(n => n.IsHeld || passes[context.Past.Axes.ColumnOf(n.Symbol)]);
        }

        NameToday[] found = [.. names];
        if (found.Length == 0 || weighting?.Covers(context, [.. found.Select(n => n.Symbol)]) is not { } covered) return found;
        if (covered.Length != found.Length) throw new WeightingException(weighting.Name, $"{found.Length} flags of coverage are needed, {covered.Length} were given");
        return [.. found.Where((_, i) => covered[i])];
    }

    /// <summary>Holdings that cannot be sold keep their weight; the chosen names share what is left of the invested part.</summary>
    public static TargetWeights Target(Today today, NameToday[] chosen, DecisionContext context, IWeighting? weighting, double maxWeight, double invested)
    {
        Dictionary<Symbol, double> weights = [];
        double frozen = 0;
        foreach (NameToday name in today.Names)
        {
            if (name.Unsellable <= 0) continue;
            weights[name.Symbol] = name.Unsellable;
            frozen += name.Unsellable;
        }

        double budget = invested - frozen + chosen.Sum(n => n.Unsellable);
        if (weighting is null)
        {
            double each = Math.Min(maxWeight, Level(chosen, budget));
            foreach (NameToday name in chosen) weights[name.Symbol] = Math.Max(each, name.Unsellable);
            return TargetWeights.From(weights);
        }

        NameToday[] ordered = [.. chosen.OrderBy(n => n.Symbol)];
        double[] shares = Shares(weighting, context, ordered);
        double[] filled = Proportions.Fill(shares, [.. ordered.Select(n => n.Unsellable)], maxWeight, budget);
        for (int i = 0; i < filled.Length; i++) weights[ordered[i].Symbol] = filled[i];
        return TargetWeights.From(weights);
    }

    private static double[] Shares(IWeighting weighting, DecisionContext context, NameToday[] names)
    {
        double[] shares = weighting.Weights(context, [.. names.Select(n => n.Symbol)], [.. names.Select(n => n.Score)]);
        if (shares.Length != names.Length) throw new WeightingException(weighting.Name, $"{names.Length} weights are needed, {shares.Length} were given");
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (!(double.IsFinite(shares[i]) && shares[i] >= 0))
                throw new WeightingException(weighting.Name, FormattableString.Invariant($"its weight is {shares[i]}, it must be finite and not negative"), names[i].Symbol);
            sum += shares[i];
        }

        if (!(sum > 0)) throw new WeightingException(weighting.Name, "every weight is 0, one at least must be above it");
        return shares;
    }

    /// <summary>The level L with Σ max(L, unsellable) = budget: a part that cannot be sold leaves less for the others.</summary>
    private static double Level(NameToday[] chosen, double budget)
    {
        int count = chosen.Length;
        foreach (NameToday name in chosen.OrderByDescending(n => n.Unsellable))
        {
            if (name.Unsellable <= budget / count) break;
            budget -= name.Unsellable;
            if (--count == 0) return 0;
        }

        return Math.Max(0, budget / count);
    }
}
