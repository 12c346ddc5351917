using System.Globalization;
using AlphaKit.Parquet;

namespace AlphaKit.Factors.Storage;

/// <summary>
/// A factor cache in a folder: one Parquet file for each key, with one column <c>value</c> (day after day, symbols ascending) and days and
/// symbols in the key-value pairs. Several processes may share the folder. Nothing is ever deleted: a key is never used for anything else, so
/// any file may be deleted at any time.
/// </summary>
/// <threadsafety>Safe for concurrent use.</threadsafety>
public sealed class ParquetFactorCache : IFactorCache
{
    private const string ValueColumn = "value", KeyName = "alphakit.key", DaysName = "alphakit.days", SymbolsName = "alphakit.symbols";
    private static readonly ParquetColumn s_column = ParquetColumn.Float(ValueColumn, Nullability.Required);

    /// <summary>A cache in a folder, which is made when it is first written to.</summary>
    /// <param name="folder">The folder.</param>
    public ParquetFactorCache(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = folder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The file of a key, whether it is there or not: in a subfolder by the first two digits.</summary>
    /// <param name="key">The key.</param>
    public string PathOf(FactorKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Path.Combine(Folder, key.Hash[..2], key.Hash + ".parquet");
    }

    /// <inheritdoc/>
    public async Task<FieldMatrix?> FindAsync(FactorKey key, PanelAxes axes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(axes);
        string path = PathOf(key);
        if (!File.Exists(path)) return null;
        try
        {
            using ParquetFile file = await ParquetFile.OpenAsync(path, null, cancellationToken).ConfigureAwait(false);
            if (file.RowCount != (long)axes.Days * axes.Count || !Pairs(key, axes).SequenceEqual(file.KeyValues)) return null;
            FieldMatrixBuilder builder = new(axes.Days, axes.Count);
            int t = 0;
            foreach (ParquetRowGroup group in file.RowGroups)
            {
                ParquetValues values = await file.ReadAsync(group, ValueColumn, cancellationToken).ConfigureAwait(false);
                for (int at = 0; at < values.Count; at += axes.Count) values.Floats.Slice(at, axes.Count).CopyTo(builder.Row(t++));
            }

            return builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or FileNotFoundException)
        {
            // A damaged file is one that is not there: the values are computed again, to the same bits, and the file replaced.
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task StoreAsync(FactorKey key, PanelAxes axes, FieldMatrix values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rows != axes.Days || values.Columns != axes.Count)
            throw new ArgumentException($"The values are {values.Rows} × {values.Columns}, the axes {axes.Days} × {axes.Count}.", nameof(values));
        string path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream stream = Temporary(path);
        string temporary = stream.Name;
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                ParquetWriteOptions options = new() { Compression = ParquetCompression.None, DictionaryBytes = 0, Threads = 1, KeyValues = Pairs(key, axes) };
                ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [s_column], options, cancellationToken).ConfigureAwait(false);
                await using (writer.ConfigureAwait(false))
                {
                    int most = Math.Max(1, (1 << 20) / Math.Max(1, axes.Count));
                    for (int first = 0; first < values.Rows; first += most)
                    {
                        int days = Math.Min(most, values.Rows - first);
                        float[] rows = new float[days * axes.Count];
                        for (int t = 0; t < days; t++) values.Row(first + t).CopyTo(rows.AsSpan(t * axes.Count));
                        await writer.WriteRowGroupAsync([ParquetValues.Of(s_column, rows)], cancellationToken).ConfigureAwait(false);
                    }

                    await writer.FinishAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A file beside the one to come, which no other writer has.</summary>
    private static FileStream Temporary(string path)
    {
        for (int n = 0; ; n++)
        {
            string temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{n}.tmp");
            try
            {
                return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.None);
            }
            catch (IOException) when (File.Exists(temporary))
            {
                // Another writer's, or one left behind by a process that was killed.
            }
        }
    }

    private static KeyValuePair<string, string?>[] Pairs(FactorKey key, PanelAxes axes) =>
    [
        new(KeyName, key.Hash),
        new(DaysName, string.Join(' ', Enumerable.Range(0, axes.Days).Select(t => axes.Calendar[t].ToString("yyyyMMdd", CultureInfo.InvariantCulture)))),
        new(SymbolsName, string.Join(' ', axes.Symbols)),
    ];
}
