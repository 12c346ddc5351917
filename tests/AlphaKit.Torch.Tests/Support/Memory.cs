using System.Globalization;

namespace AlphaKit.Torch.Tests;

/// <summary>What the process holds.</summary>
internal static class Memory
{
    /// <summary>Resident bytes, from /proc.</summary>
    public static long Resident()
    {
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Runs finalisers until nothing is left to free, and gives the pages of the managed heap back, so that what is resident says something about the library.</summary>
    public static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
