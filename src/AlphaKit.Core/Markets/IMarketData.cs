namespace AlphaKit;

/// <summary>
/// The one interface by which everything above reads market data: a simulated market, imported files, a store. Daily quantities come as a
/// <see cref="Panel"/>; everything that is not one number per symbol and day (corporate actions, statements, minute bars, ticks,
/// index weights) comes as rows of a <see cref="Dataset{TRow}"/>. A source says in <see cref="Coverage"/> what it has and why it lacks the rest.
/// </summary>
/// <threadsafety>Implementations allow concurrent reads.</threadsafety>
public interface IMarketData
{
    /// <summary>Identifies the content: equal versions give equal answers. Part of every run manifest.</summary>
    string DataVersion { get; }

    /// <summary>Whether prices are as traded or already adjusted.</summary>
    PriceBasis PriceBasis { get; }

    /// <summary>All trading days of the source.</summary>
    TradingCalendar Calendar { get; }

    /// <summary>All shares that ever were, the delisted included.</summary>
    SecurityMaster Securities { get; }

    /// <summary>Which fields and datasets there are, and why the others are not.</summary>
    MarketCoverage Coverage { get; }

    /// <summary>Reads daily fields.</summary>
    /// <param name="query">Which fields, symbols, days and universe.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FieldNotAvailableException">A field asked for is not covered.</exception>
    ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default);

    /// <summary>Reads the rows of a dataset, ordered by date, then symbol.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="dataset">The dataset, see <see cref="Datasets"/>.</param>
    /// <param name="query">Which symbols and days.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DatasetNotAvailableException">The dataset is not covered.</exception>
    IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, CancellationToken cancellationToken = default);
}
