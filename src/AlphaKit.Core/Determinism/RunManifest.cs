using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AlphaKit;

/// <summary>
/// What a result came from and what it was: data version, code version, seed, parameters, and the hash of every result table. Two runs are
/// the same exactly when their manifests are the same text; no clock time stands in it.
/// </summary>
public sealed record RunManifest
{
    /// <summary>Version of the market data, see <see cref="IMarketData.DataVersion"/>.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Version of AlphaKit.</summary>
    /// <value>The default is the informational version of AlphaKit.Core.</value>
    public string CodeVersion { get; init; } =
        typeof(RunManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Seed of every random stream of the run; null where none was drawn.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Parameters by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Hash by result table.</summary>
    public IReadOnlyDictionary<string, string> Results { get; init; } = new Dictionary<string, string>();

    /// <summary>This manifest with one parameter more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public RunManifest WithParameter(string name, string value) =>
        this with { Parameters = new Dictionary<string, string>(Parameters, StringComparer.Ordinal) { [name] = value } };

    /// <summary>This manifest with one result table more.</summary>
    /// <param name="table">The table.</param>
    public RunManifest WithResult(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return this with { Results = new Dictionary<string, string>(Results, StringComparer.Ordinal) { [table.Name] = table.Hash() } };
    }

    /// <summary>The manifest as JSON, keys sorted.</summary>
    public string ToJson()
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("code_version", CodeVersion);
            json.WriteString("data_version", DataVersion);
            if (Seed is { } seed) json.WriteNumber("seed", seed);
            WriteMap(json, "parameters", Parameters);
            WriteMap(json, "results", Results);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> map)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in map.OrderBy(p => p.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }
}
