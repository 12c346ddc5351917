using AlphaKit.TestSupport;
using Xunit.Abstractions;

namespace AlphaKit.Core.Tests;

/// <summary>Counts the hand-written cases of the rulebook: each is a row of a theory in the folders beside this file.</summary>
public sealed class TruthTableTests(ITestOutputHelper output)
{
    private static readonly Type[] s_tables =
    [
        typeof(PriceLimitTests), typeof(LimitPricesTests), typeof(FeeRateTests), typeof(AShareFeesTests), typeof(OrderSizeTests),
        typeof(DividendTaxTests), typeof(DelistingTests), typeof(MarginTests), typeof(SessionTests),
    ];

    [Fact]
    [Trait("Claim", "rulebook_cases")]
    [Trait("Claim", "rulebook_cases_failed")]
    public void Every_case_of_the_truth_tables_holds()
    {
        (int ran, IReadOnlyList<string> failed) = TheoryCases.Run(s_tables);
        foreach (string line in failed) output.WriteLine(line);
        Claim.Exactly("rulebook_cases_failed", failed.Count, 0);
        Claim.AtLeast("rulebook_cases", ran, 200);
    }

    [Fact]
    [Trait("Claim", "limit_price_cases")]
    public void Every_hand_worked_limit_price_comes_out_to_the_cent()
    {
        (int ran, IReadOnlyList<string> failed) = TheoryCases.Run(typeof(LimitPricesTests), nameof(LimitPricesTests.Limit_prices_are_rounded_as_the_exchange_does));
        Claim.Exactly("limit_price_cases", ran - failed.Count, 11);
    }

    // A table that is left out above is not counted. RuleTableTests reads malformed tables and asks nothing of the rules.
    [Fact]
    public void No_truth_table_of_the_rules_is_left_out()
    {
        string folder = Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Core.Tests", "Rules");
        string[] written = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("[InlineData(", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Except([nameof(TruthTableTests), nameof(RuleTableTests)]).Order(StringComparer.Ordinal)];
        Assert.Equal(written, s_tables.Select(t => t.Name).Order(StringComparer.Ordinal));
    }
}
