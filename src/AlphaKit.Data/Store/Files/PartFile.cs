using AlphaKit.Parquet;

namespace AlphaKit.Data;

/// <summary>Writes and reads the Parquet files of tables. Missing values are nulls; the last column tells when a row was recorded.</summary>
internal static class PartFile
{
    public const string RecordedColumn = "recorded_at";
    private static readonly int s_epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static ParquetColumn Recorded => ParquetColumn.Timestamp(RecordedColumn, TimeUnit.Microseconds, Nullability.Required) with { IsAdjustedToUtc = true };

    /// <summary>Writes rows, in the order given, and waits until the disk has them.</summary>
    /// <returns>Size and SHA-256 of the file.</returns>
    public static async Task<(long Bytes, string Hash)> WriteAsync(
        string path, IReadOnlyList<StoreColumn> columns, Func<string, SourceColumn?> find, int[] rows, long[] recorded, int threads, CancellationToken cancellationToken)
    {
        ParquetValues[] values = new ParquetValues[columns.Count + 1];
        Parallel.For(0, columns.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, c =>
            values[c] = Encode(columns[c], find(columns[c].Name), rows));
        long[] times = new long[rows.Length];
        for (int i = 0; i < rows.Length; i++) times[i] = recorded[rows[i]];
        values[^1] = ParquetValues.Of(Recorded, times);
        FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            HashingStream stream = new(file);
            await using (stream.ConfigureAwait(false))
            {
                ParquetWriter writer = await ParquetWriter.CreateAsync(
                    stream, [.. values.Select(v => v.Column)], new ParquetWriteOptions { Threads = threads }, cancellationToken).ConfigureAwait(false);
                await using (writer.ConfigureAwait(false))
                {
                    await writer.WriteAsync(values, cancellationToken).ConfigureAwait(false);
                    await writer.FinishAsync(cancellationToken).ConfigureAwait(false);
                }

                file.Flush(flushToDisk: true);
                return (stream.Length, stream.Hash());
            }
        }
    }

    /// <summary>Reads columns of several files, one after the other; what a file lacks is missing.</summary>
    /// <param name="folder">The table's folder.</param>
    /// <param name="parts">The files, in order.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="verified">Files whose hash was already compared, by name and hash.</param>
    /// <param name="threads">How many columns at a time.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<StoredRows> ReadAsync(
        TableFolder folder, IReadOnlyList<StoredPart> parts, IReadOnlyList<StoreColumn> columns, VerifiedFiles verified, int threads, CancellationToken cancellationToken)
    {
        int total = checked((int)parts.Sum(p => (long)p.Rows));
        ColumnTarget[] targets = [.. columns.Select(c => new ColumnTarget(c, total))];
        long[] recorded = new long[total];
        int start = 0;
        foreach (StoredPart part in parts)
        {
            string path = folder.PathOf(part.File);
            await verified.CheckAsync(path, part, cancellationToken).ConfigureAwait(false);
            try
            {
                using ParquetFile file = await ParquetFile.OpenAsync(path, new ParquetReadOptions { Checksums = ChecksumPolicy.Ignore }, cancellationToken).ConfigureAwait(false);
                if (file.RowCount != part.Rows) throw new InvalidDataException($"it has {file.RowCount} rows, the manifest says {part.Rows}.");
                Dictionary<string, ParquetColumn> held = file.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
                (ParquetRowGroup Group, ParquetColumn Column, ColumnTarget? Target)[] jobs =
                [
                    .. from @group in file.RowGroups
                       from target in targets.Append(null)
                       let name = target?.Name ?? RecordedColumn
                       where held.ContainsKey(name)
                       select (@group, held[name], target),
                ];
                int first = start;
                await Parallel.ForEachAsync(jobs, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, async (job, token) =>
                {
                    ParquetValues values = await file.ReadAsync(job.Group, job.Column, token).ConfigureAwait(false);
                    int at = first + (int)job.Group.FirstRow;
                    if (job.Target is null) values.Int64s.CopyTo(recorded.AsSpan(at));
                    else job.Target.Fill(at, values);
                }).ConfigureAwait(false);
            }
            catch (Exception error) when (error is InvalidDataException or FormatException)
            {
                throw new MarketStoreException(path, $"the file cannot be read: {error.Message}", error);
            }

            start += part.Rows;
        }

        return new StoredRows([.. targets.Select(t => t.Build())], recorded);
    }

    private static ParquetValues Encode(StoreColumn column, SourceColumn? values, int[] rows)
    {
        switch (column.Kind)
        {
            case SourceColumnKind.Number:
                double[] numbers = new double[rows.Length];
                bool[]? present = null;
                for (int i = 0; i < rows.Length; i++)
                {
                    double value = values is null ? double.NaN : values.Numbers[rows[i]];
                    if (double.IsNaN(value)) Missing(ref present, i, rows.Length);
                    else numbers[i] = value;
                }

                return ParquetValues.Of(ParquetColumn.Double(column.Name), numbers, present);
            case SourceColumnKind.Date:
                int[] days = new int[rows.Length];
                bool[]? dated = null;
                for (int i = 0; i < rows.Length; i++)
                {
                    DateOnly date = values is null ? SourceColumn.NoDate : values.Dates[rows[i]];
                    if (date == SourceColumn.NoDate) Missing(ref dated, i, rows.Length);
                    else days[i] = date.DayNumber - s_epoch;
                }

                return ParquetValues.Of(ParquetColumn.Date(column.Name), days, dated);
            case SourceColumnKind.Symbol:
                return Coded<Symbol>(column.Name, rows, values is null ? _ => default : row => values.Symbols[row], symbol => symbol.IsNone, symbol => symbol.ToString());
            default:
                return Coded<string>(column.Name, rows, values is null ? _ => "" : row => values.Texts[row], text => text.Length == 0, text => text);
        }
    }

    private static ParquetValues Coded<T>(string name, int[] rows, Func<int, T> at, Func<T, bool> isMissing, Func<T, string> text)
        where T : notnull
    {
        Dictionary<T, int> codes = [];
        List<string> entries = [];
        int[] coded = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            T value = at(rows[i]);
            if (isMissing(value))
            {
                coded[i] = -1;
                continue;
            }

            if (!codes.TryGetValue(value, out int code))
            {
                code = entries.Count;
                codes.Add(value, code);
                entries.Add(text(value));
            }

            coded[i] = code;
        }

        return ParquetValues.Of(ParquetColumn.Text(name), coded, entries);
    }

    private static void Missing(ref bool[]? present, int row, int count)
    {
        if (present is null)
        {
            present = new bool[count];
            Array.Fill(present, true);
        }

        present[row] = false;
    }
}
