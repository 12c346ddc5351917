namespace AlphaKit.Portfolio;

/// <summary>All names that a decision is about, scored or held, ascending by symbol, and the counts of what was left out.</summary>
internal sealed class Today
{
    private Today(NameToday[] names, string? reasonToKeep)
    {
        Names = names;
        ReasonToKeep = reasonToKeep;
    }

    public NameToday[] Names { get; }

    /// <summary>Why nothing can be decided; null when something can.</summary>
    public string? ReasonToKeep { get; }

    /// <summary>All names of a decision.</summary>
    /// <param name="scores">The scores; null scores every member of the universe 0.</param>
    /// <param name="context">The decision.</param>
    /// <param name="suspended">The field that tells suspensions; null where there is none.</param>
    public static Today Of(Scores? scores, DecisionContext context, Field? suspended)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Holdings.NetAssetValue <= 0) return new Today([], $"net asset value is {context.Holdings.NetAssetValue}");
        ReadOnlySpan<float> row = scores is null ? new float[context.Past.Axes.Count] : scores.At(context);
        if (row.IsEmpty) return new Today([], $"scores '{scores?.Name}' have no row known on {context.Today:yyyy-MM-dd}");
        PanelAxes axes = scores?.Axes ?? context.Past.Axes;

        Panel past = context.Past;
        int last = past.Axes.Days - 1;
        ReadOnlySpan<bool> members = past.Members.Row(last);
        ReadOnlySpan<float> flags = suspended is null ? default : past[suspended].Row(last);
        SortedDictionary<Symbol, NameToday> names = [];
        int missing = 0, outside = 0;
        for (int i = 0; i < row.Length; i++)
        {
            Symbol symbol = axes.Symbols[i];
            int column = past.Axes.ColumnOf(symbol);
            bool isMember = column >= 0 && members[column];
            if (float.IsNaN(row[i])) missing++;
            else if (!isMember) outside++;
            else names[symbol] = new NameToday(symbol, row[i], 0, 0, !flags.IsEmpty && flags[column] > 0);
        }

        int scored = names.Count;
        foreach (Holding position in context.Holdings.Positions)
        {
            double weight = context.Holdings.WeightOf(position.Symbol);
            if (!(weight > 0)) continue;
            int column = past.Axes.ColumnOf(position.Symbol);
            bool isSuspended = column >= 0 && !flags.IsEmpty && flags[column] > 0;
            double unsellable = isSuspended ? weight : weight * (1 - ((double)Math.Clamp(position.Sellable, 0, position.Shares) / position.Shares));
            float score = names.TryGetValue(position.Symbol, out NameToday known) ? known.Score : float.NaN;
            names[position.Symbol] = new NameToday(position.Symbol, score, weight, unsellable, isSuspended);
        }

        return new Today(
            [.. names.Values],
            scored > 0 ? null : $"no member of the universe has a score on {context.Today:yyyy-MM-dd}: {missing} of {row.Length} scores are missing, {outside} are of names outside the universe");
    }
}
