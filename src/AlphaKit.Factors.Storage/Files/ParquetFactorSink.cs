using AlphaKit.Parquet;

namespace AlphaKit.Factors.Storage;

/// <summary>
/// Writes factors to one Parquet file: a row for every day and symbol, days in order and symbols ascending in each; columns
/// <c>trade_date</c>, <c>symbol</c> and one of 32-bit numbers for every factor. A missing value, and everything outside the universe, is NaN.
/// The file appears whole or not at all.
/// <code>
/// await using ParquetFactorSink sink = new("factors.parquet");
/// await FactorSet.Alpha158.WriteAsync(panel, sink, new EngineOptions { MemoryBudget = 512L &lt;&lt; 20 });
/// </code>
/// </summary>
/// <threadsafety>For one caller at a time.</threadsafety>
public sealed class ParquetFactorSink : IFactorSink, IAsyncDisposable
{
    /// <summary>Column of the days.</summary>
    public const string DateColumn = "trade_date";

    /// <summary>Column of the symbols.</summary>
    public const string SymbolColumn = "symbol";

    private static readonly DateOnly s_epoch = new(1970, 1, 1);

    private readonly string _temporary;
    private readonly ParquetFactorOptions _options;
    private FileStream? _stream;
    private ParquetWriter? _writer;
    private ParquetColumn[] _columns = [];
    private string[] _names = [];
    private string[] _symbols = [];
    private int[] _dates = [];
    private int[] _codes = [];
    private float[][] _values = [];
    private bool _complete;

    /// <summary>Prepares a file; nothing is written before the first block.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="options">How to write.</param>
    public ParquetFactorSink(string path, ParquetFactorOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
        _temporary = path + ".tmp";
        _options = options ?? ParquetFactorOptions.Default;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Bytes written so far.</summary>
    public long Bytes { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The block has other factors or symbols than those before, or a factor bears the name of one of the two key columns.</exception>
    /// <exception cref="InvalidOperationException">The file is complete.</exception>
    public async Task WriteAsync(FeatureTensor block, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (_complete) throw new InvalidOperationException($"'{Path}' is complete.");
        ParquetWriter writer = _writer ?? await BeginAsync(block, cancellationToken).ConfigureAwait(false);
        if (!block.Names.SequenceEqual(_names)) throw new ArgumentException("The block has other factors than those before.", nameof(block));
        if (!block.Axes.Symbols.Select(s => s.ToString()).SequenceEqual(_symbols)) throw new ArgumentException("The block has other symbols than those before.", nameof(block));
        int days = block.Axes.Days, most = Math.Max(1, _options.RowGroupRows / Math.Max(1, _symbols.Length));
        int groups = (days + most - 1) / most;
        for (int g = 0, first = 0; g < groups; g++)
        {
            int count = (days - first + groups - g - 1) / (groups - g);
            int from = first;
            Reserve(block, from, count);
            await writer.WriteRowGroupAsync(count * _symbols.Length, c => Column(block, from, count, c), cancellationToken).ConfigureAwait(false);
            first += count;
        }

        Bytes = _stream!.Position;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There was no block, or the file is complete.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_complete || _writer is null || _stream is null) throw new InvalidOperationException(_complete ? $"'{Path}' is complete." : "There was no block to write.");
        await _writer.FinishAsync(cancellationToken).ConfigureAwait(false);
        Bytes = _stream.Position;
        await _stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_temporary, Path, overwrite: true);
        _complete = true;
    }

    /// <summary>Closes the file; what was not completed is deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync().ConfigureAwait(false);
        if (_stream is not null) await _stream.DisposeAsync().ConfigureAwait(false);
        if (!_complete && _stream is not null) File.Delete(_temporary);
        _stream = null;
    }

    private async Task<ParquetWriter> BeginAsync(FeatureTensor block, CancellationToken cancellationToken)
    {
        _names = [.. block.Names];
        _symbols = [.. block.Axes.Symbols.Select(s => s.ToString())];
        _columns =
        [
            ParquetColumn.Date(DateColumn, Nullability.Required),
            ParquetColumn.Text(SymbolColumn, Nullability.Required),
            .. _names.Select(n => ParquetColumn.Float(n, Nullability.Required)),
        ];
        _values = [.. _names.Select(_ => Array.Empty<float>())];
        if (Array.Find(_names, n => n is DateColumn or SymbolColumn) is string taken)
            throw new ArgumentException($"A factor must not be named '{taken}': that is a column of the file.", nameof(block));

        // Whole columns come in one piece, so the stream needs no buffer of its own.
        _stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.None);
        ParquetWriteOptions options = new()
        {
            Compression = _options.Compression,

            Floats = FloatEncoding.Plain,
            Threads = _options.Threads,
            KeyValues = [new("alphakit.engine", FactorEngine.Version)],
        };
        return _writer = await ParquetWriter.CreateAsync(_stream, _columns, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The keys of some days, and room for their values, in arrays that are used again.</summary>
    private void Reserve(FeatureTensor block, int first, int days)
    {
        int width = _symbols.Length, rows = days * width;
        if (_dates.Length < rows)
        {
            (_dates, _codes) = (new int[rows], new int[rows]);
            for (int row = 0; row < rows; row++) _codes[row] = row % width;
            for (int k = 0; k < _values.Length; k++) _values[k] = GC.AllocateUninitializedArray<float>(rows);
        }

        for (int t = 0; t < days; t++) _dates.AsSpan(t * width, width).Fill(block.Axes.Calendar[first + t].DayNumber - s_epoch.DayNumber);
    }

    /// <summary>A column of some days of a block.</summary>
    private ParquetValues Column(FeatureTensor block, int first, int days, int column)
    {
        int width = _symbols.Length, rows = days * width;
        if (column == 0) return ParquetValues.Of(_columns[0], _dates).Slice(0, rows);
        if (column == 1) return ParquetValues.Of(_columns[1], _codes, _symbols).Slice(0, rows);
        float[] values = _values[column - 2];
        FieldMatrix from = block[column - 2].Values;
        for (int t = 0; t < days; t++) from.Row(first + t).CopyTo(values.AsSpan(t * width));
        return ParquetValues.Of(_columns[column], values).Slice(0, rows);
    }
}
