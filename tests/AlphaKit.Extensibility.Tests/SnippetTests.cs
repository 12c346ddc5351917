using System.Reflection;
using AlphaKit.Snippets;

namespace AlphaKit.Extensibility.Tests;

public sealed class SnippetTests
{
    public static TheoryData<string> Names => [.. AllSnippets.List().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_snippet_runs(string name) => AllSnippets.List().Single(s => s.Name == name).Run();

    [Fact]
    public void No_package_shows_its_internals_to_this_project() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(AppContext.BaseDirectory, "AlphaKit.*.dll").Select(Assembly.LoadFrom)
                .SelectMany(a => a.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()),
            a => a.AssemblyName.StartsWith("AlphaKit.Extensibility", StringComparison.Ordinal));
}
