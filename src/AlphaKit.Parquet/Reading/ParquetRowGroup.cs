namespace AlphaKit.Parquet;

/// <summary>A horizontal slice of a file.</summary>
public sealed class ParquetRowGroup
{
    private readonly FileMetadata _file;
    private readonly IReadOnlyList<ParquetColumn> _columns;

    internal ParquetRowGroup(FileMetadata file, IReadOnlyList<ParquetColumn> columns, int index, long firstRow)
    {
        _file = file;
        _columns = columns;
        Index = index;
        FirstRow = firstRow;
    }

    /// <summary>Its place in the file, from 0.</summary>
    public int Index { get; }

    /// <summary>Row of the file with which it begins.</summary>
    public long FirstRow { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => (int)Metadata.RowCount;

    internal RowGroupMetadata Metadata => _file.RowGroups[Index];

    /// <summary>What the footer says about a column of this row group, without reading it.</summary>
    /// <param name="column">A column of the file.</param>
    /// <exception cref="ArgumentException">The column is not of this file.</exception>
    public ParquetStatistics StatisticsOf(ParquetColumn column)
    {
        int index = IndexOf(column);
        return new ParquetStatistics(column, Metadata.Columns[index].Statistics, RowCount, index < _file.TypeDefinedOrders.Count && _file.TypeDefinedOrders[index]);
    }

    /// <summary>Bytes that a column takes in the file, compressed.</summary>
    /// <param name="column">A column of the file.</param>
    /// <exception cref="ArgumentException">The column is not of this file.</exception>
    public long StoredBytesOf(ParquetColumn column) => Metadata.Columns[IndexOf(column)].CompressedSize;

    internal int IndexOf(ParquetColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        for (int i = 0; i < _columns.Count; i++)
        {
            if (ReferenceEquals(_columns[i], column)) return i;
        }

        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns[i] == column) return i;
        }

        throw new ArgumentException($"'{column.Name}' is not a column of this file.", nameof(column));
    }
}
