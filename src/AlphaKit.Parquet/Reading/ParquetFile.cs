using Microsoft.Win32.SafeHandles;

namespace AlphaKit.Parquet;

/// <summary>
/// A Parquet file, open for reading column by column. Opening reads the footer only; <see cref="ReadAsync(ParquetRowGroup, ParquetColumn, CancellationToken)"/>
/// reads nothing but the bytes of the column asked for. Concurrent reads are allowed. No length in the file is trusted: what does not fit is an
/// <see cref="InvalidDataException"/> that names column, row group and byte. Nested columns, encryption and the codecs Brotli, LZO and framed LZ4
/// are <see cref="NotSupportedException"/>s.
/// </summary>
public sealed class ParquetFile : IDisposable
{
    private readonly ByteSource _source;
    private readonly ColumnChunkReader _reader;

    private ParquetFile(ByteSource source, FileMetadata file, List<ParquetColumn> columns, long footerStart, ParquetReadOptions options)
    {
        _source = source;
        _reader = new ColumnChunkReader(source, options, footerStart);
        Columns = columns.AsReadOnly();
        RowCount = file.RowCount;
        CreatedBy = file.CreatedBy;
        KeyValues = file.KeyValues.AsReadOnly();
        ParquetRowGroup[] groups = new ParquetRowGroup[file.RowGroups.Count];
        long firstRow = 0;
        for (int g = 0; g < groups.Length; g++)
        {
            groups[g] = new ParquetRowGroup(file, Columns, g, firstRow);
            firstRow += groups[g].RowCount;
        }

        RowGroups = Array.AsReadOnly(groups);
    }

    /// <summary>Leaf columns in the order of the schema, those of lists and maps included.</summary>
    public IReadOnlyList<ParquetColumn> Columns { get; }

    /// <summary>Rows of all row groups.</summary>
    public long RowCount { get; }

    /// <summary>Row groups in the order of the file.</summary>
    public IReadOnlyList<ParquetRowGroup> RowGroups { get; }

    /// <summary>Pairs that the writer stored beside the data; keys may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> KeyValues { get; }

    /// <summary>Name and version of the writer; null where it does not say.</summary>
    public string? CreatedBy { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="InvalidDataException">The file is no Parquet file, cut off or malformed.</exception>
    /// <exception cref="NotSupportedException">The file is encrypted or spread over several files.</exception>
    public static async Task<ParquetFile> OpenAsync(string path, ParquetReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle handle = File.OpenHandle(path, options: FileOptions.Asynchronous | FileOptions.RandomAccess);
        FileSource source = new(handle);
        try
        {
            return await OpenAsync(source, options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            source.Dispose();
            throw new InvalidDataException($"'{path}': {e.Message}", e);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file that is at hand as a stream. The stream stays the caller's and is not closed.</summary>
    /// <param name="stream">Readable and seekable; the file begins at its position 0.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="InvalidDataException">The file is no Parquet file, cut off or malformed.</exception>
    /// <exception cref="NotSupportedException">The file is encrypted or spread over several files.</exception>
    public static async Task<ParquetFile> OpenAsync(Stream stream, ParquetReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead || !stream.CanSeek) throw new ArgumentException("The stream must be readable and seekable.", nameof(stream));
        return await OpenAsync(new StreamSource(stream), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The column of a name.</summary>
    /// <param name="name">Its name, as in <see cref="ParquetColumn.Name"/>.</param>
    /// <exception cref="ArgumentException">No column, or more than one, bears the name.</exception>
    public ParquetColumn Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ParquetColumn? found = null;
        foreach (ParquetColumn column in Columns)
        {
            if (column.Name != name) continue;
            if (found is not null) throw new ArgumentException($"More than one column is named '{name}': take it from {nameof(Columns)}.", nameof(name));
            found = column;
        }

        return found ?? throw new ArgumentException($"No column is named '{name}'; there are: {string.Join(", ", Columns.Take(50).Select(c => c.Name))}.", nameof(name));
    }

    /// <summary>Reads a column of a row group.</summary>
    /// <param name="rowGroup">A row group of this file.</param>
    /// <param name="column">A column of this file.</param>
    /// <param name="cancellationToken">Ends the reading between pages.</param>
    /// <exception cref="InvalidDataException">The column's bytes are malformed or their checksum is wrong.</exception>
    /// <exception cref="NotSupportedException">The column lies in a list or map, or its compression is not read.</exception>
    public ValueTask<ParquetValues> ReadAsync(ParquetRowGroup rowGroup, ParquetColumn column, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rowGroup);
        if (rowGroup.Index >= RowGroups.Count || !ReferenceEquals(RowGroups[rowGroup.Index], rowGroup)) throw new ArgumentException("The row group is not of this file.", nameof(rowGroup));
        int index = rowGroup.IndexOf(column);
        column = Columns[index];
        if (column.IsRepeated) throw new NotSupportedException($"Column '{column.Name}' lies in a list or map; only flat columns are read.");
        return _reader.ReadAsync(column, rowGroup.Metadata, rowGroup.Metadata.Columns[index], rowGroup.Index, cancellationToken);
    }

    /// <summary>Reads a column of a row group by name.</summary>
    /// <param name="rowGroup">A row group of this file.</param>
    /// <param name="column">Name of a column.</param>
    /// <param name="cancellationToken">Ends the reading between pages.</param>
    /// <exception cref="InvalidDataException">The column's bytes are malformed or their checksum is wrong.</exception>
    /// <exception cref="NotSupportedException">The column lies in a list or map, or its compression is not read.</exception>
    public ValueTask<ParquetValues> ReadAsync(ParquetRowGroup rowGroup, string column, CancellationToken cancellationToken = default) => ReadAsync(rowGroup, Column(column), cancellationToken);

    /// <summary>Closes the file; a stream given to <see cref="OpenAsync(Stream, ParquetReadOptions?, CancellationToken)"/> stays open.</summary>
    public void Dispose() => _source.Dispose();

    private static async Task<ParquetFile> OpenAsync(ByteSource source, ParquetReadOptions? options, CancellationToken cancellationToken)
    {
        options ??= new ParquetReadOptions();
        (FileMetadata file, List<ParquetColumn> columns, long footerStart) = await FooterReader.ReadAsync(source, options, cancellationToken).ConfigureAwait(false);
        return new ParquetFile(source, file, columns, footerStart, options);
    }
}
