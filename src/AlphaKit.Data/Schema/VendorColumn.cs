namespace AlphaKit.Data;

/// <summary>One column of a vendor table: its name, how it is stored, its unit as a factor, and the field it fills.</summary>
/// <param name="Name">The vendor's name.</param>
/// <param name="Kind">How the values are stored.</param>
/// <param name="Need">Whether it must be there.</param>
/// <param name="Factor">AlphaKit value = vendor value × factor, for example 100 for lots of 100 shares.</param>
/// <param name="Field">The daily field that it fills; null where it fills none.</param>
/// <param name="Alias">Another name under which the column is accepted.</param>
public sealed record VendorColumn(
    string Name,
    SourceColumnKind Kind,
    ColumnNeed Need,
    double Factor = 1,
    Field? Field = null,
    string? Alias = null)
{
    /// <summary>The column of a table, under its name or its alias; null when it is absent.</summary>
    /// <param name="table">The table.</param>
    public SourceColumn? In(SourceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Find(Name) ?? (Alias is null ? null : table.Find(Alias));
    }
}
