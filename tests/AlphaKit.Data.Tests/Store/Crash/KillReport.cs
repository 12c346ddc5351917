namespace AlphaKit.Data.Tests.Store.Crash;

/// <summary>What killing writers showed.</summary>
/// <param name="Kills">Writers killed.</param>
/// <param name="Finished">Stores that came to their end in spite of it.</param>
/// <param name="WithinCommit">How often the kill left something to recover.</param>
/// <param name="Problems">What was wrong.</param>
internal sealed record KillReport(int Kills, int Finished, int WithinCommit, IReadOnlyList<string> Problems);
