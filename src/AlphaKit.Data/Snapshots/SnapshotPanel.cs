using AlphaKit.Parquet;

namespace AlphaKit.Data;

/// <summary>
/// The daily fields of a snapshot in one Parquet file, <c>panel.parquet</c>: a row for every day and symbol, days in order and symbols
/// ascending in each; columns <c>trade_date</c>, <c>symbol</c> and one of 32-bit numbers for every field, NaN where a value is missing.
/// Plain pages, so that reading is copying.
/// </summary>
internal static class SnapshotPanel
{
    public const string FileName = "panel.parquet";

    private const int GroupRows = 1 << 18;

    private static readonly DateOnly s_epoch = new(1970, 1, 1);

    public static async Task WriteAsync(Panel panel, string folder, int threads, CancellationToken cancellationToken)
    {
        Field[] fields = [.. panel.Fields];
        string[] symbols = [.. panel.Symbols.Select(s => s.ToString())];
        ParquetColumn[] columns =
        [
            ParquetColumn.Date("trade_date", Nullability.Required), ParquetColumn.Text("symbol", Nullability.Required), .. fields.Select(f => ParquetColumn.Float(f.Name, Nullability.Required)),
        ];
        ParquetWriteOptions options = new() { Compression = ParquetCompression.None, DictionaryBytes = 0, Threads = threads };
        int width = symbols.Length, most = DaysOfGroup(width);
        FileStream stream = new(Path.Combine(folder, FileName), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        await using (stream.ConfigureAwait(false))
        {
            ParquetWriter writer = await ParquetWriter.CreateAsync(stream, columns, options, cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                for (int first = 0; first < panel.Calendar.Count; first += most)
                {
                    int days = Math.Min(most, panel.Calendar.Count - first), rows = days * width;
                    int[] dates = new int[rows], codes = new int[rows];
                    for (int row = 0; row < rows; row++) (dates[row], codes[row]) = (panel.Calendar[first + (row / width)].DayNumber - s_epoch.DayNumber, row % width);
                    await writer.WriteRowGroupAsync(
                        [
                            ParquetValues.Of(columns[0], dates), ParquetValues.Of(columns[1], codes, symbols),
                            .. fields.Select((f, k) => ParquetValues.Of(columns[k + 2], panel[f].Slice(first, days).ToRowMajorArray())),
                        ],
                        cancellationToken).ConfigureAwait(false);
                }

                await writer.FinishAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads fields, each whole.</summary>
    /// <exception cref="MarketSnapshotException">The file is missing, damaged, or of another shape than the axes.</exception>
    public static async Task<FieldMatrix[]> ReadAsync(string folder, IReadOnlyList<Field> fields, PanelAxes axes, int threads, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            using ParquetFile file = await ParquetFile.OpenAsync(path, null, cancellationToken).ConfigureAwait(false);
            if (file.RowCount != (long)axes.Days * axes.Count) throw new MarketSnapshotException(path, $"It has {file.RowCount} rows, where {axes.Days} days of {axes.Count} symbols are needed.");
            FieldMatrixBuilder[] builders = new FieldMatrixBuilder[fields.Count];
            await Parallel.ForAsync(0, fields.Count, Parallelism(threads, cancellationToken), (k, _) =>
            {
                builders[k] = new FieldMatrixBuilder(axes.Days, axes.Count);
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
            await Parallel.ForAsync(0, fields.Count * file.RowGroups.Count, Parallelism(threads, cancellationToken), async (n, stop) =>
            {
                ParquetRowGroup group = file.RowGroups[n / fields.Count];
                ParquetValues values = await file.ReadAsync(group, fields[n % fields.Count].Name, stop).ConfigureAwait(false);
                int row = (int)(group.FirstRow / axes.Count);
                for (int at = 0; at < values.Count; at += axes.Count) values.Floats.Slice(at, axes.Count).CopyTo(builders[n % fields.Count].Row(row++));
            }).ConfigureAwait(false);
            return [.. builders.Select(b => b.Build())];
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or FileNotFoundException)
        {
            throw new MarketSnapshotException(path, $"It cannot be read: {e.Message}", e);
        }
    }

    private static int DaysOfGroup(int width) => Math.Max(1, GroupRows / Math.Max(1, width));

    private static ParallelOptions Parallelism(int threads, CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
}
