namespace AlphaKit.Data.Tushare;

/// <summary>How an interface is stored: as the store knows the table, or from the table of interfaces.</summary>
internal static class SyncTables
{
    public static StoreTable Of(TushareEndpoint endpoint)
    {
        if (StoreTable.Find(endpoint.Name) is { } known) return known;
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

    private static Clock ClockOf(TushareReadyClock ready)
    {
        if (ready.DaysAfter > 0) return Clock.NextMorning;
        if (ready.Time <= new TimeOnly(9, 25)) return Clock.Open;
        return ready.Time <= new TimeOnly(16, 0) ? Clock.Close : Clock.Evening;
    }
}
