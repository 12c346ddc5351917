namespace AlphaKit.Data;

/// <summary>Delivers vendor tables: a folder of files, a simulated market, later a web service.</summary>
public interface IMarketDataSource
{
    /// <summary>What it is, for messages and manifests.</summary>
    string Description { get; }

    /// <summary>Identifies the content: equal versions deliver equal tables.</summary>
    string Version { get; }

    /// <summary>Whether prices are as traded or already adjusted.</summary>
    PriceBasis PriceBasis { get; }

    /// <summary>Names of the tables it can deliver, for example <c>daily</c>, <c>adj_factor</c>.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Delivers one table, whole.</summary>
    /// <param name="table">One of <see cref="Tables"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default);
}
