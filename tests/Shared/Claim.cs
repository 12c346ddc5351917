using System.Globalization;

namespace AlphaKit.TestSupport;

/// <summary>
/// A figure that a document claims, measured by a test that carries <c>[Trait("Claim", "name")]</c>: records what was measured and asserts it.
/// The line <c>CLAIM name measured=… target=… pass|miss</c> goes into the folder that the environment variable AK_CLAIMS names, where
/// eng/claims.sh reads it; without the variable nothing is written. Every name stands in docs/claims.md.
/// </summary>
internal static class Claim
{
    public static void AtLeast(string name, double measured, double target) =>
        Record(name, measured, $">={Text(target)}", measured >= target);

    public static void AtMost(string name, double measured, double target) =>
        Record(name, measured, $"<={Text(target)}", measured <= target);

    public static void Between(string name, double measured, double low, double high) =>
        Record(name, measured, $"{Text(low)}..{Text(high)}", measured >= low && measured <= high);

    public static void Exactly(string name, double measured, double target) =>
        Record(name, measured, $"={Text(target)}", measured == target);

    private static void Record(string name, double measured, string target, bool holds)
    {
        string line = $"CLAIM {name} measured={Text(measured)} target={target} {(holds ? "pass" : "miss")}";
        if (Environment.GetEnvironmentVariable("AK_CLAIMS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, name + ".txt"), line + "\n");
        }

        Assert.True(holds, line);
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
