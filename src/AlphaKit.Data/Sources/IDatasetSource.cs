namespace AlphaKit.Data;

/// <summary>
/// What a source may implement besides <see cref="IMarketDataSource"/> when it delivers rows that no vendor table holds, such as minute
/// bars or ticks. A market built from the source covers these datasets and reads them here.
/// </summary>
/// <threadsafety>Implementations allow concurrent reads.</threadsafety>
public interface IDatasetSource
{
    /// <summary>The datasets that <see cref="ReadAsync{TRow}"/> delivers; they win over tables.</summary>
    IReadOnlyList<Dataset> Datasets { get; }

    /// <summary>Reads the rows of a dataset, ordered by date, then symbol.</summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="dataset">One of <see cref="Datasets"/>.</param>
    /// <param name="query">Which symbols and days.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<TRow> ReadAsync<TRow>(Dataset<TRow> dataset, DatasetQuery query, CancellationToken cancellationToken = default);
}
