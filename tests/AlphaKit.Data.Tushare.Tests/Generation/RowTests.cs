using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tushare.Tests.Generation;

/// <summary>The records are what the table of interfaces makes them.</summary>
public sealed class RowTests
{
    private static string Folder => Path.Combine(SharedData.RepositoryRoot, "src", "AlphaKit.Data.Tushare", "Rows");

    [Fact]
    public void Records_are_those_that_the_table_of_interfaces_makes()
    {
        bool update = Environment.GetEnvironmentVariable("AK_UPDATE_ROWS") == "1";
        List<string> findings = [];
        HashSet<string> expected = [];
        foreach (TushareEndpoint endpoint in TushareEndpoints.All)
        {
            string file = Path.Combine(Folder, RowWriter.NameOf(endpoint) + ".cs"), text = RowWriter.Write(endpoint);
            expected.Add(Path.GetFileName(file));
            string found = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
            if (found == text) continue;
            if (update) File.WriteAllText(file, text);
            else findings.Add($"{Path.GetFileName(file)} differs from its table");
        }

        findings.AddRange(Directory.EnumerateFiles(Folder, "*.cs").Select(f => Path.GetFileName(f)!).Where(f => !expected.Contains(f)).Select(f => $"{f} belongs to no interface"));
        Assert.True(findings.Count == 0, "Run with AK_UPDATE_ROWS=1:\n" + string.Join('\n', findings));
    }

    [Fact]
    public void Every_interface_has_a_record_that_names_it()
    {
        Type[] records = [.. typeof(TushareClient).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITushareRow<>)))];
        Assert.Equal(TushareEndpoints.All.Count, records.Length);
        Assert.Equal(
            TushareEndpoints.All.Select(e => e.Name).Order(StringComparer.Ordinal),
            records.Select(r => ((TushareEndpoint)r.GetProperty("Endpoint")!.GetValue(null)!).Name).Order(StringComparer.Ordinal));
    }
}
