namespace AlphaKit.Data.Tushare;

/// <summary>What the plan of most tables follows from: trading days and shares, as the store knows them.</summary>
/// <param name="TradingDays">Open days, ascending.</param>
/// <param name="Shares">Every share ever listed, with its days of listing and delisting, by code.</param>
internal sealed record SyncMarket(IReadOnlyList<DateOnly> TradingDays, IReadOnlyList<(Symbol Symbol, DateOnly Listed, DateOnly Delisted)> Shares)
{
    public static async ValueTask<SyncMarket> ReadAsync(MarketStore store, CancellationToken cancellationToken)
    {
        StoreView view = store.Latest;
        List<DateOnly> days = [];
        if (view.Tables.Contains("trade_cal"))
        {
            SourceTable calendar = await view.ReadAsync("trade_cal", null, cancellationToken).ConfigureAwait(false);
            ReadOnlySpan<DateOnly> dates = calendar.Find("cal_date")!.Dates;
            ReadOnlySpan<double> open = calendar.Find("is_open")!.Numbers;
            for (int i = 0; i < dates.Length; i++)
            {
                if (open[i] == 1) days.Add(dates[i]);
            }
        }

        List<(Symbol, DateOnly, DateOnly)> shares = [];
        if (view.Tables.Contains("stock_basic"))
        {
            SourceTable basics = await view.ReadAsync("stock_basic", null, cancellationToken).ConfigureAwait(false);
            SourceColumn symbols = basics.Find("ts_code")!;
            SourceColumn? listed = basics.Find("list_date"), delisted = basics.Find("delist_date");
            for (int i = 0; i < basics.RowCount; i++)
                shares.Add((symbols.Symbols[i], listed is null ? SourceColumn.NoDate : listed.Dates[i], delisted is null ? SourceColumn.NoDate : delisted.Dates[i]));
        }

        return new SyncMarket([.. days.Distinct().Order()], [.. shares.OrderBy(s => s.Item1)]);
    }
}
