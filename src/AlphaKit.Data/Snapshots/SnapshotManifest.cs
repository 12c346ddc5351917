using System.Text.Json;

namespace AlphaKit.Data;

/// <summary>What stands in a snapshot, as it is written to its <c>manifest.json</c>.</summary>
internal sealed record SnapshotManifest
{
    /// <summary>Raised when a reader must not read what an older writer wrote.</summary>
    public const int CurrentFormat = 1;

    public const string FileName = "manifest.json";

    public required int Format { get; init; }

    public required string DataVersion { get; init; }

    public required PriceBasis PriceBasis { get; init; }

    public required DateOnly[] Days { get; init; }

    /// <summary>The symbols of the panel, ascending.</summary>
    public required Symbol[] Symbols { get; init; }

    public required Security[] Securities { get; init; }

    public required SnapshotField[] Fields { get; init; }

    /// <summary>The datasets that were kept, with their numbers of rows.</summary>
    public required Dictionary<string, int> Datasets { get; init; }

    /// <summary>What the market lacked, and why.</summary>
    public required Dictionary<string, string> Missing { get; init; }

    public required string[] Notes { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SnapshotJson.Default.SnapshotManifest);

    /// <exception cref="MarketSnapshotException">It is none, or one of another format.</exception>
    public static SnapshotManifest Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new MarketSnapshotException(path, "There is no snapshot here.");
        SnapshotManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), SnapshotJson.Default.SnapshotManifest) ?? throw new MarketSnapshotException(path, "It is empty.");
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NotSupportedException)
        {
            throw new MarketSnapshotException(path, $"It is damaged: {e.Message}", e);
        }

        return manifest.Format == CurrentFormat ? manifest : throw new MarketSnapshotException(path, $"It has format {manifest.Format}, this version reads {CurrentFormat}.");
    }
}
