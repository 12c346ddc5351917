using System.Diagnostics;
using System.Globalization;
using AlphaKit.TestSupport;

namespace AlphaKit.Models.Tests.Training;

[Collection("libtorch")]
public sealed class KillTests
{
    // In the middle of an epoch, between two epochs (the first step of the third is not saved), in the second network.
    private static readonly TrainingPlace[] s_places = [new(1, 2, 0.5, 6), new(1, 2, 1, 2), new(2, 2, 0.4, 6)];

    [TorchFact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "killed_training_kills")]
    [Trait("Claim", "killed_training_differences")]
    public void A_training_whose_process_is_killed_goes_on_to_the_same_weights()
    {
        int kills = 0, different = 0;
        foreach (string kind in new[] { "gru", "decoder" })
        {
            string folder = Directory.CreateTempSubdirectory("alphakit-killed").FullName;
            try
            {
                string expected = KilledTraining.Hash(kind, null);
                (int Network, int Epoch, int Step) killed = default;
                foreach (TrainingPlace place in s_places)
                {
                    using Process process = Child.Start("train", kind, folder, place.ToString());
                    GoesOn(killed, Place(process, "from"));
                    killed = Place(process, "at");

                    // The child goes on for a few steps and then waits for us: the kill (SIGKILL) meets it alive, at a step or a checkpoint that varies.
                    process.Kill(entireProcessTree: true);
                    process.WaitForExit();
                    if (process.ExitCode != 0) kills++;
                }

                using Process last = Child.Start("train", kind, folder);
                GoesOn(killed, Place(last, "from"));
                string printed = last.StandardOutput.ReadToEnd().TrimEnd();
                last.WaitForExit();
                Assert.True(last.ExitCode == 0, last.StandardError.ReadToEnd());
                if (printed != expected) different++;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Claim.Exactly("killed_training_kills", kills, 6);
        Claim.Exactly("killed_training_differences", different, 0);
    }

    /// <summary>A training that was killed goes on from its last checkpoint, not from the beginning.</summary>
    private static void GoesOn((int Network, int Epoch, int Step) killed, (int Network, int Epoch, int Step) from) =>
        Assert.True(from.CompareTo((killed.Network, killed.Epoch, killed.Step - KilledTraining.CheckpointSteps)) > 0, $"killed at {killed}, went on from {from}");

    private static (int Network, int Epoch, int Step) Place(Process process, string word)
    {
        string? line = process.StandardOutput.ReadLine();
        return line?.Split(' ') is [string said, string network, string epoch, string step] && said == word
            ? (int.Parse(network, CultureInfo.InvariantCulture), int.Parse(epoch, CultureInfo.InvariantCulture), int.Parse(step, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The training said '{line}' in place of where it is ('{word}'): {(line is null ? process.StandardError.ReadToEnd() : "")}");
    }
}
