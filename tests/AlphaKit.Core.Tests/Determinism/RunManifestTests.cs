using System.Text.Json;

namespace AlphaKit.Core.Tests.Determinism;

public sealed class RunManifestTests
{
    [Fact]
    public void The_text_has_sorted_keys_and_no_clock()
    {
        RunManifest manifest = new RunManifest { DataVersion = "sim-1", CodeVersion = "0.1.0", Seed = ulong.MaxValue }
            .WithParameter("zeta", "1").WithParameter("alpha", "涨停 \"x\"");
        Assert.Equal(
            """
            {
              "code_version": "0.1.0",
              "data_version": "sim-1",
              "seed": 18446744073709551615,
              "parameters": {
                "alpha": "涨停 \"x\"",
                "zeta": "1"
              },
              "results": {}
            }
            """.ReplaceLineEndings("\n"), manifest.ToJson());
    }

    [Fact]
    public void A_result_enters_by_the_hash_of_its_bytes()
    {
        Table table = new("daily", TableColumn.Integer("n", [1, 2]));
        RunManifest manifest = new RunManifest { DataVersion = "d" }.WithResult(table);
        Assert.Equal(ContentHash.Of("n\n1\n2\n"), manifest.Results["daily"]);
        using JsonDocument json = JsonDocument.Parse(manifest.ToJson());
        Assert.Equal(manifest.Results["daily"], json.RootElement.GetProperty("results").GetProperty("daily").GetString());
        Assert.False(json.RootElement.TryGetProperty("seed", out _));
    }

    [Fact]
    public void With_leaves_the_old_manifest_alone()
    {
        RunManifest old = new() { DataVersion = "d" };
        _ = old.WithParameter("a", "1");
        Assert.Empty(old.Parameters);
        Assert.Matches(@"^\d+\.\d+\.\d+", old.CodeVersion);
    }
}
