namespace AlphaKit.Data;

/// <summary>
/// Writes to a store; there is one at a time, in all processes. Every call is one change: it is there whole or not at all, also when the
/// process is killed. Calls may come from several threads and are carried out one after the other.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class StoreWriter : IAsyncDisposable
{
    private readonly MarketStore _store;
    private readonly StoreLock _lock;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IndexCache _indices;
    private bool _disposed;

    internal StoreWriter(MarketStore store, StoreLock @lock, DateTimeOffset recordedAt)
    {
        _store = store;
        _lock = @lock;
        _indices = new IndexCache(store.Options.IndexedKeys);
        RecordedAt = recordedAt;
    }

    /// <summary>The time at which this writer's rows count as recorded. A correction is recorded later than what it corrects, if only by a microsecond.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>
    /// Writes a delivery. What it says under a key is all that the key says from now on: rows that the store has already change nothing, a key
    /// with other rows than before gets a newer version beside the older one, and keys that it does not name stay as they are.
    /// </summary>
    /// <param name="table">What the table is; must be the same at every call.</param>
    /// <param name="rows">The rows, in any order. Columns that the table did not have are added to it.</param>
    /// <param name="marks">Progress marks to set in the same change; an empty value removes a mark.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing of the delivery is there.</param>
    /// <returns>How many rows were added, corrected, unchanged.</returns>
    /// <exception cref="DataValidationException">A row has no key, a column is of another kind, a number is infinite, or two rows of one key differ: nothing was written.</exception>
    /// <exception cref="ArgumentException">The table is stored under another definition.</exception>
    public async Task<AppendResult> AppendAsync(StoreTable table, SourceTable rows, IReadOnlyDictionary<string, string>? marks = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TableState state = StateOf(table);
            Delivery delivery = Delivery.Of(table, rows, state.Manifest.Columns);
            return await WriteAsync(state, delivery, rows.RowCount, marks, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sets progress marks without writing rows.</summary>
    /// <param name="table">What the table is.</param>
    /// <param name="marks">The marks; an empty value removes a mark.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task MarkAsync(StoreTable table, IReadOnlyDictionary<string, string> marks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(marks);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TableState state = StateOf(table);
            TableManifest marked = WithMarks(state.Manifest, marks);
            if (!ReferenceEquals(marked, state.Manifest)) Commit(state, marked, []);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Joins the files of each partition into one, ordered by event date and key. What the files hold does not change; the result depends
    /// on the rows alone, not on the deliveries by which they came. A second call changes nothing. The old files go only after the new
    /// one has been read back.
    /// </summary>
    /// <param name="table">The table; null for all.</param>
    /// <param name="cancellationToken">Stops between two partitions.</param>
    /// <returns>How many partitions were joined.</returns>
    public async Task<int> CompactAsync(string? table = null, CancellationToken cancellationToken = default)
    {
        int joined = 0;
        string[] names = table is null ? [.. _store.States.Keys] : [table];
        foreach (string name in names)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                TableState state = _store.State(name);
                foreach (string partition in state.Manifest.Parts.Where(p => !p.IsCompact).Select(p => p.Partition).Distinct().ToArray())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await JoinAsync(_store.State(name), partition, cancellationToken).ConfigureAwait(false);
                    joined++;
                }
            }
            finally
            {
                _turn.Release();
            }
        }

        return joined;
    }

    /// <summary>Lets another writer write.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        if (!_disposed) _lock.Dispose();
        _disposed = true;
        _turn.Release();
    }

    private async Task<AppendResult> WriteAsync(TableState state, Delivery delivery, int delivered, IReadOnlyDictionary<string, string>? marks, CancellationToken cancellationToken)
    {
        (TableFolder folder, TableManifest manifest) = state;
        long added = 0, corrected = 0, unchanged = 0;
        List<(string Partition, int[] Rows, int Corrections, Dictionary<UInt128, UInt128> Sums)> changes = [];
        foreach ((string partition, List<int> rows) in delivery.Partitions(out long repeatedRows))
        {
            Dictionary<UInt128, UInt128> sums = new(rows.Count);
            foreach (int row in rows) sums[delivery.Keys[row]] = unchecked(sums.GetValueOrDefault(delivery.Keys[row]) + delivery.Contents[row]);
            KeyIndex? index = await IndexAsync(state, partition, delivery.Span(rows), cancellationToken).ConfigureAwait(false);
            List<int> written = [];
            int corrections = 0;
            foreach (int row in rows)
            {
                KeyChange change = index?.Compare(delivery.Keys[row], sums[delivery.Keys[row]]) ?? KeyChange.Added;
                if (change == KeyChange.Unchanged)
                {
                    unchanged++;
                    continue;
                }

                written.Add(row);
                if (change == KeyChange.Corrected) corrections++;
            }

            added += written.Count - corrections;
            corrected += corrections;
            if (written.Count > 0) changes.Add((partition, [.. written], corrections, sums));
        }

        AppendResult result = new(delivered, added, corrected, unchanged, delivered - added - corrected - unchanged);
        TableManifest next = marks is null ? manifest : WithMarks(manifest, marks);
        if (changes.Count == 0)
        {
            if (!ReferenceEquals(next, manifest)) Commit(state, next, []);
            return result;
        }

        long stamp = Microseconds(RecordedAt);
        if (corrected > 0) stamp = Math.Max(stamp, manifest.Recorded + 1);
        long[] recorded = new long[delivered];
        Array.Fill(recorded, stamp);
        List<StoredPart> parts = [];
        folder.Make();
        try
        {
            foreach ((string partition, int[] rows, int corrections, _) in changes)
            {
                RowColumns.Sort(rows, manifest.Definition, delivery.Find, recorded, delivery.Contents);
                UInt128 content = UInt128.Zero;
                foreach (int row in rows) content = unchecked(content + RowHashes.Stamped(delivery.Contents[row], stamp));
                StoredPart part = new(NextFile(manifest, partition), partition, rows.Length, 0, "", content, default, default, corrections);
                (DateOnly first, DateOnly last) = delivery.Span(rows);
                (long bytes, string hash) = await PartFile.WriteAsync(
                    folder.PathOf(part.File + TableFolder.NewEnding), delivery.Columns, delivery.Find, rows, recorded, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
                parts.Add(part with { Bytes = bytes, Hash = hash, First = first, Last = last });
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        catch
        {
            foreach ((string partition, _, _, _) in changes) File.Delete(folder.PathOf(NextFile(manifest, partition) + TableFolder.NewEnding));
            throw;
        }

        Commit(state, next with { Columns = delivery.Columns, Parts = Ordered(manifest.Parts.Concat(parts)), Recorded = Math.Max(manifest.Recorded, stamp) }, parts);
        foreach ((string partition, int[] rows, _, Dictionary<UInt128, UInt128> sums) in changes)
        {
            if (_indices.Find(manifest.Definition.Name, partition) is not { } index) continue;
            foreach (int row in rows) index.Set(delivery.Keys[row], sums[delivery.Keys[row]], stamp);
        }

        _indices.Trim();
        return result;
    }

    /// <summary>What the partition says under its keys; null where it can say nothing about rows of these days.</summary>
    private async Task<KeyIndex?> IndexAsync(TableState state, string partition, (DateOnly First, DateOnly Last) span, CancellationToken cancellationToken)
    {
        (TableFolder folder, TableManifest manifest) = state;
        StoredPart[] parts = [.. manifest.Parts.Where(p => p.Partition == partition)];
        if (_indices.Find(manifest.Definition.Name, partition) is { } known) return known;
        if (!parts.Any(p => manifest.Definition.EventDate is null || (p.First <= span.Last && p.Last >= span.First))) return null;
        StoredRows rows = await PartFile.ReadAsync(folder, parts, manifest.Columns, _store.Verified, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
        KeyIndex index = KeyIndex.Of(
            RowHashes.Of(manifest.Definition.Key.Select(rows.Find).Where(c => c is not null)!, rows.Count), RowHashes.Of(rows.Columns, rows.Count), rows.Recorded);
        _indices.Add(manifest.Definition.Name, partition, index);
        return index;
    }

    private async Task JoinAsync(TableState state, string partition, CancellationToken cancellationToken)
    {
        (TableFolder folder, TableManifest manifest) = state;
        StoredPart[] old = [.. manifest.Parts.Where(p => p.Partition == partition)];
        StoredRows rows = await PartFile.ReadAsync(folder, old, manifest.Columns, _store.Verified, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
        UInt128[] contents = RowHashes.Of(rows.Columns, rows.Count);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        RowColumns.Sort(order, manifest.Definition, rows.Find, rows.Recorded, contents);
        string file = StoredPart.Compact(partition), waiting = file + TableFolder.NewEnding;
        StoredPart part = new(waiting, partition, rows.Count, 0, "", Sum(contents, rows.Recorded), old.Min(p => p.First), old.Max(p => p.Last), old.Sum(p => p.Corrections));
        try
        {
            (long bytes, string hash) = await PartFile.WriteAsync(
                folder.PathOf(waiting), manifest.Columns, rows.Find, order, rows.Recorded, _store.Options.Threads, cancellationToken).ConfigureAwait(false);
            part = part with { Bytes = bytes, Hash = hash };
            StoredRows back = await PartFile.ReadAsync(folder, [part], manifest.Columns, new VerifiedFiles(), _store.Options.Threads, cancellationToken).ConfigureAwait(false);
            UInt128 before = UInt128.Zero;
            foreach (StoredPart p in old) before = unchecked(before + p.Content);
            if (part.Content != before || Sum(RowHashes.Of(back.Columns, back.Count), back.Recorded) != before)
                throw new MarketStoreException(folder.PathOf(waiting), "the joined file does not hold what the files before it held; they are kept as they are.");
        }
        catch
        {
            File.Delete(folder.PathOf(waiting));
            throw;
        }

        part = part with { File = file };
        Commit(state, manifest with { Parts = Ordered(manifest.Parts.Except(old).Append(part)) }, [part]);
    }

    private TableState StateOf(StoreTable table)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        table.Check();
        TableState? state = _store.Find(table.Name);
        if (state is null) return new TableState(_store.FolderOf(table.Name), new TableManifest(table));
        return state.Manifest.Definition.Equals(table)
            ? state
            : throw new ArgumentException($"Table '{table.Name}' is stored under another definition (key {string.Join(", ", state.Manifest.Definition.Key)}; by {state.Manifest.Definition.Partition}).", nameof(table));
    }

    private void Commit(TableState state, TableManifest manifest, IReadOnlyList<StoredPart> parts)
    {
        state.Folder.Make();
        state.Folder.Commit(manifest, [.. parts.Select(p => p.File)]);
        foreach (StoredPart part in parts) _store.Verified.Trust(state.Folder.PathOf(part.File), part);
        _store.Replace(state with { Manifest = manifest });
    }

    private static TableManifest WithMarks(TableManifest manifest, IReadOnlyDictionary<string, string> marks)
    {
        SortedDictionary<string, string> next = new(manifest.Marks, StringComparer.Ordinal);
        bool changed = false;
        foreach ((string name, string value) in marks)
        {
            changed |= value.Length == 0 ? next.Remove(name) : next.GetValueOrDefault(name) != value;
            if (value.Length > 0) next[name] = value;
        }

        return changed ? manifest with { Marks = next } : manifest;
    }

    private static string NextFile(TableManifest manifest, string partition)
    {
        int last = 0;
        foreach (StoredPart part in manifest.Parts)
        {
            if (part.Partition == partition && !part.IsCompact) last = Math.Max(last, int.Parse(part.File.AsSpan(partition.Length + 1, 6), System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{partition}_{last + 1:D6}.parquet");
    }

    private static StoredPart[] Ordered(IEnumerable<StoredPart> parts) => [.. parts.OrderBy(p => p.Partition, StringComparer.Ordinal).ThenBy(p => p.File, StringComparer.Ordinal)];

    private static UInt128 Sum(UInt128[] contents, long[] recorded)
    {
        UInt128 sum = UInt128.Zero;
        for (int row = 0; row < contents.Length; row++) sum = unchecked(sum + RowHashes.Stamped(contents[row], recorded[row]));
        return sum;
    }

    private static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
