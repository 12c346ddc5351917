using System.Runtime.CompilerServices;

namespace AlphaKit.Data;

/// <summary>
/// Market data from vendor tables: checked, converted to AlphaKit's units, and placed by share and trading day, never by position.
/// What the tables lack is missing, with its reason in <see cref="Coverage"/>; what was left out or looked wrong stands in
/// <see cref="Validation"/>.
/// </summary>
/// <threadsafety>Immutable to its users; safe for concurrent use.</threadsafety>
public sealed partial class TableMarket : IMarketData
{
    private readonly IMarketDataSource _source;
    private readonly MarketAxes _axes;
    private readonly ValidationLog _log;
    private readonly MarketTables _tables;
    private readonly Dictionary<Field, string> _tableOf;
    private readonly IReadOnlyList<Symbol> _indices;
    private readonly Dictionary<Field, FieldMatrix> _derived = [];
    private readonly Lock _gate = new();

    private TableMarket(IMarketDataSource source, MarketAxes axes, ValidationLog log, MarketTables tables, CoverageBuilder coverage)
    {
        _source = source;
        _axes = axes;
        _log = log;
        _tables = tables;
        _tableOf = coverage.TableOf;
        _indices = coverage.Indices;
        Coverage = coverage.Build();
    }

    /// <inheritdoc/>
    public string DataVersion => _source.Version;

    /// <inheritdoc/>
    public PriceBasis PriceBasis => _source.PriceBasis;

    /// <inheritdoc/>
    public TradingCalendar Calendar => _axes.Calendar;

    /// <inheritdoc/>
    public SecurityMaster Securities => _axes.Securities;

    /// <inheritdoc/>
    public MarketCoverage Coverage { get; }

    /// <summary>What was read, left out and noticed in the tables read so far.</summary>
    public ValidationReport Validation => _log.Snapshot();

    /// <summary>Reads, checks and places the tables of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="progress">Is told of every table read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The market; there is none when a table is structurally wrong.</returns>
    /// <exception cref="DataValidationException">A table is structurally wrong: nothing is imported.</exception>
    /// <exception cref="InsufficientDataException">There is no dated row at all.</exception>
    public static async ValueTask<TableMarket> LoadAsync(
        IMarketDataSource source,
        TableMarketOptions? options = null,
        IProgress<LoadProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        MarketLoader loader = new(source, options ?? new TableMarketOptions(), progress);
        await loader.LoadAsync(cancellationToken).ConfigureAwait(false);
        TableMarket market = new(source, loader.Axes, loader.Log, loader.Tables, new CoverageBuilder(source, loader));
        if (loader is { ReadsWhole: true, Daily: { } daily } && market.Coverage.Has(Field.LimitUp))
        {
            FieldMatrix up = await market.MatrixAsync(Field.LimitUp, cancellationToken).ConfigureAwait(false);
            LimitRules.Check(daily, loader.Axes, up, await market.MatrixAsync(Field.LimitDown, cancellationToken).ConfigureAwait(false));
        }

        return market;
    }

    /// <inheritdoc/>
    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) =>
        PanelCut.TakeAsync(query, _axes.Panel, Securities, async fields =>
        {
            FieldMatrix[] matrices = new FieldMatrix[fields.Length];
            for (int k = 0; k < fields.Length; k++) matrices[k] = await MatrixAsync(fields[k], cancellationToken).ConfigureAwait(false);
            return matrices;
        });

    /// <inheritdoc/>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(query);
        if (!Coverage.Has(dataset)) throw new DatasetNotAvailableException(dataset.Name, Coverage.WhyMissing(dataset));
        if (_source is IDatasetSource own && own.Datasets.Any(d => d.Name == dataset.Name))
        {
            await foreach (TRow row in own.ReadAsync(dataset, query, cancellationToken).ConfigureAwait(false)) yield return row;
            yield break;
        }

        foreach (TRow row in DatasetTables.Select(await RowsAsync(dataset, cancellationToken).ConfigureAwait(false), query)) yield return row;
    }

    private async ValueTask<IReadOnlyList<TRow>> RowsAsync<TRow>(Dataset<TRow> dataset, CancellationToken cancellationToken)
    {
        List<TRow[]> parts = [];
        foreach (string table in DatasetTables.TablesOf(dataset).Where(_tables.Has))
        {
            LoadedTable loaded = await _tables.GetAsync(table, cancellationToken).ConfigureAwait(false);
            parts.Add((TRow[])loaded.Rows!);
        }

        return parts.Count == 1 ? parts[0] : [.. parts.SelectMany(p => p).OrderBy(r => DatasetTables.KeyOf(r))];
    }
}
