using System.Diagnostics;
using System.Globalization;
using AlphaKit.Parquet;

namespace AlphaKit.Benchmarks;

/// <summary>
/// Daily bars of 5,000 shares on 2,430 days, 12.15 million rows and 9 columns, written and read. Each job prints its seconds, one line a round;
/// eng/claims/parquet_vs_duckdb.sh sets them beside those of DuckDB on the same file.
/// </summary>
internal static class ParquetTable
{
    private const int Stocks = 5_000, Days = 2_430, Rounds = 3;

    private static readonly ParquetColumn[] s_columns =
        [ParquetColumn.Text("symbol"), ParquetColumn.Date("trade_date"), .. new[] { "open", "high", "low", "close", "pre_close", "vol", "amount" }.Select(n => ParquetColumn.Double(n))];

    public static async Task<int> Run(string job, string path)
    {
        ParquetValues[] bars = job == "write" ? Bars() : [];
        for (int round = 0; round <= Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            await (job switch
            {
                "write" => Write(path, bars),
                "read" => Read(path, file => file.Columns),
                "column" => Read(path, file => [file.Column("close")]),
                _ => throw new ArgumentException($"No job '{job}': write, read or column.", nameof(job)),
            });
            if (round > 0) Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static async Task Write(string path, ParquetValues[] bars)
    {
        await using FileStream stream = File.Create(path);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, s_columns);
        await writer.WriteAsync(bars);
        await writer.FinishAsync();
    }

    /// <summary>Every value of the columns asked for, as typed arrays, a row group and column a job.</summary>
    private static async Task Read(string path, Func<ParquetFile, IReadOnlyList<ParquetColumn>> pick)
    {
        using ParquetFile file = await ParquetFile.OpenAsync(path);
        IReadOnlyList<ParquetColumn> columns = pick(file);
        ParquetValues[] read = new ParquetValues[file.RowGroups.Count * columns.Count];
        await Parallel.ForAsync(0, read.Length, async (i, stop) => read[i] = await file.ReadAsync(file.RowGroups[i / columns.Count], columns[i % columns.Count], stop));
        long rows = read.Sum(values => (long)values.Count);
        if (rows != (long)Stocks * Days * columns.Count) throw new InvalidDataException($"{rows} values were read.");
    }

    private static ParquetValues[] Bars()
    {
        const int rows = Stocks * Days;
        RandomStream random = RandomStream.Create(7, "parquet table");
        int[] codes = new int[rows], dates = new int[rows];
        double[][] numbers = [.. Enumerable.Range(0, 7).Select(_ => new double[rows])];
        double[] last = [.. Enumerable.Range(0, Stocks).Select(_ => 5 + (40 * random.NextDouble()))];
        for (int row = 0; row < rows; row++)
        {
            int stock = row % Stocks;
            double before = last[stock];
            double open = Math.Round(before * (0.99 + (0.02 * random.NextDouble())), 2), close = Math.Round(Math.Max(1, open * (0.975 + (0.05 * random.NextDouble()))), 2);
            double volume = Math.Floor(random.NextDouble() * random.NextDouble() * 1e6) * 100;
            double[] bar = [open, Math.Round(Math.Max(open, close) * 1.005, 2), Math.Round(Math.Min(open, close) * 0.995, 2), close, before, volume, Math.Round(volume * close, 0)];
            (codes[row], dates[row], last[stock]) = (stock, 16_000 + (row / Stocks), close);
            for (int i = 0; i < bar.Length; i++) numbers[i][row] = bar[i];
        }

        string[] symbols = [.. Enumerable.Range(600_000, Stocks).Select(code => $"{code}.SH")];
        return [ParquetValues.Of(s_columns[0], codes, symbols), ParquetValues.Of(s_columns[1], dates), .. numbers.Select((column, i) => ParquetValues.Of(s_columns[i + 2], column))];
    }
}
