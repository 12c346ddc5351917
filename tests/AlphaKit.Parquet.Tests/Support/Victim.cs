namespace AlphaKit.Parquet.Tests.Support;

/// <summary>Reads damaged files to the last value and holds the reader to its promises.</summary>
internal static partial class Victim
{
    private const long AllowedBytes = 64L << 20;

    private static readonly TimeSpan s_allowedTime = TimeSpan.FromSeconds(40);

    private static readonly ParquetReadOptions Blind = new() { Checksums = ChecksumPolicy.Ignore };

    /// <summary>True when claims are being measured.</summary>
    public static bool IsClaimRun => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AK_CLAIMS"));

    /// <summary>Damages a file for each number, and reads it.</summary>
    /// <returns>How many read without error.</returns>
    public static int ReadAll(int inputs, Func<int, (byte[] Sound, string Name)> fileOf)
    {
        int read = 0;
        Parallel.For(0, inputs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            (byte[] sound, string name) = fileOf(i);
            if (Read(new Mutation((ulong)i).Of(sound), $"{name}, seed {i}")) Interlocked.Increment(ref read);
        });
        return read;
    }

    /// <summary>Reads everything; only the two documented errors may come out.</summary>
    /// <returns>True where the file read without error.</returns>
    public static bool Read(byte[] data, string what)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan started = Environment.CpuUsage.TotalTime;
        bool sound = false;
        try
        {
            Touch(data);
            sound = true;
        }
        catch (InvalidDataException e)
        {
            Assert.True(NamesAByte().IsMatch(e.Message), $"{what}: an error that names no byte: {e}");
        }
        catch (NotSupportedException)
        {
            // a damaged codec id or magic may name something that exists but is not read
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {e}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= AllowedBytes + (64L * data.Length), $"{what}: {allocated:N0} bytes allocated for a file of {data.Length:N0}");

        // Time on the processor, not on the clock: a process that has to wait for its turn does not hang. Other threads count too.
        Assert.True(Environment.CpuUsage.TotalTime - started < s_allowedTime, $"{what}: hangs");
        return sound;
    }

    [System.Text.RegularExpressions.GeneratedRegex("byte [0-9]+")]
    private static partial System.Text.RegularExpressions.Regex NamesAByte();

    private static void Touch(byte[] data)
    {
        using MemoryStream stream = new(data, writable: false);
        using ParquetFile file = Now(ParquetFile.OpenAsync(stream, Blind));
        foreach (ParquetRowGroup group in file.RowGroups)
        {
            foreach (ParquetColumn column in file.Columns)
            {
                ParquetStatistics statistics = group.StatisticsOf(column);
                _ = statistics.MayContain(0, 1) || statistics.MayContain(0.0, 1.0) || statistics.MayContain("a", "b");
                if (column.IsRepeated) continue;
                ParquetValues values = Now(file.ReadAsync(group, column).AsTask());
                Assert.Equal(group.RowCount, values.Count);
                if (!column.HoldsBytes) continue;
                for (int row = 0; row < values.Count; row++) _ = values.BytesAt(row).Length;
            }
        }
    }

    // A memory stream answers at once, on this thread: allocations can be counted.
    private static T Now<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
