using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AlphaKit.Data;

/// <summary>The datasets that a snapshot keeps whole: those of vendor tables with a row now and then. One JSON object a line.</summary>
internal static class SnapshotRows
{
    private static readonly IRowFile[] s_all =
    [
        new RowFile<CorporateAction>(Datasets.CorporateActions, SnapshotJson.Default.CorporateAction),
        new RowFile<IndexBar>(Datasets.IndexBars, SnapshotJson.Default.IndexBar),
        new RowFile<IndexConstituent>(Datasets.IndexConstituents, SnapshotJson.Default.IndexConstituent),
        new RowFile<IndustryMembership>(Datasets.IndustryMemberships, SnapshotJson.Default.IndustryMembership),
        new RowFile<NameChange>(Datasets.NameChanges, SnapshotJson.Default.NameChange),
    ];

    private interface IRowFile
    {
        Dataset Dataset { get; }

        Task<int> SaveAsync(IMarketData market, string folder, CancellationToken cancellationToken);
    }

    /// <summary>Writes those that the market has.</summary>
    /// <returns>Their names and numbers of rows.</returns>
    public static async Task<Dictionary<string, int>> SaveAsync(IMarketData market, string folder, CancellationToken cancellationToken)
    {
        Dictionary<string, int> rows = [];
        foreach (IRowFile file in s_all.Where(f => market.Coverage.Has(f.Dataset)))
            rows[file.Dataset.Name] = await file.SaveAsync(market, folder, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>The datasets with those names.</summary>
    public static IEnumerable<Dataset> Find(IEnumerable<string> names) => s_all.Select(f => f.Dataset).Where(d => names.Contains(d.Name));

    /// <summary>Reads a dataset that was kept, in the order in which it was.</summary>
    /// <exception cref="MarketSnapshotException">The file is missing, damaged, or has another number of rows.</exception>
    public static TRow[] Read<TRow>(Dataset<TRow> dataset, string folder, int rows) => s_all.OfType<RowFile<TRow>>().Single(f => f.Dataset.Name == dataset.Name).Read(folder, rows);

    private static string PathOf(Dataset dataset, string folder) => Path.Combine(folder, dataset.Name + ".jsonl");

    private sealed class RowFile<TRow>(Dataset<TRow> dataset, JsonTypeInfo<TRow> json) : IRowFile
    {
        public Dataset Dataset => dataset;

        public TRow[] Read(string folder, int count)
        {
            string path = PathOf(dataset, folder);
            int line = 0;
            try
            {
                List<TRow> rows = new(count);
                foreach (string text in File.ReadLines(path))
                {
                    line++;
                    rows.Add(JsonSerializer.Deserialize(text, json) ?? throw new JsonException("There is no row."));
                }

                return rows.Count == count ? [.. rows] : throw new MarketSnapshotException(path, $"It has {rows.Count} rows, where {count} were written.");
            }
            catch (Exception e) when (e is JsonException or FormatException or ArgumentException or FileNotFoundException or NotSupportedException)
            {
                throw new MarketSnapshotException(path, $"Line {line} cannot be read: {e.Message}", e);
            }
        }

        public async Task<int> SaveAsync(IMarketData market, string folder, CancellationToken cancellationToken)
        {
            int rows = 0;
            FileStream stream = new(PathOf(dataset, folder), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            await using (stream.ConfigureAwait(false))
            {
                await foreach (TRow row in market.ReadAsync(dataset, DatasetQuery.All, cancellationToken).ConfigureAwait(false))
                {
                    JsonSerializer.Serialize(stream, row, json);
                    stream.WriteByte((byte)'\n');
                    rows++;
                }
            }

            return rows;
        }
    }
}
