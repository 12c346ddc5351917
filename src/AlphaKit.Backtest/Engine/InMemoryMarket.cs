using System.Runtime.CompilerServices;

namespace AlphaKit.Backtest;

/// <summary>
/// Market data read once and kept, for many runs over the same data: a parameter sweep, a notebook. Panels are views of what was read,
/// without copies; datasets other than those read go to the source.
/// </summary>
/// <threadsafety>Immutable once loaded; safe for concurrent use if the source is.</threadsafety>
public sealed class InMemoryMarket : IMarketData
{
    private readonly IMarketData _source;
    private readonly Panel _panel;
    private readonly Universe _universe;
    private readonly List<CorporateAction>? _actions;
    private readonly List<ShareExchange>? _exchanges;

    private InMemoryMarket(IMarketData source, Panel panel, Universe universe, List<CorporateAction>? actions, List<ShareExchange>? exchanges)
    {
        _source = source;
        _panel = panel;
        _universe = universe;
        _actions = actions;
        _exchanges = exchanges;
        Calendar = panel.Calendar;
        Coverage = new MarketCoverage(
            panel.Fields,
            source.Coverage.Datasets.Select(name => new Dataset<object>(name, "")),
            source.Coverage.Missing.ToDictionary(m => m.Key, m => m.Value),
            source.Coverage.Notes);
    }

    /// <inheritdoc/>
    public string DataVersion => _source.DataVersion;

    /// <inheritdoc/>
    public PriceBasis PriceBasis => _source.PriceBasis;

    /// <summary>The trading days that were read.</summary>
    public TradingCalendar Calendar { get; }

    /// <inheritdoc/>
    public SecurityMaster Securities => _source.Securities;

    /// <summary>The fields that were read, and the datasets of the source.</summary>
    public MarketCoverage Coverage { get; }

    /// <summary>The fields that a backtest reads for itself.</summary>
    public static IReadOnlyList<Field> BacktestFields { get; } =
    [
        Field.Open, Field.High, Field.Low, Field.Close, Field.PreClose, Field.Vwap, Field.AdjustedVwap, Field.Volume,
        Field.IsSuspended, Field.IsSt, Field.LimitUp, Field.LimitDown,
    ];

    /// <summary>Reads what backtests need: those of <see cref="BacktestFields"/> that the source has, further fields, corporate actions.</summary>
    /// <param name="market">The source.</param>
    /// <param name="fields">Further fields, such as those that a strategy asks for; null for none.</param>
    /// <param name="universe">The universe that strategies use; null for <see cref="Universe.AShares"/>.</param>
    /// <param name="to">Last date, inclusive; null for all. The first day is always that of the source.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FieldNotAvailableException">The source lacks a further field.</exception>
    /// <exception cref="InvalidPriceException">A price is negative or infinite, or a price field is empty.</exception>
    public static async Task<InMemoryMarket> LoadAsync(
        IMarketData market, IEnumerable<Field>? fields = null, Universe? universe = null, DateOnly? to = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        universe ??= Universe.AShares;
        Field[] further = [.. (fields ?? []).Concat(universe.RequiredFields)];
        foreach (Field field in further)
        {
            if (!market.Coverage.Has(field)) throw new FieldNotAvailableException(field, market.Coverage.WhyMissing(field));
        }

        TradingCalendar days = market.Calendar.Between(market.Calendar.First, to ?? market.Calendar.Last);
        Field[] all = [.. BacktestFields.Where(market.Coverage.Has).Concat(further).Distinct()];
        Panel panel = await market.PanelAsync(new PanelQuery { From = days.First, To = days.Last, Fields = all, Universe = universe }, cancellationToken).ConfigureAwait(false);
        PriceCheck.Require(panel, market.PriceBasis, BacktestFields, Field.Close);
        return new InMemoryMarket(
            market,
            panel,
            universe,
            await RowsAsync(market, Datasets.CorporateActions, days, cancellationToken).ConfigureAwait(false),
            await RowsAsync(market, BacktestDatasets.ShareExchanges, days, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (Field field in query.Fields)
        {
            if (!_panel.Has(field)) throw new FieldNotAvailableException(field, "it was not read into memory; name it when loading.");
        }

        if (query.Symbols is not null && !query.Symbols.SequenceEqual(_panel.Symbols)) return _source.PanelAsync(query, cancellationToken);
        Panel days = _panel.Between(query.From, query.To);
        bool same = query.Universe.Rules.SequenceEqual(_universe.Rules);
        return ValueTask.FromResult(same ? days : days.With(query.Universe.Evaluate(days, Securities), query.Universe.KnownAt));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Symbols is null && Rows(dataset) is { } rows)
        {
            foreach ((DateOnly date, TRow row) in rows)
            {
                if (date >= query.From && date <= query.To) yield return row;
            }

            yield break;
        }

        await foreach (TRow row in _source.ReadAsync(dataset, query, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    private IEnumerable<(DateOnly Date, TRow Row)>? Rows<TRow>(Dataset<TRow> dataset) => dataset switch
    {
        Dataset<CorporateAction> { Name: "corporate_actions" } when _actions is not null => _actions.Select(a => (a.ExDate, (TRow)(object)a)),
        Dataset<ShareExchange> when _exchanges is not null => _exchanges.Select(e => (e.Date, (TRow)(object)e)),
        _ => null,
    };

    private static async ValueTask<List<TRow>?> RowsAsync<TRow>(IMarketData market, Dataset<TRow> dataset, TradingCalendar days, CancellationToken cancellationToken)
    {
        if (!market.Coverage.Has(dataset)) return null;
        List<TRow> rows = [];
        await foreach (TRow row in market.ReadAsync(dataset, new DatasetQuery { From = days.First, To = days.Last }, cancellationToken).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }
}
