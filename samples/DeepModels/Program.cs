using System.Diagnostics;
using System.Globalization;
using AlphaKit;
using AlphaKit.Factors;
using AlphaKit.Models;
using DeepModels;

// Trains networks and baselines walk-forward on a folder of daily bars or on a simulated market and prints the rank IC of each, out of sample.
if (args is ["--help" or "-h"])
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    Arguments arguments = Arguments.Parse(args);
    List<Result> results = [];
    foreach (ulong seed in arguments.Seeds)
    {
        Study study = arguments.Data is { } folder
            ? await BarStudy.OpenAsync(folder, arguments, stop.Token)
            : await SimulatedStudies.CreateAsync(arguments.Study!, seed, arguments, stop.Token);
        Console.WriteLine($"{study.Name}, seed {seed}: {study.Features}; {study.Labels.Name}; {study.Plan}");
        if (arguments.Models.FirstOrDefault(m => study.Models.All(s => s.Name != m)) is { } unknown)
            throw new ArgumentException($"There is no model '{unknown}' in the study; there are {string.Join(", ", study.Models.Select(m => m.Name))}.");
        foreach ((string name, ModelSpec model) in study.Models.Where(m => arguments.Models.Count == 0 || arguments.Models.Contains(m.Name)))
        {
            long started = Stopwatch.GetTimestamp();
            WalkForwardResult trained = WalkForward.Train(
                model, study.Features, study.Labels, study.Plan, new WalkForwardOptions { Seed = seed, Threads = arguments.Threads }, new FoldLines(), stop.Token);
            results.Add(Result.Of(study, seed, name, trained, Stopwatch.GetElapsedTime(started)));
            Console.WriteLine(results[^1].ToString());
        }

        if (study.Blend is not { } blend) continue;
        Result[] parts = [.. results.Where(r => r.Seed == seed && blend.Models.Contains(r.Model))];
        if (parts.Length < blend.Models.Count) continue;
        results.Add(Result.Blend(study, seed, blend.Name, parts));
        Console.WriteLine(results[^1].ToString());
    }

    Table table = Result.Table(results);
    await table.SaveCsvAsync(arguments.Out, stop.Token);
    Console.WriteLine(table.ToString());
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Table: {Path.GetFullPath(Path.Combine(arguments.Out, table.Name))}.csv"));
    return 0;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped before the end.");
    return 130;
}
catch (Exception error) when (error is AlphaKitException or ArgumentException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"Error: {error.Message.ReplaceLineEndings(" ")}");
    return 1;
}
