namespace AlphaKit;

/// <summary>The interval during which a share bears a name.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Name">The name.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
/// <param name="Announced">Day of the announcement; null where unknown.</param>
public sealed record NameChange(Symbol Symbol, string Name, DateOnly From, DateOnly? To, DateOnly? Announced)
{
    /// <summary>True for names that begin with ST, *ST, SST or S*ST: special treatment.</summary>
    public bool IsSt =>
        Name.StartsWith("ST", StringComparison.Ordinal)
        || Name.StartsWith("*ST", StringComparison.Ordinal)
        || Name.StartsWith("SST", StringComparison.Ordinal)
        || Name.StartsWith("S*ST", StringComparison.Ordinal);
}
