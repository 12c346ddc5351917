namespace AlphaKit.Data;

/// <summary>
/// What a source may implement besides <see cref="IMarketDataSource"/> when it knows the columns of its tables without reading them:
/// then tables other than <c>daily</c> can wait until a field of theirs is asked for.
/// </summary>
public interface ITableColumns
{
    /// <summary>Names of the columns of a table.</summary>
    /// <param name="table">One of <see cref="IMarketDataSource.Tables"/>.</param>
    IReadOnlyList<string> ColumnsOf(string table);
}
