using System.Diagnostics;
using AlphaKit.TestSupport;

namespace AlphaKit.Models.Tests.Training;

[Collection("libtorch")]
public sealed class KillTests
{
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

                // Killed (SIGKILL) as soon as so many checkpoints were written: in the middle of an epoch, between epochs, in the second network.
                foreach (int writes in new[] { 4, 22, 19 })
                {
                    using Process process = Child.Start("train", kind, folder);
                    if (WaitForWrites(process, folder, writes))
                    {
                        process.Kill(entireProcessTree: true);
                        kills++;
                    }

                    process.WaitForExit();
                }

                using Process last = Child.Start("train", kind, folder);
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

    /// <summary>Waits until the checkpoint was renamed into place so often; false if the process ended before.</summary>
    private static bool WaitForWrites(Process process, string folder, int writes)
    {
        int seen = 0;
        using FileSystemWatcher watcher = new(folder);
        watcher.Renamed += (_, _) => Interlocked.Increment(ref seen);
        watcher.EnableRaisingEvents = true;
        while (Volatile.Read(ref seen) < writes)
        {
            if (process.WaitForExit(1)) return false;
        }

        return !process.HasExited;
    }
}
