using System.Buffers.Binary;
using System.Runtime.ExceptionServices;

namespace AlphaKit.Parquet;

/// <summary>
/// Writes a Parquet file of flat columns, row group by row group, to a stream. A file becomes readable only by <see cref="FinishAsync"/>, which
/// writes the footer; a writer that is disposed before, or that failed, leaves bytes that no reader takes for a file. Replacing a file atomically
/// (temporary name, then rename) is the caller's. Equal input and options give equal bytes. Not for concurrent use.
/// </summary>
public sealed class ParquetWriter : IAsyncDisposable
{
    // Columns that wait encoded to be written, so that no thread idles while a large one is being encoded.
    private const int ColumnsPerThread = 4;

    private readonly Stream _stream;
    private readonly ParquetWriteOptions _options;
    private readonly ChunkEncoder[] _encoders;
    private readonly List<RowGroupMetadata> _groups = [];
    private long _position;
    private State _state;

    private ParquetWriter(Stream stream, IReadOnlyList<ParquetColumn> columns, ParquetWriteOptions options)
    {
        _stream = stream;
        _options = options;
        _encoders = [.. Enumerable.Range(0, Math.Min(columns.Count, options.Threads * ColumnsPerThread)).Select(_ => new ChunkEncoder(options))];
        Columns = columns;
    }

    private enum State
    {
        Open,
        Failed,
        Finished,
        Disposed,
    }

    /// <summary>The columns, in the order in which values are given.</summary>
    public IReadOnlyList<ParquetColumn> Columns { get; }

    /// <summary>Rows written so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Takes the file from its present position on, which must be the file's first byte. It stays the caller's and is not closed.</param>
    /// <param name="columns">At least one flat column; names differ.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="ArgumentException">A column cannot be written, or two bear one name.</exception>
    public static async Task<ParquetWriter> CreateAsync(Stream stream, IReadOnlyList<ParquetColumn> columns, ParquetWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException("A table has at least one column.", nameof(columns));
        HashSet<string> names = [];
        foreach (ParquetColumn column in columns)
        {
            if (column.IsRepeated) throw new ArgumentException($"Column '{column.Name}' lies in a list or map; only flat columns are written.", nameof(columns));
            if (column.Defect is { } defect) throw new ArgumentException(defect, nameof(columns));
            if (!names.Add(column.Name)) throw new ArgumentException($"Two columns are named '{column.Name}'.", nameof(columns));
        }

        ParquetWriter writer = new(stream, columns.ToArray().AsReadOnly(), options ?? new ParquetWriteOptions());
        await writer.PutAsync("PAR1"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        return writer;
    }

    /// <summary>Writes rows as row groups of <see cref="ParquetWriteOptions.RowGroupRows"/>; the last one of the call may be smaller. No rows write nothing.</summary>
    /// <param name="values">For each column, in order, its values; all of one length.</param>
    /// <param name="cancellationToken">Ends the writing between columns; the file is then lost.</param>
    /// <exception cref="ArgumentException">Values do not fit their columns; nothing was written by this call.</exception>
    /// <exception cref="InvalidOperationException">The writer has finished or failed.</exception>
    public async Task WriteAsync(IReadOnlyList<ParquetValues> values, CancellationToken cancellationToken = default)
    {
        int rows = Check(values);
        for (int start = 0; start < rows; start += _options.RowGroupRows)
        {
            int count = Math.Min(_options.RowGroupRows, rows - start);
            ParquetValues[] part = [.. values.Select(v => v.Slice(start, count))];
            await WriteRowGroupAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes one row group, of whatever size.</summary>
    /// <param name="values">For each column, in order, its values; all of one length.</param>
    /// <param name="cancellationToken">Ends the writing between columns; the file is then lost.</param>
    /// <exception cref="ArgumentException">Values do not fit their columns; nothing was written by this call.</exception>
    /// <exception cref="InvalidOperationException">The writer has finished or failed.</exception>
    public async Task WriteRowGroupAsync(IReadOnlyList<ParquetValues> values, CancellationToken cancellationToken = default)
    {
        int rows = Check(values);
        _state = State.Failed; // until the row group is complete
        RowGroupMetadata group = new() { RowCount = rows };
        for (int first = 0; first < Columns.Count; first += _encoders.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ColumnChunkMetadata[] chunks = Encode(values, first, Math.Min(_encoders.Length, Columns.Count - first), cancellationToken);
            for (int c = 0; c < chunks.Length; c++)
            {
                chunks[c].MoveBy(_position);
                group.Columns.Add(chunks[c]);
                group.TotalByteSize += chunks[c].UncompressedSize;
                await PutAsync(_encoders[c].Encoded, cancellationToken).ConfigureAwait(false);
            }
        }

        _groups.Add(group);
        RowCount += rows;
        _state = State.Open;
    }

    /// <summary>Writes the footer, which makes the file readable, and flushes the stream.</summary>
    /// <param name="cancellationToken">Ends the writing; the file is then lost.</param>
    /// <exception cref="InvalidOperationException">The writer has finished or failed.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken = default)
    {
        RequireOpen();
        _state = State.Failed;
        byte[] footer = MetadataWriter.Footer(Columns, _groups, _options.KeyValues).ToArray();
        byte[] end = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(end, footer.Length);
        "PAR1"u8.CopyTo(end.AsSpan(4));
        await PutAsync(footer, cancellationToken).ConfigureAwait(false);
        await PutAsync(end, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _state = State.Finished;
    }

    /// <summary>Ends the writer. It does not finish the file: without <see cref="FinishAsync"/> no reader will open what was written.</summary>
    public ValueTask DisposeAsync()
    {
        _state = State.Disposed;
        return ValueTask.CompletedTask;
    }

    private ColumnChunkMetadata[] Encode(IReadOnlyList<ParquetValues> values, int first, int count, CancellationToken cancellationToken)
    {
        ColumnChunkMetadata[] chunks = new ColumnChunkMetadata[count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, count, parallel, c => chunks[c] = _encoders[c].Encode(Columns[first + c], values[first + c]));
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return chunks;
    }

    private int Check(IReadOnlyList<ParquetValues> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireOpen();
        if (values.Count != Columns.Count) throw new ArgumentException($"Values of {values.Count} columns were given, the table has {Columns.Count}.", nameof(values));
        for (int c = 0; c < values.Count; c++)
        {
            ParquetColumn own = Columns[c], given = values[c].Column;
            if (given.Type != own.Type || given.FixedLength != own.FixedLength || given.Name != own.Name)
                throw new ArgumentException($"Column {c} is '{own.Name}' ({own.Type}), values of '{given.Name}' ({given.Type}) were given.", nameof(values));
            if (own.Nullability == Nullability.Required && values[c].NullCount > 0)
                throw new ArgumentException($"Column '{own.Name}' is required, but {values[c].NullCount} of its values are missing.", nameof(values));
            if (values[c].Count != values[0].Count)
                throw new ArgumentException($"Column '{own.Name}' has {values[c].Count} rows, '{Columns[0].Name}' {values[0].Count}.", nameof(values));
        }

        return values[0].Count;
    }

    private void RequireOpen()
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        if (_state == State.Finished) throw new InvalidOperationException("The file is finished.");
        if (_state == State.Failed) throw new InvalidOperationException("An earlier write failed: the file cannot be finished.");
    }

    private async Task PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _position += bytes.Length;
    }
}
