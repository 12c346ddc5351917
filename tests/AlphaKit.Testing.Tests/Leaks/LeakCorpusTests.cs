using AlphaKit.TestSupport;

namespace AlphaKit.Testing.Tests;

public sealed class LeakCorpusTests
{
    private static readonly LeakMarket Market = new();
    private static readonly DateOnly[] Moments = [Market.Calendar[38], Market.Calendar[61], Market.Calendar[75]];

    private static async Task<IReadOnlyList<LookAheadViolation>> FindAsync(Subject subject) => await LookAheadDetector.FindAsync(
        Market, Moments, async (market, stop) => await subject.Run(await Lab.OpenAsync(market, stop)), subject.Clock);

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "leaks_caught_percent")]
    public async Task Mistakes_that_look_ahead_are_caught()
    {
        Assert.True(Mutants.All.Count >= 40, $"{Mutants.All.Count} mutants");
        Assert.Equal(Mutants.All.Count, Mutants.All.Select(m => m.Name).Distinct().Count());
        List<string> missed = [];
        foreach (Subject mutant in Mutants.All)
        {
            if ((await FindAsync(mutant)).Count == 0) missed.Add(mutant.Name);
        }

        Assert.True(missed.Count <= Mutants.All.Count * 0.02, string.Join("; ", missed));
        Claim.AtLeast("leaks_caught_percent", 100.0 * (Mutants.All.Count - missed.Count) / Mutants.All.Count, 98);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "leak_false_alarms")]
    public async Task Clean_strategies_raise_no_alarm()
    {
        Assert.True(CleanStrategies.All.Count >= 20, $"{CleanStrategies.All.Count} strategies");
        List<string> alarms = [];
        foreach (Subject clean in CleanStrategies.All)
        {
            IReadOnlyList<LookAheadViolation> found = await FindAsync(clean);
            if (found.Count > 0) alarms.Add($"{clean.Name}: {found[0]}");
        }

        Assert.True(alarms.Count == 0, string.Join("; ", alarms));
        Claim.Exactly("leak_false_alarms", alarms.Count, 0);
    }
}
