using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>How an interface is stored: as the store knows the table, or from the table of interfaces.</summary>
internal static class SyncTables
{
    /// <summary>The day of rows that have a time of day, by which their files are divided.</summary>
    private const string DayColumn = "trade_date";

    public static StoreTable Of(TushareEndpoint endpoint)
    {
        if (StoreTable.Find(endpoint.Name) is { } known) return known;
        if (endpoint.EventDate is { IsTime: true })
            return new StoreTable(endpoint.Name, [DayColumn, .. endpoint.Key.Select(c => c.Name)]) { EventDate = DayColumn, KnownAt = ClockOf(endpoint.Ready), Partition = StorePartition.Day };
        bool dated = endpoint.EventDate is { Kind: SourceColumnKind.Date };
        string[] announced = [.. endpoint.Announced.Where(c => c.Kind == SourceColumnKind.Date).Select(c => c.Name)];
        string[] key = [.. endpoint.Key.Select(c => c.Name)];

        // What the rows are ordered by comes first in the key, and is never missing.
        if (dated) key = [endpoint.EventDate!.Name, .. key.Where(c => c != endpoint.EventDate.Name)];
        return new StoreTable(endpoint.Name, key)
        {
            EventDate = dated ? endpoint.EventDate!.Name : null,
            Announced = announced,
            KnownAt = announced.Length > 0 ? Clock.Announced : dated ? ClockOf(endpoint.Ready) : null,
            Partition = dated ? StorePartition.Year : StorePartition.Whole,
            Keys = endpoint.FillsEveryDay ? StoreKeys.Unique : StoreKeys.Repeated,
        };
    }

    /// <summary>The rows of some replies as they are stored: rows with a time of day get its day as a further column.</summary>
    /// <exception cref="TushareReplyException">A time cannot be read.</exception>
    public static SourceTable Rows(TushareEndpoint endpoint, IReadOnlyList<TushareBatch> batches)
    {
        SourceTable rows = BatchJoin.ToTable(batches);
        if (endpoint.EventDate is not { IsTime: true } column || rows.Find(column.Name) is not { } times) return rows;
        DateOnly[] days = new DateOnly[rows.RowCount];
        for (int row = 0; row < days.Length; row++)
        {
            string time = times.Texts[row];
            if (time.Length < 10 || !DateOnly.TryParseExact(time.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out days[row]))
                throw new TushareReplyException(endpoint.Name, FormattableString.Invariant($"row {row + 1} of the replies has the {column.Name} '{time}'; yyyy-MM-dd HH:mm:ss is expected."));
        }

        return new SourceTable(rows.Name, [SourceColumn.Of(DayColumn, days), .. rows.Columns], rows.Origin);
    }

    private static Clock ClockOf(TushareReadyClock ready)
    {
        if (ready.DaysAfter > 0) return Clock.NextMorning;
        if (ready.Time <= new TimeOnly(9, 25)) return Clock.Open;
        return ready.Time <= new TimeOnly(16, 0) ? Clock.Close : Clock.Evening;
    }
}
