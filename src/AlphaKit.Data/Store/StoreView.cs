using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlphaKit.Data;

/// <summary>
/// A store as it was known at a moment, or as it is. Tables are read whole, in the vendor's names and units. It is a
/// <see cref="IMarketDataSource"/>: everything that reads an imported folder reads a view.
/// </summary>
/// <remarks>
/// A row is known from its announcement on, at the clock of its table; a correction from the moment at which it was recorded, since it was
/// not there before. The first version of a row counts from its announcement although it was fetched later: the vendor published it then.
/// <see cref="RecordedBy"/> leaves out what the store itself did not have yet.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use. A view whose files another writer has joined since must be taken anew.</threadsafety>
public sealed class StoreView : IMarketDataSource, ITableColumns, IDatasetSource
{
    private readonly MarketStore _store;
    private readonly FrozenDictionary<string, TableState> _states;
    private readonly long? _knownBy;
    private readonly long? _recordedBy;

    internal StoreView(MarketStore store, FrozenDictionary<string, TableState> states, long? knownBy, long? recordedBy)
    {
        _store = store;
        _states = states;
        _knownBy = knownBy;
        _recordedBy = recordedBy;
        Tables = [.. states.Where(s => s.Value.Manifest.Rows > 0).Select(s => s.Key).Order(StringComparer.Ordinal)];
        string contents = string.Join('\n', states.Values.Where(s => s.Manifest.Rows > 0).Select(s => s.Manifest.Content).Order(StringComparer.Ordinal));
        Version = $"store:{ContentHash.Of(string.Create(CultureInfo.InvariantCulture, $"{contents}\nknown by {knownBy}\nrecorded by {recordedBy}"))}";
    }

    /// <summary>The moment as of which rows are known; null for all that is stored.</summary>
    public DateTimeOffset? KnownBy => _knownBy is { } time ? DateTimeOffset.UnixEpoch.AddMicroseconds(time) : null;

    /// <inheritdoc/>
    public string Description => $"store {_store.Folder}{(KnownBy is { } time ? string.Create(CultureInfo.InvariantCulture, $" as of {time.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss}") : "")}";

    /// <inheritdoc/>
    public string Version { get; }

    /// <summary>Prices are stored as traded.</summary>
    public PriceBasis PriceBasis => PriceBasis.Raw;

    /// <summary>Names of the tables that hold rows, ordered.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>Minute bars, where the store has the table <c>stk_mins</c>.</summary>
    public IReadOnlyList<Dataset> Datasets => Tables.Contains(MinuteRows.Table) ? [AlphaKit.Datasets.MinuteBars] : [];

    /// <summary>The same view without what was recorded later than a moment: what this store itself could have told then.</summary>
    /// <param name="moment">The moment.</param>
    public StoreView RecordedBy(DateTimeOffset moment) => new(_store, _states, _knownBy, BeijingTime.Microseconds(moment));

    /// <summary>Reads a table, ordered by file, then event date, then key.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="columns">The columns to read; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">There is no such table or column.</exception>
    /// <exception cref="MarketStoreException">A file is missing or other than the manifest says.</exception>
    public async ValueTask<SourceTable> ReadAsync(string table, IReadOnlyList<string>? columns, CancellationToken cancellationToken = default)
    {
        (TableFolder folder, TableManifest manifest) = StateOf(table);
        string[] asked = columns is null ? [.. manifest.Columns.Select(c => c.Name)] : [.. columns];
        foreach (string name in asked)
        {
            if (manifest.Find(name) is null) throw new ArgumentException($"Table '{table}' has no column '{name}'; it has {string.Join(", ", manifest.Columns.Select(c => c.Name))}.", nameof(columns));
        }

        ViewRows rule = new(manifest, _knownBy, _recordedBy);
        StoreColumn[] read = [.. asked.Concat(rule.NeededColumns).Distinct(StringComparer.Ordinal).Select(manifest.Find).Where(c => c is not null)!];
        StoredRows rows = await PartFile.ReadAsync(folder, manifest.Parts, read, _store.Verified, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
        StoredRows seen = rule.Apply(rows);
        return new SourceTable(table, [.. asked.Select(name => seen.Find(name)!)], folder.Path);
    }

    /// <summary>
    /// Reads a table as a market does: with the columns that AlphaKit knows (of statements and unknown tables, all), and old codes of Beijing
    /// shares replaced by their newer ones where the store has the table <c>bse_mapping</c>.
    /// </summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default)
    {
        SourceTable rows = await ReadAsync(table, ColumnsOf(table), cancellationToken).ConfigureAwait(false);
        CodeAliases aliases = await CodeAliases.ReadAsync(this, cancellationToken).ConfigureAwait(false);
        return aliases.Apply(rows);
    }

    /// <summary>
    /// Reads minute bars, a day at a time. The vendor's bar of 09:30, the opening call, is part of the first minute here, as <see cref="MinuteBar"/> says.
    /// </summary>
    /// <inheritdoc cref="IDatasetSource.ReadAsync{TRow}"/>
    /// <exception cref="DatasetNotAvailableException">The store has no such rows.</exception>
    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(query);
        if (!Datasets.Any(d => d.Name == dataset.Name)) throw new DatasetNotAvailableException(dataset.Name, $"the store has no table {MinuteRows.Table}.");
        CodeAliases aliases = await CodeAliases.ReadAsync(this, cancellationToken).ConfigureAwait(false);
        await foreach (SourceTable day in DaysAsync(MinuteRows.Table, query.From, query.To, cancellationToken).ConfigureAwait(false))
        {
            if (MinuteRows.Of(aliases.Apply(day), query.Symbols) is not IReadOnlyList<TRow> rows) throw new DatasetNotAvailableException(dataset.Name, $"its rows are not of type {typeof(TRow).Name}.");
            foreach (TRow row in rows) yield return row;
        }
    }

    /// <summary>Names of the columns that AlphaKit knows; of statements and unknown tables, all.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    public IReadOnlyList<string> ColumnsOf(string table)
    {
        IEnumerable<string> columns = StateOf(table).Manifest.Columns.Select(c => c.Name);
        return VendorTable.Find(table) is { TakesItems: false } known ? [.. columns.Where(c => known.FindColumn(c) is not null)] : [.. columns];
    }

    /// <summary>Checks and places the tables: the market that everything else reads.</summary>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="progress">Is told of every table read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DataValidationException">A table is structurally wrong.</exception>
    /// <exception cref="InsufficientDataException">There is no dated row at all.</exception>
    public ValueTask<TableMarket> MarketAsync(TableMarketOptions? options = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        TableMarket.LoadAsync(this, options, progress, cancellationToken);

    /// <summary>
    /// Checks everything that is stored: files against the manifest, then what an import checks, then that daily tables have all days,
    /// and that published limits are those of the rulebook. An error leaves out its table and the checks go on.
    /// </summary>
    /// <param name="options">How to read; the defaults when null.</param>
    /// <param name="progress">Is told of every table read.</param>
    /// <param name="cancellationToken">Stops the checks.</param>
    public Task<ValidationReport> ValidateAsync(TableMarketOptions? options = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new StoreCheck(this, options ?? new TableMarketOptions()).RunAsync(progress, cancellationToken);

    /// <summary>The description.</summary>
    public override string ToString() => Description;

    /// <summary>Compares the files of a table with the manifest, also those compared before.</summary>
    internal async Task VerifyAsync(string table, CancellationToken cancellationToken)
    {
        (TableFolder folder, TableManifest manifest) = StateOf(table);
        VerifiedFiles fresh = new();
        foreach (StoredPart part in manifest.Parts) await fresh.CheckAsync(folder.PathOf(part.File), part, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of a table whose files are divided by day, a day at a time.</summary>
    private async IAsyncEnumerable<SourceTable> DaysAsync(string table, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (TableFolder folder, TableManifest manifest) = StateOf(table);
        ViewRows rule = new(manifest, _knownBy, _recordedBy);
        foreach (IGrouping<string, StoredPart> day in manifest.Parts.Where(p => p.Last >= from && p.First <= to).GroupBy(p => p.Partition).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            StoredRows rows = await PartFile.ReadAsync(folder, [.. day], manifest.Columns, _store.Verified, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
            yield return new SourceTable(table, rule.Apply(rows).Columns, folder.Path);
        }
    }

    private TableState StateOf(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _states.GetValueOrDefault(table) ?? throw new ArgumentException($"There is no table '{table}' in {_store.Folder}; there are {string.Join(", ", Tables)}.", nameof(table));
    }
}
