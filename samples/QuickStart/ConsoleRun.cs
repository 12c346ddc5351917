using System.Diagnostics;
using System.Globalization;
using AlphaKit;
using AlphaKit.Backtest;
using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.Reports;

namespace QuickStart;

/// <summary>The console side of the sample: progress, Ctrl-C, what was left out, and the files at the end.</summary>
internal sealed class ConsoleRun : IDisposable
{
    private readonly Arguments _arguments;
    private readonly CancellationTokenSource _stop = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    private ConsoleRun(Arguments arguments)
    {
        _arguments = arguments;
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true; // let the work stop by itself and leave no half-written file
            _stop.Cancel();
        };
    }

    public CancellationToken Stop => _stop.Token;

    /// <summary>Runs the sample: 0 when it is done, 1 with one line on what is wrong, 130 when it was stopped.</summary>
    public static async Task<int> GuardAsync(string[] args, Func<Arguments, ConsoleRun, Task> work)
    {
        if (args is ["--help" or "-h"])
        {
            Line(Arguments.Usage);
            return 0;
        }

        try
        {
            Arguments arguments = Arguments.Parse(args);
            using ConsoleRun run = new(arguments);
            await work(arguments, run);
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before the end; files that are there are whole.");
            return 130;
        }
        catch (Exception error) when (error is AlphaKitException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Error: {error.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    public IProgress<T> Progress<T>(string step) => new StepProgress<T>(step, _started);

    public static void Describe(IMarketData market)
    {
        Line($"Data: {(market is SimulatedMarket s ? s.Description : "imported files")}, {market.Calendar}, {market.Securities.All.Count} shares, prices {market.PriceBasis}.");
        foreach (string note in market.Coverage.Notes) Line($"  note: {note}");
        if (market.Coverage.Missing.Count > 0) Line($"  not in the data: {string.Join(", ", market.Coverage.Missing.Select(m => m.Key))} (reasons in the report)");
        if (market is TableMarket imported) Line(imported.Validation.ToString());
    }

    public static void LeftOut(IReadOnlyList<string> rules, IReadOnlyList<KeyValuePair<string, string>> factors)
    {
        foreach (string rule in rules) Line($"  left out of the universe: {rule}");
        foreach ((string name, string why) in factors) Line($"  left out: {name}: {why}");
    }

    public async Task SaveAsync(Report report, BacktestResult result, FactorReport tearSheet, WalkForwardResult model, IMarketData market, Table factors)
    {
        List<Table> tables = [.. result.Tables, .. tearSheet.Tables, model.Folds, model.Coefficients, factors];
        report = report.With(factors);
        if (market is TableMarket imported)
        {
            Table[] checks = [imported.Validation.FileTable(), imported.Validation.RuleTable(), imported.Validation.FindingTable()];
            report = checks.Aggregate(report, (r, t) => r.With(t));
            tables.AddRange(checks);
        }

        RunManifest manifest = tables.Aggregate(result.Manifest, (m, t) => m.WithResult(t));
        foreach (Table table in tables) await table.SaveCsvAsync(Path.Combine(_arguments.Out, "tables"), Stop);
        await AtomicFile.WriteAsync(Path.Combine(_arguments.Out, "manifest.json"), manifest.ToJson(), Stop);
        string page = Path.GetFullPath(Path.Combine(_arguments.Out, "report.html"));
        await report.SaveAsync(page, Stop);

        Line("");
        Line(factors.ToString());
        TableColumn metric = result.Metrics["metric"], shown = result.Metrics["shown"];
        for (int r = 0; r < result.Metrics.RowCount; r++) Line($"{metric.Shown(r),-30}{shown.Shown(r),16}");
        Line("");
        Line($"Model, out of sample: {tearSheet}");
        Line($"Done in {Stopwatch.GetElapsedTime(_started).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s. Tables: {Path.GetFullPath(Path.Combine(_arguments.Out, "tables"))}");
        Line($"Report: {page}");
    }

    public void Dispose() => _stop.Dispose();

    private static void Line(string text) => Console.WriteLine(text);

    /// <summary>One line per second at most on a terminal, one line per tenth of the work in a log.</summary>
    private sealed class StepProgress<T>(string step, long started) : IProgress<T>
    {
        private readonly Lock _lock = new();
        private int _lastTenth = -1;

        public void Report(T value)
        {
            (double share, string text) = value switch
            {
                double fraction => (fraction, ""),
                LoadProgress load => ((double)load.Done / load.Total, $"{load.Table}, {load.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows"),
                WalkForwardProgress fold => ((double)fold.Fold / fold.Folds, fold.Message),
                BacktestProgress day => ((double)day.DaysDone / day.DaysTotal, $"{day.Day:yyyy-MM-dd}, NAV {day.NetAssetValue.ToString("N0", CultureInfo.InvariantCulture)}"),
                _ => (0, value?.ToString() ?? ""),
            };
            lock (_lock)
            {
                int tenth = (int)(share * 10);
                if (tenth <= _lastTenth) return;
                _lastTenth = tenth;
                double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                Line(string.Create(CultureInfo.InvariantCulture, $"[{seconds,5:F1} s] {step,-8} {share,4:P0}  {text}"));
            }
        }
    }
}
