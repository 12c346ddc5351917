using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlphaKit.Data;

/// <summary>
/// Market data as it was read and checked once, kept in a folder that opens in a fraction of a second. A store or a folder of vendor tables is
/// read, validated and placed row by row; a snapshot is the result: the daily fields as a Parquet file that any reader opens, the rarer
/// rows as lines of JSON, and a manifest. It carries the data version of its source, so results made from either are the same.
/// <code>
/// StoreView view = store.AsOf(now);
/// MarketSnapshot market = await MarketSnapshot.OpenOrSaveAsync("snapshots", view.Version, async stop => await view.MarketAsync(cancellationToken: stop));
/// </code>
/// Fields are read when they are asked for and stay in memory. Minute bars, ticks and statements are not kept.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class MarketSnapshot : IMarketData
{
    private readonly PanelAxes _axes;
    private readonly int _threads;
    private readonly Dictionary<string, int> _kept;
    private readonly Dictionary<Field, FieldMatrix> _read = [];
    private readonly Dictionary<string, object> _rows = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    private MarketSnapshot(string folder, SnapshotManifest manifest, int threads)
    {
        Folder = folder;
        _threads = threads;
        _kept = manifest.Datasets;
        DataVersion = manifest.DataVersion;
        PriceBasis = manifest.PriceBasis;
        try
        {
            Calendar = new TradingCalendar(manifest.Days);
            _axes = new PanelAxes(Calendar, manifest.Symbols);
            Securities = new SecurityMaster(manifest.Securities);
            Coverage = new MarketCoverage(manifest.Fields.Select(f => f.ToField()), SnapshotRows.Find(manifest.Datasets.Keys), manifest.Missing, manifest.Notes);
        }
        catch (ArgumentException e)
        {
            throw new MarketSnapshotException(Path.Combine(folder, SnapshotManifest.FileName), e.Message, e);
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public string DataVersion { get; }

    /// <inheritdoc/>
    public PriceBasis PriceBasis { get; }

    /// <inheritdoc/>
    public TradingCalendar Calendar { get; }

    /// <inheritdoc/>
    public SecurityMaster Securities { get; }

    /// <inheritdoc/>
    public MarketCoverage Coverage { get; }

    /// <summary>
    /// Opens the snapshot of that version and those fields in a folder of snapshots, or takes it first. Others in the folder are left alone and
    /// may be deleted at any time.
    /// </summary>
    /// <param name="folder">The folder of snapshots; made if it is not there.</param>
    /// <param name="dataVersion">Version of the source, for example <see cref="StoreView.Version"/>; with other reading options than the defaults, add them to it.</param>
    /// <param name="load">Reads the source; called only if there is no snapshot yet.</param>
    /// <param name="options">What is kept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FieldNotAvailableException">The source lacks a field asked for.</exception>
    /// <exception cref="MarketSnapshotException">The snapshot is damaged.</exception>
    public static async Task<MarketSnapshot> OpenOrSaveAsync(
        string folder, string dataVersion, Func<CancellationToken, ValueTask<IMarketData>> load, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataVersion);
        ArgumentNullException.ThrowIfNull(load);
        options ??= SnapshotOptions.Default;
        string fields = string.Join('\n', options.Fields.Select(f => f.Name).Order(StringComparer.Ordinal));
        string name = ContentHash.Of(string.Create(CultureInfo.InvariantCulture, $"{SnapshotManifest.CurrentFormat}\n{dataVersion}\n{fields}"))[..32];
        string own = Path.Combine(folder, name);
        if (!Directory.Exists(own)) await SaveAsync(await load(cancellationToken).ConfigureAwait(false), own, options, cancellationToken).ConfigureAwait(false);
        return Open(own, options.Threads);
    }

    /// <summary>Takes a snapshot. The folder appears whole or not at all.</summary>
    /// <param name="market">The market.</param>
    /// <param name="folder">The folder; must not be there.</param>
    /// <param name="options">What is kept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="FieldNotAvailableException">The market lacks a field asked for.</exception>
    /// <exception cref="IOException">The folder is there already, or cannot be written.</exception>
    public static async Task SaveAsync(IMarketData market, string folder, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= SnapshotOptions.Default;
        Field[] fields = [.. (options.Fields.Count == 0 ? market.Coverage.Fields : options.Fields).Distinct()];
        Require(market.Coverage, fields);
        if (Directory.Exists(folder)) throw new IOException($"'{folder}' is there already.");
        string temporary = Temporary(folder);
        try
        {
            Panel panel = await market.PanelAsync(
                new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = fields, Universe = Universe.Everything }, cancellationToken).ConfigureAwait(false);
            await SnapshotPanel.WriteAsync(panel, temporary, options.Threads, cancellationToken).ConfigureAwait(false);
            Dictionary<string, int> datasets = await SnapshotRows.SaveAsync(market, temporary, cancellationToken).ConfigureAwait(false);
            SnapshotManifest manifest = new()
            {
                Format = SnapshotManifest.CurrentFormat,
                DataVersion = market.DataVersion,
                PriceBasis = market.PriceBasis,
                Days = [.. market.Calendar.Days],
                Symbols = [.. panel.Symbols],
                Securities = [.. market.Securities.All],
                Fields = [.. fields.Select(SnapshotField.Of)],
                Datasets = datasets,
                Missing = Missing(market.Coverage, fields, datasets),
                Notes = [.. market.Coverage.Notes],
            };
            DurableFile.Write(Path.Combine(temporary, SnapshotManifest.FileName), manifest.ToBytes());
            Directory.Move(temporary, folder);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            if (!cancellationToken.IsCancellationRequested && File.Exists(Path.Combine(folder, SnapshotManifest.FileName))) return;    // another process was faster
            throw;
        }
    }

    /// <summary>Opens a snapshot; its fields are read when they are asked for.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="threads">Columns that are read at the same time; null for the number of processors.</param>
    /// <exception cref="MarketSnapshotException">There is none, or it is damaged.</exception>
    public static MarketSnapshot Open(string folder, int? threads = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        int count = threads is { } asked ? new SnapshotOptions { Threads = asked }.Threads : SnapshotOptions.Default.Threads;
        return new MarketSnapshot(folder, SnapshotManifest.Read(folder), count);
    }

    /// <inheritdoc/>
    /// <exception cref="MarketSnapshotException">A file of the snapshot is damaged.</exception>
    public ValueTask<Panel> PanelAsync(PanelQuery query, CancellationToken cancellationToken = default) =>
        PanelCut.TakeAsync(query, _axes, Securities, fields => MatricesAsync(fields, cancellationToken));

    /// <inheritdoc/>
    /// <exception cref="MarketSnapshotException">A file of the snapshot is damaged.</exception>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(query);
        if (!Coverage.Has(dataset)) throw new DatasetNotAvailableException(dataset.Name, Coverage.WhyMissing(dataset));
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (TRow row in DatasetTables.Select(Rows(dataset), query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>The folder and the version.</summary>
    public override string ToString() => $"snapshot {Folder} of {DataVersion}";

    private static Dictionary<string, string> Missing(MarketCoverage coverage, Field[] fields, Dictionary<string, int> datasets)
    {
        Dictionary<string, string> missing = coverage.Missing.ToDictionary();
        foreach (Field field in coverage.Fields.Except(fields)) missing[field.Name] = "the snapshot was taken without it; name it in SnapshotOptions.Fields.";
        foreach (string dataset in coverage.Datasets.Where(d => !datasets.ContainsKey(d))) missing[dataset] = "snapshots do not keep it; read it from the source.";
        return missing;
    }

    private static void Require(MarketCoverage coverage, Field[] fields)
    {
        foreach (Field field in fields)
        {
            if (!coverage.Has(field)) throw new FieldNotAvailableException(field, coverage.WhyMissing(field));
        }
    }

    // Two callers may read the same field at the same time; the first to finish is kept.
    private async ValueTask<FieldMatrix[]> MatricesAsync(Field[] fields, CancellationToken cancellationToken)
    {
        Require(Coverage, fields);
        Field[] missing;
        lock (_gate) missing = [.. fields.Where(f => !_read.ContainsKey(f))];
        FieldMatrix[] read = missing.Length == 0 ? [] : await SnapshotPanel.ReadAsync(Folder, missing, _axes, _threads, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            for (int k = 0; k < missing.Length; k++) _read.TryAdd(missing[k], read[k]);
            return [.. fields.Select(f => _read[f])];
        }
    }

    private TRow[] Rows<TRow>(Dataset<TRow> dataset)
    {
        lock (_gate)
        {
            if (_rows.TryGetValue(dataset.Name, out object? known)) return (TRow[])known;
            TRow[] rows = SnapshotRows.Read(dataset, Folder, _kept[dataset.Name]);
            _rows[dataset.Name] = rows;
            return rows;
        }
    }

    // Beside the folder to come, so that it can be renamed.
    private static string Temporary(string folder)
    {
        string path = Path.GetFullPath(folder);
        return Directory.CreateDirectory($"{Path.TrimEndingDirectorySeparator(path)}.{Path.GetRandomFileName()}.tmp").FullName;
    }
}
