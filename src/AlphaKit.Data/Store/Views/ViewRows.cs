namespace AlphaKit.Data;

/// <summary>Which rows of a table a view shows, and as what.</summary>
internal sealed class ViewRows(TableManifest manifest, long? knownBy, long? recordedBy)
{
    private readonly StoreTable _table = manifest.Definition;
    private readonly bool _hasVersions = manifest.Corrections > 0;

    private bool IsDated => knownBy is not null && _table.KnownAt is not null;

    private bool ShiftsVersions => _hasVersions && _table.Versions == StoreVersions.All;

    /// <summary>The columns that tell which rows show.</summary>
    public IEnumerable<string> NeededColumns
    {
        get
        {
            IEnumerable<string> needed = _hasVersions ? _table.Key : [];
            if (IsDated || ShiftsVersions) needed = needed.Concat(Announcements);
            return needed;
        }
    }

    private IEnumerable<string> Announcements => _table.Announced.Count > 0 ? _table.Announced : _table.EventDate is { } date ? [date] : [];

    public StoredRows Apply(StoredRows rows)
    {
        if (!_hasVersions && !IsDated && recordedBy is null) return rows;
        long[] announced = IsDated ? KnownTimes(rows) : [];
        bool[] isCorrection = [];
        int[] kept = _hasVersions ? Versions(rows, announced, out isCorrection) : [.. Enumerable.Range(0, rows.Count).Where(row => IsShown(rows, announced, row, false))];
        List<SourceColumn> columns = [];
        foreach (SourceColumn column in rows.Columns)
        {
            SourceColumn taken = kept.Length == rows.Count ? column : RowColumns.Take(column, kept);
            if (ShiftsVersions && column.Name == Announcements.FirstOrDefault(a => manifest.Find(a) is not null)) taken = Postponed(taken, rows, kept, isCorrection);
            if (knownBy is { } moment && _table.Endings.Contains(column.Name)) taken = Unended(taken, moment);
            columns.Add(taken);
        }

        return new StoredRows(columns, [.. kept.Select(row => rows.Recorded[row])]);
    }

    private bool IsShown(StoredRows rows, long[] announced, int row, bool isCorrection)
    {
        if (rows.Recorded[row] > recordedBy) return false;
        if (knownBy is not { } moment) return true;
        if (isCorrection && rows.Recorded[row] > moment) return false;
        return announced.Length == 0 || announced[row] <= moment;
    }

    /// <summary>
    /// The rows that show, in the order of the files. The rows of one key that were recorded at one time are one version; the first version is
    /// known from its announcement, a later one also not before it was recorded.
    /// </summary>
    private int[] Versions(StoredRows rows, long[] announced, out bool[] isCorrection)
    {
        UInt128[] keys = RowHashes.Of(_table.Key.Select(rows.Find).Where(c => c is not null)!, rows.Count);
        Dictionary<UInt128, long> first = new(rows.Count), newest = new(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            if (!first.TryGetValue(keys[row], out long earliest) || rows.Recorded[row] < earliest) first[keys[row]] = rows.Recorded[row];
        }

        isCorrection = new bool[rows.Count];
        for (int row = 0; row < rows.Count; row++)
        {
            isCorrection[row] = rows.Recorded[row] > first[keys[row]];
            if (IsShown(rows, announced, row, isCorrection[row]) && (!newest.TryGetValue(keys[row], out long latest) || rows.Recorded[row] > latest)) newest[keys[row]] = rows.Recorded[row];
        }

        List<int> kept = new(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            if (!IsShown(rows, announced, row, isCorrection[row])) continue;
            if (_table.Versions == StoreVersions.All || rows.Recorded[row] == newest[keys[row]]) kept.Add(row);
        }

        return [.. kept];
    }

    /// <summary>When each row became public; a row without any date of announcement never did.</summary>
    private long[] KnownTimes(StoredRows rows)
    {
        SourceColumn[] dates = [.. Announcements.Select(rows.Find).Where(c => c is not null)!];
        long[] times = new long[rows.Count];
        DateOnly last = SourceColumn.NoDate;
        long time = long.MaxValue;
        for (int row = 0; row < times.Length; row++)
        {
            DateOnly date = SourceColumn.NoDate;
            foreach (SourceColumn column in dates)
            {
                if ((date = column.Dates[row]) != SourceColumn.NoDate) break;
            }

            if (date != last)
            {
                last = date;
                time = date == SourceColumn.NoDate ? long.MaxValue : BeijingTime.Of(date, _table.KnownAt!.Value);
            }

            times[row] = time;
        }

        return times;
    }

    private static SourceColumn Postponed(SourceColumn dates, StoredRows rows, int[] kept, bool[] isCorrection)
    {
        DateOnly[] moved = dates.Dates.ToArray();
        for (int i = 0; i < moved.Length; i++)
        {
            if (!isCorrection[kept[i]]) continue;
            DateOnly recorded = BeijingTime.DayOf(rows.Recorded[kept[i]]);
            if (recorded > moved[i]) moved[i] = recorded;
        }

        return SourceColumn.Of(dates.Name, moved);
    }

    private static SourceColumn Unended(SourceColumn dates, long moment)
    {
        DateOnly[] open = dates.Dates.ToArray();
        for (int i = 0; i < open.Length; i++)
        {
            if (open[i] != SourceColumn.NoDate && BeijingTime.Of(open[i], Clock.Open) > moment) open[i] = SourceColumn.NoDate;
        }

        return SourceColumn.Of(dates.Name, open);
    }
}
