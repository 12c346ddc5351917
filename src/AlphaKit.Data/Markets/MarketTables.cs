namespace AlphaKit.Data;

/// <summary>The tables of a market, each loaded once, on loading or when it is first needed.</summary>
internal sealed class MarketTables
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<LoadedTable>> _loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<CancellationToken, Task<LoadedTable>>> _loaders = new(StringComparer.Ordinal);

    public bool Has(string table)
    {
        lock (_gate) return _loaders.ContainsKey(table) || _loaded.ContainsKey(table);
    }

    /// <summary>Names a table and how to load it; only while the market is being made.</summary>
    public void Add(string table, Func<CancellationToken, Task<LoadedTable>> load) => _loaders.Add(table, load);

    /// <summary>The table, loaded at the latest now. One load serves all callers, so it is not stopped when one of them gives up.</summary>
    public async ValueTask<LoadedTable> GetAsync(string table, CancellationToken cancellationToken)
    {
        Task<LoadedTable>? task;
        lock (_gate)
        {
            if (!_loaded.TryGetValue(table, out task))
            {
                Func<CancellationToken, Task<LoadedTable>> load = _loaders[table];
                _loaded[table] = task = Task.Run(() => load(CancellationToken.None), CancellationToken.None);
            }
        }

        return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a table now, under the caller's own cancellation; only while the market is being made.</summary>
    public async ValueTask<LoadedTable> LoadNowAsync(string table, CancellationToken cancellationToken)
    {
        LoadedTable loaded = await _loaders[table](cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // The loader holds the source's columns: it is let go, now that they are matrices.
            _loaders.Remove(table);
            _loaded[table] = Task.FromResult(loaded);
        }

        return loaded;
    }
}
