using System.Text;

namespace AlphaKit.Data.Tushare;

/// <summary>The interfaces that AlphaKit knows, read once from the table in this assembly. Others are reached by name through <see cref="TushareClient.QueryAsync(string, IReadOnlyDictionary{string, string}, string, CancellationToken)"/>.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public static class TushareEndpoints
{
    private static readonly EndpointTable s_table = EndpointTable.Parse(ReadResource());
    private static readonly Dictionary<string, TushareEndpoint> s_byName = s_table.Endpoints.ToDictionary(e => e.Name, StringComparer.Ordinal);

    /// <summary>Every interface, in the order of the table.</summary>
    public static IReadOnlyList<TushareEndpoint> All => s_table.Endpoints;

    /// <summary>Access levels, ascending.</summary>
    public static IReadOnlyList<TushareTier> Tiers => s_table.Tiers;

    /// <summary>The interface of that name, or null.</summary>
    /// <param name="name">The vendor's name.</param>
    public static TushareEndpoint? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return s_byName.GetValueOrDefault(name);
    }

    /// <summary>The interface of that name.</summary>
    /// <param name="name">The vendor's name.</param>
    /// <exception cref="ArgumentException">The table has no such interface.</exception>
    public static TushareEndpoint Get(string name) => Find(name)
        ?? throw new ArgumentException($"The table has no interface '{name}'; it has {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));

    /// <summary>The access level of an account.</summary>
    /// <param name="points">Points of the account.</param>
    public static TushareTier TierOf(int points) => Tiers.LastOrDefault(t => t.Points <= points) ?? Tiers[0];

    private static string ReadResource()
    {
        using Stream stream = typeof(TushareEndpoints).Assembly.GetManifestResourceStream("endpoints.txt")
            ?? throw new InvalidOperationException("The table of interfaces is missing from the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
