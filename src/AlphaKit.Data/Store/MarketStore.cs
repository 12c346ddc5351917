using System.Collections.Frozen;

namespace AlphaKit.Data;

/// <summary>
/// A point-in-time store of vendor tables: Parquet files under one folder, with a manifest for each table. What was known is never
/// overwritten: a correction is a further row, with the time at which it was recorded. Every change is atomic; a process killed at any
/// moment leaves a store that opens and holds all that was written before, whole.
/// </summary>
/// <threadsafety>Safe for concurrent use. Any number of processes may read; one at a time writes.</threadsafety>
public sealed class MarketStore
{
    private const string Format = "{\n  \"alphakit_market_store\": 1\n}\n";
    private readonly Lock _gate = new();
    private FrozenDictionary<string, TableState> _states = FrozenDictionary<string, TableState>.Empty;

    private MarketStore(string folder, MarketStoreOptions options)
    {
        Folder = folder;
        Options = options;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The options it was opened with.</summary>
    public MarketStoreOptions Options { get; }

    /// <summary>Names of the tables, ordered.</summary>
    public IReadOnlyList<string> Tables => [.. States.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Identifies what is stored: equal versions hold equal rows. Joining files does not change it.</summary>
    public string Version => Latest.Version;

    /// <summary>All that is stored, as it is now; later writes do not show in it.</summary>
    public StoreView Latest => new(this, States, null, null);

    internal FrozenDictionary<string, TableState> States => Volatile.Read(ref _states);

    internal VerifiedFiles Verified { get; } = new();

    /// <summary>
    /// Opens a store; an empty or new folder becomes one. What a writer left unfinished when it was killed is finished or dropped.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How to work; the defaults when null.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="MarketStoreException">The folder holds something else, or a manifest cannot be read.</exception>
    /// <exception cref="MarketStoreBusyException">Another process has been finishing a write for longer than <see cref="MarketStoreOptions.Patience"/>.</exception>
    public static async ValueTask<MarketStore> OpenAsync(string folder, MarketStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        MarketStore store = new(Path.GetFullPath(folder), options ?? new MarketStoreOptions());
        string format = Path.Combine(store.Folder, "store.json");
        if (!File.Exists(format))
        {
            if (Directory.Exists(store.Folder) && Directory.EnumerateFileSystemEntries(store.Folder).Any(e => Path.GetFileName(e) is not "store.json.new"))
                throw new MarketStoreException(store.Folder, "the folder is not empty and holds no market store (there is no store.json). Give an empty or new folder.");
            Directory.CreateDirectory(store.Folder);
            DurableFile.Write(format + TableFolder.NewEnding, System.Text.Encoding.UTF8.GetBytes(Format));
            File.Move(format + TableFolder.NewEnding, format, overwrite: true);
            DurableFile.FlushFolder(store.Folder);
        }
        else if (await File.ReadAllTextAsync(format, cancellationToken).ConfigureAwait(false) is var text && text != Format)
        {
            throw new MarketStoreException(format, $"it does not say what this version of AlphaKit writes: {Format.ReplaceLineEndings(" ").Trim()}.");
        }

        await store.FinishOthersAsync(cancellationToken).ConfigureAwait(false);
        store.Load();
        return store;
    }

    /// <summary>What is known at a clock of a day. Corrections recorded later do not show, nor what was announced later.</summary>
    /// <param name="day">The day.</param>
    /// <param name="clock">The clock of the day, in Beijing time; the default, its end.</param>
    public StoreView AsOf(DateOnly day, Clock clock = Clock.Announced) => new(this, States, BeijingTime.Of(day, clock), null);

    /// <summary>What is known at a moment. Corrections recorded later do not show, nor what was announced later.</summary>
    /// <param name="moment">The moment.</param>
    public StoreView AsOf(DateTimeOffset moment) => new(this, States, BeijingTime.Microseconds(moment), null);

    /// <summary>The state of a table; null if it is not there.</summary>
    /// <param name="table">The name.</param>
    public StoreTableInfo? Describe(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Find(table) is not { } state) return null;
        TableManifest manifest = state.Manifest;
        StoredPart[] dated = [.. manifest.Parts.Where(p => p.Last != SourceColumn.NoDate)];
        return new StoreTableInfo(
            manifest.Definition,
            manifest.Columns,
            manifest.Rows,
            manifest.Corrections,
            dated.Length == 0 ? null : dated.Min(p => p.First == SourceColumn.NoDate ? p.Last : p.First),
            dated.Length == 0 ? null : dated.Max(p => p.Last),
            [.. manifest.Parts.Select(p => $"{table}/{p.File}")],
            manifest.Parts.Sum(p => p.Bytes),
            manifest.Recorded == 0 ? null : DateTimeOffset.UnixEpoch.AddMicroseconds(manifest.Recorded),
            new Dictionary<string, string>(manifest.Marks, StringComparer.Ordinal));
    }

    /// <summary>A progress mark of a table; null without one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mark">Name of the mark.</param>
    public string? Mark(string table, string mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return Find(table)?.Manifest.Marks.GetValueOrDefault(mark);
    }

    /// <summary>Begins to write; the writer must be disposed of before another can begin.</summary>
    /// <param name="recordedAt">The time at which its rows count as recorded; null for now.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <exception cref="MarketStoreBusyException">Another writer has been writing for longer than <see cref="MarketStoreOptions.Patience"/>.</exception>
    public async ValueTask<StoreWriter> WriteAsync(DateTimeOffset? recordedAt = null, CancellationToken cancellationToken = default)
    {
        StoreLock taken = await StoreLock.TakeAsync(Folder, Options.Patience, Options.Time, cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (TableFolder table in Folders()) table.Recover();
            Load();
            return new StoreWriter(this, taken, recordedAt ?? Options.Time.GetUtcNow());
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>The folder.</summary>
    public override string ToString() => Folder;

    internal TableState? Find(string table) => States.GetValueOrDefault(table);

    internal TableState State(string table) => Find(table) ?? throw new ArgumentException($"There is no table '{table}' in {Folder}; there are {string.Join(", ", Tables)}.", nameof(table));

    internal TableFolder FolderOf(string table) => new(Path.Combine(Folder, table));

    internal void Replace(TableState state)
    {
        lock (_gate)
        {
            Dictionary<string, TableState> next = new(States, StringComparer.Ordinal) { [state.Manifest.Definition.Name] = state };
            Volatile.Write(ref _states, next.ToFrozenDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>Finishes what a writer that died left, or waits until one that lives is through with its commit.</summary>
    private async Task FinishOthersAsync(CancellationToken cancellationToken)
    {
        for (TimeSpan waited = TimeSpan.Zero; Folders().Any(f => f.IsUnfinished); waited += StoreLock.Step)
        {
            using (StoreLock? taken = StoreLock.TryTake(Folder, out IOException? reason))
            {
                if (taken is not null)
                {
                    foreach (TableFolder table in Folders()) table.Recover();
                    return;
                }

                if (waited >= Options.Patience) throw new MarketStoreBusyException(Folder, reason);
            }

            await Task.Delay(StoreLock.Step, Options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Load()
    {
        Dictionary<string, TableState> states = new(StringComparer.Ordinal);
        foreach (TableFolder folder in Folders())
        {
            if (!folder.HasManifest) continue;
            TableManifest manifest = TableManifest.Read(folder.ManifestPath);
            states.Add(manifest.Definition.Name, new TableState(folder, manifest));
        }

        lock (_gate) Volatile.Write(ref _states, states.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private TableFolder[] Folders() => [.. Directory.EnumerateDirectories(Folder).Order(StringComparer.Ordinal).Select(d => new TableFolder(d))];
}
