using System.Diagnostics;
using System.Globalization;
using AlphaKit.Models.Tests.Training;

namespace AlphaKit.Models.Tests;

/// <summary>What this assembly does when it is started as a program: parts of tests that need a process of their own.</summary>
internal static class Child
{
    public static int Main(string[] args) => args switch
    {
        ["serve", string folder] => Serve(folder),
        ["train", string kind, string folder] => Train(kind, folder, null),
        ["train", string kind, string folder, string place] => Train(kind, folder, TrainingPlace.Parse(place)),
        _ => 2,
    };

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(Child).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException("dotnet could not be started.");

    /// <summary>Scores a day with a saved model; says what of libtorch is in the process.</summary>
    private static int Serve(string folder)
    {
        Study s = Study.Random(3, 60, 30, 4, 0.5);
        float[] scores = new float[30];
        ModelFolder.Load(folder).Predict(new FeatureDay(s.X(), s.Axes.Calendar[50]), scores);
        Console.WriteLine(string.Join(' ', scores.Select(v => BitConverter.SingleToInt32Bits(v).ToString("x8", CultureInfo.InvariantCulture))));
        Console.WriteLine(File.ReadLines("/proc/self/maps").Count(l => l.Contains("libtorch", StringComparison.Ordinal) || l.Contains("libak_torch", StringComparison.Ordinal)));
        return 0;
    }

    /// <summary>Trains with checkpoints and prints the hash of the weights; with a place, it says when it is there and stands still soon after.</summary>
    private static int Train(string kind, string folder, TrainingPlace? place)
    {
        Console.WriteLine(KilledTraining.Hash(kind, folder, new TrainingHalt(place)));
        return 0;
    }
}
