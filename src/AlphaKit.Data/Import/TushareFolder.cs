using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AlphaKit.Data;

/// <summary>
/// A folder of CSV files in Tushare's layout: any subset of the tables, plain or gzip-compressed, one file for each table or many
/// (<c>daily.csv</c>, <c>daily_2020.csv.gz</c>, <c>daily/20200203.csv</c>). Adjusted prices are named so by their file:
/// <c>daily_qfq</c> or <c>daily_hfq</c>.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class TushareFolder : IMarketDataSource, IRowLocator, ISourceNotes
{
    private readonly string _path;
    private readonly SortedDictionary<string, List<string>> _files;
    private readonly List<string> _notes = [];
    private readonly ConcurrentDictionary<string, CsvTableParser> _read = new(StringComparer.Ordinal);

    private TushareFolder(string path, SortedDictionary<string, List<string>> files, IReadOnlyList<string> ignored, string version)
    {
        _path = path;
        _files = files;
        Version = version;
        Tables = [.. files.Keys];
        if (ignored.Count > 0) _notes.Add($"Left out, because their names are no table's: {string.Join(", ", ignored)}.");
    }

    /// <inheritdoc/>
    public string Description => _path;

    /// <summary>Hash of names, sizes and content of the files.</summary>
    public string Version { get; }

    /// <inheritdoc/>
    public PriceBasis PriceBasis => _files.ContainsKey("daily_qfq") || _files.ContainsKey("daily_hfq") ? PriceBasis.Adjusted : PriceBasis.Raw;

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>Files and columns that were left out.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_notes) return [.. _notes];
        }
    }

    /// <summary>Opens a folder as a market: every table is read and checked now.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="progress">Is told of every table read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataValidationException">A file is structurally wrong: nothing is imported.</exception>
    public static async ValueTask<TableMarket> OpenAsync(string path, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await OpenAsync(path, new TableMarketOptions(), progress, cancellationToken).ConfigureAwait(false);

    /// <summary>Opens a folder as a market: every table is read and checked now.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How to read.</param>
    /// <param name="progress">Is told of every table read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataValidationException">A file is structurally wrong: nothing is imported.</exception>
    public static async ValueTask<TableMarket> OpenAsync(
        string path, TableMarketOptions options, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TushareFolder folder = await ScanAsync(path, cancellationToken).ConfigureAwait(false);
        return await TableMarket.LoadAsync(folder, options, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks which tables a folder has, and hashes its files; reads no table yet.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InsufficientDataException">The folder holds no file of a known table.</exception>
    public static async ValueTask<TushareFolder> ScanAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException(File.Exists(path) ? $"'{path}' is a file: give the folder that holds the tables." : $"There is no folder '{path}'.");
        (SortedDictionary<string, List<string>> tables, List<string> ignored) = FolderFiles.Scan(path);
        if (tables.Count == 0) throw new InsufficientDataException($"table files (such as daily.csv or daily.csv.gz) in '{path}'", 1, 0);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[1 << 20];
        foreach (string file in tables.Values.SelectMany(f => f))
        {
            FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (stream.ConfigureAwait(false))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(path, file).Replace('\\', '/')}\n{stream.Length}\n")));
                int read;
                while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0) hash.AppendData(buffer, 0, read);
            }
        }

        return new TushareFolder(path, tables, ignored, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <inheritdoc/>
    public async ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default)
    {
        if (!_files.TryGetValue(table, out List<string>? files)) throw new ArgumentException($"There is no table '{table}' in {_path}; there are {string.Join(", ", Tables)}.", nameof(table));
        VendorTable schema = VendorTable.Find(table)!;
        CsvTableParser parser = new(schema, PriceBasis);
        foreach (string file in files)
        {
            string name = Path.GetRelativePath(_path, file);
            FileStream raw = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            await using (raw.ConfigureAwait(false))
            {
                Stream stream = FolderFiles.IsCompressed(file) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
                await using (stream.ConfigureAwait(false))
                {
                    try
                    {
                        await parser.ReadAsync(stream, name, cancellationToken).ConfigureAwait(false);
                    }
                    catch (InvalidDataException error)
                    {
                        throw new DataValidationException(ValidationRule.ReadableFile, table, new RowLocation(name, 0), "file", error.Message, "It must be a whole gzip file; fetch it again.", error);
                    }
                }
            }
        }

        SourceTable result = parser.Build(files.Count == 1 ? Path.GetRelativePath(_path, files[0]) : $"{files.Count} files of {table}");
        _read[table] = parser;
        if (parser.Ignored.Count > 0)
        {
            lock (_notes) _notes.Add($"Columns of {table} that were left out: {string.Join(", ", parser.Ignored)}.");
        }

        return result;
    }

    /// <inheritdoc/>
    public RowLocation Locate(string table, int row) =>
        _read.TryGetValue(table, out CsvTableParser? parser) && row >= 0 && row < parser.Count ? parser.Locate(row) : new RowLocation(_path, 0);

    /// <inheritdoc/>
    public string? UnreadSymbol(string table, int row) => _read.TryGetValue(table, out CsvTableParser? parser) ? parser.UnreadSymbol(row) : null;
}
