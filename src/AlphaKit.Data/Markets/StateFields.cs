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
    /// On days that stock_st covers, its rows; on other days the name in force (from its announcement, if that is later than its start);
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

    private static float[] FromNames(MarketAxes axes, IReadOnlyList<NameChange> names)
    {
        float[] flags = new float[axes.Days * axes.Count];
        foreach (NameChange name in names)
        {
            DateOnly known = name.Announced > name.From ? name.Announced.Value : name.From;
            int column = axes.Panel.ColumnOf(name.Symbol);
            int first = axes.Calendar.IndexAtOrAfter(known);
            int last = name.To is { } to ? axes.Calendar.IndexAtOrBefore(to) : axes.Days - 1;
            for (int t = first; t <= last; t++) flags[(t * axes.Count) + column] = name.IsSt ? 1 : 0;
        }

        return flags;
    }
}
