using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>
/// From the start of a process to the 158 features of 1,040 days × 1,024 shares in memory, on two threads: the runtime, the panel from a file of plain
/// numbers, planning, compiling and the first run into fresh memory. The first call writes the file, the following ones are measured.
/// </summary>
internal static class FactorCold
{
    private const int Days = 1040;
    private const int Shares = 1024;

    private static readonly Field[] s_fields =
        [Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.AdjFactor];

    public static int Run(string file)
    {
        if (!File.Exists(file))
        {
            Write(file);
            return 0;
        }

        using Process process = Process.GetCurrentProcess();
        Panel panel = Read(file);
        FeatureTensor values = FactorSet.Alpha158.Compute(panel, new EngineOptions { Threads = 2 });
        double milliseconds = (TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{values.Count} features {milliseconds:F0} ms after the process began"));
        return 0;
    }

    private static void Write(string file)
    {
        Panel panel = FactorPanels.Make(Days, Shares, gaps: false);
        using FileStream stream = File.Create(file);
        foreach (Field field in s_fields) stream.Write(MemoryMarshal.AsBytes(panel[field].Span));
    }

    private static Panel Read(string file)
    {
        PanelAxes axes = new(
            new TradingCalendar(Enumerable.Range(0, Days).Select(d => new DateOnly(2015, 1, 5).AddDays((d / 5 * 7) + (d % 5)))),
            Enumerable.Range(1, Shares).Select(i => Symbol.From(600000 + i, Exchange.Shanghai)));
        using FileStream stream = File.OpenRead(file);
        List<KeyValuePair<Field, FieldMatrix>> fields = [];
        foreach (Field field in s_fields)
        {
            FieldMatrixBuilder builder = FieldMatrixBuilder.Unfilled(Days, Shares);
            for (int t = 0; t < Days; t++) stream.ReadExactly(MemoryMarshal.AsBytes(builder.Row(t)));
            fields.Add(new(field, builder.Build()));
        }

        return new Panel(axes, fields);
    }
}
