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
    public Task WriteRowGroupAsync(IReadOnlyList<ParquetValues> values, CancellationToken cancellationToken = default)
    {
        int rows = Check(values);
        return PutRowGroupAsync(rows, c => values[c], cancellationToken);
    }

    /// <summary>
    /// Writes one row group whose columns are made one by one, when their turn has come: what is made is still in the processor's cache when it is
    /// encoded. Columns before it are written meanwhile.
    /// </summary>
    /// <param name="rowCount">Rows of the group, 0 or more.</param>
    /// <param name="valuesOf">
    /// Gives the values of a column, by its place; called once for each, by up to <see cref="ParquetWriteOptions.Threads"/> threads at a time. The
    /// values must stay as they are until the returned task has ended.
    /// </param>
    /// <param name="cancellationToken">Ends the writing between columns; the file is then lost.</param>
    /// <exception cref="ArgumentException">Values do not fit their column; the file is then lost.</exception>
    /// <exception cref="InvalidOperationException">The writer has finished or failed.</exception>
    public Task WriteRowGroupAsync(int rowCount, Func<int, ParquetValues> valuesOf, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentNullException.ThrowIfNull(valuesOf);
        RequireOpen();
        return PutRowGroupAsync(rowCount, c =>
        {
            ParquetValues values = valuesOf(c) ?? throw new ArgumentException($"Column '{Columns[c].Name}' has no values.", nameof(valuesOf));
            Check(c, values, rowCount, nameof(valuesOf));
            return values;
        }, cancellationToken);
    }

    private async Task PutRowGroupAsync(int rows, Func<int, ParquetValues> valuesOf, CancellationToken cancellationToken)
    {
        _state = State.Failed; // until the row group is complete
        RowGroupMetadata group = new() { RowCount = rows };
        int half = Math.Max(1, _encoders.Length / 2);
        Task writing = Task.CompletedTask;
        try
        {
            // While some columns are written the next ones are encoded.
            for (int first = 0, turn = 0; first < Columns.Count; first += half, turn ^= 1)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_encoders.Length == 1) await writing.ConfigureAwait(false);
                int start = _encoders.Length == 1 ? 0 : turn * half, count = Math.Min(half, Columns.Count - first);
                ColumnChunkMetadata[] chunks = Encode(valuesOf, first, start, count, cancellationToken);
                await writing.ConfigureAwait(false);
                writing = PutAsync(group, chunks, start, cancellationToken);
            }

            await writing.ConfigureAwait(false);
        }
        catch
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        _groups.Add(group);
        RowCount += rows;
        _state = State.Open;
    }

    private async Task PutAsync(RowGroupMetadata group, ColumnChunkMetadata[] chunks, int start, CancellationToken cancellationToken)
    {
        for (int c = 0; c < chunks.Length; c++)
        {
            chunks[c].MoveBy(_position);
            group.Columns.Add(chunks[c]);
            group.TotalByteSize += chunks[c].UncompressedSize;
            foreach (ReadOnlyMemory<byte> piece in _encoders[start + c].Encoded) await PutAsync(piece, cancellationToken).ConfigureAwait(false);
        }
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

    private ColumnChunkMetadata[] Encode(Func<int, ParquetValues> valuesOf, int first, int start, int count, CancellationToken cancellationToken)
    {
        ColumnChunkMetadata[] chunks = new ColumnChunkMetadata[count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, count, parallel, c => chunks[c] = _encoders[start + c].Encode(Columns[first + c], valuesOf(first + c)));
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
        for (int c = 0; c < values.Count; c++) Check(c, values[c], values[0].Count, nameof(values));
        return values[0].Count;
    }

    private void Check(int c, ParquetValues values, int rows, string parameter)
    {
        ParquetColumn own = Columns[c], given = values.Column;
        if (given.Type != own.Type || given.FixedLength != own.FixedLength || given.Name != own.Name)
            throw new ArgumentException($"Column {c} is '{own.Name}' ({own.Type}), values of '{given.Name}' ({given.Type}) were given.", parameter);
        if (own.Nullability == Nullability.Required && values.NullCount > 0)
            throw new ArgumentException($"Column '{own.Name}' is required, but {values.NullCount} of its values are missing.", parameter);
        if (values.Count != rows)
            throw new ArgumentException($"Column '{own.Name}' has {values.Count} rows, the row group {rows}.", parameter);
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
