using System.Diagnostics;
using System.Globalization;
using AlphaKit.Factors;
using AlphaKit.Factors.Storage;
using AlphaKit.Parquet;

namespace AlphaKit.Benchmarks;

/// <summary>
/// Daily bars from a Parquet file through the 158 features into a Parquet file, and beside it how long the disk takes for as many bytes: the
/// same number of bytes in pieces of a column's size, from memory that is there.
/// </summary>
internal static class FactorFile
{
    private static readonly Field[] s_fields =
        [Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.AdjFactor];

    /// <summary>What the parts of a run took, in seconds, and what they left.</summary>
    private readonly record struct Times(double Read, double Compute, double Disk, long Bytes, long PeakBytes);

    /// <summary>One run, told on the console.</summary>
    public static async Task<int> Run(string days, string shares, string folder)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, "factor-file")).FullName;
        try
        {
            await Run(int.Parse(days, CultureInfo.InvariantCulture), int.Parse(shares, CultureInfo.InvariantCulture), own, 2, 512L << 20, Console.WriteLine);
            return 0;
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private static async Task<Times> Run(int days, int shares, string folder, int threads, long budget, Action<string>? profile)
    {
        string input = Path.Combine(folder, "bars.parquet"), output = Path.Combine(folder, "factors.parquet"), plain = Path.Combine(folder, "plain.bin");
        await WriteBars(input, days, shares);
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        Panel panel = await ReadBars(input);
        double read = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        await using (ParquetFactorSink sink = new(output, new ParquetFactorOptions { Threads = threads }))
            await FactorSet.Alpha158.WriteAsync(panel, sink, new EngineOptions { Threads = threads, MemoryBudget = budget });
        double compute = Stopwatch.GetElapsedTime(start).TotalSeconds, busy = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        long bytes = new FileInfo(output).Length, peak = Peak();
        File.Delete(output);
        double disk = WritePlain(plain, bytes);
        File.Delete(plain);
        profile?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"  {days} days × {shares} shares × 158: read {read:F2} s, compute and write {compute:F2} s ({busy:F1} s of processor), {bytes / 1e9:F2} GB; the disk alone takes {disk:F2} s for as many bytes; peak {peak / (1 << 20)} MiB"));
        return new Times(read, compute, disk, bytes, peak);
    }

    private static async Task WriteBars(string path, int days, int shares)
    {
        Panel panel = FactorPanels.Make(days, shares, gaps: true);
        ParquetColumn[] columns = [ParquetColumn.Date("trade_date", Nullability.Required), ParquetColumn.Text("symbol", Nullability.Required), .. s_fields.Select(f => ParquetColumn.Float(f.Name, Nullability.Required))];
        string[] symbols = [.. panel.Symbols.Select(s => s.ToString())];
        await using FileStream stream = File.Create(path);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, columns);
        int most = Math.Max(1, 122_880 / shares);
        for (int first = 0; first < days; first += most)
        {
            int count = Math.Min(most, days - first), from = first;
            int[] dates = [.. Enumerable.Range(0, count * shares).Select(r => panel.Calendar[from + (r / shares)].DayNumber)], codes = [.. Enumerable.Range(0, count * shares).Select(r => r % shares)];
            await writer.WriteRowGroupAsync(
            [
                ParquetValues.Of(columns[0], dates), ParquetValues.Of(columns[1], codes, symbols),
                .. s_fields.Select((f, k) => ParquetValues.Of(columns[k + 2], panel[f].Slice(from, count).ToRowMajorArray())),
            ]);
        }

        await writer.FinishAsync();
    }

    /// <summary>Rows into matrices, each by its day and symbol wherever it stands in the file.</summary>
    private static async Task<Panel> ReadBars(string path)
    {
        using ParquetFile file = await ParquetFile.OpenAsync(path);
        (int[] Dates, string[] Symbols)[] keys = new (int[], string[])[file.RowGroups.Count];
        int[][] codes = new int[keys.Length][];
        await Parallel.ForAsync(0, keys.Length, async (g, stop) =>
        {
            ParquetValues symbols = await file.ReadAsync(file.RowGroups[g], "symbol", stop);
            codes[g] = symbols.Codes.ToArray();
            keys[g] = ((await file.ReadAsync(file.RowGroups[g], "trade_date", stop)).Int32s.ToArray(), [.. Enumerable.Range(0, symbols.EntryCount).Select(symbols.EntryText)]);
        });
        int[] days = [.. keys.SelectMany(k => Distinct(k.Dates)).Distinct().Order()];
        Symbol[] names = [.. keys.SelectMany(k => k.Symbols).Distinct().Select(s => Symbol.Parse(s)).Order()];
        PanelAxes axes = new(new TradingCalendar(days.Select(DateOnly.FromDayNumber)), names);
        Dictionary<int, int> rowOf = days.Select((d, t) => (d, t)).ToDictionary(p => p.d, p => p.t);
        FieldMatrixBuilder[] builders = [.. s_fields.Select(_ => new FieldMatrixBuilder(days.Length, names.Length))];
        await Parallel.ForAsync(0, keys.Length, async (g, stop) =>
        {
            int[] columnOf = [.. keys[g].Symbols.Select(s => axes.ColumnOf(Symbol.Parse(s)))];
            for (int k = 0; k < s_fields.Length; k++) Place((await file.ReadAsync(file.RowGroups[g], s_fields[k].Name, stop)).Floats, keys[g].Dates, codes[g], rowOf, columnOf, builders[k]);
        });
        return new Panel(axes, s_fields.Select((f, k) => KeyValuePair.Create(f, builders[k].Build())));
    }

    private static void Place(ReadOnlySpan<float> values, int[] dates, int[] codes, Dictionary<int, int> rowOf, int[] columnOf, FieldMatrixBuilder to)
    {
        Span<float> row = default;
        for (int i = 0, day = int.MinValue; i < values.Length; i++)
        {
            if (dates[i] != day) row = to.Row(rowOf[day = dates[i]]);
            row[columnOf[codes[i]]] = values[i];
        }
    }

    private static IEnumerable<int> Distinct(int[] dates)
    {
        for (int i = 0; i < dates.Length; i++)
        {
            if (i == 0 || dates[i] != dates[i - 1]) yield return dates[i];
        }
    }

    private static double WritePlain(string path, long bytes)
    {
        byte[] piece = new byte[1 << 19];
        for (int i = 0; i < piece.Length; i++) piece[i] = (byte)(i * 167 >> 3);
        long start = Stopwatch.GetTimestamp();
        using (FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            for (long left = bytes; left > 0; left -= piece.Length) stream.Write(piece.AsSpan(0, (int)Math.Min(left, piece.Length)));
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static long Peak()
    {
        using Process process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
