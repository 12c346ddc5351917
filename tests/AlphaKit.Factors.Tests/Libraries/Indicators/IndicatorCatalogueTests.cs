using System.Reflection;
using AlphaKit.TestSupport;

namespace AlphaKit.Factors.Tests.Libraries.Technical;

public sealed class IndicatorCatalogueTests
{
    private static readonly string[] Public =
    [
        .. typeof(Indicators).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    private static readonly IndicatorContract[] Contracts =
    [
        .. typeof(IndicatorContract).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IndicatorContract)) && !t.IsAbstract)
            .Select(t => (IndicatorContract)Activator.CreateInstance(t)!),
    ];

    [Fact]
    public void Every_indicator_has_its_contract_tests() => Assert.Equal(Public, Contracts.Select(c => c.Indicator).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_indicator_has_one_row_in_the_documentation()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(SharedData.RepositoryRoot, "docs", "indicators.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))];
        Assert.Equal(Public, rows.Select(r => r[3..r.IndexOf('`', 3)].Split('(')[0]).Order(StringComparer.Ordinal));
    }

    /// <summary>Every output that an indicator returns: the factor itself, or each property of its record of lines.</summary>
    [Fact]
    public void Every_line_of_an_indicator_has_a_case()
    {
        foreach (MethodInfo method in typeof(Indicators).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName))
        {
            int lines = method.ReturnType == typeof(Factor) ? 1 : method.ReturnType.GetProperties().Count(p => p.PropertyType == typeof(Factor));
            int cases = Contracts.Single(c => c.Indicator == method.Name).CaseCount;
            Assert.True(cases >= lines, $"{method.Name} has {lines} lines and {cases} cases.");
        }
    }

    [Fact]
    public void Operators_have_unique_names_and_definitions()
    {
        Assert.Equal(Indicators.Operators.Count, Indicators.Operators.Select(o => o.Name).Distinct().Count());
        Assert.All(Indicators.Operators, o => Assert.NotEmpty(o.Definition));
    }
}
