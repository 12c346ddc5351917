namespace AlphaKit.Data;

/// <summary>States of a share on a day: suspended, under special treatment, in an industry.</summary>
internal static class StateFields
{
    /// <summary>
    /// 1 on days of a listed share without a bar, 0 on days with one, missing before listing and from delisting on. Where the listing day
    /// is unknown, a share counts from its first bar, row or suspension record, so nothing later decides about a day.
    /// </summary>
    public static FieldMatrix IsSuspended(MarketAxes axes, FieldMatrix close, MarkedCells? rowsWithoutVolume, MarkedCells? records)
    {
        bool[] begun = new bool[axes.Count];
        Security[] securities = [.. axes.Securities.All];
        return FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            DateOnly day = axes.Calendar[t];
            ReadOnlySpan<float> prices = close.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                bool bar = !float.IsNaN(prices[i]), record = (records is not null && records[t, i]) || (rowsWithoutVolume is not null && rowsWithoutVolume[t, i]);
                begun[i] |= bar || record || securities[i].Listed <= day;
                if (begun[i] && (securities[i].Delisted is not { } end || day < end)) row[i] = bar ? 0 : 1;
            }
        });
    }

    /// <summary>
    /// On days that stock_st covers, its rows; on other days the name in force (from its announcement, if that is later than its start, the
    /// name before it until then);
    /// without names the isST column; missing where nothing tells.
    /// </summary>
    public static FieldMatrix IsSt(MarketAxes axes, MarkedCells? dated, IReadOnlyList<NameChange>? names, MarkedCells? column)
    {
        float[]? fromNames = names is null ? null : FromNames(axes, names);
        return FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            bool covered = dated is not null && dated.AnyOn(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (covered) row[i] = dated![t, i] ? 1 : 0;
                else if (fromNames is not null) row[i] = fromNames[(t * axes.Count) + i];
                else if (column is not null) row[i] = column[t, i] ? 1 : 0;
            }
        });
    }

    /// <summary>The ordinal of the industry in force; of overlapping memberships the one that began last.</summary>
    public static FieldMatrix Industries(MarketAxes axes, IReadOnlyList<IndustryMembership> memberships)
    {
        FieldMatrixBuilder builder = axes.NewMatrix();
        foreach (IndustryMembership membership in memberships)
        {
            int column = axes.Panel.ColumnOf(membership.Symbol);
            int first = axes.Calendar.IndexAtOrAfter(membership.From);
            int last = membership.To is { } to ? axes.Calendar.IndexAtOrBefore(to) : axes.Days - 1;
            for (int t = first; t <= last; t++) builder.Row(t)[column] = membership.Industry.Ordinal;
        }

        return builder.Build();
    }

    // A name is in force until its end. Where the name after it was announced only later, nobody knew of the end before: it stays until then.
    private static float[] FromNames(MarketAxes axes, IReadOnlyList<NameChange> names)
    {
        float[] flags = new float[axes.Days * axes.Count];
        foreach (IGrouping<Symbol, NameChange> history in names.GroupBy(n => n.Symbol))
        {
            int column = axes.Panel.ColumnOf(history.Key);
            NameChange[] ordered = [.. history.OrderBy(KnownOn).ThenBy(n => n.From)];
            for (int k = 0; k < ordered.Length; k++)
            {
                NameChange name = ordered[k];
                DateOnly last = name.To ?? axes.Calendar.Last;
                if (k + 1 < ordered.Length && ordered[k + 1] is var next && name.To is { } end && next.From <= end.AddDays(1) && KnownOn(next) > end)
                    last = KnownOn(next).AddDays(-1);
                int to = axes.Calendar.IndexAtOrBefore(last);
                for (int t = axes.Calendar.IndexAtOrAfter(KnownOn(name)); t <= to; t++) flags[(t * axes.Count) + column] = name.IsSt ? 1 : 0;
            }
        }

        return flags;
    }

    private static DateOnly KnownOn(NameChange name) => name.Announced > name.From ? name.Announced.Value : name.From;
}
