namespace AlphaKit.Data;

/// <summary>A source without some of its tables: those in which an error was found.</summary>
internal sealed class TablesWithout(IMarketDataSource source, IReadOnlySet<string> left) : IMarketDataSource
{
    public string Description => source.Description;

    public string Version => source.Version;

    public PriceBasis PriceBasis => source.PriceBasis;

    public IReadOnlyList<string> Tables => [.. source.Tables.Where(t => !left.Contains(t) && VendorTable.Find(t) is not null)];

    public ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default) => source.ReadAsync(table, cancellationToken);
}
