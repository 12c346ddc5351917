namespace AlphaKit.Backtest;

/// <summary>Corporate actions and delistings by the row on which they matter.</summary>
internal sealed class CorporateCalendar
{
    private readonly Dictionary<int, List<(CorporateAction Action, int Column, int ExRow)>> _byRecordRow = [];
    private readonly Dictionary<int, List<int>> _delistedByRow = [];

    private CorporateCalendar(bool known) => AreKnown = known;

    /// <summary>True if the market data holds corporate actions and prices are as traded.</summary>
    public bool AreKnown { get; }

    /// <summary>Reads the actions from the first day of the data to the last day of the backtest.</summary>
    public static async ValueTask<CorporateCalendar> ReadAsync(IMarketData market, MarketFrame frame, CancellationToken cancellationToken)
    {
        TradingCalendar calendar = frame.Calendar;
        CorporateCalendar result = new(market.PriceBasis == PriceBasis.Raw && market.Coverage.Has(Datasets.CorporateActions));
        for (int i = 0; i < frame.Securities.Count; i++)
        {
            if (frame.Securities[i].Delisted is not { } delisted) continue;
            int row = calendar.IndexAtOrAfter(delisted);
            if (row < calendar.Count) Add(result._delistedByRow, row, i);
        }

        if (!result.AreKnown) return result;
        DatasetQuery query = new() { From = calendar.First, To = calendar.Last };
        await foreach (CorporateAction action in market.ReadAsync(Datasets.CorporateActions, query, cancellationToken).ConfigureAwait(false))
        {
            int column = frame.Axes.ColumnOf(action.Symbol), exRow = calendar.IndexAtOrAfter(action.ExDate);
            if (column < 0 || exRow == 0 || exRow >= calendar.Count) continue;

            // Rights end with the close of the day before the ex-date at the latest, whatever the record date says.
            int recordRow = Math.Min(calendar.IndexAtOrBefore(action.RecordDate), exRow - 1);
            if (recordRow >= 0) Add(result._byRecordRow, recordRow, (action, column, exRow));
        }

        return result;
    }

    /// <summary>The actions whose record date is that row.</summary>
    public IReadOnlyList<(CorporateAction Action, int Column, int ExRow)> RecordedOn(int row) => _byRecordRow.TryGetValue(row, out var list) ? list : [];

    /// <summary>The columns of the shares removed from trading on that row.</summary>
    public IReadOnlyList<int> DelistedOn(int row) => _delistedByRow.TryGetValue(row, out List<int>? list) ? list : [];

    private static void Add<T>(Dictionary<int, List<T>> map, int row, T item)
    {
        if (!map.TryGetValue(row, out List<T>? list)) map[row] = list = [];
        list.Add(item);
    }
}
