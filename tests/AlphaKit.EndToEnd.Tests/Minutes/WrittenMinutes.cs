using AlphaKit.Data.Simulation;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>A simulated market whose minutes lie in files, made once for all tests of a class.</summary>
public sealed class WrittenMinutes : IAsyncLifetime
{
    internal static readonly DateOnly First = new(2019, 3, 1), Last = new(2019, 4, 30);

    internal SimulatedMarket Market { get; } = SimulatedMarket.Create(new SimulationOptions { Seed = 5, Stocks = 16, From = new(2019, 1, 2), To = Last });

    internal string Folder { get; } = Directory.CreateTempSubdirectory("minutes-").FullName;

    public Task InitializeAsync() => MinuteFiles.WriteAsync(Market, Folder, First, Last);

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
