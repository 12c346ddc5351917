namespace AlphaKit.Backtest;

/// <summary>Corporate actions, mergers and delistings by the row on which they matter.</summary>
internal sealed class CorporateCalendar
{
    private readonly List<(CorporateAction Action, int Column, int ExRow)>?[] _byRecordRow;
    private readonly List<int>?[] _delistedByRow;
    private readonly List<(ShareExchange Merger, int Old, int New)>?[] _mergersByRow;

    private CorporateCalendar(bool known, int days)
    {
        AreKnown = known;
        _byRecordRow = new List<(CorporateAction, int, int)>?[days];
        _delistedByRow = new List<int>?[days];
        _mergersByRow = new List<(ShareExchange, int, int)>?[days];
    }

    /// <summary>True if the market data holds corporate actions and prices are as traded.</summary>
    public bool AreKnown { get; }

    /// <summary>True if the market data holds mergers by exchange of shares.</summary>
    public bool KnowsMergers { get; private init; }

    /// <summary>Reads the actions from the first day of the data to the last day of the backtest.</summary>
    /// <exception cref="InvalidMergerException">A merger has no positive ratio or names a share without data.</exception>
    public static async ValueTask<CorporateCalendar> ReadAsync(IMarketData market, MarketFrame frame, CancellationToken cancellationToken)
    {
        TradingCalendar calendar = frame.Calendar;
        bool raw = market.PriceBasis == PriceBasis.Raw;
        CorporateCalendar result = new(raw && market.Coverage.Has(Datasets.CorporateActions), calendar.Count)
        {
            KnowsMergers = raw && market.Coverage.Has(BacktestDatasets.ShareExchanges),
        };
        for (int i = 0; i < frame.Securities.Length; i++)
        {
            if (frame.Securities[i].Delisted is not { } delisted) continue;
            int row = calendar.IndexAtOrAfter(delisted);
            if (row < calendar.Count) (result._delistedByRow[row] ??= []).Add(i);
        }

        DatasetQuery query = new() { From = calendar.First, To = calendar.Last };
        if (result.KnowsMergers)
        {
            await foreach (ShareExchange merger in market.ReadAsync(BacktestDatasets.ShareExchanges, query, cancellationToken).ConfigureAwait(false))
                result.Add(merger, frame);
        }

        if (!result.AreKnown) return result;
        await foreach (CorporateAction action in market.ReadAsync(Datasets.CorporateActions, query, cancellationToken).ConfigureAwait(false))
        {
            int column = frame.Axes.ColumnOf(action.Symbol), exRow = calendar.IndexAtOrAfter(action.ExDate);
            if (column < 0 || exRow == 0 || exRow >= calendar.Count) continue;

            // Rights end with the close of the day before the ex-date at the latest, whatever the record date says.
            int recordRow = Math.Min(calendar.IndexAtOrBefore(action.RecordDate), exRow - 1);
            if (recordRow >= 0) (result._byRecordRow[recordRow] ??= []).Add((action, column, exRow));
        }

        return result;
    }

    /// <summary>The actions whose record date is that row.</summary>
    public IReadOnlyList<(CorporateAction Action, int Column, int ExRow)> RecordedOn(int row) => _byRecordRow[row] is { } list ? list : [];

    /// <summary>The columns of the shares removed from trading on that row.</summary>
    public IReadOnlyList<int> DelistedOn(int row) => _delistedByRow[row] is { } list ? list : [];

    /// <summary>The mergers of that row.</summary>
    public IReadOnlyList<(ShareExchange Merger, int Old, int New)> MergersOn(int row) => _mergersByRow[row] is { } list ? list : [];

    private void Add(ShareExchange merger, MarketFrame frame)
    {
        int old = frame.Axes.ColumnOf(merger.Old), heir = frame.Axes.ColumnOf(merger.New), row = frame.Calendar.IndexAtOrAfter(merger.Date);
        if (old < 0 || row >= frame.Calendar.Count) return;
        if (heir < 0) throw new InvalidMergerException(merger, "the market data does not hold the share received.");
        if (heir == old) throw new InvalidMergerException(merger, "a share cannot become itself.");
        if (merger.Ratio <= 0 || merger.CashPerShare < 0) throw new InvalidMergerException(merger, "the ratio must be above 0 and the cash not negative.");
        (_mergersByRow[row] ??= []).Add((merger, old, heir));
    }
}
