namespace AlphaKit.Data;

/// <summary>Index weights as of each day: those of the newest snapshot at or before the day, wholly, so that a name that left does not live on.</summary>
internal static class IndexWeights
{
    public static FieldMatrix AsOf(MarketAxes axes, Symbol index, IReadOnlyList<IndexConstituent> rows)
    {
        Symbol? twin = IndexFamily.Twin(index);
        SortedDictionary<DateOnly, List<IndexConstituent>> snapshots = [];
        foreach (IGrouping<DateOnly, IndexConstituent> day in rows.Where(r => r.Index == index || r.Index == twin).GroupBy(r => r.Date))
        {
            // Where both codes of one index have a snapshot, the code asked for is taken.
            List<IndexConstituent> own = [.. day.Where(r => r.Index == index)];
            snapshots[day.Key] = own.Count > 0 ? own : [.. day];
        }

        (DateOnly Date, List<IndexConstituent> Members)[] ordered = [.. snapshots.Select(s => (s.Key, s.Value))];
        int next = 0;
        return FieldMatrix.Create(axes.Days, axes.Count, (t, row) =>
        {
            while (next < ordered.Length && ordered[next].Date <= axes.Calendar[t]) next++;
            if (next == 0) return;
            foreach (IndexConstituent member in ordered[next - 1].Members)
            {
                int column = axes.Panel.ColumnOf(member.Symbol);
                if (column >= 0) row[column] = (float)member.Weight;
            }
        });
    }
}
