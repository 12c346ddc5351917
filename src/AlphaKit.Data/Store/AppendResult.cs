using System.Globalization;

namespace AlphaKit.Data;

/// <summary>What became of the rows of one delivery.</summary>
/// <param name="Delivered">Rows delivered.</param>
/// <param name="Added">Rows written under keys that the store did not have.</param>
/// <param name="Corrected">Rows written as a newer version of a key; the older ones are kept.</param>
/// <param name="Unchanged">Rows that the store had already; nothing was written for them.</param>
/// <param name="Repeated">Rows that came twice in the delivery, word for word.</param>
public sealed record AppendResult(long Delivered, long Added, long Corrected, long Unchanged, long Repeated)
{
    /// <summary>Nothing delivered.</summary>
    public static AppendResult None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The sum of two results.</summary>
    /// <param name="other">The other result.</param>
    public AppendResult Plus(AppendResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Delivered + other.Delivered, Added + other.Added, Corrected + other.Corrected, Unchanged + other.Unchanged, Repeated + other.Repeated);
    }

    /// <summary>The counts in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Delivered} rows: {Added} added, {Corrected} corrected, {Unchanged} unchanged, {Repeated} repeated");
}
