using System.Globalization;

namespace AlphaKit.Data.Simulation;

/// <summary>
/// A seeded, simulated A-share market: vendor tables in Tushare's names and units, minute bars, ticks and orders on demand, and a planted
/// signal of known strength. Prices obey tick, limits, ex-dates and suspensions; equal options give equal bits on any number of threads.
/// What it does not imitate stands in the documentation page on simulation.
/// </summary>
/// <threadsafety>Immutable to its users; safe for concurrent use.</threadsafety>
public sealed class SimulatedMarket : IMarketData, IMarketDataSource, IDatasetSource, ITableColumns
{
    private const int ModelVersion = 1;
    private readonly World _world;
    private readonly Lazy<TableMarket> _market;
    private readonly Lazy<PlantedAlpha> _alpha;
    private readonly Lazy<Dictionary<string, IReadOnlyList<string>>> _columns;

    private SimulatedMarket(World world)
    {
        _world = world;
        SimulationOptions options = world.Options;
        string text = string.Create(CultureInfo.InvariantCulture,
            $"model {ModelVersion}; seed {options.Seed}; stocks {options.Stocks}; {options.From:yyyy-MM-dd}..{options.To:yyyy-MM-dd}; alpha {options.AlphaStrength:R} over {options.AlphaHorizon}; st {options.StShare:R}; ipo {options.IpoRate:R}; delisting {options.DelistingRate:R}; suspension {options.SuspensionShare:R}; restatement {options.RestatementShare:R}{(options.AlphaPattern == AlphaPattern.Linear ? "" : $"; pattern {options.AlphaPattern}")}");
        Description = $"simulated A-share market ({text})";
        Version = $"simulated:{ContentHash.Of(text)}";
        _alpha = new(() => new PlantedAlpha(_world));
        _columns = new(DescribeColumns);

        // Every table is rendered synchronously, so loading never waits for anything.
        _market = new(() => TableMarket.LoadAsync(this, new TableMarketOptions { Reading = TableReading.OnFirstUse, SnapshotShare = 0 }).AsTask().GetAwaiter().GetResult());
    }

    /// <summary>The options it was made with.</summary>
    public SimulationOptions Options => _world.Options;

    /// <inheritdoc/>
    public string Description { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public string DataVersion => Version;

    /// <inheritdoc cref="IMarketData.PriceBasis"/>
    public PriceBasis PriceBasis => PriceBasis.Raw;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables => SimulatedTables.Names;

    /// <inheritdoc/>
    public TradingCalendar Calendar => _market.Value.Calendar;

    /// <inheritdoc/>
    public SecurityMaster Securities => _market.Value.Securities;

    /// <inheritdoc/>
    public MarketCoverage Coverage => _market.Value.Coverage;

    /// <summary>What reading its own tables noticed.</summary>
    public ValidationReport Validation => _market.Value.Validation;

    /// <summary>The planted signal and its theoretical strength.</summary>
    public PlantedAlpha Alpha => _alpha.Value;

    /// <inheritdoc/>
    public IReadOnlyList<Dataset> Datasets { get; } = [AlphaKit.Datasets.MinuteBars, AlphaKit.Datasets.TickTrades, AlphaKit.Datasets.TickOrders];

    /// <summary>Simulates a market.</summary>
    /// <param name="options">What to simulate; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the simulation.</param>
    /// <exception cref="ArgumentException"><see cref="SimulationOptions.To"/> is before <see cref="SimulationOptions.From"/>, or no trading day lies between them.</exception>
    public static SimulatedMarket Create(SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulationOptions();
        if (options.To < options.From)
            throw new ArgumentException($"To ({options.To:yyyy-MM-dd}) must not be before From ({options.From:yyyy-MM-dd}).", nameof(options));
        return new SimulatedMarket(new World(options, cancellationToken));
    }

    /// <summary>Renders one table; it is not kept.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SimulatedTables.Render(_world, table, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) => _market.Value.PanelAsync(query, cancellationToken);

    /// <inheritdoc cref="IMarketData.ReadAsync{TRow}"/>
    public IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(query);
        return IntradayReader.Has(dataset)
            ? IntradayReader.ReadAsync(_world, dataset, query, cancellationToken)
            : _market.Value.ReadAsync(dataset, query, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ColumnsOf(string table) => _columns.Value.GetValueOrDefault(table)
        ?? throw new ArgumentException($"There is no table '{table}'; there are {string.Join(", ", Tables)}.", nameof(table));

    /// <summary>The columns do not depend on the span or the number of shares: a very small market shows them.</summary>
    private static Dictionary<string, IReadOnlyList<string>> DescribeColumns()
    {
        World small = new(new SimulationOptions { Stocks = 10, From = new DateOnly(2020, 1, 2), To = new DateOnly(2020, 1, 10), Threads = 1 }, default);
        return SimulatedTables.Names.ToDictionary(
            name => name,
            name => (IReadOnlyList<string>)[.. SimulatedTables.Render(small, name, default).Columns.Select(c => c.Name)],
            StringComparer.Ordinal);
    }
}
