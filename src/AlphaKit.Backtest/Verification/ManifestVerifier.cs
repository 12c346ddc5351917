using System.Globalization;
using System.Text.Json;

namespace AlphaKit.Backtest;

/// <summary>Makes a run again and compares what comes out with the manifest of the first time, table by table.</summary>
public static class ManifestVerifier
{
    /// <summary>Makes a run of target weights again.</summary>
    /// <param name="expected">The manifest to verify; see <see cref="Parse"/>.</param>
    /// <param name="market">The market data.</param>
    /// <param name="source">The strategy.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Every entry that differs.</returns>
    public static async Task<ManifestCheck> VerifyAsync(
        RunManifest expected, IMarketData market, ITargetSource source, BacktestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Compare(expected, (await Backtester.RunAsync(market, source, options, cancellationToken: cancellationToken).ConfigureAwait(false)).Manifest);
    }

    /// <summary>Makes a run of a strategy again.</summary>
    /// <param name="expected">The manifest to verify; see <see cref="Parse"/>.</param>
    /// <param name="market">The market data.</param>
    /// <param name="strategy">The strategy, new.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Every entry that differs.</returns>
    public static async Task<ManifestCheck> VerifyAsync(
        RunManifest expected, IMarketData market, IStrategy strategy, BacktestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Compare(expected, (await Backtester.RunAsync(market, strategy, options, cancellationToken: cancellationToken).ConfigureAwait(false)).Manifest);
    }

    /// <summary>Compares two manifests.</summary>
    /// <param name="expected">The manifest that is verified.</param>
    /// <param name="actual">That of the run made now.</param>
    public static ManifestCheck Compare(RunManifest expected, RunManifest actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        SortedDictionary<string, string> before = Entries(expected), now = Entries(actual);
        List<ManifestDifference> differences = [];
        foreach (string entry in before.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            string was = before.GetValueOrDefault(entry, ""), became = now.GetValueOrDefault(entry, "");
            if (!string.Equals(was, became, StringComparison.Ordinal)) differences.Add(new ManifestDifference(entry, was, became));
        }

        return new ManifestCheck(differences);
    }

    /// <summary>Reads a manifest from the text that <see cref="RunManifest.ToJson"/> writes.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="ManifestFormatException">It is no manifest.</exception>
    public static RunManifest Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return new RunManifest
            {
                DataVersion = Text(root, "data_version"),
                CodeVersion = Text(root, "code_version"),
                Seed = root.TryGetProperty("seed", out JsonElement seed) ? seed.GetUInt64() : null,
                Parameters = Map(root, "parameters"),
                Results = Map(root, "results"),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new ManifestFormatException("it cannot be read as JSON of that shape.", e);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text ? text : throw new ManifestFormatException($"'{name}' is missing.");

    private static Dictionary<string, string> Map(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value)) throw new ManifestFormatException($"'{name}' is missing.");
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject()) map[property.Name] = property.Value.GetString() ?? "";
        return map;
    }

    private static SortedDictionary<string, string> Entries(RunManifest manifest)
    {
        SortedDictionary<string, string> entries = new(StringComparer.Ordinal)
        {
            ["data_version"] = manifest.DataVersion,
            ["code_version"] = manifest.CodeVersion,
            ["seed"] = manifest.Seed?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
        foreach ((string name, string value) in manifest.Parameters) entries[$"parameters.{name}"] = value;
        foreach ((string name, string value) in manifest.Results) entries[$"results.{name}"] = value;
        return entries;
    }
}
